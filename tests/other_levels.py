"""A knowledge base with another number of levels, as companies have them."""

from dataclasses import replace

from small_kb import both

from opscareer.model.kb import KnowledgeBase
from opscareer.model.skill import Skill


def of_levels(kb: KnowledgeBase, top: int) -> KnowledgeBase:
    """Return a knowledge base with levels up to `top`, and what positions ask stretched to them."""
    stretched = {
        position.id: replace(
            position,
            requirements=tuple(replace(r, level=max(1, round(r.level * top / kb.top))) for r in position.requirements),
        )
        for position in kb.positions.values()
    }
    return replace(kb, skills={s.id: _skill(s, top) for s in kb.skills.values()}, positions=stretched)


def _skill(skill: Skill, top: int) -> Skill:
    return replace(
        skill,
        levels=tuple(both(f"{skill.id} {level}") for level in range(top + 1)),
        grow=tuple((both(f"grow to {level}"),) for level in range(1, top + 1)),
        months={str(level): 1.0 for level in range(1, top + 1)},
        needs=(),
    )
