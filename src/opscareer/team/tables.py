"""A knowledge base as tables: its positions by their index, and what each asks. The last row is of no position."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np

from opscareer.advice import requirements_of
from opscareer.advice.heights import alone, begins_track, on_a_track
from opscareer.advice.leading import leads
from opscareer.advice.lines import ups_of, wanted
from opscareer.advice.prospect import is_a_step
from opscareer.advice.reach import reach_of_return
from opscareer.advice.standing import reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.role import Requirement
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, padded

LEAD = ("yes", "no", "")
"""What people say of leading others, as far as lines of work depend on it."""


@dataclass(frozen=True)
class Asked:
    """What each position asks, a row a position: skills (-1 for no more), levels, weights (0-1) and musts."""

    skills: Ints
    levels: Ints
    weights: Floats
    must: Bools


@dataclass(frozen=True)
class Tables:
    """What follows from a knowledge base alone, by the indices of positions (p), roles, skills and options of work.

    order, role: of p; leads: whether p leads people; enters: whether one begins in p; alone: whether it is on no track
    yet; on_a_track; begins_track: whether it is of the lowest height of the tracks; chief: the option of the chief work
    of p's role; reaches[p, goal]: whether promotions lead there; is_step[p, goal]; onward[lead, p]: where p rises to;
    rank: the place of p's id among all; emphasis: on each skill; asked, lowered: what p asks of those inside and
    outside the trade; added: of each skill whether leading adds it, for who does not lead yet and for who does;
    wanted[lead, p]: whether p is on a track that is wanted; rises: whether a promotion leads from one to another;
    heights: the order of each rung; back[lower, p]: the fit (0-1) from which one comes back into p.
    """

    kb: KnowledgeBase
    positions: tuple[str, ...]
    place: dict[str, int]
    order: Ints
    role: Ints
    leads: Bools
    enters: Bools
    alone: Bools
    begins_track: Bools
    on_a_track: Bools
    back: Floats
    chief: Ints
    reaches: Bools
    is_step: Bools
    onward: Ints
    rank: Ints
    skill_rank: Ints
    emphasis: Floats
    asked: Asked
    lowered: Asked
    leading: int
    added: Bools
    wanted: Bools
    rises: Bools
    heights: Ints

    def index(self, position: str) -> int:
        """Return the index of a position; -1 of none."""
        return self.place.get(position, NONE)

    def indices(self, positions: Iterable[str]) -> list[int]:
        """Return the indices of positions."""
        return [self.index(position) for position in positions]


@lru_cache(maxsize=8)
def tables_of(kb: KnowledgeBase) -> Tables:
    """Return the tables of a knowledge base."""
    ids, roles, skills = tuple(kb.positions), list(kb.roles), list(kb.skills)
    place = {position: number for number, position in enumerate(ids)}
    leading = kb.rules.leading
    return Tables(
        kb=kb,
        positions=ids,
        place=place,
        order=_each(ids, kb.order, 0),
        role=_each(ids, lambda p: roles.index(kb.positions[p].role), NONE),
        leads=_each(ids, lambda p: leads(kb, p), False).astype(bool),
        enters=_each(ids, kb.enters, False).astype(bool),
        alone=_each(ids, lambda p: alone(kb, p), False).astype(bool),
        on_a_track=_each(ids, lambda p: on_a_track(kb, p), False).astype(bool),
        begins_track=_each(ids, lambda p: begins_track(kb, p), False).astype(bool),
        back=np.array([_back(kb, ids, lower=lower) for lower in (False, True)]),
        chief=_each(ids, lambda p: _chief(kb, p), NONE),
        reaches=_pairs(ids, lambda p: reachable(kb, p)),
        is_step=_pairs(ids, lambda p: {goal for goal in ids if is_a_step(kb, p, goal)}),
        onward=np.array([_each(ids, _onward(kb, place, lead), NONE) for lead in LEAD]),
        rank=_ranks(ids),
        skill_rank=_ranks(skills),
        emphasis=np.array([skill.emphasis for skill in kb.skills.values()] + [1.0]),
        asked=_asked(kb, [requirements_of(kb, p) for p in ids]),
        lowered=_asked(kb, [requirements_of(kb, p, entry=True) for p in ids]),
        leading=skills.index(leading.skill) if leading else NONE,
        added=np.array([_added(kb, leading.groups[first:] if leading else ()) for first in (0, 1)]),
        wanted=np.array([_each(ids, _wanted(kb, lead), False) for lead in LEAD]).astype(bool),
        rises=_pairs(ids, kb.promotions),
        heights=np.array([rung.order for rung in kb.rungs.values()], dtype=np.intp),
    )


def saying(lead: str, current: tuple[str, ...] = ()) -> Profile:
    """Return somebody of whom nothing else is known than what they hold and what they say of leading."""
    return Profile(current=current, facts={"lead": lead} if lead else {})


def _back(kb: KnowledgeBase, ids: Iterable[str], *, lower: bool) -> Floats:
    return np.array([*(reach_of_return(kb, position, lower=lower) for position in ids), 1.0])


def _each(ids: Iterable[str], what: Callable[[str], int], of_none: int) -> Ints:
    return np.array([*map(what, ids), of_none], dtype=np.intp)


def _pairs(ids: tuple[str, ...], what: Callable[[str], Iterable[str]]) -> Bools:
    """Return a table over two positions, true where the second is among what the first has."""
    found = np.zeros((len(ids) + 1, len(ids) + 1), dtype=bool)
    place = {position: number for number, position in enumerate(ids)}
    for row, position in enumerate(ids):
        found[row, [place[other] for other in what(position)]] = True
    return found


def _ranks(ids: Iterable[str]) -> Ints:
    """Return the place of each id in the order of their letters."""
    inverse: Array = np.argsort(np.argsort(np.array(list(ids)), kind="stable"))
    return np.array([*inverse, len(inverse)], dtype=np.intp)


def _chief(kb: KnowledgeBase, position: str) -> int:
    """Return the option that stands for the chief work of a position's role; -1 where none does."""
    options = list(kb.questions["avoid"].labels) if "avoid" in kb.questions else []
    work = kb.roles[kb.positions[position].role].work[:1]
    return options.index(work[0]) if work and work[0] in options else NONE


def _onward(kb: KnowledgeBase, place: dict[str, int], lead: str) -> Callable[[str], int]:
    return lambda position: place.get(next(iter(ups_of(kb, saying(lead), position)), ""), NONE)


def _wanted(kb: KnowledgeBase, lead: str) -> Callable[[str], int]:
    return lambda position: len(wanted(kb, saying(lead), [position]))


def _added(kb: KnowledgeBase, groups: Iterable[str]) -> list[bool]:
    within = set(groups)
    return [skill.group in within for skill in kb.skills.values()] + [False]


def _asked(kb: KnowledgeBase, asked: list[tuple[Requirement, ...]]) -> Asked:
    place = {skill: number for number, skill in enumerate(kb.skills)}
    skills = padded([[*(place[r.skill] for r in one)] for one in asked] + [[]])
    width = skills.shape[1]

    def filled(rows: list[list[float]], blank: float) -> Array:
        return np.array([[*row, *[blank] * (width - len(row))] for row in [*rows, []]])

    return Asked(
        skills=skills,
        levels=filled([[r.level for r in one] for one in asked], 1).astype(np.intp),
        weights=filled([[r.weight for r in one] for one in asked], 0.0),
        must=filled([[r.must for r in one] for one in asked], False).astype(bool),
    )
