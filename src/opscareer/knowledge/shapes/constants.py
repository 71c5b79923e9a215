"""The shape of the constants of the arithmetic."""

from typing import Annotated

from pydantic import Field

from opscareer.knowledge.shapes.words import Shape, Share, TextShape


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


class FactorShape(ConstantShape):
    """How many times something counts; at least once."""

    value: Annotated[float, Field(ge=1, le=100)]


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
    settled: PartShape | None = None
    tie: PartShape | None = None
    telling_gain: PartShape | None = None
    first_gap: FactorShape | None = None
    new_gap: FactorShape | None = None
    unused_scale: PositiveShape | None = None
    short_list: PartShape | None = None
    ready: PartShape | None = None
    within_reach: PartShape | None = None
    first_rise: PartShape | None = None
    lead_rise: PartShape | None = None
    higher_rise: PartShape | None = None
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
