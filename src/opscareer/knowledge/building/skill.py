"""Skills and their families, as the model holds them."""

from collections.abc import Mapping, Sequence

from opscareer.knowledge.building.words import text_of, words_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.skill import GroupShape, InsteadShape, SkillShape
from opscareer.knowledge.shapes.words import TextShape
from opscareer.model.skill import Group, Instead, Need, Proof, Skill
from opscareer.text import Text

_NOT_YET = Text("还没做过。", "Not done yet.")
_DO_IT = Text(
    "跟做过的人一起，把下一级的事做成一次：{level}",
    "Do the next level's deed once, with somebody who has done it: {level}",
)


def _spelt_out(level: int, told: TextShape | None, names: Sequence[TextShape]) -> Text:
    """Return what a level says, after its name where it has one."""
    if told is None:
        return _NOT_YET
    name = text_of(names[level - 1]) if 0 < level <= len(names) else None
    said = text_of(told)
    if name is None or name == said:
        return said
    return Text(f"{name.zh}：{said.zh}", f"{name.en}: {said.en}")


def group_of(group: GroupShape) -> Group:
    """Return a family of skills."""
    exposure = {standing: text_of(told) for standing, told in group.exposure.items()}
    return Group(group.id, text_of(group.name), exposure, _instead(group.instead), group.traits)


def _instead(told: Mapping[str, InsteadShape]) -> dict[str, Instead]:
    return {standing: Instead(one.up_to, tuple(text_of(t) for t in one.do)) for standing, one in told.items()}


def skill_of(skill: SkillShape, shape: KbShape) -> Skill:
    """Return a skill with a text for every level that the knowledge base has."""
    levels = tuple(
        _spelt_out(level, skill.levels.get(str(level)), shape.levels or ()) for level in range(shape.top + 1)
    )
    return Skill(
        id=skill.id,
        group=skill.group or "",
        name=text_of(skill.name),
        definition=text_of(skill.definition or skill.name),
        levels=levels,
        grow=tuple(_grown(skill, level) for level in range(1, shape.top + 1)),
        proof=tuple(Proof(text_of(one), one.level) for one in skill.proof),
        aliases=words_of(skill.aliases),
        sources=tuple(skill.sources),
        months={**shape.months, **skill.months},
        needs=tuple(
            Need(int(level), other, first) for level, asked in skill.needs.items() for other, first in asked.items()
        ),
        lookalikes=tuple(skill.lookalikes),
        instead=_instead(skill.instead),
        was=tuple(skill.was),
        emphasis=skill.emphasis,
    )


def _grown(skill: SkillShape, level: int) -> tuple[Text, ...]:
    """Return what to do to reach a level; where nothing is written, the level's own deed, with company."""
    told = tuple(text_of(t) for t in skill.grow.get(str(level), ()))
    return told or (_DO_IT.fill(level=text_of(skill.levels[str(level)])),)
