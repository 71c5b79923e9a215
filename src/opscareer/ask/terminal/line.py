"""A line that is typed: what a key makes of it, and what is said beside it while it is empty."""

from collections.abc import Mapping

from opscareer.ask.reading import answer_in_words
from opscareer.ask.steps import EMPTIES, SKIPS, Put, before_text, grounds_of
from opscareer.ask.terminal import hints
from opscareer.text import Text, clean

MOST = 60
"""Letters; no line that is typed is longer."""
_EDITS: Mapping[str, str] = {"clear": "", "word": ""}


def edited(typed: str, key: str) -> str | None:
    """Return the line after a key; None where the key changes none."""
    if key == "backspace":
        return typed[:-1]
    if key in _EDITS:
        return _EDITS[key]
    return (typed + clean(key))[:MOST] if len(key) == 1 else None


def begun_anew(typed: str, key: str, said: Text | None) -> str | None:
    """Return the line after a key; after one that was refused a letter or a figure begins another.

    What is to be mended in it is reached by going back over it.
    """
    return edited("" if said is not None and len(key) == 1 and key.isalnum() else typed, key)


def before_of(put: Put) -> tuple[Text, ...]:
    """Return what was answered before, or is proposed and on which words, as notes; nothing where nothing was."""
    if put.before is None:
        return grounds_of(put)
    return (before_text(put, answer_in_words(put.question, put.before)), *grounds_of(put))


def enter_of(put: Put, nothing: Text = SKIPS) -> Text:
    """Return what Enter does on an empty line: it keeps what was there before."""
    return nothing if put.before is None else EMPTIES


def tight_of(put: Put) -> tuple[Text, ...]:
    """Return the keys in a line, what Enter does on an empty one before all others."""
    return hints.TIGHT_SKIPS if put.before is None else hints.TIGHT_KEEPS
