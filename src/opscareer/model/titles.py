"""Reading a title: which position it names, whatever company, platform, place or rank stands around the name.

What a post is called ends its title in Chinese and mostly in English (酒类品牌旗舰店运营, Senior Content Operations
Specialist): so the longest name that ends a part of the title decides, and of the parts the first. Words of rank
(高级, 主管, senior, head of) are taken off names and titles alike, and tell the rung.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from opscareer.model.index import Index, indexed
from opscareer.model.words import Hit, every, longest
from opscareer.text import searched

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase

LONGEST = 80
"""Columns of a title (a Chinese character takes two); more is a sentence."""

_APART = re.compile(r"[()\[\]{}【】《》<>|,，、;；:：·•+/\\\n—–]|(?<![a-z0-9])-|-(?![a-z0-9])| @ ")
_BRACKETS = re.compile(r"[(\[【<《][^()\[\]【】<>《》]*[)\]】>》]")
_AND = re.compile(r"\s*&\s*")
_EDGE = re.compile(r"^[\s\-_.&的]+|(?:[\s\-_.&]|岗位?)+$")
_ENDS, _LATER, _ASIDE = 1.5, 0.8, 0.6  # a name that ends its part, stands in a later part, in brackets
_ABOVE = 0.5  # a name without its rank, of a line that begins above the lowest rung: 电商 of 电商总监
_WIDE, _NARROW = 2.0, 0.6  # what a Chinese character and a Latin letter say
PLAIN = 7.0
"""What a name says at the most that tells little, as two Chinese characters (运营, 市场)."""


class TitleWords(NamedTuple):
    """The words by which titles are read.

    names: for each name, with its words of rank and without, what it stands for: `role/rung`, or `role/` where the rank
    tells the rung. ranks: for each word of rank its rung. others: what titles of other trades end with. lines: for each
    role the position of its line on each rung. orders: how high each rung stands.
    """

    names: Index[tuple[str, ...]]
    ranks: Index[str]
    others: Index[str]
    lines: Mapping[str, Mapping[str, str]]
    orders: Mapping[str, int]


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
    text = _spelt(title)[: 2 * LONGEST]
    parts = [*_parts(_BRACKETS.sub("", text)), *_parts(_BRACKETS.sub(" , ", text))] or [*_parts(text)]
    parts = [*dict.fromkeys(parts)]
    aside = [part for bracket in _BRACKETS.findall(text) for part in _parts(bracket)]
    ranked = [(part, *_unranked(words, part)) for part in parts]
    rung = _rung(words, [hit for _, _, hits in ranked for hit in hits])
    if not rung:
        rung = _rung(words, [hit for part in aside for hit in _unranked(words, part)[1]])
    found = [*_found(words, ((part, bare) for part, bare, _ in ranked), 1.0)]
    found += _found(words, ((part, _unranked(words, part)[0]) for part in aside), _ASIDE)
    scores: dict[str, float] = {}
    for one in found:
        for meaning in one.hit.means:
            position, sure = _position(words, meaning, rung)
            if position:
                scores[position] = max(scores.get(position, 0.0), one.says * sure)
    ordered = tuple(sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0])))
    return TitleRead(ordered, rung, _foreign(words, parts, ordered))


def _spelt(name: str) -> str:
    """Return a title or a name as both are compared."""
    return _AND.sub(" and ", searched(name))


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a title, without what hangs at their edges."""
    for part in _APART.split(text):
        if bare := _EDGE.sub("", part):
            yield bare


def _unranked(words: TitleWords, part: str) -> tuple[str, list[Hit[str]]]:
    """Return a part without the words of rank that begin or end it, and those words in their order."""
    taken: list[Hit[str]] = []
    bare = part
    while hit := _edge_rank(words, bare):
        taken.append(hit)
        bare = _EDGE.sub("", bare[hit.end :] if hit.start == 0 else bare[: hit.start])
    ends = sorted(taken, key=lambda hit: part.find(hit.word))
    return bare, ends


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
        for hit in every(words.names, text)
    )


def _rung(words: TitleWords, hits: list[Hit[str]]) -> str:
    """Return the rung that words of rank tell: the highest, but an assistant to somebody is no more than that."""
    if not hits:
        return ""
    lowest = min(words.orders.values())
    last = hits[-1]
    others = hits[:-1]
    if words.orders[last.means] == lowest:
        others = [hit for hit in others if hit.end != last.start]
    best = max([*others, last], key=lambda hit: words.orders[hit.means])
    return best.means


def _found(words: TitleWords, parts: Iterable[tuple[str, str]], weight: float) -> Iterator[_Found]:
    """Yield the names in some parts of a title, with how much each says."""
    for number, (whole, bare) in enumerate(parts):
        for text in dict.fromkeys((whole, bare)):
            for hit in every(words.names, text):
                ends = _ENDS if hit.end == len(text) else 1.0
                later = _LATER if number else 1.0
                yield _Found(hit, _size(_unranked(words, hit.word)[0]) * ends * later * weight)


def _size(word: str) -> float:
    """Return how much a name says by its length."""
    return sum(_NARROW if letter.isascii() else _WIDE for letter in word if not letter.isspace())


def _position(words: TitleWords, meaning: str, rung: str) -> tuple[str, float]:
    """Return the position that a name stands for on a rung, else the next below in its line; and how sure that is."""
    role, _, own = meaning.partition("/")
    line, lowest = words.lines.get(role, {}), min(words.orders.values())
    if own and (not rung or lowest < words.orders[rung] <= words.orders[own]):
        return meaning, 1.0
    if not rung:
        first = min(line, key=lambda one: words.orders[one], default="")
        return (line[first], 1.0 if words.orders[first] == lowest else _ABOVE) if first else ("", 0.0)
    below = [one for one in line if words.orders[one] <= words.orders[rung]]
    best = rung if rung in line else max(below, key=lambda one: words.orders[one], default="")
    return (line[best], 1.0) if best else ("", 0.0)


def _foreign(words: TitleWords, parts: list[str], found: tuple[tuple[str, float], ...]) -> bool:
    """Return whether a title ends as those of other trades do, and nothing longer in it names a position."""
    ending = next((hit for hit in every(words.others, parts[0]) if hit.end == len(parts[0])), None) if parts else None
    return ending is not None and (not found or found[0][1] <= _ENDS * _size(ending.word))


@lru_cache(maxsize=8)
def title_words(kb: "KnowledgeBase") -> TitleWords:
    """Return the words by which the titles of a knowledge base are read."""
    ranks = indexed((word, rung.id) for rung in kb.rungs.values() for word in rung.words)
    names: dict[str, dict[str, None]] = {}
    for name, meaning in (*_whole_names(kb), *_bare_names(kb, ranks)):
        names.setdefault(name, {})[meaning] = None
    return TitleWords(
        names=indexed((name, tuple(_general(means))) for name, means in names.items()),
        ranks=ranks,
        others=indexed((word, word) for word in kb.other_trades),
        lines=kb.lines,
        orders={rung.id: rung.order for rung in kb.rungs.values()},
    )


def _whole_names(kb: "KnowledgeBase") -> Iterator[tuple[str, str]]:
    """Yield all that positions are called, each with its position."""
    for position in kb.positions.values():
        for name in (*position.title, *position.aliases.zh, *position.aliases.en):
            yield _spelt(name), position.id


def _bare_names(kb: "KnowledgeBase", ranks: Index[str]) -> Iterator[tuple[str, str]]:
    """Yield what a line is called whatever the rank: its role's name, its titles and its lowest position's names.

    Other names of higher positions tell their line only with their rank: 用户运营总监 heads more than 用户运营.
    """
    for role in kb.roles.values():
        held = sorted((p for p in kb.positions.values() if p.role == role.id), key=lambda p: kb.order(p.id))
        begins = held and kb.order(held[0].id) == min(rung.order for rung in kb.rungs.values())
        told = [(name, p.rung) for p in held for name in p.title]
        told += [(name, held[0].rung) for name in (*held[0].aliases.zh, *held[0].aliases.en)] if begins else []
        for name in role.name:
            yield _spelt(name), f"{role.id}/"
        for name, rung in told:
            bare = _own_rank_off(ranks, _spelt(name), rung)
            if bare and (bare != _spelt(name) or not _ranked(ranks, bare)):
                yield bare, f"{role.id}/"


def _general(means: Iterable[str]) -> Iterator[str]:
    """Yield meanings; where a name is also one without a rank, its rung is told by the rank alone."""
    roles = {meaning[:-1] for meaning in means if meaning.endswith("/")}
    yield from (meaning for meaning in means if meaning.endswith("/") or meaning.partition("/")[0] not in roles)


def _own_rank_off(ranks: Index[str], name: str, rung: str) -> str:
    """Return a name without the words of its own rung that begin or end it."""
    for hit in longest(ranks, name):
        if hit.means == rung and hit.start == 0 and hit.end < len(name):
            return _own_rank_off(ranks, _EDGE.sub("", name[hit.end :]), rung)
        if hit.means == rung and hit.end == len(name) and hit.start > 0:
            return _own_rank_off(ranks, _EDGE.sub("", name[: hit.start]), rung)
    return name


def _ranked(ranks: Index[str], name: str) -> bool:
    """Return whether a name begins or ends with a word of rank of another rung."""
    return any(hit.start == 0 or hit.end == len(name) for hit in longest(ranks, name))
