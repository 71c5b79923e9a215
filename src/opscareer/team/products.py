"""Fits and draws of many people as one matrix product: a column a level and skill, a column of weights a position.

A level is coded as a thermometer, one for each level that is reached, so that what grows in steps with a level is a sum
of steps. What is unknown has columns of its own, weighted by how likely the person is typical of the post.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from opscareer.advice import met
from opscareer.advice.belief import point, unproved
from opscareer.advice.lines import ups_of
from opscareer.advice.score import capacity_of, draws_of
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import Array, Bools, Floats, Ints
from opscareer.team.beliefs import Beliefs, priors_of
from opscareer.team.tables import LEAD, saying, tables_of


@dataclass(frozen=True)
class Columns:
    """The positions whose fit, and whose draw, decide for people on a rung; and the column of each position."""

    fits: tuple[str, ...]
    draws: tuple[str, ...]
    fit_of: Ints
    draw_of: Ints


@dataclass(frozen=True)
class Weights:
    """What each column of people adds to each of the columns of positions: those told, and those unknown.

    around, skills: the level that the post asks, and the skill, of each unknown column of the typical kind.
    """

    told: Floats
    unknown: Floats
    around: Ints
    skills: Ints


@dataclass(frozen=True)
class Products:
    """The fits (0-1, rounded as in the advice) and draws of people, by position."""

    columns: Columns
    fits: Floats
    draws: Floats

    def fit(self, positions: Ints) -> Floats:
        """Return the fits of people, a row each, to positions; those of no position mean nothing."""
        return _at(self.fits, self.columns.fit_of[positions])

    def draw(self, positions: Ints) -> Floats:
        """Return the draws of positions; those of no position mean nothing."""
        return _at(self.draws, self.columns.draw_of[positions])


def products_of(kb: KnowledgeBase, beliefs: Beliefs, rung: int, leniency: int, posts: int) -> Products:
    """Return the products of people who stand on one rung and rate themselves so many half levels too high.

    posts: how many posts each of them holds: none, one, or several.
    """
    outside = not posts
    columns = _entries(kb) if outside else columns_of(kb, rung, several=posts > 1)
    weights = _weights(kb, rung, leniency, min(posts, 2))
    found = _told(beliefs, kb.top) @ weights.told
    some = np.flatnonzero((beliefs.states > kb.top + 1).any(axis=1))
    if len(some):
        found[some] += _unknown(beliefs.only(some), weights, kb.top) @ weights.unknown
    fits, draws = np.split(found, [len(columns.fits)], axis=1)
    return Products(columns, np.round(fits, 9), draws)


@lru_cache(maxsize=64)
def columns_of(kb: KnowledgeBase, rung: int, *, several: bool) -> Columns:
    """Return which positions may decide for people on a rung: where its moves lead, and where those lines rise to.

    several: whether they hold several posts; then one of them may stand on another track at the same height.
    """
    on = list(kb.rungs.values())[rung]
    names = [other.id for other in kb.rungs.values() if other == on or (several and other.order == on.order)]
    held = [p.id for name in names for p in kb.on_rung(name)]
    moves = [move for position in held for move in kb.moves_from[position]]
    level = [move.end for move in moves if move.kind == "lateral"]
    above = [move.end for move in moves if move.kind == "diagonal"]
    # a line that is only reached by a diagonal is judged by its post beside the one held
    roles = dict.fromkeys(kb.positions[end].role for end in (*level, *above))
    beside = [p for p in (f"{role}/{name}" for role in roles for name in names) if p in kb.positions]
    ups = [up for lead in LEAD for p in (*held, *level, *beside) for up in ups_of(kb, saying(lead), p)]
    fits = dict.fromkeys((*above, *(move.end for move in moves if move.kind == "promotion")))
    return _numbered(kb, fits, dict.fromkeys((*held, *level, *above, *beside, *ups)))


@lru_cache(maxsize=8)
def _entries(kb: KnowledgeBase) -> Columns:
    return _numbered(kb, {}, dict.fromkeys(p for p in kb.positions if kb.enters(p)))


def _numbered(kb: KnowledgeBase, fits: dict[str, None], draws: dict[str, None]) -> Columns:
    tables = tables_of(kb)
    by_fit, by_draw = (np.zeros(len(kb.positions) + 1, dtype=np.intp) for _ in range(2))
    by_fit[tables.indices(fits)] = np.arange(len(fits))
    by_draw[tables.indices(draws)] = np.arange(len(draws))
    return Columns(tuple(fits), tuple(draws), by_fit, by_draw)


@lru_cache(maxsize=128)
def _weights(kb: KnowledgeBase, rung: int, leniency: int, posts: int) -> Weights:
    outside = not posts
    columns = _entries(kb) if outside else columns_of(kb, rung, several=posts > 1)
    capacity = capacity_of(kb, Standing((), list(kb.rungs)[rung]))
    fits = [_fit_by_level(kb, position) for position in columns.fits]
    draws = [list(draws_of(kb, p, outside, capacity, leniency / 2).values()) for p in columns.draws]
    worth = np.array([*fits, *draws]).reshape(len(fits) + len(draws), len(kb.skills), kb.top + 1)
    none = worth @ np.array(unproved(kb.top))
    typical = np.einsum("srx,csx->rsc", priors_of(kb, rung), worth)
    uniform = worth.mean(axis=2).T
    around, skills = np.nonzero(_asked_levels(kb, rung, posts))
    return Weights(
        told=np.vstack([*np.moveaxis(np.diff(worth, axis=2), [2, 1, 0], [0, 1, 2]), none.T]),
        unknown=np.vstack([typical[around, skills], uniform]),
        around=around,
        skills=skills,
    )


def _asked_levels(kb: KnowledgeBase, rung: int, posts: int) -> Bools:
    """Return which levels the posts that people may hold ask of each skill, by level and skill; 0 where none asks."""
    held = [p.id for p in kb.positions.values() if posts > 1 or (posts and p.rung == list(kb.rungs)[rung])]
    found = np.zeros((kb.top + 1, len(kb.skills)), dtype=bool)
    for place, skill in enumerate(kb.skills):
        found[[kb.needed[position].get(skill, 0) for position in held], place] = True
        found[0, place] |= posts != 1
    return found


def _fit_by_level(kb: KnowledgeBase, position: str) -> list[tuple[float, ...]]:
    """Return what each level of each skill adds to the fit of a position."""
    asked = {r.skill: r for r in kb.positions[position].requirements}
    levels = [point(level, kb.top) for level in range(kb.top + 1)]
    nothing = (0.0,) * len(levels)
    return [
        tuple(asked[s].weight * met(level, asked[s].level) for level in levels) if s in asked else nothing
        for s in kb.skills
    ]


def _told(beliefs: Beliefs, top: int) -> Floats:
    """Return people as thermometers: a column for each level and skill, and for each skill without opportunity."""
    states, skills = beliefs.states, beliefs.states.shape[1]
    levels = np.where(states <= top, states, 0)
    found = np.empty((len(states), (top + 1) * skills))
    for level in range(1, top + 1):
        found[:, (level - 1) * skills : level * skills] = levels >= level
    found[:, top * skills :] = states == top + 1
    return found


def _unknown(beliefs: Beliefs, weights: Weights, top: int) -> Floats:
    """Return of people which skills are unknown, and around which level; then again which, for the other kind."""
    states, typical = beliefs.states, beliefs.typical[:, None]
    columns = len(weights.skills)
    found = np.empty((len(states), columns + states.shape[1]))
    found[:, :columns] = (states[:, weights.skills] == (top + 2 + weights.around).astype(np.int8)) * typical
    found[:, columns:] = (states > top + 1) * (1 - typical)
    return found


def _at(values: Floats, columns: Array) -> Floats:
    """Return for each row the values in its columns, of any number of dimensions."""
    if not values.shape[1]:  # nothing is above: no promotion, and no diagonal move
        return np.zeros(columns.shape)
    flat = columns.reshape(len(columns), -1) + (np.arange(len(columns)) * values.shape[1])[:, None]
    return values.ravel()[flat].reshape(columns.shape)
