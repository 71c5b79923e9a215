from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profiles
from random_kb import random_kbs, with_skills
from small_kb import SMALL, WRITER, asked, with_constants

from opscareer.advice import situation_of
from opscareer.advice.belief import UNIFORM, Beliefs, mean, point
from opscareer.advice.fit import fit_of, gaps_of, requirements_of
from opscareer.advice.gates import bars_of, skill_gates_of, verdict_of
from opscareer.advice.ways import Plan, Step
from opscareer.advice.ways.plan import levels_after, plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.skill import Need

DIRECTOR = requirements_of(SMALL, "head/director")
ABOUT_FOUR = (0.05, 0.0, 0.0, 0.05, 0.8, 0.1)
Goal = tuple[str, int]


def known(**told: int) -> Beliefs:
    """Return the beliefs of somebody who told these levels, and of the others that they are about 4."""
    skills = {skill: point(told[skill]) if skill in told else ABOUT_FOUR for skill in SMALL.skills}
    return Beliefs(skills, {}, frozenset(told))


NOTHING = known(words=0, deals=0, sums=0, people=0)


def told(steps: tuple[Step, ...]) -> list[tuple[str, int, float, float]]:
    """Return skill, level, start and end of some steps."""
    return [(step.skill, step.level, step.start, step.end) for step in steps]


@dataclass(frozen=True)
class Case:
    """A person before a position, and the plan for it."""

    kb: KnowledgeBase = field(repr=False)
    asked: tuple[Requirement, ...]
    beliefs: Beliefs
    parallel: int

    @property
    def plan(self) -> Plan:
        """The plan."""
        return plan_of(self.kb, self.asked, self.beliefs, self.parallel)

    def had(self, skill: str) -> int:
        """Return the level that the person has or is taken to have."""
        return int(mean(self.beliefs.skills[skill]) + 0.5)

    def before(self, skill: str, level: int) -> list[Goal]:
        """Return what comes first: the levels below, and what the skill needs."""
        return [
            *((skill, lower) for lower in range(level)),
            *((n.skill, n.first) for n in self.kb.skills[skill].needs if n.level == level),
        ]

    def levels(self) -> dict[Goal, float]:
        """Return the levels to gain: those the position misses and all that must come before them, with their gain."""
        found: dict[Goal, float] = {}
        for r in self.asked:
            there = r.weight * sum(share * min(x / r.level, 1) for x, share in enumerate(self.beliefs.skills[r.skill]))
            for level in range(min(r.level, self.had(r.skill) + 1), r.level + 1) if there < r.weight else ():
                found[r.skill, level] = r.weight * level / r.level - there
                there = r.weight * level / r.level
        ahead = list(found)
        while ahead:
            first = self.before(*ahead.pop())
            below = [(skill, low) for skill, level in first for low in range(self.had(skill) + 1, level + 1)]
            more = [goal for goal in below if goal not in found]
            found |= dict.fromkeys(more, 0.0)
            ahead += more
        return found


def cases(kb: KnowledgeBase) -> st.SearchStrategy[Case]:
    """Return people before positions, in random knowledge bases and in the built-in one."""

    def case(kb: KnowledgeBase) -> st.SearchStrategy[Case]:
        asked_ = st.builds(
            lambda id_, entry: requirements_of(kb, id_, entry=entry), st.sampled_from(list(kb.positions)), st.booleans()
        )
        people = profiles(kb).map(lambda profile: situation_of(kb, profile).beliefs)
        return st.builds(Case, st.just(kb), asked_, people, st.integers(1, 4))

    return st.one_of(random_kbs().flatmap(case), case(kb))


def always(test: Callable[[Case], None]) -> Callable[[KnowledgeBase], None]:
    """Hold something to be true of all plans."""

    @settings(max_examples=40)
    @given(data=st.data())
    def run(kb: KnowledgeBase, data: st.DataObject) -> None:
        test(data.draw(cases(kb)))

    run.__doc__ = test.__doc__
    return run


def test_plan_by_hand() -> None:
    """A plan tells level by level what to gain, when it begins and ends, what it adds and the fit after it."""
    plan = plan_of(SMALL, DIRECTOR, known(**WRITER.levels), 2)
    assert plan.steps == (
        Step("deals", 1, 0, 1, gain=0.125, must=False, assumed=False, fit_after=0.625),
        Step("people", 3, 0, 1, gain=0.125, must=True, assumed=False, fit_after=0.75),
        Step("deals", 2, 1, 2, gain=0.125, must=False, assumed=False, fit_after=0.875),
        Step("people", 4, 1, 2, gain=0.125, must=True, assumed=False, fit_after=1),
    )
    assert (plan.fit, plan.ready, plan.months) == (0.5, 2, 2)
    assert [step.months for step in plan.steps] == [1, 1, 1, 1]
    assert [len(plan.by(month)) for month in (0, 0.9, 1, 1.5, 2, 9)] == [0, 0, 2, 2, 4, 4]


def test_one_skill_at_a_time() -> None:
    """One at a time: the must as far as it bars the way, then what adds as much, by its id."""
    plan = plan_of(SMALL, DIRECTOR, known(**WRITER.levels), 1)
    assert told(plan.steps) == [("people", 3, 0, 1), ("deals", 1, 1, 2), ("deals", 2, 2, 3), ("people", 4, 3, 4)]
    assert plan.ready == 3


def test_nothing_to_do() -> None:
    """Who has all that is asked has no step, and is ready at once."""
    plan = plan_of(SMALL, DIRECTOR, known(words=5, deals=2, sums=0, people=4), 2)
    assert plan == Plan((), 1, 0)
    assert plan.months == 0


def test_what_bars_before_gain() -> None:
    """A must that bars comes before what would return more; of the rest the most gain in a month, then the first by
    id."""
    months = {"words": (4.0,) * 5}
    kb = with_skills(SMALL, {}, months)
    parts = asked("words", 1, 0.5), asked("sums", 1, 0.2), asked("deals", 1, 0.2), asked("people", 2, 0.1, must=True)
    steps = plan_of(kb, parts, NOTHING, 1).steps
    assert [step.skill for step in steps] == ["people", "deals", "sums", "words", "people"]  # words .125 a month


def test_a_must_that_nobody_told_is_shown_first() -> None:
    """A must that was not told bars until it is shown, however high it is supposed."""
    parts = asked("words", 1, 0.9, must=True), asked("people", 2, 0.1, must=True)
    untold = Beliefs({**known(words=0, people=0).skills, "people": UNIFORM}, {}, frozenset({"words"}))
    firsts = [plan_of(SMALL, parts, beliefs, 1).steps[0].skill for beliefs in (known(words=0, people=1), untold)]
    assert firsts == ["words", "people"]


def test_emphasis_on_a_skill_brings_it_forward() -> None:
    """What is looked for most comes before what adds as much in the same time; what it adds stays as it is."""
    parts = asked("deals", 1, 0.5), asked("sums", 1, 0.5)
    stressed = replace(SMALL, skills={**SMALL.skills, "sums": replace(SMALL.skills["sums"], emphasis=1.2)})
    plans = [plan_of(kb, parts, NOTHING, 1).steps for kb in (SMALL, stressed)]
    assert [[step.skill for step in steps] for steps in plans] == [["deals", "sums"], ["sums", "deals"]]
    assert {step.gain for steps in plans for step in steps} == {0.5}


def test_what_comes_first_takes_the_place_of_what_waits() -> None:
    """A skill that a must waits for is begun as early as the must, asked by the position or not."""
    kb = with_skills(SMALL, {"people": (Need(2, "sums", 2), Need(5, "deals", 1))})
    parts = asked("people", 3, 0.6, must=True), asked("words", 1, 0.2)
    plan = plan_of(kb, parts, NOTHING, 1)
    assert told(plan.steps) == [
        ("people", 1, 0, 1),
        ("sums", 1, 1, 2),
        ("sums", 2, 2, 3),
        ("people", 2, 3, 4),
        ("people", 3, 4, 5),
        ("words", 1, 5, 6),
    ]
    assert [step.gain for step in plan.steps] == pytest.approx([0.2, 0, 0, 0.2, 0.2, 0.2])
    assert [step.must for step in plan.steps] == [True, True, True, True, True, False]
    assert [step.fit_after for step in plan.steps] == pytest.approx([0.2, 0.2, 0.2, 0.4, 0.6, 0.8])


def test_what_comes_first_before_what_comes_first() -> None:
    """What must come first has its own needs; a level beyond what the position asks adds nothing to the fit."""
    kb = with_skills(SMALL, {"people": (Need(1, "words", 2),), "words": (Need(2, "deals", 1),)})
    parts = asked("people", 1, 0.5), asked("words", 1, 0.5)
    steps = plan_of(kb, parts, NOTHING, 4).steps
    assert told(steps) == [("deals", 1, 0, 1), ("words", 1, 0, 1), ("words", 2, 1, 2), ("people", 1, 2, 3)]
    assert [step.gain for step in steps] == [0, 0.5, 0, 0.5]


def test_beyond_a_must_is_no_must() -> None:
    """A level of a must skill beyond what the position asks is no must, unless a must waits for it."""
    kb = with_skills(SMALL, {"deals": (Need(1, "people", 2),)})
    for waits in (False, True):
        parts = asked("people", 1, 0.5, must=True), asked("deals", 1, 0.5, must=waits)
        steps = plan_of(kb, parts, NOTHING, 1).steps
        assert [(s.skill, s.level, s.must) for s in steps] == [
            ("people", 1, True),
            ("people", 2, waits),
            ("deals", 1, waits),
        ]


def test_what_is_there_need_not_come_first() -> None:
    """A need that is met, by a level told or supposed, adds no step."""
    kb = with_skills(SMALL, {"people": (Need(1, "words", 4), Need(1, "deals", 4))})
    plan = plan_of(kb, [asked("people", 1, 1.0)], known(words=4, people=0), 2)
    assert told(plan.steps) == [("people", 1, 0, 1)]


def test_months_are_the_skills_own() -> None:
    """Each level takes as long as its skill says, and a hand that is free begins the next thing at once."""
    months = {"words": (3.0, 3.0, 3.0, 3.0, 3.0), "deals": (2.0, 4.0, 8.0, 9.0, 9.0)}
    kb = with_skills(SMALL, {}, months)
    parts = asked("words", 2, 0.6, must=True), asked("deals", 2, 0.4)
    plan = plan_of(kb, parts, NOTHING, 2)
    assert told(plan.steps) == [("deals", 1, 0, 2), ("words", 1, 0, 3), ("deals", 2, 2, 6), ("words", 2, 3, 6)]


def test_unknown_skill_supposed_high_enough_is_shown() -> None:
    """A skill that is not known has a step that shows it, however high it is supposed, and the step says so."""
    plan = plan_of(SMALL, [asked("words", 2, 0.5, must=True), asked("deals", 1, 0.5)], known(deals=0), 1)
    assert [(s.skill, s.level, s.assumed, s.fit_after) for s in plan.steps] == [
        ("words", 2, True, 0.5),
        ("deals", 1, False, 1),
    ]
    assert plan.fit == pytest.approx(0.475)  # five in a hundred have none of it
    assert plan.ready == 2


def test_unknown_skill_is_begun_above_what_is_supposed() -> None:
    """Of a skill that is not known the levels above the one supposed are missing; the first of them shows it."""
    plan = plan_of(SMALL, [asked("words", 5, 1.0, must=True)], Beliefs({"words": UNIFORM}, {}, frozenset()), 1)
    assert told(plan.steps) == [("words", 4, 0, 1), ("words", 5, 1, 2)]  # 2.5 counts as 3
    assert [step.fit_after for step in plan.steps] == [pytest.approx(0.8), 1]
    assert plan.fit == pytest.approx(0.5)
    assert plan.ready == 2


def test_supposed_level_that_is_asked_lower_need_not_be_learned() -> None:
    """A level that an unknown skill is supposed to have is not learned because something else needs it first."""
    kb = with_skills(SMALL, {"people": (Need(1, "words", 4),)})
    plan = plan_of(kb, [asked("people", 1, 0.5), asked("words", 1, 0.5)], known(people=0), 1)
    assert sorted(step[:2] for step in told(plan.steps)) == [("people", 1), ("words", 1)]


def test_ready_waits_for_the_gate() -> None:
    """A fit that is enough makes nobody ready while a must is more than a level short."""
    parts = asked("words", 1, 0.5), asked("sums", 1, 0.375), asked("people", 3, 0.125, must=True)
    ready = [plan_of(SMALL, parts, known(words=1, sums=1, deals=0, people=p), 1).ready for p in (0, 1, 2)]
    assert ready == [2, 1, 0]


def test_ready_waits_for_what_is_too_far() -> None:
    """Nor while anything that was told is more than a level short, must or not: that comes before what returns more."""
    parts = asked("words", 2, 0.75), asked("sums", 1, 0.125), asked("people", 3, 0.125)
    plans = [plan_of(SMALL, parts, known(words=2, sums=0, deals=0, people=p), 1) for p in (0, 1, 2)]
    assert [plan.ready for plan in plans] == [3, 2, 1]
    assert told(plans[0].steps)[0] == ("people", 1, 0, 1)
    wider = with_constants(ready=0.7)
    assert [plan_of(wider, parts, known(words=2, sums=0, deals=0, people=p), 1).ready for p in (0, 1, 2)] == [2, 1, 0]


def test_ready_waits_for_who_never_led() -> None:
    """A post that leads has to be gone to by who has led: up to the level from which that counts nobody is ready."""
    parts = asked("words", 2, 0.9), asked("people", 2, 0.1)
    plans = [plan_of(SMALL, parts, known(words=2, people=p), 1, led={"people": 2}) for p in (0, 1, 2)]
    assert [plan.ready for plan in plans] == [2, 1, 0]
    assert plan_of(SMALL, parts, known(words=2), 1, led={"people": 2}).ready == 1


def test_ready_holds_while_time_is_served() -> None:
    """What is shown while time is served in any case may take a position out of reach again: ready is when it holds."""
    parts = asked("words", 1, 0.9), asked("people", 4, 0.1)
    supposed_low = Beliefs({**known(words=0).skills, "people": point(1)}, {}, frozenset({"words"}))
    plans = [plan_of(SMALL, parts, supposed_low, 1, due=due) for due in (0.0, 1.0, 2.0, 9.0)]
    assert [plan.ready for plan in plans] == [1, 1, 3, 3]
    assert len({plan.steps for plan in plans}) == 1


def test_enough_to_the_last_digit() -> None:
    """A fit that makes the bound but for the last digit of a sum is enough."""
    parts = [asked(skill, 1, weight) for skill, weight in zip(SMALL.skills, (0.1, 0.7, 0.1, 0.1), strict=True)]
    plan = plan_of(with_constants(ready=0.8), parts, known(words=1, deals=1, sums=0, people=0), 1)
    assert plan.fit < 0.8  # .1 + .7 is a last digit less
    assert plan.ready == 0


@pytest.mark.uncounted
@always
def test_exactly_what_is_missing(case: Case) -> None:
    """A plan holds each missing level once, and each level that must come before one of them, with its months."""
    steps = {(step.skill, step.level): step for step in case.plan.steps}
    wanted = case.levels()
    assert len(steps) == len(case.plan.steps)
    assert wanted.keys() <= steps.keys()
    assert all(
        level <= case.had(skill) and steps[skill, level].assumed for skill, level in steps.keys() - wanted.keys()
    )
    for goal, step in steps.items():
        assert step.gain == pytest.approx(wanted.get(goal, 0.0), abs=1e-9)
        assert step.assumed is (step.skill not in case.beliefs.answered)
        assert step.months == pytest.approx(_months(case, step.skill, step.level))


@pytest.mark.uncounted
@always
def test_first_things_first(case: Case) -> None:
    """No level is begun before the one below it has ended, nor before what its skill needs first."""
    steps = {(step.skill, step.level): step for step in case.plan.steps}
    for goal, step in steps.items():
        assert all(steps[first].end <= step.start + 1e-9 for first in case.before(*goal) if first in steps)


@pytest.mark.uncounted
@always
def test_hands(case: Case) -> None:
    """Never more skills at once than told, never one twice; and no hand is idle while something could be begun."""
    steps = case.plan.steps
    for month in {0.0, *(step.end for step in steps)}:
        now = [step.skill for step in steps if step.start <= month + 1e-9 and step.end > month + 1e-9]
        assert len(now) == len(set(now)) <= case.parallel
        if len(now) < case.parallel:
            assert not _could_begin(case, month)


@pytest.mark.uncounted
@always
def test_most_urgent_first(case: Case) -> None:
    """Nothing is begun while something more urgent waits: first what bars the way, then by weighed gain per month."""
    goals = {(step.skill, step.level): step.gain for step in case.plan.steps}
    urgency = {goal: _urgency(case, goals, goal) for goal in goals}
    for step in case.plan.steps:
        waiting = _could_begin(case, step.start)
        assert all(urgency[goal] <= urgency[step.skill, step.level] for goal in waiting)


@pytest.mark.uncounted
@always
def test_fit_after_each_step(case: Case) -> None:
    """The fit after each step is that of somebody of the levels gained so far: it never falls, and ends at 1."""
    levels: dict[str, int] = {}
    before = case.plan.fit
    assert before == pytest.approx(fit_of(case.asked, case.beliefs))
    for step in case.plan.steps:
        levels[step.skill] = step.level
        assert step.fit_after == pytest.approx(fit_of(case.asked, case.beliefs.with_levels(levels)))
        assert step.fit_after >= before
        before = step.fit_after
    assert before == pytest.approx(1)


@pytest.mark.uncounted
@always
def test_ready_in_the_first_month_that_is_enough(case: Case) -> None:
    """Ready is the first month whose levels make the verdict ready: fit enough, no gate, nothing told too far away."""

    def enough(month: float) -> bool:
        beliefs = case.beliefs.with_levels(levels_after(case.beliefs, case.plan.by(month)))
        gates = skill_gates_of(case.kb, case.asked, beliefs)
        return verdict_of(case.kb, fit_of(case.asked, beliefs), gates, gaps_of(case.asked, beliefs)) == "ready"

    months = sorted({0.0, *(step.end for step in case.plan.steps)})
    assert case.plan.ready == pytest.approx(next(month for month in months if enough(month)))


@pytest.mark.uncounted
@always
def test_a_plan_may_end_once_it_is_ready(case: Case) -> None:
    """Asked only until a month a plan is the same up to then, and always up to where the position is in reach."""
    whole = case.plan
    for until in (0.0, whole.ready, whole.ready + 3, whole.months):
        part = plan_of(case.kb, case.asked, case.beliefs, case.parallel, until=until)
        assert (part.fit, part.ready) == (whole.fit, whole.ready)
        assert part.steps == whole.by(max(whole.ready, until))


def test_a_must_that_is_certain_and_not_told() -> None:
    """A must that nobody told but that is beyond doubt leaves nothing to show: the plan ends where all is done."""
    beliefs = Beliefs({"words": point(5), "deals": point(0)}, {}, frozenset({"deals"}))
    plan = plan_of(SMALL, [asked("words", 2, 0.5, must=True), asked("deals", 1, 0.5)], beliefs, 1)
    assert (told(plan.steps), plan.ready) == ([("deals", 1, 0, 1)], 1)


def _could_begin(case: Case, month: float) -> list[Goal]:
    """Return what is not begun by a month although all that must come before it has ended."""
    steps = case.plan.steps
    ahead = {(step.skill, step.level) for step in steps if step.end > month + 1e-9}
    later = [(step.skill, step.level) for step in steps if step.start > month + 1e-9]
    return [(skill, level) for skill, level in later if not ahead.intersection(case.before(skill, level))]


def _urgency(case: Case, goals: dict[Goal, float], goal: Goal) -> tuple[bool, bool, float]:
    """Return whether a must that bars waits for a level, or what else bars, and the most that adds, weighed, per month.

    Its own included.
    """
    bars = bars_of(case.kb, case.asked, case.beliefs)
    waiting, ahead = {goal}, [goal]
    while ahead:
        here = ahead.pop()
        more = [g for g in goals if here in case.before(*g) and g not in waiting]
        waiting.update(more)
        ahead += more
    return max(_by_itself(case, goals, bars, *one) for one in waiting)


def _by_itself(
    case: Case, goals: dict[Goal, float], bars: dict[str, int], skill: str, level: int
) -> tuple[bool, bool, float]:
    """Return the same of a level whatever waits for it: what bars does so up to a level, or until it is shown."""
    lowest = min(n for s, n in goals if s == skill)
    barring = skill in bars and (level <= bars[skill] or level == lowest)
    must = any(r.skill == skill and r.must for r in case.asked)
    weighed = case.kb.skills[skill].emphasis * goals[skill, level]
    return must and barring, barring, round(weighed / _months(case, skill, level), 9)


def _months(case: Case, skill: str, level: int) -> float:
    return case.kb.skills[skill].months[str(level)]


def test_a_level_to_show_is_not_begun_beside_a_higher_one() -> None:
    """Where a level has to be shown and others need a higher one of the same skill, they stand one after another."""
    kb = with_skills(SMALL, {"deals": (Need(1, "words", 5),)})
    asked_ = (asked("words", 1, 0.5), asked("deals", 1, 0.5))
    beliefs = Beliefs({"words": (0.1, 0.0, 0.5, 0.4, 0.0, 0.0), "deals": point(0)}, {}, frozenset())
    steps = plan_of(kb, asked_, beliefs, 4).steps
    words = [step for step in steps if step.skill == "words"]
    assert [step.level for step in words] == sorted(step.level for step in words)
    assert all(first.end <= then.start for first, then in pairwise(words))
