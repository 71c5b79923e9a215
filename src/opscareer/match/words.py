"""Finding known words in a text: the longest that stands at each place, with boundaries that fit both scripts.

A regular expression's word boundary is of no use beside Chinese characters, which count as letters: a Latin word may
stand right between them, but not within a longer Latin word.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from opscareer.match.plain import folded_word

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A word found: what it stands for, and where it stands (the end excluded)."""

    means: T
    word: str
    start: int
    end: int


class Words(Generic[T]):
    """Words to find, each with all that it stands for."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[T]] = {}
        for word, means in meanings:
            if len(key := folded_word(word)) > 1:
                found.setdefault(key, []).append(means)
        self.meanings: Mapping[str, tuple[T, ...]] = {word: tuple(dict.fromkeys(all_)) for word, all_ in found.items()}
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(self.meanings, key=lambda word: (-len(word), word)):
            self._by_start.setdefault(word[:2], []).append(word)

    def longest(self, text: str) -> Iterator[Hit[T]]:
        """Yield the longest word at each place, none within another, once for each thing it stands for."""
        place = 0
        while place < len(text) - 1:
            word = next(self._at(text, place), None)
            if word is None:
                place += 1
                continue
            for means in self.meanings[word]:
                yield Hit(means, word, place, place + len(word))
            place += len(word)

    def all(self, text: str) -> Iterator[Hit[T]]:
        """Yield every word at every place, also within another."""
        for place in range(len(text) - 1):
            for word in self._at(text, place):
                for means in self.meanings[word]:
                    yield Hit(means, word, place, place + len(word))

    def _at(self, text: str, place: int) -> Iterator[str]:
        """Yield the words that stand at a place, the longest first."""
        for word in self._by_start.get(text[place : place + 2], ()):
            if text.startswith(word, place) and _whole(text, place, place + len(word)):
                yield word


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether no Latin word goes on over the edge of what was found."""
    before = start > 0 and _latin(text[start]) and _latin(text[start - 1])
    return not before and not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
