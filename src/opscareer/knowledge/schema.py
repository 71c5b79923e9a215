"""The shape of the YAML files, as pydantic models: unknown keys, missing keys, wrong kinds and ranges, all at once.

Only the compile step imports this; a warm start validates nothing.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic_core import CoreSchema

from opscareer.knowledge.table import CELL, parts_of
from opscareer.model.market import TRUST

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
PositionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=120)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Source = Annotated[str, StringConstraints(pattern=r"^(judgement|[a-z]+:[A-Za-z0-9][A-Za-z0-9./_-]*)$")]
Sources = Annotated[list[Source], Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Years = Annotated[float, Field(ge=0, le=60)]
Level = Literal["1", "2", "3", "4", "5"]
Months = Annotated[float, Field(gt=0, le=120)]


class Shape(BaseModel):
    """A mapping of a file: only known keys, and every value of its kind."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class TextShape(Shape):
    """One thing in both languages."""

    zh: Words
    en: Words


class SourcedText(TextShape):
    """A sentence with its sources."""

    sources: Sources


class Named(Shape):
    """Something with an id and a name."""

    id: Id
    name: TextShape


class AliasShape(Shape):
    """Other words for a thing."""

    zh: list[Words] = []
    en: list[Words] = []


class LevelsShape(Shape):
    """The six levels of a skill."""

    zero: TextShape = Field(alias="0")
    one: TextShape = Field(alias="1")
    two: TextShape = Field(alias="2")
    three: TextShape = Field(alias="3")
    four: TextShape = Field(alias="4")
    five: TextShape = Field(alias="5")


Standing = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""`outside`, a rung (for all on it or higher, up to the next that is named), or `any` for all others."""


class InsteadShape(Shape):
    """What some people do instead of what a skill says, to reach a level up to some height."""

    up_to: Annotated[int, Field(ge=1, le=5)]
    do: Annotated[list[TextShape], Field(min_length=1)]


class GroupShape(Named):
    """A family of skills; whom to ask where somebody had no opportunity yet, and what some people do instead."""

    exposure: dict[Standing, TextShape] = {}
    instead: dict[Standing, InsteadShape] = {}


class SkillShape(Named):
    """A skill."""

    group: Id
    definition: TextShape
    levels: LevelsShape
    grow: dict[Level, Annotated[list[TextShape], Field(min_length=1)]]
    proof: Annotated[list[TextShape], Field(min_length=1)]
    aliases: AliasShape
    lookalikes: list[Words] = []
    instead: dict[Standing, InsteadShape] = {}
    sources: Sources
    months: dict[Level, Months] = {}
    was: list[Id] = []
    needs: dict[Level, dict[Id, Annotated[int, Field(ge=1, le=5)]]] = {}


class SummaryShape(Named):
    """A metric, a route, or anything else with a summary."""

    summary: TextShape
    sources: Sources


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

    level: Annotated[int, Field(ge=1, le=5)]
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
        return {"anyOf": [words, {"type": "integer", "minimum": 1, "maximum": 5}, spelt_out]}


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
    """A role at a rung; years of its own where its line is faster or slower than the rung."""

    title: TextShape
    aliases: AliasShape = AliasShape()
    years: YearsShape | None = None
    was: list[PositionId] = []


class RoleShape(SummaryShape):
    """A line of work."""

    group: Id
    metrics: list[Id]
    work: list[Id]
    duties: Annotated[list[SourcedText], Field(min_length=1)]
    conditions: list[ConditionShape] = []
    positions: Annotated[dict[Id, PositionShape], Field(min_length=1)]
    asks: Annotated[dict[Id, RowShape], Field(min_length=1)]

    def column(self, rung: str) -> dict[str, CellShape]:
        """Return what the position on a rung asks, by skill."""
        return {skill: row.cells[rung] for skill, row in self.asks.items() if rung in row.cells}


class RungShape(SummaryShape):
    """A step of the ladder, and the words of titles by which it is told."""

    order: int
    track: Literal["lead", "craft"] | None = None
    years: YearsShape
    words: AliasShape = AliasShape()


class PromotionShape(Shape):
    """Where a position can rise to, the usual way first."""

    start: PositionId = Field(alias="from")
    to: Annotated[list[PositionId], Field(min_length=1)]
    sources: Sources


class LateralShape(Shape):
    """A step between two roles on the same rungs."""

    start: Id = Field(alias="from")
    to: Id
    rungs: Annotated[list[Id], Field(min_length=1)]
    why: TextShape
    sources: Sources


class CrossingShape(Shape):
    """A step between two positions that no line joins: on one height across tracks or roles, or one rung up."""

    start: PositionId = Field(alias="from")
    to: PositionId
    why: TextShape
    sources: Sources


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
    kind: Literal["positions", "position", "years", "choice", "choices"]
    text: TextShape
    help: TextShape
    required: bool = False
    when: When = {}
    options: list[OptionShape] = []
    interest: Share = 0.0
    reads: Literal["metrics", "work"] | None = None
    worth: list[Share] = []
    sources: Sources


class ConstantShape(Shape):
    """A number with its reason."""

    value: Annotated[float, Field(ge=0, le=100)]
    why: TextShape


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
    """The constants of the arithmetic; all must be there."""

    interest: PartShape
    entry_interest: PartShape
    promotion: PartShape
    tie: PartShape
    telling_gain: PartShape = PartShape(
        value=0.01,
        why=TextShape(zh="不到一分的差距不值得先说。", en="A gap of less than a point is not worth telling first."),
    )
    unused_scale: PositiveShape
    short_list: PartShape = PartShape(
        value=0.6,
        why=TextShape(
            zh="短得多的清单不等于别的能力都没用。", en="A much shorter list does not make all else useless."
        ),
    )
    ready: PartShape
    within_reach: PartShape
    smaller_offer: PartShape = PartShape(
        value=0.3,
        why=TextShape(
            zh="给的位子太大，先要它的一小块；三成都没有就别接。",
            en="Where an offered post is too large, ask for a piece of it first; with less than this leave it alone.",
        ),
    )
    mastery: PartShape
    mastery_answered: PartShape
    prior_present: PartShape
    prior_elsewhere: PartShape
    prior_sd: SpreadShape
    prior_typical: BetweenShape
    stop_confidence: PartShape
    stop_answers: ConstantShape
    stop_questions: ConstantShape
    plan_parallel: CountShape
    path_sideways: ConstantShape
    path_entries: CountShape
    path_steps: PositiveStepsShape = PositiveStepsShape(
        value=4000,
        why=TextShape(zh="再多走也不会更短多少。", en="More steps of the search would hardly find a shorter way."),
    )
    review_months: PositiveShape


class MonthsShape(Shape):
    """Months to reach each level from the one below."""

    one: Months = Field(alias="1")
    two: Months = Field(alias="2")
    three: Months = Field(alias="3")
    four: Months = Field(alias="4")
    five: Months = Field(alias="5")


class TitleShape(Shape):
    """A title without its substance."""

    rung: Id
    advised_as: Id
    when: When
    unless: When = {}
    because: TextShape
    sources: Sources


class RouteRuleShape(Shape):
    """Which route, when, and why."""

    route: Id
    when: When
    because: TextShape
    sources: Sources


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
    sources: Sources


class LeadingShape(Shape):
    """The skill of leading people, and the level from which somebody has led."""

    skill: Id
    least: Annotated[int, Field(ge=1, le=5)]
    groups: list[Id] = []


class GrowthShape(Shape):
    """Advice on growing."""

    id: Id
    when: When
    text: TextShape
    sources: Sources


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
    """All files together."""

    name: TextShape
    version: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    sources: dict[Annotated[str, StringConstraints(pattern=r"^[a-z]+$")], TextShape]
    groups: list[GroupShape]
    skills: Annotated[list[SkillShape], Field(min_length=1)]
    metrics: list[SummaryShape]
    blocks: list[BlockShape]
    role_groups: list[Named] = []
    other_trades: list[Words] = []
    roles: Annotated[list[RoleShape], Field(min_length=1)]
    rungs: Annotated[list[RungShape], Field(min_length=1)]
    promotions: list[PromotionShape]
    laterals: list[LateralShape]
    crossings: list[CrossingShape] = []
    questions: Annotated[list[QuestionShape], Field(min_length=1)]
    constants: ConstantsShape
    months: MonthsShape
    titles: list[TitleShape]
    routes: Annotated[list[SummaryShape], Field(min_length=1)]
    route_rules: list[RouteRuleShape]
    growth: list[GrowthShape]
    situations: list[SituationShape] = []
    leading: LeadingShape | None = None
    market: CountsShape = CountsShape()
    role_cues: list[CueShape] = []
    rung_cues: list[CueShape] = []
