"""The shape of a line of work: its positions, what each asks of which skill, and what else there is to know of it."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from opscareer.knowledge.shapes.words import (
    AliasShape,
    Height,
    Id,
    PositionId,
    Shape,
    Source,
    SourcedText,
    SummaryShape,
    TextShape,
    Years,
)
from opscareer.knowledge.table import CELL, parts_of
from opscareer.model.levels import MOST


class BlockShape(SummaryShape):
    """A block of the trade."""

    works_with: TextShape


class ConditionShape(SourcedText):
    """What employers ask besides skills."""

    rungs: list[Id] = []
    fact: Id | None = None
    least: Id | None = None


class YearsShape(Shape):
    """Least and usual years on a rung."""

    min: Years
    typical: Years


class CellShape(Shape):
    """What a position asks of one skill; sources of its own where they differ from those of the row.

    A file may write it in one word, as `3/5 must`.
    """

    level: Height
    weight: Annotated[float, Field(gt=0, le=5)] = 1.0
    must: bool = False
    sources: list[Source] = []

    @model_validator(mode="before")
    @classmethod
    def _spelt_out(cls, told: Any) -> Any:
        return parts_of(told) or told

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors of the words as well."""
        spelt_out = handler.resolve_ref_schema(handler(core))
        words = {"type": "string", "pattern": re.sub(r"\?P<\w+>", "", CELL)}
        return {"anyOf": [words, {"type": "integer", "minimum": 1, "maximum": MOST}, spelt_out]}


class RowShape(BaseModel):
    """What the positions of a role ask of one skill: a cell a rung, and where that comes from."""

    model_config = ConfigDict(extra="allow", strict=True)
    __pydantic_extra__: dict[str, CellShape] = Field(init=False)

    sources: list[Source] = []

    @property
    def cells(self) -> dict[str, CellShape]:
        """The cells by rung."""
        return self.__pydantic_extra__ or {}


class PositionShape(Shape):
    """A role at a rung; years of its own where its line is faster or slower than the rung.

    entry: people from outside may begin in it, though it stands above the lowest rung.
    """

    title: TextShape
    aliases: AliasShape = AliasShape()
    years: YearsShape | None = None
    was: list[PositionId] = []
    entry: bool = False


class FactShape(SourcedText):
    """Something else to know of a role: what it is called, and what is true."""

    name: TextShape


class RoleShape(SummaryShape):
    """A line of work."""

    group: Id | None = None
    metrics: list[Id] = []
    work: list[Id] = []
    duties: Annotated[list[SourcedText], Field(min_length=1)] = []
    conditions: list[ConditionShape] = []
    facts: list[FactShape] = []
    positions: Annotated[dict[Id, PositionShape], Field(min_length=1)]
    asks: Annotated[dict[Id, RowShape], Field(min_length=1)]

    def column(self, rung: str) -> dict[str, CellShape]:
        """Return what the position on a rung asks, by skill."""
        return {skill: row.cells[rung] for skill, row in self.asks.items() if rung in row.cells}
