"""What a person has to show as leverage for the step: deeds above the present post, those that the step asks first."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from opscareer.advice.belief import required_of
from opscareer.advice.prospect import Prospect
from opscareer.advice.situation import Situation
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass

SHOWN_FROM = 3
"""The level from which a deed is worth showing: done alone, with a result."""
_SHOWN = 3


@dataclass(frozen=True)
class Strength:
    """A skill (levels 0-5) that stands above what the present post asks, or where it asks nothing, above its rung."""

    skill: str
    have: int
    need: int


def strengths_of(kb: KnowledgeBase, situation: Situation, step: Prospect | None) -> tuple[Strength, ...]:
    """Return what the person has to show: skills told above the present posts.

    What the step asks stands first, by its weight there, then by the level; what it does not ask comes last. Of equal
    ones what fewer positions ask stands first: what all ask sets nobody apart.
    """
    asked, weights, common = required_of(kb, situation.standing), _weights(kb, step), _askers(kb)
    found = [
        Strength(skill, have, asked[skill])
        for skill, have in situation.profile.levels.items()
        if have >= SHOWN_FROM and have > asked[skill]
    ]

    def rank(one: Strength) -> tuple[float, int, int, int, str]:
        return (-weights.get(one.skill, 0.0), -one.have, common[one.skill], one.need - one.have, one.skill)

    return tuple(sorted(found, key=rank)[:_SHOWN])


@lru_cache(maxsize=4)  # a person's steadiness asks it of the same posts three times
def _askers(kb: KnowledgeBase) -> Counter[str]:
    """Return how many positions ask each skill."""
    return Counter(skill for needed in kb.needed.values() for skill in needed)


def _weights(kb: KnowledgeBase, step: Prospect | None) -> Mapping[str, float]:
    """Return the weight of what is asked by the post that the person would argue for: of a stay what it leads to."""
    if step is None:
        return {}
    held = step.candidate.kind == "stay" and step.gaps_of == step.position
    argued = step.candidate.then if held and step.candidate.then else step.gaps_of
    return {asked.skill: round(asked.weight, 9) for asked in kb.positions[argued].requirements}
