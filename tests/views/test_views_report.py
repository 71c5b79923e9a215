from dataclasses import replace
from functools import cache

import pytest
from advised_people import ALL, people
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import planned, situated
from profiles import profiles
from small_kb import question, with_questions
from ways_once import journey_of

from opscareer.advice import Advice, advise
from opscareer.advice.ways import schedule_of
from opscareer.interview import profile_of
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.advice import advice_view
from opscareer.views.history import history_view
from opscareer.views.path import path_view
from opscareer.views.plan import plan_view
from opscareer.views.report import ReportView, report_view

DAY = "2026-11-23"


def reported(kb: KnowledgeBase, advice: Advice, goal: str | None = None) -> ReportView:
    """Return all that the report says of some advice."""
    journey = journey_of(kb, advice.situation, goal, 1)
    schedule = schedule_of(kb, advice.situation) if advice.next else None
    return report_view(kb, advice, journey, schedule, [], DAY)


@cache
def report(kb: KnowledgeBase, name: str) -> ReportView:
    """Return all that the report says of one of the odd people."""
    return reported(kb, advise(kb, profile_of(kb, people(kb)[name])))


@pytest.mark.uncounted
@pytest.mark.parametrize("name", ALL)
def test_parts_are_what_the_commands_say(kb: KnowledgeBase, name: str) -> None:
    """Advice, ways and plan in a report are those that assess, path and plan tell."""
    advice, situation = advise(kb, profile_of(kb, people(kb)[name])), situated(kb, name)
    told = report(kb, name)
    assert told.assess == advice_view(kb, advice)
    assert told.path == path_view(kb, journey_of(kb, situation, None, 1))
    plan = plan_view(kb, situation.profile, planned(kb, situation), DAY)
    assert told.plan == (plan if advice.next else None)
    assert (told.made_at, told.history) == (DAY, ())


@settings(max_examples=15)
@given(data=st.data())
@pytest.mark.uncounted
def test_points_add_up_to_the_fit(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For anybody what the requirements contribute adds up to the fit, and so does what the groups do."""
    advice = advise(kb, data.draw(profiles(kb)))
    told = reported(kb, advice, "product-ops/specialist")
    if advice.next is None:
        return
    assert told.assess.next is not None
    for parts in (told.requirements, told.groups):
        assert sum(part.weight for part in parts) == pytest.approx(1)
        assert sum(part.weight * part.met for part in parts) == pytest.approx(told.assess.next.fit)
    missing = {r.skill: r.weight * (1 - r.met) for r in told.requirements if r.met < 1 - 1e-9}
    assert {gap.skill: pytest.approx(gap.gain) for gap in told.assess.gaps} == missing


@pytest.mark.uncounted
@pytest.mark.parametrize("name", [name for name in ALL if "top" not in name])
def test_requirements(kb: KnowledgeBase, name: str) -> None:
    """All that the position asks which the fit is of is there, the heaviest first, with the words of one's level."""
    told, levels = report(kb, name), situated(kb, name).profile.levels
    best = told.assess.next
    assert best is not None
    lower = 0 if told.assess.profile.current else 1
    asked = {r.skill: r for r in kb.positions[best.gaps_of].requirements}
    rows = told.requirements
    assert {row.skill: row.level for row in rows} == {s: max(1, r.level - lower) for s, r in asked.items()}
    assert [row.weight for row in rows] == sorted((r.weight for r in asked.values()), reverse=True)
    for row in rows:
        have = levels.get(row.skill)
        assert row.have == have
        assert row.done == (None if have is None else kb.skills[row.skill].levels[have])
        assert have is None or row.met == pytest.approx(min(have / row.level, 1))
        assert (row.must, row.sources) == (asked[row.skill].must, asked[row.skill].sources)


@pytest.mark.uncounted
@pytest.mark.parametrize("name", [name for name in ALL if "top" not in name])
def test_groups(kb: KnowledgeBase, name: str) -> None:
    """The groups are those of the skills asked for, in the order of the knowledge base, each once."""
    told = report(kb, name)
    asked = {kb.skills[row.skill].group for row in told.requirements}
    assert [row.group for row in told.groups] == [group.id for group in kb.groups if group.id in asked]
    for row in told.groups:
        weights = [r.weight for r in told.requirements if kb.skills[r.skill].group == row.group]
        assert row.weight == pytest.approx(sum(weights))
        assert 0 <= row.met <= 1


def test_every_source_is_explained(kb: KnowledgeBase) -> None:
    """Every kind of source that a requirement names is explained, and every id that the report names has a name."""
    told = report(kb, "unsure")
    kinds = {source.partition(":")[0] for row in told.requirements for source in row.sources}
    assert kinds <= set(told.sources)
    assert {row.skill for row in told.requirements} <= set(told.skills)
    assert {step.position for path in told.path.paths for step in path.steps} <= set(told.positions)


def test_nothing_to_report_at_the_top(kb: KnowledgeBase) -> None:
    """At the top there is no next role, and so no plan, no requirement, no group and no way."""
    told = report(kb, "top")
    assert (told.assess.next, told.plan, told.groups, told.requirements) == (None, None, (), ())
    assert told.path.paths == ()


def test_history_is_passed_on(kb: KnowledgeBase) -> None:
    """The report tells the assessments that it is given as history does."""
    advice = advise(kb, profile_of(kb, people(kb)["top"]))
    kept = [Assessment(1, f"{DAY}T00:00:00Z", "0", {"current": []}, {"next": None})]
    told = report_view(kb, advice, journey_of(kb, advice.situation, None, 1), None, kept, DAY)
    assert told.history == history_view(kb, kept).assessments


def test_own_words_stand_after_their_question() -> None:
    """What a person told in their own words stands after its question without the mark of one."""
    city = replace(question("city", "text"), text=Text("哪个城市？", "Which city?"))
    kb = with_questions(city)
    told = reported(kb, advise(kb, profile_of(kb, {"current": ("writer/specialist",), "city": "杭州"})))
    assert told.notes == ((Text("哪个城市", "Which city"), "杭州"),)
