"""The constants as an author writes them, made what the arithmetic reads; they are all there (`filled`)."""

from opscareer.knowledge.shapes.constants import ConstantShape, ConstantsShape
from opscareer.model.constants import Constants
from opscareer.text import Text


def constants_of(told: ConstantsShape) -> Constants:
    """Return the numbers."""
    return Constants(
        interest=_number(told.interest),
        entry_interest=_number(told.entry_interest),
        promotion=_number(told.promotion),
        settled=_number(told.settled),
        tie=_number(told.tie),
        telling_gain=_number(told.telling_gain),
        first_gap=_number(told.first_gap),
        new_gap=_number(told.new_gap),
        unused_scale=_number(told.unused_scale),
        short_list=_number(told.short_list),
        ready=_number(told.ready),
        within_reach=_number(told.within_reach),
        first_rise=_number(told.first_rise),
        lead_rise=_number(told.lead_rise),
        higher_rise=_number(told.higher_rise),
        offer_reach=_number(told.offer_reach),
        smaller_offer=_number(told.smaller_offer),
        mastery=_number(told.mastery),
        mastery_answered=_number(told.mastery_answered),
        prior_present=_number(told.prior_present),
        prior_elsewhere=_number(told.prior_elsewhere),
        prior_sd=_number(told.prior_sd),
        prior_typical=_number(told.prior_typical),
        stop_confidence=_number(told.stop_confidence),
        stop_answers=_number(told.stop_answers),
        stop_questions=_number(told.stop_questions),
        stop_line=_number(told.stop_line),
        stop_step=_number(told.stop_step),
        broad_rivals=_count(told.broad_rivals),
        broad_questions=_count(told.broad_questions),
        plan_parallel=_count(told.plan_parallel),
        path_sideways=_count(told.path_sideways),
        path_entries=_count(told.path_entries),
        path_steps=_count(told.path_steps),
        review_months=_number(told.review_months),
    )


def reasons_of(told: ConstantsShape) -> dict[str, Text]:
    """Return why each constant is what it is, by its name."""
    constants: dict[str, ConstantShape] = dict(told)
    return {name: Text(constant.why.zh, constant.why.en) for name, constant in constants.items()}


def _number(constant: ConstantShape | None) -> float:
    assert constant, "filled before it is built"
    return constant.value


def _count(constant: ConstantShape | None) -> int:
    """Return a number of things; a part of one does not count."""
    return int(_number(constant))
