"""An ad as it is searched: one width, one case, nothing unseen; every letter knows where it stood."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from opscareer.model.ad import Mention
from opscareer.names import searched_letter
from opscareer.text import clean

LONGEST = 100_000
"""Letters of an ad that are read, as they are searched; real ones have at most some thousands."""


class Plain(NamedTuple):
    """A text to search, and for each of its letters where that stood in the original."""

    original: str
    text: str
    at: tuple[int, ...]

    def mention(self, start: int, end: int) -> Mention:
        """Return the words of the original between two places (the end excluded) of the text to search."""
        first, last = self.at[start], self.at[end - 1] + 1
        return Mention(clean(self.original[first:last]), first, last)


def plain(original: str) -> Plain:
    """Return a text to search: NFKC, case folded, without control and bidi characters; lines stay lines."""
    letters = list(islice(_letters(original[:LONGEST]), LONGEST))  # a single character may be eighteen letters
    return Plain(original, "".join(letter for letter, _ in letters), tuple(place for _, place in letters))


def _letters(text: str) -> Iterator[tuple[str, int]]:
    for place, character in enumerate(text):
        for letter in searched_letter(character):
            yield letter, place
