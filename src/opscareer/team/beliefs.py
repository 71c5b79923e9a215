"""What is believed of people's levels, as states: a level, no opportunity, or unknown around what the post asks.

States are numbered: levels 0 to the highest, then no opportunity, then unknown, told apart by the level that the
present post asks (0: what the rung asks). What is unknown is weighed between two kinds of people, as in the advice
(belief.py).
"""

from functools import lru_cache

import numpy as np

from opscareer.advice import met
from opscareer.advice.belief import Belief, mean, point, prior_of, uniform, unproved
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import Array, Codes, Floats, picked
from opscareer.team.columns import UNPROVED
from opscareer.team.standings import Standings


@dataclass(frozen=True)
class Beliefs:
    """The state of each skill of each person, and how likely (0-1) each is typical of the post; 1 where all is told.

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
    """What states bring, by state; of unknown ones (by rung, skill and level asked) for the typical kind of person.

    level: the expected level; met (by state and level needed): the share that is there; uniform_*: for the other kind.
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
    typical = np.where(states.max(axis=1, initial=0) > top + 1, _typical(kb, states, standings), 1.0)
    return Beliefs(states, typical, rungs)


def _typical(kb: KnowledgeBase, states: Codes, standings: Standings) -> Floats:
    """Return how likely people are typical, after their answers (Bayes over two kinds of people)."""
    before = kb.rules.constants.prior_typical
    odds = np.full(len(states), np.log(before / (1 - before)))
    for skill, ratios in enumerate(_ratios(kb).swapaxes(0, 1)):
        by_state = ratios[standings.rung, standings.required[:, skill]]  # of each standing
        odds += by_state.take(standings.of * by_state.shape[1] + states[:, skill])
    likely: Floats = 1 / (1 + np.exp(-odds))
    return likely


@lru_cache(maxsize=8)
def _ratios(kb: KnowledgeBase) -> Floats:
    """Return by rung, skill, level asked and state how much an answer speaks for the typical kind, as a logarithm.

    What is unknown speaks for none.
    """
    even, unknown = uniform(kb.top), [0.0] * (kb.top + 1)
    told = [*(point(level, kb.top) for level in range(kb.top + 1)), unproved(kb.top)]
    return np.array(
        [
            [
                [[*(np.log(_agreement(a, prior) / _agreement(a, even)) for a in told), *unknown] for prior in priors]
                for priors in skills
            ]
            for skills in _priors(kb)
        ]
    )


@lru_cache(maxsize=8)
def _priors(kb: KnowledgeBase) -> list[list[list[Belief]]]:
    """Return what is believed of unknown levels of typical people, by rung, skill and level asked."""
    return [
        [[prior_of(kb, rung, skill, required) for required in range(kb.top + 1)] for skill in kb.skills]
        for rung in kb.rungs
    ]


@lru_cache(maxsize=64)
def priors_of(kb: KnowledgeBase, rung: int) -> Floats:
    """Return the shares over the levels of unknown skills on a rung, by skill and level asked."""
    return np.array(_priors(kb)[rung])


@lru_cache(maxsize=8)
def expectations_of(kb: KnowledgeBase) -> Expectations:
    """Return what each state brings; a level needed of 0 is never asked."""
    top, needs = kb.top, range(1, kb.top + 1)
    told = [*(point(level, top) for level in range(top + 1)), unproved(top)]
    priors = _priors(kb)
    return Expectations(
        level=np.array([mean(one) for one in told]),
        met=np.array([[0.0, *(met(one, need) for need in needs)] for one in told]),
        typical_level=np.array([[[mean(one) for one in row] for row in rung] for rung in priors]),
        typical_met=np.array(
            [[[[0.0, *(met(one, need) for need in needs)] for one in row] for row in rung] for rung in priors]
        ),
        uniform_level=mean(uniform(top)),
        uniform_met=np.array([0.0, *(met(uniform(top), need) for need in needs)]),
    )


def _agreement(told: Belief, prior: Belief) -> float:
    return sum(share * likely for share, likely in zip(told, prior, strict=True))
