from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import people, profiles
from random_kb import random_kbs
from small_kb import SMALL, WRITER, with_constants
from two_tracks import TWO_TRACKS

from opscareer.advice import prospect_of, situation_of
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.leading import has_acted, led_from
from opscareer.advice.ways import Schedule, Step, schedule_of
from opscareer.advice.ways.goals import goals_of
from opscareer.advice.ways.path import best_paths
from opscareer.advice.ways.plan import levels_after, plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

ACTED: tuple[dict[str, str], ...] = ({}, {"acting": "yes"}, {"acting": "no"})


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
    schedule = scheduled(person, "seller/specialist")
    assert ("words", 2) in [(s.skill, s.level) for s in schedule.plan.steps]
    assert levels_after(situation_of(SMALL, person).beliefs, schedule.plan.steps) == {"deals": 4, "words": 3}


def test_years_not_told_count_from_now() -> None:
    """Where the years were not told, time is served from today on."""
    schedule = scheduled(replace(WRITER, years=None), "writer/manager", month=24)
    assert schedule.by is not None
    assert schedule.by.prospect.verdict == "ready"


SENIOR = Profile(("writer/senior",), years=1, facts={"lead": "yes"}, levels={"words": 4, "sums": 2, "people": 0})
"""A senior writer who does all that the post asks, would lead, and has led nobody."""


def test_a_post_that_is_real_is_left_by_what_it_leads_to() -> None:
    """Of a stay in a post that is real the plan is that of what it leads to, with the time and verdict of that."""
    situation = situation_of(TWO_TRACKS, SENIOR)
    schedule = schedule_of(TWO_TRACKS, situation, month=24)
    prospect = schedule.prospect
    assert (prospect.position, prospect.candidate.kind) == ("writer/senior", "stay")
    assert prospect.candidate.then == prospect.gaps_of == "writer/manager"
    assert [(s.skill, s.level) for s in schedule.plan.steps] == [("people", level) for level in (1, 2, 3, 4)]
    assert (schedule.plan.fit, schedule.due) == (prospect.fit, 24)
    assert schedule.by is not None
    then = schedule.by.prospect
    assert (then.position, then.gaps_of, then.fit, then.verdict) == ("writer/manager", "writer/manager", 1, "ready")
    assert schedule_of(TWO_TRACKS, situation, "writer/senior", month=24) == schedule


def test_a_post_that_is_not_real_is_made_so_first() -> None:
    """Of a stay in a post that is not real the plan is that of the post itself, and so is how far one gets."""
    beginner = replace(SENIOR, levels={"words": 1, "sums": 0, "people": 0})
    schedule = schedule_of(TWO_TRACKS, situation_of(TWO_TRACKS, beginner), month=99)
    prospect = schedule.prospect
    assert (prospect.candidate.kind, prospect.position, prospect.gaps_of) == ("stay", "writer/senior", "writer/senior")
    assert prospect.candidate.then == "writer/manager"
    assert {(s.skill, s.level) for s in schedule.plan.steps} == {
        ("words", 2),
        ("words", 3),
        ("words", 4),
        ("sums", 1),
        ("sums", 2),
    }
    assert schedule.due == 0
    assert schedule.by is not None  # the post is real by then, and still told of itself
    then = schedule.by.prospect
    assert (then.position, then.gaps_of, then.fit, then.gaps) == ("writer/senior", "writer/senior", 1, ())


def test_a_title_without_substance_is_made_real() -> None:
    """Of a title without its substance the plan is that of what the title asks."""
    titled = replace(WRITER, current=("writer/manager",), facts={"reports": "none"})
    schedule = schedule_of(SMALL, situation_of(SMALL, titled))
    assert (schedule.prospect.candidate.kind, schedule.prospect.position) == ("stay", "writer/manager")
    assert [(s.skill, s.level) for s in schedule.plan.steps] == [("people", 3), ("people", 4)]
    assert schedule.due == 0
    for month, verdict in ((0.0, "build-first"), (schedule.plan.ready, "ready")):
        by = schedule_of(SMALL, situation_of(SMALL, titled), month=month).by
        assert by is not None
        assert by.prospect.verdict == verdict


def test_a_position_that_is_named_is_planned_by_itself() -> None:
    """The plan of a position that is named is its own, also where it is the one held and that is real."""
    able = replace(WRITER, levels={**WRITER.levels, "people": 4})
    schedule = scheduled(able, "writer/specialist", month=1)
    assert situation_of(SMALL, able).leader == "writer/manager"
    assert (schedule.prospect.candidate.kind, schedule.prospect.gaps_of) == ("stay", "writer/specialist")
    assert (schedule.plan.steps, schedule.prospect.fit, schedule.prospect.gaps) == ((), 1, ())
    assert schedule.by is not None
    assert schedule.by.prospect.gaps_of == "writer/specialist"


def test_at_the_top_the_post_held_is_planned() -> None:
    """Where nothing is above, the plan without a position is that of the post held."""
    top = Profile(("first/chief",), levels={"people": 3})
    schedule = schedule_of(SMALL, situation_of(SMALL, top))
    assert (schedule.prospect.position, schedule.due) == ("first/chief", 0)
    assert ("people", 4) in [(s.skill, s.level) for s in schedule.plan.steps]


@pytest.mark.uncounted
@given(data=st.data())
def test_schedule_of_anybody(kb: KnowledgeBase, data: st.DataObject) -> None:
    """The plan is that of what is worked on; by its end the fit of that is 1 and no skill gates."""
    base = data.draw(random_kbs() | st.just(kb))
    situation = situation_of(base, data.draw(people(base)))
    position = data.draw(st.none() | st.sampled_from(list(base.positions)))
    schedule = schedule_of(base, situation, position)
    candidate, aim = schedule.prospect.candidate, schedule.prospect.gaps_of
    if position in (None, situation.leader) and situation.next:
        assert schedule.prospect == prospect_of(base, situation, situation.next)
    else:
        assert aim == candidate.position == (position or situation.standing.positions[0])
    asked = requirements_of(base, aim, entry=candidate.kind == "entry" and not candidate.start)
    led = led_from(base, aim, acted=has_acted(situation.profile))
    plan = plan_of(base, asked, situation.beliefs, base.rules.constants.plan_parallel, led=led)
    assert schedule.plan == plan
    assert schedule.prospect.fit == pytest.approx(fit_of(asked, situation.beliefs))
    by = schedule_of(base, situation, position, month=plan.months).by
    assert by is not None
    assert (by.prospect.position, by.prospect.gaps_of) == (aim, aim)
    assert by.prospect.fit == pytest.approx(1)
    assert not [gate for gate in by.prospect.gates if gate.kind == "skill"]


@pytest.mark.uncounted
@settings(max_examples=50)
@given(data=st.data())
def test_one_truth_of_the_time_due(data: st.DataObject) -> None:
    """The first step of a way waits as long as the plan for its position says, whatever was told of the time served."""
    base = data.draw(random_kbs() | st.just(TWO_TRACKS))
    person = data.draw(profiles(base))
    situation = situation_of(base, replace(person, facts={**person.facts, **data.draw(st.sampled_from(ACTED))}))
    for path in best_paths(base, situation, goals_of(base, situation), 3):
        first = path.legs[0]
        assert first.due == schedule_of(base, situation, first.position).due


@pytest.mark.uncounted
@given(data=st.data())
def test_one_definition_of_ready(data: st.DataObject) -> None:
    """A position is ready in the month that the plan tells, once the time is served, and not before."""
    base = data.draw(random_kbs() | st.just(TWO_TRACKS))
    situation = situation_of(base, data.draw(people(base)))
    position = data.draw(st.sampled_from(list(base.positions)))
    schedule = schedule_of(base, situation, position, month=0)
    if schedule.prospect.gaps_of != position or any(position == held for held, _, _ in situation.standing.by_title):
        return
    assert schedule.by is not None
    ready = max(schedule.plan.ready, schedule.due)
    assert (schedule.by.prospect.verdict == "ready") is (ready == 0) is (schedule.prospect.verdict == "ready")
    for month in (ready, max(0.0, ready - 0.01)):
        by = schedule_of(base, situation, position, month=month).by
        assert by is not None
        assert (by.prospect.verdict == "ready") is (month >= ready)


def test_the_present_post_before_the_next_role(kb: KnowledgeBase) -> None:
    """The plan for the next role names the present post where that is to be done well first; no other plan does."""
    weak = dict.fromkeys(kb.needed["brand/specialist"], 0)
    told = Profile(("brand/specialist",), years=2, levels={**weak, "short-video": 3, "communication": 1})
    situation = situation_of(kb, told)
    assert situation.next is not None
    assert situation.next.kind == "lateral"
    assert schedule_of(kb, situation).before == "brand/specialist"
    assert schedule_of(kb, situation, "brand/specialist").before == ""
