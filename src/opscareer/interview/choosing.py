"""Which skill to ask next. One function, so that a better choice can take its place without touching the rest."""

from opscareer.advice import Situation
from opscareer.advice.fit import requirements_of
from opscareer.model.kb import KnowledgeBase


def by_importance(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
    """Return the unasked skill that weighs most for the positions that could come next, or None when all are asked."""
    weights: dict[str, float] = {}
    for scale in situation.scales:
        for requirement in requirements_of(kb, scale.candidate.position):
            if requirement.skill not in asked:
                weights[requirement.skill] = weights.get(requirement.skill, 0.0) + requirement.weight
    return min(weights, key=lambda skill: (-weights[skill], skill), default=None)
