"""Answering in one's own words, as a state that each key turns into the next."""

from opscareer.ask.reading import emptied
from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal import hints
from opscareer.ask.terminal.face import Face
from opscareer.ask.terminal.line import before_of, edited, enter_of, tight_of
from opscareer.ask.terminal.menu import Given
from opscareer.model.profile import NOT_SURE
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text


@dataclass(frozen=True)
class Words:
    """A line of one's own words."""

    put: Put
    typed: str = ""
    said: Text = NOTHING

    def press(self, key: str) -> "Words | Given | Step":
        """Return what a key leads to."""
        if key == "enter":
            none = emptied(self.put.question, self.typed)
            return Given(none or self.typed.strip() or self.put.before_or(NOT_SURE))
        line = edited(self.typed, key)
        return self if line is None else Words(self.put, line)

    def face(self) -> Face:
        """Return what is to be drawn."""
        question = self.put.question
        return Face(
            question.text,
            question.short,
            hints.WORDS.fill(enter=enter_of(self.put)),
            self.put.progress,
            question.help,
            before_of(self.put),
            typed=self.typed,
            said=self.said,
            tight=tight_of(self.put),
        )
