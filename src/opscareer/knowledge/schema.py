"""The shape of the YAML files, as pydantic models: unknown keys, missing keys, wrong kinds and ranges, all at once.

Only the compile step imports this; a warm start validates nothing.
"""

import re
from typing import Annotated, Any, Literal

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

from opscareer.knowledge.scale import UNPLACED, all_there, from_nothing, from_one, in_a_group, placed, within
from opscareer.knowledge.table import CELL, parts_of
from opscareer.model.levels import LEAST, MOST
from opscareer.model.market import TRUST

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


Levels = Annotated[dict[LevelOrNone, TextShape], AfterValidator(all_there)]
"""The levels of a skill: what somebody has done."""

Standing = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""`outside`, a rung (for all on it or higher, up to the next that is named), or `any` for all others."""


class InsteadShape(Shape):
    """What some people do instead of what a skill says, to reach a level up to some height."""

    up_to: Height
    do: Annotated[list[TextShape], Field(min_length=1)]


class GroupShape(Named):
    """A family of skills; whom to ask where somebody had no opportunity yet, and what some people do instead."""

    exposure: dict[Standing, TextShape] = {}
    instead: dict[Standing, InsteadShape] = {}


class SkillShape(Named):
    """A skill."""

    group: Annotated[Id | None, AfterValidator(in_a_group), Field(validate_default=True)] = None
    definition: TextShape | None = None
    levels: Annotated[Levels, Field(validate_default=True)] = {}
    grow: dict[Level, Annotated[list[TextShape], Field(min_length=1)]] = {}
    proof: Annotated[list[TextShape], Field(min_length=1)] = []
    aliases: AliasShape = AliasShape()
    lookalikes: list[Words] = []
    instead: dict[Standing, InsteadShape] = {}
    sources: Sources = JUDGED
    months: dict[Level, Months] = {}
    was: list[Id] = []
    needs: dict[Level, dict[Id, Height]] = {}


class SummaryShape(Named):
    """A metric, a route, or anything else with a summary: without one its name says it."""

    summary: TextShape | None = None
    sources: Sources = JUDGED


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


def _no_default(shape: dict[str, Any]) -> None:
    """Tell editors nothing of a number that only stands for none."""
    shape.pop("default")


class RungShape(SummaryShape):
    """A step of the ladder, and the words of titles by which it is told."""

    order: Annotated[int, AfterValidator(placed), Field(validate_default=True, json_schema_extra=_no_default)] = (
        UNPLACED
    )
    track: Literal["lead", "craft"] | None = None
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


class BoundsShape(Shape):
    """A test of a number."""

    at_least: float | None = None
    below: float | None = None


When = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")], Id | list[Id] | BoundsShape]


class OptionShape(Shape):
    """An answer to choose."""

    id: Id
    label: TextShape


class QuestionShape(Shape):
    """A question that is not about a skill."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
    kind: Literal["positions", "position", "years", "choice", "choices", "text"]
    text: TextShape
    help: TextShape
    required: bool = False
    when: When = {}
    options: list[OptionShape] = []
    interest: Share = 0.0
    reads: Literal["metrics", "work"] | None = None
    worth: list[Share] = []
    sources: Sources = JUDGED
    why: TextShape | None = None


class ConstantShape(Shape):
    """A number with its reason."""

    value: Annotated[float, Field(ge=0, le=100)]
    why: TextShape = TextShape(zh="这份知识库自己定的。", en="Set by this knowledge base itself.")


class PartShape(ConstantShape):
    """A share of 1."""

    value: Share


class SpreadShape(ConstantShape):
    """A spread in levels; a smaller one would be certainty."""

    value: Annotated[float, Field(ge=0.1, le=10)]


class PositiveShape(ConstantShape):
    """A constant that something is divided by."""

    value: Annotated[float, Field(gt=0, le=100)]


class CountShape(ConstantShape):
    """A constant that counts things, of which there is at least one."""

    value: Annotated[int, Field(ge=1, le=100)]


class PositiveStepsShape(ConstantShape):
    """A bound on a search."""

    value: Annotated[int, Field(ge=100, le=100_000)]


class BetweenShape(ConstantShape):
    """A share that is neither none nor all."""

    value: Annotated[float, Field(gt=0, lt=1)]


class ConstantsShape(Shape):
    """The constants of the arithmetic; what is left out is as in the built-in knowledge base (`filled`)."""

    interest: PartShape | None = None
    entry_interest: PartShape | None = None
    promotion: PartShape | None = None
    tie: PartShape | None = None
    telling_gain: PartShape | None = None
    unused_scale: PositiveShape | None = None
    short_list: PartShape | None = None
    ready: PartShape | None = None
    within_reach: PartShape | None = None
    offer_reach: PartShape | None = None
    smaller_offer: PartShape | None = None
    mastery: PartShape | None = None
    mastery_answered: PartShape | None = None
    prior_present: PartShape | None = None
    prior_elsewhere: PartShape | None = None
    prior_sd: SpreadShape | None = None
    prior_typical: BetweenShape | None = None
    stop_confidence: PartShape | None = None
    stop_answers: ConstantShape | None = None
    stop_questions: ConstantShape | None = None
    stop_line: ConstantShape | None = None
    stop_step: ConstantShape | None = None
    broad_rivals: ConstantShape | None = None
    broad_questions: ConstantShape | None = None
    plan_parallel: CountShape | None = None
    path_sideways: ConstantShape | None = None
    path_entries: CountShape | None = None
    path_steps: PositiveStepsShape | None = None
    review_months: PositiveShape | None = None


class TitleShape(Shape):
    """A title without its substance."""

    rung: Id
    advised_as: Id
    when: When
    unless: When = {}
    because: TextShape
    sources: Sources = JUDGED


class RouteRuleShape(Shape):
    """Which route, when, and why."""

    route: Id
    when: When
    because: TextShape
    sources: Sources = JUDGED


class PlaybookShape(Shape):
    """How to go about a situation."""

    find_out: Annotated[list[TextShape], Field(min_length=1)]
    ask_for: Annotated[list[TextShape], Field(min_length=1)]
    decide_by: TextShape
    fallback: TextShape


class SituationShape(Shape):
    """What brings a person, and what that changes."""

    id: Id
    when: When
    step: Literal["offer", "again", "lower", "own", "other", "elsewhere", "usual"] = "usual"
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


class CountsShape(Shape):
    """How many ads of each role and rung were counted."""

    roles: dict[Id, Annotated[int, Field(ge=0)]] = {}
    rungs: dict[Id, Annotated[int, Field(ge=0)]] = {}


class CueShape(Shape):
    """A word by which ads are told."""

    word: Words
    own: Annotated[list[Id], Field(min_length=1)]
    shares: dict[Id, Share] = {}
    trust: Annotated[float, Field(ge=0, le=2)] = TRUST


class KbShape(Shape):
    """All files together; what may be left out is filled in before (`filled`), or has its default here."""

    name: TextShape
    version: Annotated[str, StringConstraints(min_length=1, max_length=40)] = "1"
    levels: Annotated[list[TextShape], Field(min_length=LEAST, max_length=MOST)] | None = None
    sources: dict[Annotated[str, StringConstraints(pattern=r"^[a-z]+$")], TextShape] = {}
    groups: list[GroupShape] = []
    skills: Annotated[list[SkillShape], Field(min_length=1)]
    metrics: list[SummaryShape] = []
    blocks: list[BlockShape] = []
    role_groups: list[Named] = []
    other_trades: list[Words] = []
    roles: Annotated[list[RoleShape], Field(min_length=1)]
    rungs: Annotated[list[RungShape], Field(min_length=1)]
    promotions: list[PromotionShape] = []
    laterals: list[LateralShape] = []
    crossings: list[CrossingShape] = []
    questions: Annotated[list[QuestionShape], Field(min_length=1)] = []
    constants: ConstantsShape = ConstantsShape()
    months: dict[Level, Months] = {}
    titles: list[TitleShape] = []
    routes: Annotated[list[SummaryShape], Field(min_length=1)] = []
    route_rules: list[RouteRuleShape] = []
    growth: list[GrowthShape] = []
    situations: list[SituationShape] = []
    leading: LeadingShape | None = None
    market: CountsShape = CountsShape()
    role_cues: list[CueShape] = []
    rung_cues: list[CueShape] = []

    @property
    def top(self) -> int:
        """The highest level: the same of all skills."""
        return max(map(int, self.skills[0].levels))
