"""The words by which titles are read, made of a knowledge base: names of positions, words of rank, other trades.

A line answers to the names of its positions whatever the rank, so each name stands there with its words of rank and
without.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from opscareer.model.index import Index, indexed
from opscareer.model.title_parts import spelt, trimmed
from opscareer.model.title_ranks import TitleWords
from opscareer.model.words import longest

_MANY = 0.2  # of all lines

if TYPE_CHECKING:  # whoever only reads titles does not wait for it
    from opscareer.model.kb import KnowledgeBase


@lru_cache(maxsize=8)
def title_words(kb: "KnowledgeBase") -> TitleWords:
    """Return the words by which the titles of a knowledge base are read."""
    ranks = indexed((word, rung.id) for rung in kb.rungs.values() for word in rung.words or rung.called)
    names: dict[str, dict[str, None]] = {}
    for name, meaning in (*_whole_names(kb), *_bare_names(kb, ranks)):
        names.setdefault(name, {})[meaning] = None
    return TitleWords(
        names=indexed((name, tuple(_general(kb, means))) for name, means in names.items()),
        ranks=ranks,
        others=indexed((word, word) for word in kb.other_trades),
        lines=kb.lines,
        orders={rung.id: rung.order for rung in kb.rungs.values()},
        leading=tuple(rung.id for rung in kb.rungs.values() if rung.track == "lead"),
        general=_general_names(names, len(kb.lines)),
    )


def _whole_names(kb: "KnowledgeBase") -> Iterator[tuple[str, str]]:
    """Yield all that positions are called, each with its position; also as a title is read, without what hangs on."""
    for position in kb.positions.values():
        for name in (*position.title, *position.aliases.zh, *position.aliases.en):
            for told in dict.fromkeys((spelt(name), trimmed(spelt(name)))):
                if told:
                    yield told, position.id


def _bare_names(kb: "KnowledgeBase", ranks: Index[str]) -> Iterator[tuple[str, str]]:
    """Yield what a line is called whatever the rank: its role's name, its titles and its lowest position's names.

    Other names of higher positions tell their line only with their rank: 用户运营总监 heads more than 用户运营. So does
    a title of theirs in which no rank stands.
    """
    for role in kb.roles.values():
        held = sorted((p for p in kb.positions.values() if p.role == role.id), key=lambda p: kb.order(p.id))
        told = [(name, p.rung) for p in held for name in p.title]
        if kb.begins(role.id):
            told += [(name, held[0].rung) for name in (*held[0].aliases.zh, *held[0].aliases.en)]
        for name in role.name:
            yield spelt(name), f"{role.id}/"
        for name, rung in told:
            bare = _own_rank_off(ranks, spelt(name), rung)
            if bare and (bare != spelt(name) or (rung == held[0].rung and not _ranked(ranks, bare))):
                yield bare, f"{role.id}/"


def _general(kb: "KnowledgeBase", means: Iterable[str]) -> Iterator[str]:
    """Yield meanings; where a name is also that of its whole line, its rung is told by the rank alone."""
    roles = {meaning[:-1] for meaning in means if meaning.endswith("/") and kb.begins(meaning[:-1])}
    yield from (meaning for meaning in means if meaning.endswith("/") or meaning.partition("/")[0] not in roles)


def _general_names(names: Mapping[str, Iterable[str]], lines: int) -> tuple[str, ...]:
    """Return the names of whole lines that end names of more than a fifth of all others."""
    ends: dict[str, set[str]] = {name: set() for name, means in names.items() if any(m.endswith("/") for m in means)}
    lengths = sorted({len(name) for name in ends})
    for name, means in names.items():
        for end in (name[-length:] for length in lengths if length < len(name)):
            if end in ends:
                ends[end].update(meaning.partition("/")[0] for meaning in means)
    own = {name: {meaning.partition("/")[0] for meaning in names[name]} for name in ends}
    return tuple(name for name, roles in ends.items() if len(roles - own[name]) > _MANY * lines)


def _own_rank_off(ranks: Index[str], name: str, rung: str) -> str:
    """Return a name without the words of its own rung that begin or end it."""
    for hit in longest(ranks, name):
        if hit.means == rung and hit.start == 0 and hit.end < len(name):
            return _own_rank_off(ranks, trimmed(name[hit.end :]), rung)
        if hit.means == rung and hit.end == len(name) and hit.start > 0:
            return _own_rank_off(ranks, trimmed(name[: hit.start]), rung)
    return name


def _ranked(ranks: Index[str], name: str) -> bool:
    """Return whether a name begins or ends with a word of rank of another rung."""
    return any(hit.start == 0 or hit.end == len(name) for hit in longest(ranks, name))
