"""Who could step into each position: the others of whom `gap` says that they are ready for it, or within reach."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import NONE, Bools, Floats, Ints
from opscareer.team.beliefs import Beliefs, expectations_of
from opscareer.team.held import held_against
from opscareer.team.standings import Standings
from opscareer.team.steps import reach_of_rise
from opscareer.team.tables import Asked, Tables, tables_of
from opscareer.team.told import VERDICTS, gates_of, ready_for
from opscareer.team.who import Who


class Bench(NamedTuple):
    """By person and position: who is ready, and who is not but within reach."""

    ready: Bools
    within: Bools


class Next(NamedTuple):
    """What each person is told comes next, -1 where nothing does, and how near it is (an index of VERDICTS)."""

    position: Ints
    verdict: Ints

    def told(self, verdict: str) -> Ints:
        """Return the positions that are told to be so near, -1 where they are not."""
        return np.where(self.verdict == VERDICTS.index(verdict), self.position, NONE)


def bench_of(tables: Tables, who: Who, standings: Standings, beliefs: Beliefs, posts: Ints, next_one: Next) -> Bench:
    """Return who could step into which position. Nobody could into one they hold, nor down, nor from outside into one
    where nobody begins.

    next_one: what each is told, whatever others would need for it.
    """
    constants = tables.kb.rules.constants
    fits, may = np.round(_fits(tables, who, beliefs), 9), _may(tables, who, posts)
    ready = np.zeros(may.shape, dtype=bool)
    rows, places = np.nonzero(may & (fits >= constants.ready))
    if len(rows):
        some, held_by = who.only(rows), beliefs.only(rows)
        ready[rows, places] = _ready(tables, some, standings, held_by, places)
    ready = may & _also(ready, next_one.told("ready"))
    return Bench(ready, may & _also(fits >= _reach(tables, who), next_one.told("within-reach")) & ~ready)


def _also(found: Bools, positions: Ints) -> Bools:
    """Return who was found for which positions, with one more for each person; -1 for none."""
    wider = np.pad(found, ((0, 0), (0, 1)))
    wider[np.arange(len(positions)), positions] = True
    return wider[:, : found.shape[1]]


def _reach(tables: Tables, who: Who) -> Floats:
    """Return the fit (0-1) from which each position is in reach of each person."""
    count = len(tables.positions)
    highest = (who.held != NONE) & (tables.order[who.held] == tables.heights[who.rung][:, None])
    rising = tables.rises[who.held, :count] & highest[:, :, None]
    rises = reach_of_rise(tables, who.held[:, :, None], np.arange(count), who.new[:, None, None])
    usual = tables.kb.rules.constants.within_reach
    return np.where(np.any(rising, axis=1), np.min(np.where(rising, rises, np.inf), axis=1), usual)


def _may(tables: Tables, who: Who, posts: Ints) -> Bools:
    """Return who comes into question for which positions."""
    count = len(tables.positions)
    may = tables.order[:count] >= tables.heights[who.rung][:, None]
    may[who.outside] = _entries(tables.kb)
    held = np.zeros((len(posts), count + 1), dtype=bool)
    for column in (*posts.T, *who.held.T):
        held[np.arange(len(posts)), column] = True
    return may & ~held[:, :count]


def _ready(tables: Tables, who: Who, standings: Standings, beliefs: Beliefs, places: Ints) -> Bools:
    """Return whether people are ready for positions, one each."""
    held = held_against(tables, beliefs, places, who.outside)
    lead, time = gates_of(tables, who, standings, places, held)
    return ready_for(tables, held, lead | time, np.zeros(len(places), dtype=bool))


def _fits(tables: Tables, who: Who, beliefs: Beliefs) -> Floats:
    """Return the fits (0-1) of people to all positions."""
    met = _met(tables.kb, beliefs).reshape(len(beliefs.states), -1)
    found = np.empty((len(met), len(tables.positions)))
    for lowered in (False, True):
        some = who.outside == lowered
        if some.any():
            found[some] = met[some] @ _weights(tables.kb, lowered)
    return found


def _met(kb: KnowledgeBase, beliefs: Beliefs) -> Floats:
    """Return by person, skill and level needed (from 1) the share of it that is there."""
    some, top = expectations_of(kb), kb.top
    met: Floats = some.met[np.minimum(beliefs.states, top + 1)]
    rows, skills = np.nonzero(beliefs.states > top + 1)
    if len(rows):
        around = beliefs.states[rows, skills] - top - 2
        supposed = some.typical_met[beliefs.rungs[rows], skills, around]
        met[rows, skills] = some.uniform_met + np.einsum("pk,pkr->pr", beliefs.typical[rows], supposed)
    return met[:, :, 1:]


@lru_cache(maxsize=8)
def _weights(kb: KnowledgeBase, lowered: bool) -> Floats:
    """Return what each level of each skill weighs in each position; of somebody from outside less is asked."""
    tables = tables_of(kb)
    asked: Asked = tables.lowered if lowered else tables.asked
    found = np.zeros((len(kb.skills), kb.top, len(tables.positions)))
    places, slots = np.nonzero(asked.skills[:-1] != NONE)
    found[asked.skills[places, slots], asked.levels[places, slots] - 1, places] = asked.weights[places, slots]
    return found.reshape(-1, len(tables.positions))


@lru_cache(maxsize=8)
def _entries(kb: KnowledgeBase) -> Bools:
    return np.array([kb.enters(position) for position in kb.positions], dtype=bool)
