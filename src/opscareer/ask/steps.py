"""What a person may do instead of answering, and how each prompter is told of it."""

from enum import Enum

from opscareer.text import Text


class Step(Enum):
    """A step that is no answer."""

    BACK = "back"


class GoBackError(Exception):
    """The person wants to go back, from wherever a question is being answered."""


BEFORE = Text("之前答的或简历里写的：{told}（回车沿用）", "Answered before, or proposed: {told} (Enter keeps it)")
NO_WHY = Text("这一题决定后面问什么、怎么算。", "What is asked next, and how it is reckoned, depends on this.")
