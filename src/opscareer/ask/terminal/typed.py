"""Answering by typing, as a state that each key turns into the next: positions by part of a name, years in words."""

import re
from dataclasses import replace
from typing import NamedTuple

from opscareer.ask.reading import answer_in_words, emptied, matching, near, of_several_rungs
from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal import hints
from opscareer.ask.terminal.face import Entry, Face
from opscareer.ask.terminal.line import before_of, begun_anew, enter_of, tight_of
from opscareer.ask.terminal.menu import PAGE, Given
from opscareer.interview import Ask, Choice, Value
from opscareer.interview.years import years
from opscareer.model.profile import NOT_SURE
from opscareer.names import whole_number
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text

_MOVES = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}


class Listed(NamedTuple):
    """The positions that a line may mean: at: the one that its number picks.

    near: that they are only like it; rungs: that it is a name of several rungs of one line.
    """

    choices: tuple[Choice, ...]
    near: bool = False
    at: int | None = None
    rungs: bool = False


@dataclass(frozen=True)
class Field:
    """A line for a number of years."""

    put: Put
    typed: str = ""
    said: Text | None = None

    def press(self, key: str) -> "Field | Given | Step":
        """Return what a key leads to."""
        if key == "enter":
            return self._entered()
        line = begun_anew(self.typed, key, self.said)
        return self if line is None else Field(self.put, line)

    def face(self) -> Face:
        """Return what is to be drawn; how the line is understood is told while it is typed."""
        question = self.put.question
        told = _meant(question, self.typed)
        seen = NOTHING if told is None else hints.UNDERSTOOD.fill(told=answer_in_words(question, told))
        return Face(
            question.text,
            question.short,
            hints.YEARS.fill(enter=enter_of(self.put)),
            self.put.progress,
            question.help,
            before_of(self.put),
            typed=self.typed,
            said=self.said or seen,
            tight=tight_of(self.put),
        )

    def _entered(self) -> "Field | Given":
        if not self.typed.strip():
            return Given(self.put.before_or(NOT_SURE))
        told = _meant(self.put.question, self.typed)
        return replace(self, said=hints.NO_NUMBER) if told is None else Given(told)


def _meant(question: Ask, typed: str) -> Value | None:
    """Return the years that a line means, or that it leaves them open; None where it is neither."""
    told = years(typed)
    return emptied(question, typed) if told is None else told


@dataclass(frozen=True)
class Finder:
    """A line for a part of a name, and the positions that it may mean; of several questions those chosen so far."""

    put: Put
    typed: str = ""
    at: int | None = None
    chosen: tuple[str, ...] = ()
    said: Text | None = None

    def press(self, key: str) -> "Finder | Given | Step":
        """Return what a key leads to."""
        if key == "enter":
            return self._entered()
        if key in _MOVES:
            return self._moved(_MOVES[key])
        picks = key.isdecimal() and self.listed.choices  # a figure behind what was typed
        line = begun_anew(self.typed, key, None if picks else self.said)
        return self if line is None or line == self.typed else self._with(line)

    def face(self) -> Face:
        """Return what is to be drawn."""
        question, listed = self.put.question, self.listed
        chosen = answer_in_words(question, self.chosen)
        notes = (hints.CHOSEN.fill(told=chosen),) if self.chosen else before_of(self.put)
        first = hints.FIRST.fill(enter=enter_of(self.put, hints.OUTSIDE))
        find = first if question.required else hints.FIND.fill(enter=enter_of(self.put))
        return Face(
            question.text,
            question.short,
            hints.ANOTHER if self.chosen else find,
            self.put.progress,
            question.help,
            notes,
            tuple(Entry(f"{n}) ", _titled(choice)) for n, choice in enumerate(listed.choices, 1)),
            self.at,
            typed=self.typed,
            said=self.said or self._remark(listed) or NOTHING,
            tight=self._tight,
        )

    @property
    def _tight(self) -> tuple[Text, ...]:
        if self.chosen:
            return hints.TIGHT_ANOTHER
        first = self.put.question.required and self.put.before is None
        return hints.TIGHT_FIRST if first else tight_of(self.put)

    @property
    def listed(self) -> Listed:
        """The positions for what was typed: what has such a name; else, of what the number stands behind, that one."""
        said, choices = self.typed.strip(), self.put.question.choices
        if not said:
            return Listed(choices)
        word, number = re.fullmatch(r"(.*?)\s*(\d*)", said, re.DOTALL).groups()  # type: ignore[union-attr]
        found = matching(choices, word) if word else list(choices)
        place = (whole_number(number) or 0) - 1
        if 0 <= place < len(found):  # before a name that has such a figure in it: what is seen is meant
            return Listed(tuple(found), at=place)
        if whole := matching(choices, said) if number else found:
            return Listed(tuple(whole), rungs=of_several_rungs(choices, said))
        alike = [] if found else near(choices, word)
        return Listed(tuple(found or alike), not found, place if 0 <= place < len(alike) else None)

    def _with(self, line: str) -> "Finder":
        """Return the search for another line: what comes first of those that have the name is chosen, not of rungs."""
        then = replace(self, typed=line, said=None)
        listed, said = then.listed, line.strip()
        open_ = not said or not listed.choices or listed.near or listed.rungs or said[-1].isdecimal()
        return replace(then, at=(None if open_ else 0) if listed.at is None else listed.at)

    def _moved(self, by: int) -> "Finder":
        last = len(self.listed.choices) - 1
        if last < 0:
            return self
        at = (0 if by > 0 else last) if self.at is None else min(last, max(0, self.at + by))
        return replace(self, at=at, said=None)

    def _entered(self) -> "Finder | Given":
        if self.at is not None:
            return self._took(str(self.listed.choices[self.at].value))
        if (none := emptied(self.put.question, self.typed)) is not None:
            return Given(none)
        if self.typed.strip():
            listed = self.listed
            return self if listed.rungs else replace(self, said=self._remark(listed) or hints.PICK)
        if self.chosen:
            return Given(self.chosen)
        return Given(self.put.before_or(() if self.put.question.kind == "positions" else NOT_SURE))

    def _took(self, position: str) -> "Finder | Given":
        if self.put.question.kind == "position":
            return Given(position)
        return Finder(self.put, chosen=tuple(dict.fromkeys([*self.chosen, position])))

    def _remark(self, listed: Listed) -> Text | None:
        if (none := emptied(self.put.question, self.typed)) is not None:
            return hints.UNDERSTOOD.fill(told=answer_in_words(self.put.question, none))
        if listed.rungs and self.at is None:
            return hints.RUNGS.fill(said=self.typed.strip())
        if not self.typed.strip() or not (listed.near or not listed.choices):
            return None
        return (hints.NEAR if listed.choices else hints.NOTHING_NEAR).fill(said=self.typed.strip())


def _titled(choice: Choice) -> Text:
    """Return a position as it is listed: its title and its id."""
    return Text(f"{choice.label.zh} [{choice.value}]", f"{choice.label.en} [{choice.value}]")
