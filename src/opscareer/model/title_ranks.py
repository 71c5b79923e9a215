"""The words by which titles are read, a title without its words of rank, and how much a name says."""

from collections.abc import Mapping
from typing import NamedTuple

from opscareer.model.index import Index
from opscareer.model.title_parts import trimmed
from opscareer.model.words import Hit, every, longest

ENDS, LATER = 1.5, 0.8
"""What a name says that ends its part of a title, and one in a later part, beside one that does not."""

_WIDE, _NARROW = 2.0, 0.6  # what a Chinese character and a Latin letter say


class TitleWords(NamedTuple):
    """The words by which titles are read.

    names: for each name, with its words of rank and without, what it stands for: `role/rung`, or `role/` where the rank
    tells the rung. ranks: for each word of rank its rung. others: what titles of other trades end with. lines: for each
    role the position of its line on each rung. orders: how high each rung stands. leading: the rungs of who leads.
    general: names that end those of many other lines, and say less than what stands before them (运营).
    """

    names: Index[tuple[str, ...]]
    ranks: Index[str]
    others: Index[str]
    lines: Mapping[str, Mapping[str, str]]
    orders: Mapping[str, int]
    leading: tuple[str, ...]
    general: tuple[str, ...] = ()


def unranked(words: TitleWords, part: str) -> tuple[str, list[Hit[str]]]:
    """Return a part without the words of rank that begin or end it, and those words in their order."""
    taken: list[Hit[str]] = []
    start, bare = 0, part
    while hit := _edge_rank(words, bare):
        taken.append(hit._replace(start=start + hit.start, end=start + hit.end))
        rest = bare[: hit.start] or bare[hit.end :]
        bare = trimmed(rest)
        start += rest.find(bare) + (0 if hit.start else hit.end)
    return bare, sorted(taken, key=lambda hit: hit.start)


def _edge_rank(words: TitleWords, text: str) -> Hit[str] | None:
    """Return a word of rank that ends a text, or else begins it; a name that stands there goes before it."""
    hits = [*longest(words.ranks, text)]
    for hit in reversed(hits):
        if hit.end == len(text) and not _is_name(words, text, hit):
            return hit
    return next((hit for hit in hits if hit.start == 0 and hit.end < len(text)), None)


def _is_name(words: TitleWords, text: str, rank: Hit[str]) -> bool:
    """Return whether a word of rank ends a longer name that tells a rung of its own (客户经理, 店长)."""
    return any(
        hit.end == len(text)
        and hit.start < rank.start
        and not any(m.endswith(("/", f"/{rank.means}")) for m in hit.means)
        and not (hit.start and trimmed(text[hit.start : rank.start]) in words.general)
        for hit in every(words.names, text)
    )


def size(word: str) -> float:
    """Return how much a name says by its length."""
    return sum(_NARROW if letter.isascii() else _WIDE for letter in word if not letter.isspace())
