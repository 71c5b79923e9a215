"""Which skill to ask next, how far that is from being settled, and why: all of it from the duels of the leader.

The question asked is the one most likely to change which position comes first; it stops when it is unlikely enough that
the rest would. No random numbers anywhere: the same answers are always followed by the same question.
"""

from collections.abc import Collection
from dataclasses import dataclass

from opscareer.advice.duel import Duel, confidence, weights
from opscareer.interview.answers import SKILL
from opscareer.model.kb import KnowledgeBase


@dataclass(frozen=True)
class Aim:
    """How far to ask: until this confidence (0-1; None: the knowledge base's own), or all there is."""

    confidence: float | None = None
    full: bool = False


@dataclass(frozen=True)
class Progress:
    """How sure the advice is so far (0-1), how many skills were asked, and about how many more it takes."""

    confidence: float
    asked: int
    remaining: int


def most_telling(duels: Collection[Duel], asked: Collection[str]) -> str | None:
    """Return the unasked skill most likely to change what comes first; equal ones by id; None where none can."""
    telling = {
        id_.removeprefix(SKILL): weight
        for id_, weight in weights(duels).items()
        if id_.startswith(SKILL) and id_.removeprefix(SKILL) not in asked and weight > 0
    }
    return min(telling, key=lambda skill: (-telling[skill], skill), default=None)


def enough(kb: KnowledgeBase, aim: Aim, answered: int, sure: float) -> bool:
    """Return whether so many answered skills and so much confidence settle what comes first."""
    wanted = kb.rules["stop_confidence"] if aim.confidence is None else aim.confidence
    return answered >= kb.rules["stop_answers"] and sure >= wanted


def remaining(kb: KnowledgeBase, aim: Aim, duels: Collection[Duel], asked: Collection[str], answered: int) -> int:
    """Return about how many questions are left: how many it takes if every answer is the expected one."""
    seen, count = set(asked), 0
    while len(seen) < kb.rules["stop_questions"] and not enough(kb, aim, answered + count, confidence(duels)):
        skill = most_telling(duels, seen)
        if skill is None:  # nothing can turn it any more, yet too little is known to say how near it is
            return max(count, int(kb.rules["stop_answers"]) - answered)
        seen.add(skill)
        duels = [duel.without(SKILL + skill) for duel in duels]
        count += 1
    return count
