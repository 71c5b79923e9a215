"""Positions held against people, one a person: what is there of each requirement, what is missing, what is shut."""

from dataclasses import fields
from functools import cached_property

import numpy as np

from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Bools, Floats, Ints, along, picked
from opscareer.team.beliefs import Beliefs, expectations_of
from opscareer.team.tables import Tables


@dataclass(frozen=True)
class Held:
    """Requirements of positions, by person and requirement.

    skill: -1 where there is no more; need, weight, must: as asked; told: whether a level was told; unproved: whether
    there was no opportunity; level: the expected level; gain: the points of fit (0-1) that are missing; by person: fit,
    and step, the levels that are about as much as one of five.
    """

    skill: Ints
    need: Ints
    weight: Floats
    must: Bools
    told: Bools
    unproved: Bools
    level: Floats
    gain: Floats
    fit: Floats
    step: Ints

    def put(self, rows: Ints, other: "Held") -> "Held":
        """Return them with others in the place of those of some people."""
        columns = {field.name: getattr(self, field.name).copy() for field in fields(self)}
        for name, column in columns.items():
            column[rows] = getattr(other, name)
        return Held(**columns)

    @property
    def assumed(self) -> Bools:
        """What nobody told."""
        return ~self.told & ~self.unproved

    @cached_property
    def shut(self) -> Bools:
        """The musts that are more than a step short, or not known."""
        known = np.where(self.unproved, self.need, self.need - self.level) > self.step
        return self.must & (self.assumed | known) & (self.skill != NONE)

    @property
    def far(self) -> Bools:
        """What is more than a step short, by what was told."""
        short = self.need - np.floor(self.level + 0.5) > self.step
        return short & ~self.assumed & (self.gain > 0) & (self.skill != NONE)


def held_against(tables: Tables, beliefs: Beliefs, positions: Ints, outside: Bools) -> Held:
    """Return positions, one a person, as the person stands to them; who comes from outside is asked less."""
    asked, lowered = tables.asked, tables.lowered
    skill, weight, must = (picked(table, positions) for table in (asked.skills, asked.weights, asked.must))
    need = picked(asked.levels, positions)
    need[outside] = lowered.levels[positions[outside]]
    state = along(beliefs.states, skill).astype(np.intp)
    level, met = _expected(tables, beliefs, skill, need, state)
    top = tables.kb.top
    return Held(
        skill=skill,
        need=need,
        weight=weight,
        must=must,
        told=state <= top,
        unproved=state == top + 1,
        level=level,
        gain=weight * (1 - met),
        fit=np.einsum("pr,pr->p", weight, met),
        step=np.full((len(skill), 1), tables.kb.step, dtype=np.intp),
    )


def mastery_of(tables: Tables, beliefs: Beliefs, held: Ints) -> Floats:
    """Return the fit (0-1) of the present posts over their answered skills, the mean of several; NaN if too few are."""
    asked, top = tables.asked, tables.kb.top
    whole, count = np.zeros(len(held)), np.zeros(len(held))
    for posts in held.T:
        rows = np.flatnonzero(posts != NONE)
        post = posts[rows]
        skills, levels, weights = (picked(table, post) for table in (asked.skills, asked.levels, asked.weights))
        told = along(picked(beliefs.states, rows), skills)
        weights = np.where((told <= top) & (skills != NONE), weights, 0.0)
        there = np.einsum("ps,ps->p", weights, np.minimum(told / levels, 1))
        answered = np.sum(weights, axis=1)
        enough = (answered > 0) & (np.round(answered, 9) >= tables.kb.rules.constants.mastery_answered)
        whole[rows] += np.where(enough, there / np.where(enough, answered, 1.0), 0.0)
        count[rows] += enough
    mean: Floats = np.where(count > 0, whole / np.maximum(count, 1), np.nan)
    return np.round(mean, 9)


def _expected(tables: Tables, beliefs: Beliefs, skill: Ints, need: Ints, state: Ints) -> tuple[Floats, Floats]:
    """Return the expected level of each requirement, and the share of it that is there."""
    known, top = expectations_of(tables.kb), tables.kb.top
    told = np.minimum(state, top + 1)
    level, met = known.level.take(told), known.met.take(told * known.met.shape[1] + need)
    unknown = np.flatnonzero(state > top + 1)
    if len(unknown):
        rung, typical = (picked(column, unknown // state.shape[1]) for column in (beliefs.rungs, beliefs.typical))
        needed, typed = need.take(unknown), (rung, skill.take(unknown), state.take(unknown) - top - 2)
        level.put(unknown, known.uniform_level + np.sum(typical * known.typical_level[typed], axis=1))
        beyond = known.typical_met[(*typed, slice(None), needed)]
        met.put(unknown, known.uniform_met[needed] + np.sum(typical * beyond, axis=1))
    return level, met
