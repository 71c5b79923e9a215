"""A command to go on with, and what it is given as the command before it was."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from opscareer.text import Text, clean

Reader = Literal["all", "person", "script"]
"""Whom a command is for: what asks, opens a window or writes a file is for a person at a terminal."""

_OF_PEOPLE = frozenset({"gap", "what-if", "path", "plan", "compare", "report", "match"})
"""Commands that hold a person against something, and so take a file of answers."""

PLAIN = "--plain"


class NextAction(NamedTuple):
    """A command as words that are ready to run, and why one would."""

    command: tuple[str, ...]
    why: Text


class Action(NamedTuple):
    """A command to go on with, without the program's name, and whom it is for."""

    words: tuple[str, ...]
    why: Text
    reader: Reader = "all"


class Given(NamedTuple):
    """What a command was given, as it was typed: a file of answers, a folder, a language, its own words.

    known: whether commands that need a person find one; plain: whether it was to be said plainly.
    """

    answers: str | None = None
    kb: str | None = None
    lang: str | None = None
    words: tuple[str, ...] = ()
    known: bool = False
    plain: bool = False

    def kept_by(self, action: Action) -> Action:
        """Return a command with the same answers, where it takes any, and as the one before it was to be answered."""
        answers = self.answers if action.words[0] in _OF_PEOPLE else None
        told = (("--answers", answers), ("--kb", self.kb), ("--lang", self.lang))
        options = (word for name, value in told if value for word in (name, value))
        plain = (PLAIN,) if self.plain else ()
        return action._replace(words=tuple(map(clean, (*action.words, *options, *plain))))


After = Callable[[Any, Given], Iterable[Action]]
"""What says which commands go on after an answer, from its view and what the command was given."""


def for_scripts(actions: Iterable[Action]) -> tuple[NextAction, ...]:
    """Return what a script can run: nothing that asks, opens a window or writes a file, nor is said in any way."""
    return tuple(NextAction(("opscareer", *_unsaid(one.words)), one.why) for one in actions if one.reader != "person")


def _unsaid(words: Iterable[str]) -> Iterable[str]:
    return (word for word in words if word != PLAIN)


def for_people(actions: Iterable[Action]) -> tuple[NextAction, ...]:
    """Return what a person would run at a terminal."""
    return tuple(NextAction(("opscareer", *one.words), one.why) for one in actions if one.reader != "script")
