"""The shape of skills and their families."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from opscareer.knowledge.scale import all_there, in_a_group
from opscareer.knowledge.shapes.words import (
    JUDGED,
    AliasShape,
    Height,
    Id,
    Level,
    LevelOrNone,
    Months,
    Named,
    Shape,
    Sources,
    TextShape,
    Words,
)

Levels = Annotated[dict[LevelOrNone, TextShape], AfterValidator(all_there)]
"""The levels of a skill: what somebody has done."""

Standing = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""`outside`, a rung (for all on it or higher, up to the next that is named), or `any` for all others."""


class InsteadShape(Shape):
    """What some people do instead of what a skill says, to reach a level up to some height."""

    up_to: Height
    do: Annotated[list[TextShape], Field(min_length=1)]


class ProofShape(TextShape):
    """What one can show, from a level on."""

    level: Height = 1


class GroupShape(Named):
    """A family of skills; whom to ask where somebody had no opportunity yet, and what some people do instead; whether
    they are what one is like, which is not shown beside deeds."""

    exposure: dict[Standing, TextShape] = {}
    instead: dict[Standing, InsteadShape] = {}
    traits: bool = False


class SkillShape(Named):
    """A skill."""

    group: Annotated[Id | None, AfterValidator(in_a_group), Field(validate_default=True)] = None
    definition: TextShape | None = None
    levels: Annotated[Levels, Field(validate_default=True)] = {}
    grow: dict[Level, Annotated[list[TextShape], Field(min_length=1)]] = {}
    proof: Annotated[list[ProofShape], Field(min_length=1)] = []
    aliases: AliasShape = AliasShape()
    lookalikes: list[Words] = []
    instead: dict[Standing, InsteadShape] = {}
    sources: Sources = JUDGED
    months: dict[Level, Months] = {}
    was: list[Id] = []
    emphasis: Annotated[float, Field(gt=0, le=5)] = 1.0
    needs: dict[Level, dict[Id, Height]] = {}
