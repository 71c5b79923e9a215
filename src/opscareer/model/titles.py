"""Reading a title: which position it names, whatever company, platform, place or rank stands around the name.

What a post is called ends its title in Chinese and mostly in English (酒类品牌旗舰店运营, Senior Content Operations
Specialist): so the longest name that ends a part of the title decides, and of the parts the first. Words of rank
(高级, 主管, senior, head of) are taken off names and titles alike, and tell the rung.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from opscareer.model.foreign_titles import is_foreign, other_trade
from opscareer.model.superior import without_superior
from opscareer.model.title_parts import parts_of, spelt, trimmed
from opscareer.model.title_ranks import ENDS, LATER, TitleWords, size, unranked
from opscareer.model.words import Hit, every

LONGEST = 80
"""Columns of a title (a Chinese character takes two); more is a sentence."""

_NO_FIELD = r"(?:业务|方向|岗位?|类|部门?|组|线| (?:division|team|department|business))\Z"
_ASIDE = 0.6  # a name in brackets
_ABOVE = 0.5  # a name without its rank, of a line that begins above the lowest rung: 电商 of 电商总监
_FIELD, _GENERAL = 0.8, 0.4  # a name and its field put together; a name that ends many others, beside one that is not
PLAIN = 7.0
"""What a name says at the most that tells little, as two Chinese characters (运营, 市场)."""


class TitleRead(NamedTuple):
    """A title as it was read: the positions that it may name, each with what speaks for it, and the rung it tells.

    rung is empty where no word of rank stands there; foreign says that it ends as titles of other trades do.
    """

    positions: tuple[tuple[str, float], ...]
    rung: str
    foreign: bool


class _Found(NamedTuple):
    hit: Hit[tuple[str, ...]]
    says: float


def read_title(words: TitleWords, title: str) -> TitleRead:
    """Return what a title names, the likeliest first; nothing where it holds no name of a position."""
    parts, aside = parts_of(without_superior(spelt(title)[: 2 * LONGEST]))
    rung = _highest(words, parts) or _highest(words, ["", *aside])
    scores: dict[str, float] = {}
    for one in _weighed(words, parts, aside):
        for meaning in one.hit.means:
            position, sure = _position(words, meaning, rung)
            if position:
                scores[position] = max(scores.get(position, 0.0), one.says * sure)
    ordered = tuple(sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0])))
    return TitleRead(ordered, rung, is_foreign(words, parts))


def is_rank(words: TitleWords, text: str) -> bool:
    """Return whether a text is words of rank and no more (Senior Manager, 经理)."""
    bare, ranks = unranked(words, trimmed(spelt(text)))
    return bool(ranks) and not bare


def _weighed(words: TitleWords, parts: list[str], aside: list[str]) -> list[_Found]:
    """Return the names in the parts of a title; beside one that is not, a general name says little."""
    fields = _fields(words, parts, aside)
    found = [*_found(words, parts, 1.0), *_found(words, aside, _ASIDE), *_found(words, fields, _FIELD)]
    general = [_is_general(words, one.hit.word) for one in found]
    less = 1.0 if all(general) else _GENERAL
    return [one._replace(says=one.says * (less if is_so else 1.0)) for one, is_so in zip(found, general, strict=True)]


def _fields(words: TitleWords, parts: list[str], aside: list[str]) -> Iterator[str]:
    """Yield what a general name is meant to be where its field stands apart from it: 运营经理 (电商)."""
    head = unranked(words, parts[0])[0] if parts else ""
    if head in words.general:
        blank = " " if head.isascii() else ""
        yield from (f"{re.sub(_NO_FIELD, '', part)}{blank}{head}" for part in (*parts[1:], *aside))


def _is_general(words: TitleWords, name: str) -> bool:
    """Return whether a name says little, with a word of rank behind it or without."""
    behind = (hit.start for hit in every(words.ranks, name) if hit.end == len(name))
    return name in words.general or any(trimmed(name[:start]) in words.general for start in behind)


def _highest(words: TitleWords, parts: list[str]) -> str:
    """Return the highest rung that some parts tell; one of another trade tells none, unless it is the first."""
    ours = [part for number, part in enumerate(parts) if not (number and other_trade(words, part))]
    rungs = [rung for part in ours if (rung := _rung(words, part))]
    return max(rungs, key=lambda rung: words.orders[rung], default="")


def _rung(words: TitleWords, part: str) -> str:
    """Return the rung that words of rank tell: the highest, but an assistant to who leads is no more than that."""
    hits = unranked(words, part)[1]
    lowest = [hit for hit in hits if words.orders[hit.means] == min(words.orders.values())]
    if to_somebody := [hit for hit in lowest if f"{hit.word} to " in part]:
        return to_somebody[0].means
    if lowest and hits[-1] is lowest[-1]:
        led = [hit for hit in hits[:-1] if hit.means in words.leading and 0 <= hits[-1].start - hit.end <= 1]
        hits = [hit for hit in hits if hit not in led]
    return max(hits, key=lambda hit: words.orders[hit.means]).means if hits else ""


def _found(words: TitleWords, parts: Iterable[str], weight: float) -> Iterator[_Found]:
    """Yield the names in some parts of a title, with how much each says."""
    for number, whole in enumerate(parts):
        for text in dict.fromkeys((whole, unranked(words, whole)[0])):
            for hit in every(words.names, text):
                ends = ENDS if hit.end == len(text) else 1.0
                later = LATER if number else 1.0
                yield _Found(hit, size(unranked(words, hit.word)[0]) * ends * later * weight)


def _position(words: TitleWords, meaning: str, rung: str) -> tuple[str, float]:
    """Return the position that a name stands for on a rung, else the next below in its line; and how sure that is."""
    role, _, own = meaning.partition("/")
    line, lowest = words.lines.get(role, {}), min(words.orders.values())
    if own and (not rung or lowest < words.orders[rung] <= words.orders[own]):
        return meaning, 1.0
    if not rung:
        first = min(line, key=lambda one: words.orders[one], default="")
        return (line[first], 1.0 if words.orders[first] == lowest else _ABOVE) if first else ("", 0.0)
    below = [one for one in line if words.orders[one] < words.orders[rung]]
    leads = rung in words.leading
    nearest = max(below, key=lambda one: (words.orders[one], (one in words.leading) is leads), default="")
    best = rung if rung in line else nearest
    return (line[best], 1.0) if best else ("", 0.0)
