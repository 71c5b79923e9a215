"""Fits and draws of many people as matrix products: a column a level and skill, a column of weights a position.

A level is coded as a thermometer, one for each level that is reached, so that what grows in steps with a level is a sum
of steps. What is unknown has columns of its own, weighted by how likely the person is typical of the post.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import Floats, Ints
from opscareer.team.beliefs import Beliefs
from opscareer.team.weights import Group, Weights, weights_of


@dataclass(frozen=True)
class Products:
    """The fits (0-1, rounded as in the advice) and draws of people, and by group of people the column of a position."""

    groups: Ints
    fits: Floats
    draws: Floats
    fit_of: Ints
    draw_of: Ints

    def fit(self, positions: Ints) -> Floats:
        """Return the fits of people, a row each, to positions; those of no position mean nothing."""
        return self._at(self.fits, self.fit_of, positions)

    def draw(self, positions: Ints) -> Floats:
        """Return the draws of positions; those of no position mean nothing."""
        return self._at(self.draws, self.draw_of, positions)

    def _at(self, values: Floats, column_of: Ints, positions: Ints) -> Floats:
        """Return for each row the values of its positions, of any number of dimensions."""
        if not values.shape[1]:  # nothing is above: no promotion, and no diagonal move
            return np.zeros(positions.shape)
        flat = positions.reshape(len(positions), -1)
        rows = np.arange(len(flat))[:, None]
        return values[rows, column_of[self.groups[:, None], flat]].reshape(positions.shape)


def products_of(kb: KnowledgeBase, beliefs: Beliefs, groups: Sequence[Group], first: Ints) -> Products:
    """Return the products of people who stand together by groups, the first of each at these places."""
    weights = [weights_of(kb, group) for group in groups]
    columns = [one.columns for one in weights]
    told = _told(beliefs, kb.top)
    fits = np.zeros((len(told), max(len(one.fits) for one in columns)))
    draws = np.zeros((len(told), max(len(one.draws) for one in columns)))
    bounds = [*first.tolist(), len(told)]
    for one, (start, end) in zip(weights, pairwise(bounds), strict=True):
        found = told[start:end] @ one.told
        found += _unknown(beliefs.only(slice(start, end)), one, kb.top) @ one.unknown
        own = len(one.columns.fits)
        fits[start:end, :own], draws[start:end, : found.shape[1] - own] = found[:, :own], found[:, own:]
    return Products(
        groups=np.repeat(np.arange(len(groups)), np.diff(bounds)),
        fits=np.round(fits, 9),
        draws=draws,
        fit_of=np.array([one.fit_of for one in columns]),
        draw_of=np.array([one.draw_of for one in columns]),
    )


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
