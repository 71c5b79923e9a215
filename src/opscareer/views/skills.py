"""What there is to be able to do: all skills in short, or one with its levels, how to grow, and who asks for it."""

from collections.abc import Mapping
from typing import Annotated

from opscareer.model.kb import KnowledgeBase
from opscareer.model.skill import Skill, Words
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Level, Levels, Need, OnPages, PositionId


@dataclass(frozen=True)
class SkillLine:
    """A skill in short; group is the id of its family."""

    id: str
    name: Text
    group: str
    definition: Text


@dataclass(frozen=True)
class Family:
    """Skills that belong together."""

    name: Text
    skills: tuple[SkillLine, ...]


@dataclass(frozen=True)
class SkillsView:
    """All skills, and the same family by family."""

    skills: tuple[SkillLine, ...]
    families: OnPages[tuple[Family, ...]]


@dataclass(frozen=True)
class NeedView:
    """To reach a level, a level of another skill comes first."""

    level: Need
    skill: str
    first: Need


@dataclass(frozen=True)
class Asking:
    """A position that asks for the skill, and the level that it asks."""

    position: PositionId
    title: Text
    level: Level


@dataclass(frozen=True)
class SkillView:
    """A skill: levels from "0", ways to grow to each from "1", months from one to the next, what asks for it.

    emphasis: how many times its points a gap in it counts where gaps are put in order.
    """

    id: str
    name: Text
    group: str
    definition: Text
    levels: Annotated[Mapping[str, Text], Levels(0)]
    grow: Annotated[Mapping[str, tuple[Text, ...]], Levels(1)]
    proof: tuple[Text, ...]
    aliases: Words
    months: Mapping[str, float]
    needs: tuple[NeedView, ...]
    emphasis: float
    sources: tuple[str, ...]
    asked_by: tuple[PositionId, ...]
    asking: OnPages[tuple[Asking, ...]]


def skills_view(kb: KnowledgeBase) -> SkillsView:
    """Return all skills in short."""
    lines = tuple(SkillLine(one.id, one.name, one.group, one.definition) for one in kb.skills.values())
    families = [Family(group.name, tuple(one for one in lines if one.group == group.id)) for group in kb.groups]
    return SkillsView(lines, tuple(families))


def skill_view(kb: KnowledgeBase, skill: Skill) -> SkillView:
    """Return one skill as it is told."""
    asking = [
        Asking(id_, kb.positions[id_].title, needed[skill.id])
        for id_, needed in kb.needed.items()
        if skill.id in needed
    ]
    return SkillView(
        id=skill.id,
        name=skill.name,
        group=skill.group,
        definition=skill.definition,
        levels={str(level): told for level, told in enumerate(skill.levels)},
        grow={str(level): told for level, told in enumerate(skill.grow, 1)},
        proof=tuple(one.told for one in sorted(skill.proof, key=lambda one: one.level)),
        aliases=skill.aliases,
        months=skill.months,
        needs=tuple(NeedView(need.level, need.skill, need.first) for need in skill.needs),
        emphasis=skill.emphasis,
        sources=skill.sources,
        asked_by=tuple(one.position for one in asking),
        asking=tuple(asking),
    )
