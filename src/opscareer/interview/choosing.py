"""Which skill to ask next, how far that is from being settled, and whether it can be: all of it from duels.

The question asked is the one most likely to change what comes first; it stops when it is unlikely enough that the rest
would. No random numbers anywhere: the same answers are always followed by the same question.
"""

from collections.abc import Collection

from opscareer.advice.duel import Duel, weights
from opscareer.advice.score import chance
from opscareer.interview.answers import SKILL
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass


@dataclass(frozen=True)
class Aim:
    """How far to ask: until this confidence (0-1; None: the knowledge base's own), or all there is."""

    confidence: float | None = None
    full: bool = False

    def wanted(self, kb: KnowledgeBase) -> float:
        """Return the confidence (0-1) at which the questions stop."""
        return kb.rules.constants.stop_confidence if self.confidence is None else self.confidence


def most_telling(kb: KnowledgeBase, duels: Collection[Duel], asked: Collection[str]) -> str | None:
    """Return the unasked skill most likely to change what comes first; equal ones by id; None where none can.

    Where very many could come first, what varies most over them all is asked before the leaders are told apart.
    """
    return next(iter(_in_order(kb, duels, asked)), None)


def enough(kb: KnowledgeBase, aim: Aim, answered: int, sure: float) -> bool:
    """Return whether so many answered skills and so much confidence settle what comes first."""
    return answered >= kb.rules.constants.stop_answers and sure >= aim.wanted(kb)


def ahead(kb: KnowledgeBase, duels: Collection[Duel], asked: Collection[str], wanted: float) -> tuple[str, ...]:
    """Return the skills that it takes to settle some duels (0-1), if every answer is the expected one."""
    left = [(duel, duel.variance) for duel in duels]
    order = _in_order(kb, duels, asked)
    for count, skill in enumerate(order):
        if 1 - sum(chance(duel.lead, variance) for duel, variance in left) >= wanted:
            return order[:count]
        left = [(duel, variance - duel.spread.get(SKILL + skill, 0.0)) for duel, variance in left]
    return order


def hopeless(kb: KnowledgeBase, asked: int, answered: int) -> bool:
    """Return whether so many are not sure of so much that the answers it takes would not come in time."""
    bounds = kb.rules.constants
    least, most = bounds.stop_answers, bounds.stop_questions
    if asked < least or answered >= least:
        return False
    return answered == 0 or asked + (least - answered) * asked / answered > most


def _in_order(kb: KnowledgeBase, duels: Collection[Duel], asked: Collection[str]) -> tuple[str, ...]:
    """Return the unasked skills that can tell anything, those that tell most first."""
    constants = kb.rules.constants
    broad = len(duels) > constants.broad_rivals and len(asked) < constants.broad_questions
    telling = {
        id_.removeprefix(SKILL): weight
        for id_, weight in (_variances(duels) if broad else weights(duels)).items()
        if id_.startswith(SKILL) and id_.removeprefix(SKILL) not in asked and weight > 0
    }
    return tuple(sorted(telling, key=lambda skill: (-telling[skill], skill)))


def _variances(duels: Collection[Duel]) -> dict[str, float]:
    found: dict[str, float] = {}
    for duel in duels:
        for question, part in duel.spread.items():
            found[question] = found.get(question, 0.0) + part
    return found
