"""What each answer weighs in the fits and draws of positions: tables by which people are multiplied.

Who holds one post only needs the few positions that this post leads to; who holds several, those of their rung.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from opscareer.advice import met
from opscareer.advice.belief import point, unproved
from opscareer.advice.draw import capacity_of, draws_of
from opscareer.advice.lines import ups_of
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Floats, Ints
from opscareer.team.beliefs import beyond_of
from opscareer.team.tables import LEAD, saying, tables_of

OUTSIDE, SEVERAL = -1, -2
"""Instead of the index of a post: people hold none, or several."""


class Group(NamedTuple):
    """Who shares weights: the index of the rung and of the post, how many half levels the answers are too high, and the
    index of a goal that opens a line of its own."""

    rung: int
    post: int
    leniency: int
    goal: int


@dataclass(frozen=True)
class Columns:
    """The positions whose fit, and whose draw, decide for some people; and the column of each position."""

    fits: tuple[str, ...]
    draws: tuple[str, ...]
    fit_of: Ints
    draw_of: Ints


@dataclass(frozen=True)
class Weights:
    """What each column of people adds to each of the columns of positions.

    told: a row for each skill and state of it: the levels but 0, which adds nothing, no opportunity, unknown (as of
    anybody); unknown: what who has at least, and at most, what is typical has beyond that, a row for each skill and
    level that it may be unknown around; around: how many such levels there are.
    """

    columns: Columns
    told: Floats
    unknown: Floats
    around: int


@lru_cache(maxsize=1024)  # the same in every batch
def weights_of(kb: KnowledgeBase, group: Group) -> Weights:
    """Return the weights of a group."""
    columns, outside = columns_of(kb, group.rung, group.post, group.goal), group.post == OUTSIDE
    worth = np.array(
        [
            *(_fit_by_level(kb, position) for position in columns.fits),
            *(_draw_by_level(kb, position, outside, group.rung, group.leniency) for position in columns.draws),
        ]
    ).reshape(-1, len(kb.skills), kb.top + 1)
    anybody = worth.mean(axis=2)
    told = np.dstack([worth[:, :, 1:], worth @ np.array(unproved(kb.top)), anybody])
    around = _around(kb, group.post)
    beyond = beyond_of(kb, group.rung)[np.arange(len(around))[:, None], around]
    return Weights(
        columns=columns,
        told=np.ascontiguousarray(told.reshape(len(told), -1).T),
        unknown=np.einsum("sakx,psx->ksap", beyond, worth).reshape(2, -1, len(worth)),
        around=around.shape[1],
    )


@lru_cache(maxsize=1024)
def columns_of(kb: KnowledgeBase, rung: int, post: int, goal: int) -> Columns:
    """Return which positions may decide for people: where the moves from their post lead, and where those lines rise.

    goal: one that opens a line of its own, -1 where none does. Of several posts one may stand on another track at the
    same height.
    """
    if post == OUTSIDE:
        return _numbered(kb, {}, dict.fromkeys(p for p in kb.positions if kb.enters(p)))
    on = list(kb.rungs.values())[rung]
    names = [other.id for other in kb.rungs.values() if other == on or (post == SEVERAL and other.order == on.order)]
    held = [p.id for name in names for p in kb.on_rung(name)] if post == SEVERAL else [tables_of(kb).positions[post]]
    moves = [move for position in held for move in kb.moves_from[position]]
    level = [move.end for move in moves if move.kind == "lateral"]
    level += [] if goal == NONE else [tables_of(kb).positions[goal]]
    above = [move.end for move in moves if move.kind == "diagonal"]
    # a line that is only reached by a diagonal is judged by its post beside the one held
    roles = dict.fromkeys(kb.positions[end].role for end in (*level, *above))
    beside = [p for p in (f"{role}/{name}" for role in roles for name in names) if p in kb.positions]
    ups = [up for lead in LEAD for p in (*held, *level, *beside) for up in ups_of(kb, saying(lead), p)]
    fits = dict.fromkeys((*above, *(move.end for move in moves if move.kind == "promotion")))
    return _numbered(kb, fits, dict.fromkeys((*held, *level, *above, *beside, *ups)))


def _numbered(kb: KnowledgeBase, fits: dict[str, None], draws: dict[str, None]) -> Columns:
    tables = tables_of(kb)
    by_fit, by_draw = (np.zeros(len(kb.positions) + 1, dtype=np.intp) for _ in range(2))
    by_fit[tables.indices(fits)] = np.arange(len(fits))
    by_draw[tables.indices(draws)] = np.arange(len(draws))
    return Columns(tuple(fits), tuple(draws), by_fit, by_draw)


def _around(kb: KnowledgeBase, post: int) -> Ints:
    """Return the levels that a skill may be unknown around, a row a skill: what the post asks, any of several posts."""
    if post == SEVERAL:
        return np.tile(np.arange(kb.top + 1), (len(kb.skills), 1))
    needed = kb.needed[tables_of(kb).positions[post]] if post != OUTSIDE else {}
    return np.array([[needed.get(skill, 0)] for skill in kb.skills], dtype=np.intp)


@lru_cache(maxsize=1024)
def _fit_by_level(kb: KnowledgeBase, position: str) -> Floats:
    """Return what each level of each skill adds to the fit of a position, a row a skill."""
    asked = {r.skill: r for r in kb.positions[position].requirements}
    levels = [point(level, kb.top) for level in range(kb.top + 1)]
    found = np.zeros((len(kb.skills), len(levels)))
    for place, skill in enumerate(kb.skills):
        if one := asked.get(skill):
            found[place] = [one.weight * met(level, one.level) for level in levels]
    return found


@lru_cache(maxsize=8192)
def _draw_by_level(kb: KnowledgeBase, position: str, outside: bool, rung: int, leniency: int) -> Floats:
    """Return what each level of each skill adds to the draw of a position, a row a skill."""
    capacity = capacity_of(kb, Standing((), list(kb.rungs)[rung]))
    return np.array([*draws_of(kb, position, outside, capacity, leniency / 2).values()])
