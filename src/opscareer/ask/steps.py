"""What a person may do instead of answering, and how each prompter is told of it."""

from collections.abc import Callable
from enum import Enum

from opscareer.interview import Ask, Value
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text


class Step(Enum):
    """A step that is no answer: back to the question before, or enough, show the advice."""

    BACK = "back"
    ENOUGH = "enough"


BACK_KEYS, WHY_KEYS, ENOUGH_KEYS = ("<", "《", "＜"), ("?", "？"), ("!", "！")
"""What is typed for them wherever one is: no name and no number holds such a character, no terminal or multiplexer
takes it for itself, and a Chinese keyboard has its own of each."""


@dataclass(frozen=True)
class Put:
    """A question as it is put: how far one is, what was answered before or is proposed, why it is asked.

    grounds: the words on which a proposal rests; objection: what stands against an answer or a step, nothing where it
    may be taken. Only what may be taken is said to be understood, and given back.
    """

    question: Ask
    progress: Text = NOTHING
    before: Value | None = None
    why: Callable[[], tuple[Text, ...]] = tuple
    grounds: Text = NOTHING
    objection: Callable[[Value | Step], Text] = lambda _: NOTHING

    def before_or(self, nothing: Value) -> Value:
        """Return what Enter alone answers: what was answered before or is proposed, else what leaves it open."""
        return nothing if self.before is None else self.before

    @property
    def usual(self) -> Text | None:
        """What the choice says that Enter alone takes; None where it takes none."""
        return next((choice.label for choice in self.question.choices if choice.value == self.question.skip), None)


_BEFORE = Text("之前答的：{told}（直接回车沿用）", "Answered before: {told} (Enter keeps it)")
_PROPOSED = Text("简历里写的：{told}（直接回车沿用）", "From the résumé: {told} (Enter keeps it)")
SKIPS = Text("；直接回车跳过", "; Enter alone skips")
KEEPS = Text("；直接回车沿用之前的", "; Enter alone keeps what was there")
EMPTIES = Text("；直接回车沿用之前的，- 清空", "; Enter alone keeps what was there, - empties it")
"""What Enter does by itself, as {enter} in what each prompter says of its keys."""
GROUNDS = Text("简历里的原话：{words}", "In the words of the résumé: {words}")


def before_text(put: Put, told: Text) -> Text:
    """Return what was answered before, or is proposed by a résumé."""
    return (_BEFORE if put.grounds == NOTHING else _PROPOSED).fill(told=told)


def grounds_of(put: Put) -> tuple[Text, ...]:
    """Return on which words of a résumé a proposal rests, in a sentence; nothing where there is none."""
    return () if put.grounds == NOTHING else (GROUNDS.fill(words=put.grounds),)
