from dataclasses import replace

import pytest
from odd_ways import planned, situated

from opscareer.advice import situation_of
from opscareer.advice.ways import schedule_of
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
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
        "能力已经够了。其余 5 个月后补齐。同时最多练 2 项。",
        "Your skills are enough already. The rest is done in 5 months. At most 2 at a time.",
    )
    assert told(plan, ready_month=0.0, months=0.0).en == "Your skills are enough already."


def test_when_one_is_ready(plan: PlanView) -> None:
    """Else it is told when the position is in reach, when all is done, and what time is still to serve."""
    en = told(plan, ready_month=5.0, months=12.0, due_months=7.0, bound=0.85).en
    assert en.startswith("Ready in 5 months (a fit of 85% or more")
    assert en.endswith("everything done in 1 year. At most 2 at a time. Time still to do on the rung: 7 months.")


def test_summary(plan: PlanView) -> None:
    """The summary tells the fit, when the position is in reach, and how far one is by a month that was asked."""
    fit, ready, by = telling.summary(plan)
    assert plan.words.fit_told in fit.en
    assert ready == telling.ready_text(plan)
    assert by.en.startswith("By month 6: fit ")
    assert len([*telling.summary(replace(plan, by=None))]) == 2


def test_a_step_in_figures(plan: PlanView) -> None:
    """A step is told by skill and levels, and in figures by its months, the points it adds, and the fit after it."""
    step = replace(plan.steps[0], name=Text("数据", "Data"), start_level=1, level=2, start=2.0, end=4.5)
    assert telling.step_text(step) == ("数据 1>2", "Data 1>2")
    assert telling.facts_text(replace(step, gain=0.023, fit_after=0.689)) == (
        "第 2-4.5 个月，+2.3，匹配度到 68%",
        "months 2-4.5, +2.3, fit to 68%",
    )


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
