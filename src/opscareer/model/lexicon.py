"""What reading an ad takes of a knowledge base: its words, folded and in order, and what its positions ask.

It is worked out once, when the knowledge base is compiled, so that whoever reads one ad need not wait for the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from opscareer.model.index import Index, indexed
from opscareer.model.levels import TOP
from opscareer.model.market import Cue, Market
from opscareer.model.title_ranks import TitleWords
from opscareer.model.title_words import title_words
from opscareer.names import searched
from opscareer.text import Text

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase


class Guide(NamedTuple):
    """What tells some ids (roles or rungs) apart: how many ads of each were counted, and the cues that ads say."""

    ids: tuple[str, ...]
    counted: Mapping[str, int]
    cues: Index[Cue]


class Lexicon(NamedTuple):
    """The words of roles, rungs and skills; what skills and positions are called; and what an ad may be for.

    titles: the words by which titles are read. lines: for each role the position that its line has on each rung.
    rungs_up: all rungs from the lowest. needed: the level that each position requires of each skill.
    top: the highest level. leading: the skill of leading people, where there is one.
    """

    roles: Guide
    rungs: Guide
    skills: Index[tuple[str, ...]]
    titles: TitleWords
    names: Mapping[str, Text]
    lines: Mapping[str, Mapping[str, str]]
    rungs_up: tuple[str, ...]
    needed: Mapping[str, Mapping[str, int]]
    top: int = TOP
    leading: str = ""


def lexicon_of(kb: "KnowledgeBase", market: Market) -> Lexicon:
    """Return what reading ads takes of a knowledge base and of what the market says."""
    return Lexicon(
        roles=role_guide(kb, market),
        rungs=rung_guide(kb, market),
        skills=skill_index(kb),
        titles=title_words(kb),
        names={id_: skill.name for id_, skill in kb.skills.items()}
        | {id_: position.title for id_, position in kb.positions.items()},
        lines=kb.lines,
        rungs_up=tuple(kb.rungs),
        needed=kb.needed,
        top=kb.top,
        leading=kb.rules.leading.skill if kb.rules.leading else "",
    )


def role_guide(kb: "KnowledgeBase", market: Market) -> Guide:
    """Return what tells the role of an ad: the roles with which a line begins.

    Their cues are those of the market, and the names of their positions that are none of these.
    """
    ids = tuple(role for role in kb.roles if kb.begins(role))
    own: dict[str, set[str]] = {}
    for position in kb.positions.values():
        if position.role in ids:
            for name in _spelt(*position.title, *position.aliases.zh, *position.aliases.en):
                own.setdefault(name, set()).add(position.role)
    names = (Cue(name, tuple(sorted(roles)), {}) for name, roles in own.items())
    return guide(ids, (*market.role_cues, *names), market.roles)


def rung_guide(kb: "KnowledgeBase", market: Market) -> Guide:
    """Return what tells the rung of an ad: the cues of the market, and what rungs are called."""
    names = (Cue(name, (rung.id,), {}) for rung in kb.rungs.values() for name in rung.called)
    return guide(tuple(kb.rungs), (*market.rung_cues, *names), market.rungs)


def guide(ids: tuple[str, ...], cues: Iterable[Cue], counted: Mapping[str, int]) -> Guide:
    """Return a guide to some ids; of cues that are searched for alike the first counts."""
    return Guide(ids, counted, indexed((cue.word, cue) for cue in cues))


def skill_index(kb: "KnowledgeBase") -> Index[tuple[str, ...]]:
    """Return the words by which ads name skills, each with all that it names.

    What only looks like a name of a skill stands there too: it names the others of which it holds a name.
    """
    named: dict[str, dict[str, None]] = {}
    for skill in kb.skills.values():
        for name in _spelt(*skill.name, *skill.aliases.zh, *skill.aliases.en):
            named.setdefault(searched(name), {})[skill.id] = None
    others: dict[str, dict[str, None]] = {}
    for skill in kb.skills.values():
        for looks in map(searched, skill.lookalikes):
            held = {id_: None for name, ids in named.items() if name in looks for id_ in ids}
            others[looks] = {id_: None for id_ in others.get(looks, held) if id_ != skill.id}
    return indexed((word, tuple(ids)) for word, ids in {**others, **named}.items())


def _spelt(*names: str) -> Iterator[str]:
    """Yield names, with a blank for each hyphen as well."""
    for name in names:
        yield name
        if "-" in name:
            yield name.replace("-", " ")
