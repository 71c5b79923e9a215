"""Finding known words in a text, with boundaries that fit both scripts.

A regular expression's word boundary is of no use beside Chinese characters, which count as letters: a Latin word may
stand right between them, but not within a longer Latin word.
"""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from opscareer.model.index import Index

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A word found: what it stands for, and where it stands (the end excluded)."""

    means: T
    word: str
    start: int
    end: int


def longest(index: Index[T], text: str) -> Iterator[Hit[T]]:
    """Yield the longest word at each place, none within another."""
    place = 0
    while place < len(text) - 1:
        hit = next(_at(index, text, place), None)
        if hit:
            yield hit
        place = hit.end if hit else place + 1


def outermost(index: Index[T], text: str) -> Iterator[Hit[T]]:
    """Yield the longest word at each place that does not lie within one begun before; two may overlap."""
    reached = 0
    for place in range(len(text) - 1):
        hit = next(_at(index, text, place), None)
        if hit and hit.end > reached:
            reached = hit.end
            yield hit


def every(index: Index[T], text: str) -> Iterator[Hit[T]]:
    """Yield every word at every place, also within another."""
    for place in range(len(text) - 1):
        yield from _at(index, text, place)


def _at(index: Index[T], text: str, place: int) -> Iterator[Hit[T]]:
    """Yield the words that stand at a place, the longest first."""
    for word, means in index.at(text, place).items():
        if text.startswith(word, place) and _whole(text, place, place + len(word)):
            yield Hit(means, word, place, place + len(word))


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether no Latin word goes on over the edge of what was found."""
    before = start > 0 and _latin(text[start]) and _latin(text[start - 1])
    return not before and not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
