"""The shape of all files of a knowledge base together."""

from typing import Annotated

from pydantic import Field, StringConstraints

from opscareer.knowledge.shapes.constants import ConstantsShape
from opscareer.knowledge.shapes.ladder import CrossingShape, LateralShape, PromotionShape, RungShape
from opscareer.knowledge.shapes.market import CountsShape, CueShape
from opscareer.knowledge.shapes.question import QuestionShape
from opscareer.knowledge.shapes.role import BlockShape, RoleShape
from opscareer.knowledge.shapes.rules import GrowthShape, LeadingShape, RouteRuleShape, SituationShape, TitleShape
from opscareer.knowledge.shapes.skill import GroupShape, SkillShape
from opscareer.knowledge.shapes.words import Level, Months, Named, Shape, SummaryShape, TextShape, Words
from opscareer.model.levels import LEAST, MOST


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
