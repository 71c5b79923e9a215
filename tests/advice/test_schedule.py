from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import profiles
from random_kb import random_kbs
from small_kb import SMALL, WRITER, with_constants

from opscareer.advice import candidate_for, prospect_of, situation_of, suppose
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.ways import Schedule, Step, schedule_of
from opscareer.advice.ways.plan import plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile


def scheduled(profile: Profile, position: str, *, month: float | None = None, parallel: int | None = None) -> Schedule:
    """Return the schedule of a person of the small knowledge base."""
    return schedule_of(SMALL, situation_of(SMALL, profile), position, parallel=parallel, month=month)


def step(start: float, end: float) -> Step:
    """Return a step that lasts so long."""
    return Step("words", 1, start, end, 0.1, must=False, assumed=False, fit_after=1)


def test_schedule_by_hand() -> None:
    """A schedule holds the position, its plan, how many at once, the months due and between reviews, and growth."""
    schedule = scheduled(replace(WRITER, years=1), "writer/manager")
    assert schedule.prospect.position == "writer/manager"
    assert [(s.skill, s.level, s.end) for s in schedule.plan.steps] == [("people", 3, 1), ("people", 4, 2)]
    assert (schedule.parallel, schedule.due, schedule.review, schedule.by) == (2, 12, 3, None)
    assert [growth.id for growth in schedule.growth] == ["purpose"]


@pytest.mark.parametrize(("years", "due"), [(None, 24), (0, 24), (1.5, 6), (2, 0), (7, 0)])
def test_months_due(years: float | None, due: float) -> None:
    """Due is what is missing of the least time on the rung; all of it where the years were not told."""
    assert scheduled(replace(WRITER, years=years), "writer/manager").due == due


def test_no_time_is_due() -> None:
    """Nobody waits to step sideways or to enter; who enters is asked each level one lower."""
    assert scheduled(replace(WRITER, years=0), "seller/specialist").due == 0
    entry = scheduled(Profile(levels={"words": 3, "sums": 1, "people": 1}), "writer/specialist")
    assert (entry.due, entry.plan.steps, entry.prospect.verdict) == (0, (), "ready")
    assert [growth.id for growth in entry.growth] == ["purpose", "enter"]


@pytest.mark.parametrize(("parallel", "ends"), [(None, [1, 1, 2, 2]), (1, [1, 2, 3, 4]), (4, [1, 1, 2, 2])])
def test_how_many_at_once(parallel: int | None, ends: list[float]) -> None:
    """So many skills are worked on at once as told, else as the knowledge base says."""
    schedule = scheduled(WRITER, "head/director", parallel=parallel)
    assert schedule.parallel == (parallel or 2)
    assert [s.end for s in schedule.plan.steps] == ends


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (0, 2, (2,)),
        (0, 3, (3,)),
        (0, 3.5, (3.5,)),
        (0, 4.5, (3, 4.5)),
        (1, 7, (4, 7)),
        (2, 11, (5, 8, 11)),
        (0.5, 10, (3.5, 6.5, 10)),
    ],
)
def test_when_to_look_again(start: float, end: float, months: tuple[float, ...]) -> None:
    """A step is looked at again at its end, and at every review while it lasts that the end does not soon follow."""
    assert scheduled(WRITER, "writer/manager").look_again(step(start, end)) == months


def test_reviews_as_often_as_the_knowledge_base_says() -> None:
    """How often to look again is for the knowledge base to say."""
    kb = with_constants(review_months=1.5)
    assert schedule_of(kb, situation_of(kb, WRITER), "writer/manager").look_again(step(0, 4)) == (1.5, 3, 4)


@pytest.mark.parametrize(
    ("month", "fit", "gates", "verdict"),
    [
        (0, 0.75, ["skill", "time"], "within-reach"),
        (1, 0.875, ["time"], "within-reach"),
        (11.5, 1, ["time"], "within-reach"),
        (12, 1, [], "ready"),
    ],
)
def test_how_far_by_a_month(month: float, fit: float, gates: list[str], verdict: str) -> None:
    """By a month the plan has brought levels and time has been served; what stands today stays as it is."""
    schedule = scheduled(replace(WRITER, years=1), "writer/manager", month=month)
    assert schedule.by is not None
    then = schedule.by.prospect
    assert schedule.by.month == month
    assert (then.fit, [gate.kind for gate in then.gates], then.verdict) == (fit, gates, verdict)
    assert schedule.prospect.fit == 0.75


def test_what_is_shown_low_stays_as_high_as_supposed() -> None:
    """A step that shows an unknown skill at a low level takes no higher one away that was supposed."""
    person = replace(WRITER, levels={"deals": 0, "sums": 2, "people": 2})  # words believed about 3, a seller needs 2
    schedule = scheduled(person, "seller/specialist", month=9)
    then = suppose(situation_of(SMALL, person), {"deals": 4, "words": 3})
    assert ("words", 2) in [(s.skill, s.level) for s in schedule.plan.steps]
    assert schedule.by is not None
    assert schedule.by.prospect.score == then.scores["seller/specialist"]


def test_years_not_told_count_from_now() -> None:
    """Where the years were not told, time is served from today on."""
    schedule = scheduled(replace(WRITER, years=None), "writer/manager", month=24)
    assert schedule.by is not None
    assert schedule.by.prospect.verdict == "ready"


@given(data=st.data())
def test_schedule_of_anybody(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The plan is that of the position as the person would come to it; by its end the fit is 1 and no skill gates."""
    for base in (data.draw(random_kbs()), kb):
        situation = situation_of(base, data.draw(profiles(base)))
        position = data.draw(st.sampled_from(list(base.positions)))
        candidate = candidate_for(base, situation.standing, position)
        asked = requirements_of(base, position, entry=candidate.kind == "entry")
        plan = plan_of(base, asked, situation.beliefs, int(base.rules["plan_parallel"]))
        schedule = schedule_of(base, situation, position, month=plan.months)
        assert schedule.plan == plan
        assert schedule.prospect == prospect_of(base, situation, candidate)
        assert schedule.prospect.fit == pytest.approx(fit_of(asked, situation.beliefs))
        assert schedule.by is not None
        assert schedule.by.prospect.fit == pytest.approx(1)
        assert not [gate for gate in schedule.by.prospect.gates if gate.kind == "skill"]
