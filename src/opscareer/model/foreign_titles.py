"""Titles of other trades: what a title ends with decides, though it begins with a name of ours (Community Nurse)."""

from collections.abc import Iterator

from opscareer.model.title_ranks import ENDS, LATER, TitleWords, size, unranked
from opscareer.model.words import every


def is_foreign(words: TitleWords, parts: list[str]) -> bool:
    """Return whether the first part that ends as titles do ends as those of other trades do, and no longer name."""
    for number, part in enumerate(parts):
        ending = other_trade(words, part)
        if ending or _ending(words, part):
            return bool(ending) and ENDS * size(ending) >= max(_endings(words, parts[number:]))
    return False


def other_trade(words: TitleWords, part: str) -> str:
    """Return the name of another trade that a part ends with, with its words of rank or without; empty if none."""
    texts = (part, unranked(words, part)[0])
    return next((hit.word for text in texts for hit in every(words.others, text) if hit.end == len(text)), "")


def _endings(words: TitleWords, parts: list[str]) -> Iterator[float]:
    """Yield what the names say that end some parts; what follows in English is a field (Nurse, Community)."""
    for number, part in enumerate(parts):
        if not (number and part.isascii()):
            yield _ending(words, part) * (LATER if number else 1.0)


def _ending(words: TitleWords, part: str) -> float:
    """Return what the longest name says that ends a part, with its words of rank or without; 0 if none."""
    hits = ((text, hit) for text in (part, unranked(words, part)[0]) for hit in every(words.names, text))
    return ENDS * max((size(hit.word) for text, hit in hits if hit.end == len(text)), default=0.0)
