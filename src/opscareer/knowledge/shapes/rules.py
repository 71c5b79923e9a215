"""The shape of the rules: titles without substance, ways, situations, growth."""

from typing import Annotated, Literal

from pydantic import Field

from opscareer.knowledge.shapes.question import When
from opscareer.knowledge.shapes.words import JUDGED, Height, Id, Shape, Share, Sources, TextShape


class TitleShape(Shape):
    """A title without its substance."""

    rung: Id
    advised_as: Id
    when: When
    unless: When = {}
    because: TextShape
    sources: Sources = JUDGED


class RouteRuleShape(Shape):
    """Which route, when, and why; and how to go about it, where that is not what the route says for all."""

    route: Id
    when: When
    because: TextShape
    how: TextShape | None = None
    sources: Sources = JUDGED


class PlaybookShape(Shape):
    """How to go about a situation."""

    find_out: Annotated[list[TextShape], Field(min_length=1)]
    ask_for: Annotated[list[TextShape], Field(min_length=1)]
    decide_by: TextShape
    fallback: TextShape
    first_month: list[TextShape] = []


class SituationShape(Shape):
    """What brings a person, and what that changes."""

    id: Id
    when: When
    step: Literal["offer", "again", "lower", "own", "other", "elsewhere", "settled", "usual"] = "usual"
    reach: Share | None = None
    because: TextShape
    playbook: PlaybookShape | None = None
    sources: Sources = JUDGED


class LeadingShape(Shape):
    """The skill of leading people, and the level from which somebody has led."""

    skill: Id
    least: Height
    groups: list[Id] = []


class GrowthShape(Shape):
    """Advice on growing."""

    id: Id
    when: When
    text: TextShape
    sources: Sources = JUDGED
