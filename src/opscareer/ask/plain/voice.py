"""What plain prompts say, one thing a line, and no signs that only look like something.

The terminal wraps, so that a sentence is one line to whoever reads it aloud. Talk goes to standard error.
"""

import sys
from collections.abc import Iterable

from opscareer.ask.reading import answer_in_words
from opscareer.ask.steps import Put, before_text, grounds_of
from opscareer.interview import Ask, Choice, Value
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.text import Lang, Text

CHOSEN = Text("选了：{title}", "Chosen: {title}")
_ANSWER = Text("答：", "Answer: ")
_LEFT_OPEN = Text("没答的有 {n} 项，输入 u 列出来", "{n} {n|is|are} not answered; u lists {n|it|them}")


class Voice:
    """Says things in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def say(self, *lines: Text) -> None:
        """Say something, a line each."""
        for line in lines:
            self._line(line.of(self._lang))

    def part(self) -> None:
        """Leave a line empty before what is new."""
        self._line("")

    def invite(self) -> None:
        """Say that it is the person's turn, on the line on which they type."""
        sys.stderr.write(_ANSWER.of(self._lang))
        sys.stderr.flush()

    def pose(self, put: Put) -> None:
        """Read a question out: how far, what, what was answered before, the choices with their numbers."""
        question = put.question
        self.say(*(text for text in (put.progress, question.text) if text.of(self._lang)))
        if put.before is not None:
            self.say(before_text(put, answer_in_words(question, put.before)))
        self.say(*grounds_of(put))
        if question.kind in ("choice", "choices", "skill"):
            self.choices(question, open_=False)
        left = sum(choice.open for choice in question.choices)
        if left:
            self.say(_LEFT_OPEN.fill(n=left))

    def choices(self, question: Ask, *, open_: bool) -> None:
        """Read out the choices that stand for what is not answered yet, or all others, with their numbers."""
        self.numbered(numbered for numbered in _numbers(question) if numbered[1].open is open_)

    def numbered(self, choices: Iterable[tuple[int, Choice]]) -> None:
        """Read out choices with their numbers."""
        for number, choice in choices:
            self._line(f"{number}. {choice.label.of(self._lang)}")

    def understood(self, question: Ask, value: Value) -> None:
        """Say what was understood; of positions each was said as it was found, and what none stands for is left."""
        if question.id in ("review", "begin"):
            return
        told = answer_in_words(question, value)
        if value == NOT_SURE and question.kind != "skill":
            self.say(told)
        elif value == () or question.kind not in ("positions", "position"):
            self.say(CHOSEN.fill(title=told))

    def _line(self, text: str) -> None:
        sys.stderr.write(text + "\n")


def _numbers(question: Ask) -> list[tuple[int, Choice]]:
    """Return the choices with their numbers: levels from 0, all else from 1; what is no level has a letter."""
    first = 0 if question.kind == "skill" else 1
    return [(n, c) for n, c in enumerate(question.choices, first) if c.value not in (NOT_SURE, NO_OPPORTUNITY)]
