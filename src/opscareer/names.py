"""What people type, held against the names that there are: the same, a part of one, alike, the nearest."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from opscareer.text import clean

_NAME = 40  # letters; what is longer is folded anew: it does not come again, and would be held in memory
_FIGURES = 9  # of some thousand Python makes no number
_CLOSE = 0.5  # of two words the letters that they have in common, in their order
_MEANT = 100  # letters; what is longer is no slip of anything


def whole_number(said: str) -> int | None:
    """Return a number in figures; None where it is none, or has more than any that counts something."""
    return int(said) if said.isdecimal() and len(said) <= _FIGURES else None


def folded(text: str) -> str:
    """Return the text as names are compared: without case, blanks and hyphens, wide letters as narrow ones."""
    return _folded_name(text) if len(text) <= _NAME else _folded(text)


@lru_cache(maxsize=8192)  # all names of a knowledge base are compared with each word that somebody says
def _folded_name(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", clean(text)).casefold())


def searched(text: str) -> str:
    """Return the text as words are looked for in it: NFKC, case folded, nothing unseen; lines stay lines."""
    return "".join(map(searched_letter, text)).strip()


@lru_cache(maxsize=4096)
def searched_letter(character: str) -> str:
    """Return what is looked for where a character stands: none, one or several letters."""
    if character in "\n\r\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if character.isspace() or (category == "No" and not character.isascii()):
        return " "  # a number in a circle opens an entry; as digits it would run into the years after it
    if category in ("Cc", "Cf", "Cs"):
        return ""
    return unicodedata.normalize("NFKC", character).casefold()


def within(part: str, name: str) -> bool:
    """Return whether somebody may mean a name by a part of it: in English from the beginning of a word."""
    said, whole = _spoken(part), _spoken(name)
    return bool(said) and (f" {said}" in f" {whole}" or (not said.isascii() and said in whole))


@lru_cache(maxsize=4096)
def _spoken(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFKC", clean(text)).casefold())).strip()


def alike(one: str, other: str) -> float:
    """Return how far two names or texts are the same: the share (0-1) of their pairs of letters that both have."""
    some, others = _pairs(one), _pairs(other)
    return 2 * len(some & others) / (len(some) + len(others)) if some and others else 0.0


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    told = folded(text)
    return frozenset(told[place : place + 2] for place in range(len(told) - 1))


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return the choices that somebody who typed this word may have meant, best first."""
    choices = list(choices)
    if len(word) > _MEANT:
        return []
    lowered = word.casefold()
    inside = [c for c in choices if lowered and (lowered in c.casefold() or c.casefold() in lowered)]
    close = get_close_matches(lowered, _not_unlike(lowered, choices), n=limit, cutoff=_CLOSE)
    return list(dict.fromkeys([*close, *sorted(inside, key=len)]))[:limit]


def _not_unlike(word: str, choices: Iterable[str]) -> list[str]:
    """Return the choices that have letters enough in common with a word to be close to it: few of a thousand titles."""
    letters = frozenset(word)
    again = len(word) - len(letters)
    return [c for c in choices if 2 * (len(letters.intersection(c)) + again) >= _CLOSE * (len(word) + len(c))]
