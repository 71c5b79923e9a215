"""The leader against each rival: how far ahead, what could still turn it, and how likely that is.

Confidence is 1 less the sum of all flips. It means that the unanswered questions would not change what comes first; it
does not mean that this is right for the person.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from opscareer.advice.score import chance
from opscareer.records import dataclass


@dataclass(frozen=True)
class Duel:
    """The leader against one rival: the lead (points of 1), and the variance that each open question brings to it."""

    rival: str
    lead: float
    spread: Mapping[str, float]

    @property
    def variance(self) -> float:
        """The variance of the lead."""
        return sum(self.spread.values())

    @property
    def flip(self) -> float:
        """How likely (0-1) the open questions would put the rival first."""
        return chance(self.lead, self.variance)

    def without(self, question: str) -> "Duel":
        """Return the duel with one question answered as expected."""
        return replace(self, spread={id_: v for id_, v in self.spread.items() if id_ != question})


def confidence(duels: Collection[Duel]) -> float:
    """Return how unlikely (0-1) the open questions would put another line first."""
    return max(0.0, 1 - sum(duel.flip for duel in duels))


def weights(duels: Collection[Duel]) -> dict[str, float]:
    """Return how much each open question may turn what comes first: the sum over rivals of flip times its part of V.

    Stochastic curtailment: the question most likely to change which position comes first weighs most.
    """
    found: dict[str, float] = {}
    for duel in duels:
        flip, variance = duel.flip, duel.variance
        for question, part in duel.spread.items():
            if part > 0:
                found[question] = found.get(question, 0.0) + flip * part / variance
    return found


def rival_for(duels: Collection[Duel], question: str) -> str:
    """Return the rival that a question would decide about first, of equal ones the first by id.

    Raises ValueError where the question bears on none.
    """
    shares = {d.rival: d.flip * d.spread[question] / d.variance for d in duels if d.spread.get(question, 0.0) > 0}
    return min(shares, key=lambda rival: (-shares[rival], rival))
