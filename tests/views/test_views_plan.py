from dataclasses import replace

import pytest
from advised_people import ALL
from odd_ways import planned, situated

from opscareer.advice import situation_of
from opscareer.advice.ways import schedule_of
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import Verdict
from opscareer.text import Text
from opscareer.views.plan import PlanView, plan_view
from opscareer.views.telling import plan as telling


@pytest.fixture
def plan(kb: KnowledgeBase) -> PlanView:
    """Return the plan of somebody with much to close, and how far they get in half a year."""
    situation = situated(kb, "unsure")
    return plan_view(kb, situation.profile, planned(kb, situation, month=6), "2026-01-01")


def told(plan: PlanView, **given: float) -> Text:
    """Return when a position is in reach, by a plan with some of its figures changed."""
    return telling.ready_text(replace(plan, **{"parallel": 2, "due_months": 0.0, **given}))  # type: ignore[arg-type]


def test_what_is_left_where_one_is_ready(plan: PlanView) -> None:
    """Who is ready is told so, and how long the rest takes, if there is a rest."""
    assert told(plan, ready_month=0.0, months=5.0) == (
        "能力已经够了。其余 5 个月后补齐。同时最多练 2 项：先补卡着门槛的，再补一个月里涨得多、又最看重的。",
        "Your skills are enough already. The rest is done in 5 months. At most 2 at a time, first what bars the way, "
        "then what adds most a month and is looked for most.",
    )
    assert told(plan, ready_month=0.0, months=0.0).en == "Your skills are enough already."


def test_when_one_is_ready(plan: PlanView) -> None:
    """Else it is told when the position is in reach, when all is done, and what time is still to serve."""
    en = told(plan, ready_month=5.0, months=12.0, due_months=7.0, bound=0.85).en
    assert en.startswith("Ready in 5 months (a fit of 85% or more")
    assert en.endswith(
        "everything done in 1 year. At most 2 at a time, first what bars the way, then what adds most a month and is "
        "looked for most. Time still needed at this level: 7 months."
    )


@pytest.mark.parametrize(
    ("offered", "verdict", "told_as"),
    [
        (True, "within-reach", "Once you have taken it"),
        (True, "build-first", "Ready in"),
        (False, "ready", "Once you have taken it"),
    ],
)
def test_what_is_to_be_taken_now_is_not_within_reach_later(
    plan: PlanView, offered: bool, verdict: Verdict, told_as: str
) -> None:
    """Of a post offered that is advised, and of one that somebody is ready for, it is said when it is done well, not
    when one would be up to it."""
    given = replace(plan, words=plan.words._replace(offered=offered), verdict=verdict, held=False)
    assert told(given, ready_month=5.0, months=12.0, bound=0.85).en.startswith(told_as)


def test_what_cannot_be_foreseen_is_not_told(plan: PlanView) -> None:
    """Beyond three years it is not said when all is closed, only when the position is in reach."""
    for ready, zh, en in (
        (
            5.0,
            "没有一项差两级）。同时最多练 2 项：先补卡着门槛的，再补一个月里涨得多、又最看重的。",
            "no skill two levels short). At most 2 at a time, first what bars the way, then what adds most a month and "
            "is looked for most.",
        ),
        (
            0.0,
            "能力已经够了。其余的边做边补。同时最多练 2 项：先补卡着门槛的，再补一个月里涨得多、又最看重的。",
            "Close the rest on the job. At most 2 at a time, first what bars the way, then what adds most a month and "
            "is looked for most.",
        ),
    ):
        far = told(plan, ready_month=ready, months=36.5)
        assert far.zh.endswith(zh)
        assert far.en.endswith(en)
        assert "补齐" in told(plan, ready_month=ready, months=36.0).zh


def test_the_present_post_is_not_within_reach_but_done_well(plan: PlanView) -> None:
    """Of a post that is held it is said when it is done well, and not when the person would be ready for it."""
    held = replace(plan, held=True)
    assert told(held, ready_month=7.0, months=48.0, bound=0.85) == (
        "7 个月后把现在的岗位做到 85% 以上（不能缺的都过了门槛，没有一项差两级）。同时最多练 2 项：先补卡着门槛的，"
        "再补一个月里涨得多、又最看重的。",
        "The present post done well in 7 months (a fit of 85% or more, every required minimum met, no skill two levels "
        "short). At most 2 at a time, first what bars the way, then what adds most a month and is looked for most.",
    )
    assert told(held, ready_month=0.0, months=0.0) == (
        "现在的岗位已经做到了。",
        "You do the present post well already.",
    )


@pytest.mark.parametrize("name", ALL)
def test_which_plans_are_for_the_present_post(kb: KnowledgeBase, name: str) -> None:
    """A plan is for the post held where the step is to stay and its own gaps are worked on."""
    situation = situated(kb, name)
    view = plan_view(kb, situation.profile, planned(kb, situation), "2026-01-01")
    assert view.held == (view.kind == "stay" and view.gaps_of in situation.profile.current)


def test_years_that_nobody_told(kb: KnowledgeBase) -> None:
    """Years that were not answered are not said to be missing: how many it takes is told, to be checked."""
    levels = kb.needed["product-ops/senior"]
    for years, zh, en in (
        (None, "在这一级至少要满 2 年：你没答做了几年，自己核一下。", "so check it yourself."),
        (0.5, "这一级还要再做 1 年 6 个月。", "Time still needed at this level: 1 year 6 months."),
        (2.0, "", ""),
    ):
        profile = Profile(("product-ops/senior",), years=years, levels=levels)
        schedule = schedule_of(kb, situation_of(kb, profile), "product-ops/manager")
        ready = telling.ready_text(plan_view(kb, profile, schedule, "2026-01-01"))
        assert ready.zh.endswith(zh)
        assert ready.en.endswith(en)
        assert bool(zh) == any(word in ready.zh for word in ("这一级",))


def test_summary(plan: PlanView) -> None:
    """The summary tells the fit, when the position is in reach, and how far one is by a month that was asked."""
    fit, ready, by = telling.summary(plan)
    assert plan.words.fit_told in fit.en
    assert ready == telling.ready_text(plan)
    assert by.en.startswith("By month 6: fit ")
    assert len([*telling.summary(replace(plan, by=None))]) == 2


def test_a_step_in_figures(plan: PlanView) -> None:
    """A step is told by skill and levels, and in figures by its months, the points it adds, and the fit after it."""
    step = replace(plan.steps[0], name=Text("数据", "Data"), start_level=1, level=2, start=2.0, end=4.5, guessed=False)
    assert telling.step_text(step) == ("数据 1>2", "Data 1>2")
    assert telling.step_text(replace(step, guessed=True)) == ("数据 ?>2", "Data ?>2")
    assert telling.facts_text(replace(step, gain=0.023, fit_after=0.689)) == (
        "第 3 个月起，到第 4.5 个月末匹配度 68%（+2.3）",
        "from month 3; fit 68% by the end of month 4.5 (+2.3)",
    )


def test_when_a_step_is_looked_at(plan: PlanView) -> None:
    """A look asks how far one is, as what there is to do may last longer than the level takes."""
    step = plan.steps[0]
    assert telling.look_text(replace(step, look_again=(1.0,))) == (
        "第 1 个月末看：拿得出来没有",
        "At the end of month 1: is it there to show?",
    )
    assert telling.look_text(replace(step, look_again=(3.0, 6.0, 9.0))) == (
        "第 3、6、9 个月末各看一次：拿得出来没有",
        "At the end of months 3, 6 and 9: is it there to show?",
    )


def test_levels_gained_by_doing_the_same_are_told_once(plan: PlanView) -> None:
    """Two levels of a skill with the same to do are one step of which both looks are told; others stay their own."""
    do, other = (Text("做", "do"),), (Text("别的", "other"),)
    first = replace(plan.steps[0], skill="a", start_level=0, level=1, start=0, end=1, look_again=(1.0,), actions=do)
    rise = replace(first, start_level=1, level=2, start=6, end=8, look_again=(8.0,), must=True, fit_after=0.9)
    last = replace(first, start_level=2, level=3, start=8, end=12, actions=other)
    aside = replace(first, skill="b")
    view = replace(plan, steps=(first, aside, rise, last))
    both, *rest = view.told
    assert (both.skill, both.start_level, both.level, both.start, both.end) == ("a", 0, 2, 0, 8)
    assert (both.look_again, both.must, both.fit_after) == ((1.0, 8.0), True, 0.9)
    assert both.gain == pytest.approx(2 * first.gain)
    assert rest == [aside, last]
    assert [number for number, _ in view.numbered] == [1, 2, 1, 3]
    assert [step for _, step in view.numbered] == [*view.steps]


def test_levels_apart_are_told_apart(plan: PlanView) -> None:
    """What says the same of levels that do not follow each other, or says nothing, stays as many steps."""
    first = replace(plan.steps[0], skill="a", start_level=0, level=1)
    far = replace(first, start_level=2, level=3)
    mute, after = replace(first, actions=()), replace(first, start_level=1, level=2, actions=())
    assert replace(plan, steps=(first, far)).told == (first, far)
    assert replace(plan, steps=(mute, after)).told == (mute, after)


def test_by_a_month_of_which_position(kb: KnowledgeBase) -> None:
    """How far one gets by a month is told with the position that it is of, and by its title where that is another."""
    product = {f"skill.{skill}": level for skill, level in kb.needed["product-ops/senior"].items()}
    profile = profile_of(kb, {"current": ("product-ops/senior",), "years": 0.5, **product})
    for position in (None, "product-ops/manager"):
        schedule = schedule_of(kb, situation_of(kb, profile), position, month=0)
        plan = plan_view(kb, profile, schedule, "2026-01-01")
        assert plan.by is not None
        assert plan.by.position == plan.gaps_of
        named = [*telling.summary(plan)][-1].en
        assert (f"By month 0, for {plan.aim.en}: fit" in named) is (plan.gaps_of != plan.position)
        assert (plan.by.title is None) is (plan.gaps_of == plan.position)
        if plan.by.title is None:
            assert plan.by.verdict == plan.verdict


def test_a_step_in_words(plan: PlanView) -> None:
    """As it is read aloud a step says what is not known of where it starts, and no sign for it."""
    step = replace(plan.steps[0], name=Text("数据", "Data"), start_level=1, level=2, guessed=False, untried=False)
    assert telling.spoken_text(step) == ("数据，从 1 到 2", "Data, from 1 to 2")
    assert telling.spoken_text(replace(step, guessed=True)) == ("数据，从 不知道 到 2", "Data, from unknown to 2")
    assert telling.spoken_text(replace(step, untried=True)).en == "Data, from no opportunity yet to 2"
