"""What an ad asks besides skills, held against what is known of a person: years in the trade, and education.

People get round both, so they change no fit; what is not known of a person is not held against them. But of years that
are missed by far nobody is called ready.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from opscareer.model.ad import Conditions
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

_EDUCATION = "education"


class Unmet(NamedTuple):
    """A condition that a person does not meet: what is asked and what they have, years or the id of a degree.

    at_least: these years are those in the present post, and how many there are in the trade is not known.
    """

    condition: Literal["years", "education"]
    asked: int | str
    have: float | str
    at_least: bool = False

    @property
    def far(self) -> bool:
        """Whether it is missed by more than half."""
        return isinstance(self.have, int | float) and isinstance(self.asked, int) and self.have < self.asked / 2


def unmet_of(kb: KnowledgeBase, conditions: Conditions, profile: Profile) -> tuple[Unmet, ...]:
    """Return the conditions of an ad that what is known of a person falls short of."""
    return (*_years(conditions, profile), *_education(kb, conditions, profile))


def _years(conditions: Conditions, profile: Profile) -> Iterator[Unmet]:
    """Yield the years, where there are fewer; those in the present post stand in for all where these are not told."""
    told = profile.years if profile.years_total is None else profile.years_total
    have = 0.0 if told is None and profile.outside else told
    if conditions.years is not None and have is not None and have < conditions.years:
        alone = profile.years_total is None and profile.years is not None and not profile.outside
        yield Unmet("years", conditions.years, have, alone)


def _education(kb: KnowledgeBase, conditions: Conditions, profile: Profile) -> Iterator[Unmet]:
    """Yield the degree, where it is lower by the scale of the question that asks for it."""
    question, have = kb.questions.get(_EDUCATION), profile.facts.get(_EDUCATION)
    scale = [*question.labels] if question else []
    if have in scale and conditions.education in scale and scale.index(have) < scale.index(conditions.education):
        yield Unmet("education", conditions.education, have)
