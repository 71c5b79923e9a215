"""Ads of which one comes more than once: the same words, whatever blanks and line ends stand between them."""

from collections.abc import Iterable, Iterator

from opscareer.match.demand import Posting

_REMEMBERED = 2_000_000
"""Ads that are known again: a hash of each, a hundred bytes in a set. To read so many takes an hour."""


def words_alone(text: str) -> str:
    """Return a text without its blanks and line ends, by which ads are the same or not."""
    return "".join(text.split())


class Once:
    """Which ads came so far; `repeated`: how many of them had come before. Of very many the first are known again."""

    def __init__(self) -> None:
        self.repeated = 0
        self._seen = set[int]()

    def only(self, postings: Iterable[Posting]) -> Iterator[Posting]:
        """Yield those ads that did not come before.

        The same words of another company, under another title, or told to be of another post are another ad.
        """
        for posting in postings:
            if self.came_before(*posting):
                self.repeated += 1
            else:
                yield posting

    def came_before(self, *told: str) -> bool:
        """Return whether an ad of just these words came before, and keep it in mind."""
        known = hash(tuple(map(words_alone, told)))
        came = known in self._seen
        if len(self._seen) < _REMEMBERED:
            self._seen.add(known)
        return came
