"""The shape of a question that is not about a skill, and of the tests that rules make of answers."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from opscareer.knowledge.shapes.words import JUDGED, Id, Shape, Share, Sources, TextShape
from opscareer.model.question import Kind


class BoundsShape(Shape):
    """A test of a number."""

    at_least: float | None = None
    below: float | None = None


QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
When = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")], Id | list[Id] | BoundsShape]


class OptionShape(Shape):
    """An answer to choose, and what who chooses it is told."""

    id: Id
    label: TextShape
    say: TextShape | None = None


class QuestionShape(Shape):
    """A question that is not about a skill."""

    id: QuestionId
    kind: Kind
    text: TextShape
    help: TextShape
    required: bool = False
    when: When = {}
    unless: When = {}
    options: list[OptionShape] = []
    interest: Share = 0.0
    reads: Literal["metrics", "work"] | None = None
    worth: list[Share] = []
    sources: Sources = JUDGED
    why: TextShape | None = None
