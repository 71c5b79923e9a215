"""Known words by their first two letters, so that a text is gone through once however many words there are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class Index(Mapping[str, Mapping[str, T]]):
    """Words by their first two letters, the longest first, each with what it stands for.

    What is held may be something from which they are made when they are first asked for: an ad says few of all words.
    """

    def __init__(self, held: Mapping[str, Any], words: Callable[[Any], Mapping[str, T]] = lambda held: held) -> None:
        self._held, self._words = held, words
        self._known: dict[str, Mapping[str, T]] = {}

    def __getitem__(self, start: str) -> Mapping[str, T]:
        """Return the words that begin so. Raises KeyError."""
        if start not in self._known:
            self._known[start] = self._words(self._held[start])
        return self._known[start]

    def at(self, text: str, place: int) -> Mapping[str, T]:
        """Return the words that may stand at a place of a text."""
        start = text[place : place + 2]
        return self[start] if start in self._held else {}

    def __iter__(self) -> Iterator[str]:
        """Yield the first two letters of all words."""
        return iter(self._held)

    def __len__(self) -> int:
        """Return how many such beginnings there are."""
        return len(self._held)


def indexed(meanings: Iterable[tuple[str, T]]) -> Index[T]:
    """Return words as they are looked for; a single letter is no word, and of a word told twice the first counts."""
    from opscareer.names import searched  # what is warm is indexed already

    found: dict[str, T] = {}
    for word, means in meanings:
        if len(key := searched(word)) > 1:
            found.setdefault(key, means)
    index: dict[str, dict[str, T]] = {}
    for word in sorted(found, key=lambda word: (-len(word), word)):
        index.setdefault(word[:2], {})[word] = found[word]
    return Index(index)
