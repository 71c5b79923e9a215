"""What a person has to show as leverage for the step: deeds above the present post, those that the step asks first."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from opscareer.advice.belief import required_of
from opscareer.advice.prospect import Prospect
from opscareer.advice.situation import Situation
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.records import dataclass

SHOWN_FROM = 3
"""The level from which a deed is worth showing: done alone, with a result."""
_SHOWN = 3
_DEEDS = 2
"""So many deeds speak for themselves."""


@dataclass(frozen=True)
class Strength:
    """A skill (levels 0-5), and what the present post asks of it, or where it asks nothing, its rung."""

    skill: str
    have: int
    need: int


def strengths_of(kb: KnowledgeBase, situation: Situation, step: Prospect | None) -> tuple[Strength, ...]:
    """Return what the person has to show: skills told above the present posts, then deeds that the step asks no higher.

    What the step asks stands first, by its weight there, then by the level; what it does not ask comes last. Of equal
    ones what fewer positions ask stands first: what all ask sets nobody apart. What somebody is like is shown only
    where there are not two deeds.
    """
    asked, argued, common = required_of(kb, situation.standing), _argued(kb, step), _askers(kb)
    levels = {skill: have for skill, have in situation.profile.levels.items() if have >= SHOWN_FROM}
    above = [Strength(skill, have, asked[skill]) for skill, have in levels.items() if have > asked[skill]]
    met = [skill for skill, one in argued.items() if one.level <= levels.get(skill, 0) <= asked[skill]]
    deeds = [one for one in above if not _is_trait(kb, one.skill)]
    deeds += [Strength(skill, levels[skill], asked[skill]) for skill in met if not _is_trait(kb, skill)]

    def rank(one: Strength) -> tuple[bool, float, int, int, int, str]:
        weight = round(argued[one.skill].weight, 9) if one.skill in argued else 0.0
        return (one.have <= one.need, -weight, -one.have, common[one.skill], one.need - one.have, one.skill)

    traits = [one for one in above if _is_trait(kb, one.skill)] if len(deeds) < _DEEDS else []
    return tuple(sorted(deeds + traits, key=rank)[:_SHOWN])


def _is_trait(kb: KnowledgeBase, skill: str) -> bool:
    """Return whether a skill is what somebody is like."""
    return any(group.traits for group in kb.groups if group.id == kb.skills[skill].group)


@lru_cache(maxsize=4)  # a person's steadiness asks it of the same posts three times
def _askers(kb: KnowledgeBase) -> Counter[str]:
    """Return how many positions ask each skill."""
    return Counter(skill for needed in kb.needed.values() for skill in needed)


def _argued(kb: KnowledgeBase, step: Prospect | None) -> Mapping[str, Requirement]:
    """Return what is asked by the post that the person would argue for: of a stay what it leads to."""
    if step is None:
        return {}
    held = step.candidate.kind == "stay" and step.gaps_of == step.position
    argued = step.candidate.then if held and step.candidate.then else step.gaps_of
    return {asked.skill: asked for asked in kb.positions[argued].requirements}
