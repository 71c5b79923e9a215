"""What is believed of people's levels, as states: a level, no opportunity, or unknown around what the post asks.

States are numbered: levels 0 to the highest, then no opportunity, then unknown, told apart by the level that the
present post asks (0: what the rung asks). What is unknown is weighed between two kinds of people, as in the advice
(belief.py): what the post raises, as far as one has at least what is typical; what it lowers, as far as at most.
"""

from functools import lru_cache

import numpy as np

from opscareer.advice import met
from opscareer.advice.belief import (
    Belief,
    agreement,
    beyond,
    mean,
    not_exceeded,
    point,
    prior_of,
    reached,
    uniform,
    unproved,
)
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import Array, Codes, Floats, picked
from opscareer.team.columns import UNPROVED
from opscareer.team.standings import Standings


@dataclass(frozen=True)
class Beliefs:
    """The state of each skill of each person, and how likely (0-1) each has at least, and at most, what is typical.

    typical: a row a person, of these two; 1 where all is told;
    rungs: the index of the rung of each person.
    """

    states: Codes
    typical: Floats
    rungs: Array

    def only(self, rows: Array | slice) -> "Beliefs":
        """Return those of some people."""
        return Beliefs(picked(self.states, rows), picked(self.typical, rows), picked(self.rungs, rows))


@dataclass(frozen=True)
class Expectations:
    """What states bring, by state; of unknown ones for whom nothing follows, and what a typical person has beyond that.

    level: the expected level; met (by state and level needed): the share that is there; uniform_*: for whom nothing
    follows; typical_*: beyond, by rung, skill and level asked, at least and at most.
    """

    level: Floats
    met: Floats
    typical_level: Floats
    typical_met: Floats
    uniform_level: float
    uniform_met: Floats


def believe(kb: KnowledgeBase, codes: Codes, standings: Standings) -> Beliefs:
    """Return what is believed of people by the codes of their answers and where they stand."""
    top = kb.top
    around = (top + 2 + standings.required).astype(np.int8).take(standings.of, axis=0)
    unproved = codes == UNPROVED
    states = np.maximum(codes, 0) + unproved * np.int8(top + 1) + ((codes < 0) & ~unproved) * around
    rungs = standings.rung[standings.of]
    unknown = states.max(axis=1, initial=0) > top + 1
    typical = np.where(unknown[:, None], _typical(kb, states, standings), 1.0)
    return Beliefs(states, typical, rungs)


def _typical(kb: KnowledgeBase, states: Codes, standings: Standings) -> Floats:
    """Return how likely people have at least, and at most, what is typical, after their answers (Bayes)."""
    before = kb.rules.constants.prior_typical
    odds = np.full((len(states), 2), np.log(before / (1 - before)))
    for skill, ratios in enumerate(_ratios(kb).swapaxes(0, 1)):
        by_state = ratios[standings.rung, standings.required[:, skill]]  # of each standing
        odds += by_state.reshape(-1, 2).take(standings.of * by_state.shape[1] + states[:, skill], axis=0)
    likely: Floats = 1 / (1 + np.exp(-odds))
    return likely


@lru_cache(maxsize=8)
def _ratios(kb: KnowledgeBase) -> Floats:
    """Return by rung, skill, level asked and state how much an answer speaks for the typical kind, as logarithms."""
    return np.array([[[_speaking(kb, prior) for prior in priors] for priors in skills] for skills in _priors(kb)])


def _speaking(kb: KnowledgeBase, prior: Belief) -> Floats:
    """Return by state how much it speaks for at least, and at most, what is typical; what is unknown for neither."""
    even, kinds = uniform(kb.top), (reached(prior), not_exceeded(prior))
    told = [*(point(level, kb.top) for level in range(kb.top + 1)), unproved(kb.top)]
    ratios = [[agreement(one, kind) / agreement(one, even) for kind in kinds] for one in told]
    return np.vstack([np.log(ratios), np.zeros((kb.top + 1, 2))])


@lru_cache(maxsize=8)
def _priors(kb: KnowledgeBase) -> list[list[list[Belief]]]:
    """Return what is believed of unknown levels of typical people, by rung, skill and level asked."""
    return [
        [[prior_of(kb, rung, skill, required) for required in range(kb.top + 1)] for skill in kb.skills]
        for rung in kb.rungs
    ]


@lru_cache(maxsize=64)
def beyond_of(kb: KnowledgeBase, rung: int) -> Floats:
    """Return what being typical adds to the shares over the levels of unknown skills on a rung.

    By skill, level asked, and whether at least or at most.
    """
    return np.array([[beyond(one) for one in row] for row in _priors(kb)[rung]])


@lru_cache(maxsize=8)
def expectations_of(kb: KnowledgeBase) -> Expectations:
    """Return what each state brings; a level needed of 0 is never asked."""
    top, needs = kb.top, range(1, kb.top + 1)
    told = [*(point(level, top) for level in range(top + 1)), unproved(top)]
    there = np.array([[0.0, *(met(one, need) for need in needs)] for one in told])
    typical = np.array([beyond_of(kb, rung) for rung in range(len(kb.rungs))])
    return Expectations(
        level=np.array([mean(one) for one in told]),
        met=there,
        typical_level=typical @ np.arange(top + 1.0),
        typical_met=typical @ there[: top + 1],
        uniform_level=mean(uniform(top)),
        uniform_met=np.array([0.0, *(met(uniform(top), need) for need in needs)]),
    )
