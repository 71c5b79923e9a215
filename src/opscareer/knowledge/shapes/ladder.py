"""The shape of the ladder: its rungs, and the steps between positions."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field

from opscareer.knowledge.scale import UNPLACED, placed
from opscareer.knowledge.shapes.role import YearsShape
from opscareer.knowledge.shapes.words import JUDGED, AliasShape, Id, PositionId, Shape, Sources, SummaryShape, TextShape
from opscareer.model.ladder import Track


def _no_default(shape: dict[str, Any]) -> None:
    """Tell editors nothing of a number that only stands for none."""
    shape.pop("default")


class RungShape(SummaryShape):
    """A step of the ladder, and the words of titles by which it is told."""

    order: Annotated[int, AfterValidator(placed), Field(validate_default=True, json_schema_extra=_no_default)] = (
        UNPLACED
    )
    track: Track | None = None
    years: YearsShape = YearsShape(min=0.0, typical=3.0)
    words: AliasShape = AliasShape()


class PromotionShape(Shape):
    """Where a position can rise to, the usual way first."""

    start: PositionId = Field(alias="from")
    to: Annotated[list[PositionId], Field(min_length=1)]
    sources: Sources = JUDGED


class LateralShape(Shape):
    """A step between two roles on the same rungs."""

    start: Id = Field(alias="from")
    to: Id
    rungs: Annotated[list[Id], Field(min_length=1)]
    why: TextShape | None = None
    sources: Sources = JUDGED


class CrossingShape(Shape):
    """A step between two positions that no line joins: on one height across tracks or roles, or one rung up."""

    start: PositionId = Field(alias="from")
    to: PositionId
    why: TextShape | None = None
    sources: Sources = JUDGED
