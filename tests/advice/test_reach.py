"""From which fit on a post is in reach, one by one; test_step.py and test_offers.py use it whole."""

from dataclasses import replace

import pytest
from two_tracks import TWO_TRACKS

from opscareer.advice import situation_of
from opscareer.advice.reach import reach_of_return, reach_of_rise, reach_of_rises
from opscareer.model.profile import Profile

CONSTANTS = replace(TWO_TRACKS.rules.constants, lead_rise=0.56, higher_rise=0.7)
KB = replace(TWO_TRACKS, rules=replace(TWO_TRACKS.rules, constants=CONSTANTS))


@pytest.mark.parametrize(
    ("start", "up", "bar"),
    [
        ("writer/specialist", "writer/senior", CONSTANTS.first_rise),
        ("writer/senior", "writer/manager", CONSTANTS.lead_rise),
        ("writer/specialist", "writer/manager", CONSTANTS.lead_rise),
        ("writer/manager", "head/director", CONSTANTS.higher_rise),
        ("head/director", "top/chief", CONSTANTS.within_reach),
        ("writer/senior", "head/director", CONSTANTS.within_reach),  # where no move leads
    ],
)
def test_what_a_rise_takes(start: str, up: str, bar: float) -> None:
    """A rise takes what there is to learn: least the first one, most the one out of the lowest posts of the tracks."""
    assert reach_of_rise(KB, start, up) == bar
    first = bar == CONSTANTS.first_rise
    assert reach_of_rise(KB, start, up, new=True) == (CONSTANTS.within_reach if first else bar)


@pytest.mark.parametrize(("years", "bar"), [(0.1, CONSTANTS.within_reach), (3, CONSTANTS.first_rise)])
def test_who_is_new_waits_for_the_first_rise(years: float, bar: float) -> None:
    """Of who has served less than a third of the time due the first rise takes the usual."""
    person = Profile(("writer/specialist",), years=years)
    found = reach_of_rises(KB, situation_of(KB, person).standing, person, "writer/specialist")
    assert found == {"writer/senior": bar, "writer/manager": CONSTANTS.lead_rise}


@pytest.mark.parametrize(
    ("position", "lower", "bar"),
    [
        ("writer/manager", False, CONSTANTS.offer_reach),
        ("writer/manager", True, CONSTANTS.mastery),
        ("writer/senior", True, CONSTANTS.within_reach),
    ],
)
def test_what_a_return_takes(position: str, bar: float, *, lower: bool) -> None:
    """After years one comes back into a post by two thirds of it, into one on a track only where it is done well."""
    assert reach_of_return(KB, position, lower=lower) == bar
