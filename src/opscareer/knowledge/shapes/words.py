"""Ids, numbers and words, which the shapes of all parts of a knowledge base are made of."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from opscareer.knowledge.scale import from_nothing, from_one, within
from opscareer.model.levels import MOST

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
PositionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=120)]
LANGUAGES = ("zh", "en")
LONGEST = 600
"""Characters of a text."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
Source = Annotated[str, StringConstraints(pattern=r"^(judgement|[a-z]+:[A-Za-z0-9][A-Za-z0-9./_-]*)$")]
Sources = Annotated[list[Source], Field(min_length=1)]
JUDGED: Sources = ["judgement"]
"""What stands behind that which names no source."""
Share = Annotated[float, Field(ge=0, le=1)]
Years = Annotated[float, Field(ge=0, le=60)]
Months = Annotated[float, Field(gt=0, le=120)]


def _keys(first: int) -> WithJsonSchema:
    """Return what tells editors of the keys that name levels."""
    return WithJsonSchema({"type": "string", "enum": [str(level) for level in range(first, MOST + 1)]})


Height = Annotated[int, Field(ge=1, json_schema_extra={"maximum": MOST}), AfterValidator(within)]
"""A level from 1 to the highest of the knowledge base."""
Level = Annotated[str, AfterValidator(from_one), _keys(1)]
LevelOrNone = Annotated[str, AfterValidator(from_nothing), _keys(0)]


class Shape(BaseModel):
    """A mapping of a file: only known keys, and every value of its kind."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class TextShape(Shape):
    """One thing in both languages, or in one alone: then the other language has the same words."""

    zh: Words
    en: Words

    @model_validator(mode="before")
    @classmethod
    def _in_both(cls, told: Any) -> Any:
        spelt = dict.fromkeys(LANGUAGES, told) if isinstance(told, str) else told
        given = [spelt[lang] for lang in LANGUAGES if lang in spelt] if isinstance(spelt, dict) else []
        return {**dict.fromkeys(LANGUAGES, given[0]), **spelt} if given else spelt

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors that one string, or one language, is enough."""
        told = handler(core)
        shape = handler.resolve_ref_schema(told)
        spelt_out = {
            **shape,
            "required": [key for key in shape["required"] if key not in LANGUAGES],
            "minProperties": 1,
        }
        shape.clear()
        shape["anyOf"] = [{"type": "string", "minLength": 1, "maxLength": LONGEST}, spelt_out]
        return told


class SourcedText(TextShape):
    """A sentence with its sources."""

    sources: Sources = JUDGED


class Named(Shape):
    """Something with an id and a name."""

    id: Id
    name: TextShape


class AliasShape(Shape):
    """Other words for a thing; as a mere list they stand for both languages."""

    zh: list[Words] = []
    en: list[Words] = []

    @model_validator(mode="before")
    @classmethod
    def _in_both(cls, told: Any) -> Any:
        return dict.fromkeys(LANGUAGES, told) if isinstance(told, list) else told

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors of the list as well."""
        told = handler(core)
        shape = handler.resolve_ref_schema(told)
        spelt_out = dict(shape)
        shape.clear()
        shape["anyOf"] = [spelt_out["properties"]["zh"], spelt_out]
        return told


class SummaryShape(Named):
    """A metric, a route, or anything else with a summary: without one its name says it."""

    summary: TextShape | None = None
    sources: Sources = JUDGED
