"""The shape of the rules: titles without substance, ways, situations, growth."""

from typing import Annotated, Literal

from pydantic import Field

from opscareer.knowledge.shapes.question import QuestionId, When
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


class LineShape(TextShape):
    """A line of advice, which options settle it already, and what is told then instead, if anything."""

    settled_by: dict[QuestionId, Annotated[list[Id], Field(min_length=1)]] = {}
    instead: TextShape | None = None


class PlaybookShape(Shape):
    """How to go about a situation."""

    find_out: Annotated[list[LineShape], Field(min_length=1)]
    ask_for: Annotated[list[LineShape], Field(min_length=1)]
    decide_by: LineShape
    fallback: LineShape
    first_month: list[LineShape] = []


class SituationShape(Shape):
    """What brings a person, and what that changes."""

    id: Id
    when: When
    step: Literal["offer", "again", "lower", "own", "other", "elsewhere", "settled", "build", "usual"] = "usual"
    reach: Share | None = None
    because: LineShape
    playbook: PlaybookShape | None = None
    portable: bool = False
    answer: TextShape | None = None
    sources: Sources = JUDGED


def lines_of(rule: SituationShape) -> list[LineShape]:
    """Return all lines of a situation: the reason, and those of its playbook."""
    return [line for _, line in placed_lines(rule)]


def placed_lines(rule: SituationShape) -> list[tuple[tuple[str | int, ...], LineShape]]:
    """Return all lines of a situation, each with the path to it from there."""
    book = rule.playbook
    if book is None:
        return [(("because",), rule.because)]
    listed = {"find_out": book.find_out, "ask_for": book.ask_for, "first_month": book.first_month}
    single = {"decide_by": book.decide_by, "fallback": book.fallback}
    return [
        (("because",), rule.because),
        *((("playbook", name, place), line) for name, lines in listed.items() for place, line in enumerate(lines)),
        *((("playbook", name), line) for name, line in single.items()),
    ]


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
