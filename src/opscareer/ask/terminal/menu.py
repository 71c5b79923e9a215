"""Choosing from a list by keys, as a state that each key turns into the next. Nothing here draws, reads or waits."""

from collections.abc import Mapping
from dataclasses import replace

from opscareer.ask.steps import Put, Step, grounds_of
from opscareer.ask.terminal import hints
from opscareer.ask.terminal.face import Entry, Face
from opscareer.ask.terminal.list_keys import keys_told, tight_keys
from opscareer.interview import Choice, Value
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.names import folded, whole_number
from opscareer.records import dataclass
from opscareer.text import NOTHING, Text

PAGE = 5
_UNNUMBERED: Mapping[Value, str] = {NOT_SURE: "s", NO_OPPORTUNITY: "n"}


@dataclass(frozen=True)
class Given:
    """An answer."""

    value: Value


@dataclass(frozen=True)
class Menu:
    """A list of choices, of which one is chosen, or several are marked; settled: the marks before a number is typed."""

    put: Put
    choices: tuple[Choice, ...]
    at: int | None = None
    page: int = 0
    typed: str = ""
    marked: frozenset[Value] = frozenset()
    settled: frozenset[Value] = frozenset()
    said: Text | None = None

    def press(self, key: str) -> "Menu | Given | Step":
        """Return what a key leads to: another state, an answer, or a step."""
        if key == "enter":
            return self._entered()
        moved = _MOVES.get(key)
        if moved is not None:
            return self._moved(moved)
        if key in ("home", "end"):
            return self._to(0 if key == "home" else len(self.choices) - 1)
        if key == " ":
            return self._spaced()
        if self._several and (key in _BETWEEN or key.isdecimal()):
            return self._numbered(key)
        if key == "backspace":
            return self._less()
        return self._letter(key) if len(key) == 1 else self

    def face(self) -> Face:
        """Return what is to be drawn."""
        question = self.put.question
        return Face(
            question.text,
            question.short,
            keys_told(self.put, lit=self.at is not None),
            self.put.progress,
            question.help,
            grounds_of(self.put),
            entries=tuple(map(self._entry, self.choices)),
            at=self.at,
            page=self.page,
            said=self.said or self._seeking,
            tight=tight_keys(self.put, lit=self.at is not None),
        )

    @property
    def _seeking(self) -> Text:
        return hints.SEEK.fill(typed=self.typed) if self.typed and self._seeks else NOTHING

    @property
    def _several(self) -> bool:
        return self.put.question.kind == "choices"

    @property
    def _seeks(self) -> bool:
        return self.put.question.id == "review"

    def _entry(self, choice: Choice) -> Entry:
        if self._several:
            mark = "x" if choice.value in self.marked else " "
            return Entry(f"{self._key_of(choice)}) [{mark}] ", choice.label)
        return Entry(f"{self._key_of(choice)}) ", choice.label)

    def _key_of(self, choice: Choice) -> str:
        first = 0 if self.put.question.kind == "skill" else 1
        return _UNNUMBERED.get(choice.value) or str(self.choices.index(choice) + first)

    def _entered(self) -> "Menu | Given":
        if self._several and self._only_moved:
            return replace(self, said=hints.NONE_MARKED)
        if self._several:
            return Given(tuple(str(c.value) for c in self.choices if c.value in self.marked))
        if self.at is not None:
            return Given(self.choices[self.at].value)
        skip = self.put.question.skip
        return replace(self, said=hints.PICK) if skip is None else Given(skip)

    @property
    def _only_moved(self) -> bool:
        """Whether somebody went to an entry and marked none, which is not yet said to be meant."""
        return bool(self.at) and not (self.marked or self.put.before or self.said == hints.NONE_MARKED)

    def _moved(self, by: int) -> "Menu":
        last = len(self.choices) - 1
        if self.at is None:
            return self._to(0 if by > 0 else last)
        if abs(by) == 1:
            return self._to((self.at + by) % (last + 1))
        return self._to(min(last, max(0, self.at + by)))

    def _to(self, at: int) -> "Menu":
        return replace(self, at=at, page=0, typed="", said=None)

    def _spaced(self) -> "Menu":
        """Mark what is chosen; in a long list go a page further; else turn over a text that is longer than the room."""
        if self._several and self.typed.isdecimal():
            return replace(self, typed="")  # its number has done it
        if self._several and self.at is not None:
            return replace(self, marked=self.marked ^ {self.choices[self.at].value}, said=None)
        if self._seeks and self.typed and not self.typed.isdecimal():
            return self._sought(self.typed + " ")
        return replace(self, page=self.page + 1)

    def _numbered(self, key: str) -> "Menu":
        """Mark the entry of a number, or mark it no more; a figure more makes it another's, or begins one."""
        if key in _BETWEEN:
            return replace(self, typed="")
        kept, at = self.settled if self.typed else self.marked, self._at_key(self.typed + key)
        if at is None:
            return replace(self, typed="")._numbered(key) if self.typed else self._sought(key)
        marked, typed = kept ^ {self.choices[at].value}, self.typed + key
        said = hints.GREW.fill(number=typed, first=self.typed, then=key) if self.typed else None
        return replace(self, at=at, page=0, typed=typed, settled=kept, marked=marked, said=said)

    def _less(self) -> "Menu":
        """Return the list with a letter less; without what a number has marked."""
        if self._several and self.typed.isdecimal():
            return replace(self, typed="", marked=self.settled)
        return self._sought(self.typed[:-1])

    def _letter(self, key: str) -> "Menu | Step":
        if key == "b" and not self._seeks:
            return Step.BACK
        if not self._seeks and not self._several and (at := self._at_key(key)) is not None and not key.isdecimal():
            return self._to(at)
        return self._sought(key if self.typed.isdecimal() and not key.isdecimal() else self.typed + key)

    def _at_key(self, key: str) -> int | None:
        if self._several:
            number = whole_number(key) or 0
            return number - 1 if 0 < number <= len(self.choices) else None
        return next((at for at, choice in enumerate(self.choices) if self._key_of(choice) == key), None)

    def _sought(self, typed: str) -> "Menu":
        """Return the list at the number, or the first text, that was typed; a number begins anew where none is so."""
        if not typed.strip():
            return replace(self, typed="", said=None)
        if typed.isdecimal():
            at = self._at_key(typed)
            if at is None and len(typed) > 1:
                return self._sought(typed[-1])
        else:
            at = self._with(folded(typed))
        said = hints.NOT_HERE.fill(typed=typed) if at is None else None
        return replace(self, typed=typed, said=said, at=self.at if at is None else at, page=0)

    def _with(self, told: str) -> int | None:
        return next((at for at, c in enumerate(self.choices) if any(told in folded(name) for name in c.label)), None)


_BETWEEN = (",", "，", "、", ";", "；")
_MOVES = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}


def menu(put: Put) -> Menu:
    """Return the list of a question as it is first seen: at what was answered before, or what Enter alone takes."""
    question = put.question
    choices = question.choices
    if question.kind == "choice" and question.skip == NOT_SURE:
        choices = (*choices, Choice(NOT_SURE, hints.SKIP))
    values = [choice.value for choice in choices]
    if question.kind == "choices":
        held = put.before if isinstance(put.before, tuple) else ()
        return Menu(put, choices, 0, marked=frozenset(held))
    usual = question.skip if put.before is None else put.before
    shown = usual is not None and usual in values and (put.before is not None or usual != NOT_SURE)
    return Menu(put, choices, values.index(usual) if shown and usual is not None else None)
