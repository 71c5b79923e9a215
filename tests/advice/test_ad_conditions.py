"""The years and the degree that an ad asks, held against what is known of a person."""

import pytest
from small_kb import SMALL, question, with_questions

from opscareer.advice.ad_conditions import Unmet, unmet_of
from opscareer.model.ad import Conditions, Education
from opscareer.model.profile import Profile

KB = with_questions(question("education", "choice", "college", "bachelor", "master"))


@pytest.mark.parametrize(
    ("asked", "current", "years", "total", "have"),
    [
        (3, ("words/specialist",), 1, 2, 2.0),
        (3, ("words/specialist",), 2.5, None, 2.5),
        (3, (), None, None, 0.0),
        (3, ("words/specialist",), None, None, None),
        (3, ("words/specialist",), 1, 3, None),
        (0, (), None, None, None),
        (None, (), None, None, None),
    ],
)
def test_years(
    asked: int | None, current: tuple[str, ...], years: float | None, total: float | None, have: float | None
) -> None:
    """Too few years in the trade are told; of who is outside there are none, and what is unknown is not told."""
    found = unmet_of(KB, Conditions(asked, None), Profile(current=current, years=years, years_total=total))
    assert found == (() if have is None else (Unmet("years", asked or 0, have, bool(current and total is None)),))


@pytest.mark.parametrize(("have", "far"), [(4.5, True), (5.0, False), (9.0, False)])
def test_missed_by_far(have: float, far: bool) -> None:
    """Years are missed by far where there are less than half; a degree never is."""
    assert Unmet("years", 10, have).far is far
    assert not Unmet("education", "master", "college").far


@pytest.mark.parametrize(
    ("asked", "have", "short"),
    [
        ("bachelor", "college", True),
        ("bachelor", "bachelor", False),
        ("bachelor", "master", False),
        ("bachelor", None, False),
        ("any", "college", False),
        ("secondary", "college", False),
        (None, "college", False),
    ],
)
def test_education(asked: Education | None, have: str | None, short: bool) -> None:
    """A lower degree than asked is told, by the order of the question's answers."""
    profile = Profile(current=("words/specialist",), facts={"education": have} if have else {})
    found = unmet_of(KB, Conditions(None, asked), profile)
    assert found == ((Unmet("education", str(asked), str(have)),) if short else ())


def test_a_knowledge_base_that_asks_for_no_degree() -> None:
    """Where nobody is asked for a degree none is held against them."""
    assert unmet_of(SMALL, Conditions(None, "master"), Profile(facts={"education": "college"})) == ()
