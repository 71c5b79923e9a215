"""Fits and draws of many people as matrix products: a column a skill and state of it, a column of weights a position.

What is unknown counts as it would of anybody. What it would beyond that of who has at least what is typical of the
post, or at most, are two products more, each of which counts as far as that is likely of the person.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import Codes, Floats, Ints, along
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
        starts = (self.groups * column_of.shape[1]).reshape(-1, *(1,) * (positions.ndim - 1))
        return along(values, column_of.take(starts + positions))


def products_of(kb: KnowledgeBase, beliefs: Beliefs, groups: Sequence[Group], first: Ints) -> Products:
    """Return the products of people who stand together by groups, the first of each at these places."""
    weights = [weights_of(kb, group) for group in groups]
    columns = [one.columns for one in weights]
    fits = np.zeros((len(beliefs.states), max(len(one.fits) for one in columns)))
    draws = np.zeros((len(beliefs.states), max(len(one.draws) for one in columns)))
    bounds = [*first.tolist(), len(beliefs.states)]
    for one, (start, end) in zip(weights, pairwise(bounds), strict=True):
        found, own = _multiplied(beliefs.only(slice(start, end)), one, kb.top), len(one.columns.fits)
        fits[start:end, :own], draws[start:end, : found.shape[1] - own] = found[:, :own], found[:, own:]
    return Products(
        groups=np.repeat(np.arange(len(groups)), np.diff(bounds)),
        fits=np.round(fits, 9),
        draws=draws,
        fit_of=np.array([one.fit_of for one in columns]),
        draw_of=np.array([one.draw_of for one in columns]),
    )


def _multiplied(beliefs: Beliefs, weights: Weights, top: int) -> Floats:
    """Return the fits and draws of people who share their weights."""
    told, unknown = _codes(top, weights.around)
    found: Floats = _coded(told, beliefs.states) @ weights.told
    open_ = _coded(unknown, beliefs.states)
    for kind, beyond in enumerate(weights.unknown):
        found += open_ @ beyond * beliefs.typical[:, kind, None]
    return found


@lru_cache(maxsize=32)
def _codes(top: int, around: int) -> tuple[Floats, Floats]:
    """Return by state the zeros and ones of a skill: what is told or unknown, and around which level it is unknown.

    around: how many levels it may be unknown around are told apart: all of them, or one stands for all.
    """
    states = np.eye(2 * top + 3)
    told, unknown = states[:, 1 : top + 2], states[:, top + 2 :]
    any_level = unknown.sum(axis=1, keepdims=True)
    return np.hstack([told, any_level]), unknown.copy() if around > 1 else any_level


def _coded(codes: Floats, states: Codes) -> Floats:
    """Return people as zeros and ones, a row each."""
    return codes.take(states, axis=0).reshape(len(states), -1)
