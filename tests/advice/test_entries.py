"""Positions above the lowest rung in which people from outside begin."""

from dataclasses import replace

from small_kb import SMALL, with_positions

from opscareer.advice import situation_of
from opscareer.advice.fit import requirements_of
from opscareer.advice.lines import lines_of
from opscareer.advice.meaning import step_of
from opscareer.advice.standing import Candidate, standing_of
from opscareer.model.profile import Profile

OPEN = with_positions(replace(SMALL.positions["counter/manager"], entry=True))
"""The small knowledge base, in which the counters' manager may come from outside."""
OUTSIDE = Profile()


def test_candidates_from_outside() -> None:
    """From outside a position that says so is a candidate beside those of the lowest rung; another is none."""
    lines = [line.key for line in lines_of(OPEN, standing_of(OPEN, OUTSIDE), OUTSIDE)]
    assert lines == ["writer/specialist", "seller/specialist", "counter/specialist", "counter/manager"]
    assert "counter/manager" not in [line.key for line in lines_of(SMALL, standing_of(SMALL, OUTSIDE), OUTSIDE)]


def test_what_is_asked_there() -> None:
    """Each level is asked one lower there, as on the lowest rung; of those who rise to it as it is written."""
    asked = {r.skill: r.level for r in requirements_of(OPEN, "counter/manager", entry=True)}
    assert asked == {"sums": 3, "people": 3}
    assert requirements_of(OPEN, "counter/manager") == OPEN.positions["counter/manager"].requirements
    assert requirements_of(OPEN, "writer/manager", entry=True) == OPEN.positions["writer/manager"].requirements


def test_who_can_do_it_is_told_so() -> None:
    """Who can reckon and lead begins there, and is told that it is the way in."""
    able = Profile(levels={"sums": 4, "people": 4, "words": 0, "deals": 0})
    step = situation_of(OPEN, able).next
    assert step is not None
    assert (step.position, step.kind) == ("counter/manager", "entry")
    assert "is the way in" in step_of(OPEN, Candidate("counter/manager", "entry")).en
