import re
from dataclasses import replace
from typing import Any

import pytest
from advised_people import ALL, NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import HOSTILE, bars, hostile_kb, kinds, lies, page_text, planned, seen, situated, squeezed, too_wide
from profiles import profiles

from opscareer.advice import Situation, situation_of
from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.ways import By, Schedule, Step, schedule_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.markdown.plan import plan_markdown
from opscareer.render.screen.page import stretch
from opscareer.render.screen.plan import plan_page
from opscareer.text import Lang, Text
from opscareer.views.encoding import encode_record
from opscareer.views.nearness import near_text
from opscareer.views.plan import PlanView, plan_view
from opscareer.views.step import step_of
from opscareer.views.steps import fit_name
from opscareer.views.words.kinds import kind_text
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import fit_text, percent

ROW = re.compile(r"([\d?-])>(\d) +([\d.]+)-([\d.]+) +(\d+)%\s")
LISTS = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close"}
PLAIN = LISTS | {"list_item_open", "list_item_close", "strong_open", "strong_close"}
"""All that a plan in Markdown is made of."""


def rise_of(kb: KnowledgeBase, name: str, step: Step) -> str:
    """Return the levels between which a step rises; of the first ? where nobody told, - for no opportunity yet."""
    situation = situated(kb, name)
    first = next(one for one in planned(kb, situation).plan.steps if one.skill == step.skill)
    have = "-" if step.skill in situation.profile.no_opportunity else str(step.level - 1)
    known = step.skill in situation.beliefs.answered
    return f"{step.level - 1 if step != first else have if known else '?'}>{step.level}"


def view_of(kb: KnowledgeBase, situation: Situation, schedule: Schedule) -> PlanView:
    """Return a plan as it is told, made on the first day of a year."""
    return plan_view(kb, situation.profile, schedule, "2026-01-01")


def told(kb: KnowledgeBase, situation: Situation, schedule: Schedule) -> dict[str, Any]:
    """Return a plan as scripts are told it."""
    return encode_record(view_of(kb, situation, schedule))


def page(kb: KnowledgeBase, name: str, lang: Lang, columns: int = 80, *, whole: bool = True) -> str:
    """Return the plan of one of the odd people as a page."""
    situation = situated(kb, name)
    schedule = planned(kb, situation, month=6)
    return page_text(lambda page: plan_page(page, view_of(kb, situation, schedule), whole=whole), lang, columns)


def markdown(kb: KnowledgeBase, name: str, lang: Lang) -> str:
    """Return the plan of one of the odd people as Markdown."""
    situation = situated(kb, name)
    return plan_markdown(view_of(kb, situation, planned(kb, situation)), lang)


@settings(max_examples=15)
@given(data=st.data())
def test_plan_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For any person and position scripts are told the steps, the months and the fit of the schedule itself."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    position = data.draw(st.sampled_from(list(kb.positions)))
    schedule = schedule_of(kb, situation, position, parallel=data.draw(st.integers(1, 4)), month=9.5)
    answer = told(kb, situation, schedule)
    shown = [(s["skill"], s["to"], s["start"], s["end"], s["gain"], s["fit_after"]) for s in answer["steps"]]
    assert shown == [(s.skill, s.level, s.start, s.end, s.gain, s.fit_after) for s in schedule.plan.steps]
    assert all(step["from"] == step["to"] - 1 for step in answer["steps"])
    assert answer["months"] == max((step["end"] for step in answer["steps"]), default=0)
    assert answer["ready_month"] == schedule.plan.ready
    assert answer["due_months"] == schedule.due
    assert answer["parallel"] == schedule.parallel
    assert answer["fit"] + sum(step["gain"] for step in answer["steps"]) == pytest.approx(1)
    assert all(step["look_again"][-1] == step["end"] for step in answer["steps"])
    assert {step["skill"] for step in answer["steps"] if step["assumed"]}.isdisjoint(situation.profile.levels)


def test_plan_by_a_month(kb: KnowledgeBase) -> None:
    """By a month scripts are told the fit of the last step that has ended by then, and the skills that still gate."""
    situation = situated(kb, "unsure")
    answer = told(kb, situation, planned(kb, situation, month=6))
    done = [step for step in answer["steps"] if step["end"] <= 6]
    assert answer["by"]["months"] == 6
    assert answer["by"]["fit"] == pytest.approx(done[-1]["fit_after"])
    assert None in answer["by"]["gates"]  # the time on the rung, which is no skill's gate
    assert told(kb, situation, planned(kb, situation))["by"] is None


@pytest.mark.uncounted
def test_plan_without_an_opportunity(kb: KnowledgeBase) -> None:
    """Who had no opportunity is told at each such step whom to ask, everybody else nothing."""
    situation = situated(kb, "no opportunity")
    steps = told(kb, situation, planned(kb, situation))["steps"]
    assert steps
    assert all(step["no_opportunity"] for step in steps)
    assert [Text(**step["exposure"]) for step in steps] == [
        exposure_for(kb, situation.profile, step["skill"]) for step in steps
    ]
    unsure = situated(kb, "unsure")
    assert {step["exposure"] for step in told(kb, unsure, planned(kb, unsure))["steps"]} == {None}
    for lang, ask in (("zh", "还没有机会："), ("en", "No opportunity yet: ")):
        exposures = {squeezed(ask + step["exposure"][lang]) for step in steps}
        assert all(one in squeezed(page(kb, "no opportunity", lang)) for one in exposures)  # type: ignore[arg-type]
        assert all(one in squeezed(seen(markdown(kb, "no opportunity", lang))) for one in exposures)  # type: ignore[arg-type]
    assert "No opportunity yet" not in page(kb, "unsure", "en") + markdown(kb, "unsure", "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_plan_page_is_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page names the post, what is worked on, kind, fit and verdict, and of every step what to do and to show."""
    situation = situated(kb, name)
    schedule = planned(kb, situation)
    text = squeezed(page(kb, name, lang))
    prospect, steps = schedule.prospect, schedule.plan.steps
    step = step_of(kb, situation.profile, prospect)
    titles = [kb.positions[one].title for one in (prospect.position, prospect.gaps_of)]
    head = [*titles, kind_text(kb, prospect.candidate), near_text(step), fit_name(step)]
    named = [kb.skills[step.skill].name for step in steps]
    done = [action for step in steps for action in actions_for(kb, situation.profile, step.skill, step.level)]
    together = view_of(kb, situation, schedule).told
    shown = [proof for step in together for proof in kb.skills[step.skill].proofs(step.level)]
    told = (*head, *named, *done, *shown)
    assert [one for one in told if squeezed(one.of(lang)).casefold() not in text.casefold()] == []
    assert fit_text(prospect.fit, step.answered) in text


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "columns",
    [80, 40],
)
def test_plan_page_keeps_to_the_width(kb: KnowledgeBase, columns: int, lang: Lang) -> None:
    """No line of anybody's plan is wider than the terminal."""
    pages = [page(kb, name, lang, columns, whole=whole) for name in NAMES for whole in (True, False)]
    assert [line for text in pages for line in too_wide(text, columns)] == []


@pytest.mark.parametrize(
    ("lang", "columns"),
    [
        ("zh", 80),
        ("en", 80),
        ("zh", 40),
        ("en", 40),
    ],
)
def test_plan_page_for_years_keeps_to_the_width(kb: KnowledgeBase, lang: Lang, columns: int) -> None:
    """So it is for the plan of a position that is years away."""
    situation = situated(kb, "nothing told")
    schedule = schedule_of(kb, situation, "coo/chief", month=100.5, parallel=1)
    text = page_text(lambda page: plan_page(page, view_of(kb, situation, schedule), whole=True), lang, columns)
    assert too_wide(text, columns) == []


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("name", NAMES)
def test_bars_of_a_plan(kb: KnowledgeBase, name: str, columns: int) -> None:
    """Each step has one row with its levels, months and fit, and a bar that lies where the months say."""
    schedule = planned(kb, situated(kb, name))
    steps = schedule.plan.steps
    text = page(kb, name, "en", columns)
    table = text.partition("fit")[2].partition("\n\n")[2].partition("What to do")[0].partition("Every step")[0]
    if columns == 80:  # on a narrow page the levels stand with the skill, and may be wrapped
        rows = [(rise_of(kb, name, s), f"{s.start:g}", f"{s.end:g}", f"{int(100 * s.fit_after + 1e-9)}") for s in steps]
        assert [(f"{start}>{end}", *rest) for start, end, *rest in ROW.findall(table)] == rows
    drawn = bars(table)
    assert len(drawn) == len(steps)
    assert all(lies(bar, s.start, s.end, schedule.plan.months) for bar, s in zip(drawn, steps, strict=True))


def test_plan_page_with_what_to_do_first(kb: KnowledgeBase) -> None:
    """Unless all is asked for only the steps that begin by the first review, or the month asked, are told."""
    situation = situated(kb, "unsure")
    schedule = planned(kb, situation, month=6)
    text = page(kb, "unsure", "en", whole=False)
    ahead = max(schedule.review, schedule.by.month if schedule.by else 0)
    first = [step for step in schedule.plan.steps if step.start < ahead]
    assert 0 < len(first) < len(schedule.plan.steps)
    assert text.count("is it there to show?") == len(first)
    assert "The others come later." in text
    assert page(kb, "unsure", "en").count("is it there to show?") == len(schedule.plan.steps)


def test_plan_page_of_a_year(kb: KnowledgeBase) -> None:
    """Unless all is asked for the rows are of the steps that begin within a year, and how many come after is told."""
    situation = situated(kb, "unsure")
    whole = view_of(kb, situation, planned(kb, situation))
    text = page_text(lambda page: plan_page(page, whole, whole=False), "en", 80)
    rows = ROW.findall(text.partition("What to do")[0])
    assert [step.start < 12 for step in whole.steps] == [True] * len(rows) + [False] * (len(whole.steps) - len(rows))
    assert f"{len(whole.steps) - len(rows)} more steps a year from now." in text


def test_plan_page_with_one_step_more(kb: KnowledgeBase) -> None:
    """Where a single step is left for later, it is said too."""
    situation = situated(kb, "unsure")
    whole = view_of(kb, situation, planned(kb, situation, month=6))
    shorter = (replace(whole, steps=whole.steps[:count]) for count in range(len(whole.steps) + 1))
    plan = next(plan for plan in shorter if len(plan.told) - len(plan.first) == 1)
    text = page_text(lambda page: plan_page(page, plan, whole=False), "en", 80)
    assert "The others come later." in text


@pytest.mark.parametrize(("lang", "said"), [("zh", "到第 6 个月末：匹配度"), ("en", "By month 6: fit")])
def test_plan_page_by_a_month(kb: KnowledgeBase, lang: Lang, said: str) -> None:
    """The page says how far one gets by the month asked for: the fit, the verdict, the steps done."""
    by = planned(kb, situated(kb, "unsure"), month=6).by
    assert isinstance(by, By)
    (line,) = [line for line in page(kb, "unsure", lang).splitlines() if line.startswith(said)]
    assert percent(by.prospect.fit) in line
    assert VERDICTS[by.prospect.verdict].of(lang) in line


@pytest.mark.parametrize(("lang", "nothing"), [("zh", "没有要补的了。"), ("en", "There is nothing left to close.")])
@pytest.mark.parametrize("name", ["perfect", "top"])
def test_plan_of_somebody_who_lacks_nothing(kb: KnowledgeBase, name: str, lang: Lang, nothing: str) -> None:
    """To whom nothing is missing that is said, without a table; scripts get no steps, and ready at once."""
    situation = situated(kb, name)
    answer = told(kb, situation, planned(kb, situation, month=6))
    assert (answer["steps"], answer["months"], answer["ready_month"], answer["fit"]) == ([], 0, 0, pytest.approx(1))
    assert answer["by"]["fit"] == pytest.approx(1)
    assert page(kb, name, lang).endswith(f"{nothing}\n")
    assert "- [ ]" not in markdown(kb, name, lang)


def test_plan_from_outside(kb: KnowledgeBase) -> None:
    """From outside the plan is for the entry: nothing is due, and each level asked is one lower, at least 1."""
    situation = situated(kb, "newcomer")
    answer = told(kb, situation, planned(kb, situation))
    assert (answer["kind"], answer["due_months"]) == ("entry", 0)
    needed = kb.needed[answer["position"]]
    last = {step["skill"]: step["to"] for step in answer["steps"] if step["gain"]}
    assert last
    assert all(level == max(1, needed[skill] - 1) for skill, level in last.items())
    assert "(entry)" in page(kb, "newcomer", "en")


def test_assumed_starts_are_told(kb: KnowledgeBase) -> None:
    """Where a step starts from a level that nobody told, the page says to make sure of it, each time."""
    steps = planned(kb, situated(kb, "nothing told")).plan.steps
    assert all(step.assumed for step in steps)
    assert squeezed(page(kb, "nothing told", "en")).count(squeezed("check it first.")) == len(steps)
    told_all = situation_of(kb, Profile(("bd/specialist",), levels=dict.fromkeys(kb.skills, 1)))
    schedule = planned(kb, told_all)
    assert schedule.plan.steps
    assert "check it first" not in page_text(
        lambda page: plan_page(page, view_of(kb, told_all, schedule), whole=True), "en"
    )


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_plan_in_markdown_is_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """A reader of CommonMark sees one heading, a box for each step, and of each what to do and what to show."""
    schedule = planned(kb, situated(kb, name))
    written = markdown(kb, name, lang)
    assert kinds(written) <= PLAIN
    assert written.count("# Plan for " if lang == "en" else "的计划\n") == 1
    assert written.count("\n- [ ] **") == len(schedule.plan.steps)
    text = seen(written)
    assert [step for step in schedule.plan.steps if step_text(kb, name, step, lang) not in text] == []
    for step in schedule.plan.steps:
        skill = kb.skills[step.skill]
        assert all(one.of(lang) in text for one in skill.proofs(step.level))
        actions = actions_for(kb, situated(kb, name).profile, step.skill, step.level)
        assert all(one.of(lang) in text for one in actions)


def step_text(kb: KnowledgeBase, name: str, step: Step, lang: Lang) -> str:
    """Return how a step is headed."""
    return f"[ ] {kb.skills[step.skill].name.of(lang)} {rise_of(kb, name, step)}"


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_in_a_plan_stays_text(kb: KnowledgeBase, evil: str) -> None:
    """Names, actions and proofs that are markup add nothing to the document but their text, wherever they stand."""
    hostile = hostile_kb(kb, evil)
    for name in ("no opportunity", "newcomer", "perfect"):
        written = markdown(hostile, name, "en")
        situation = situated(hostile, name)
        steps = len(view_of(hostile, situation, planned(hostile, situation)).told)
        assert kinds(written) == kinds(markdown(kb, name, "en"))
        assert written.count("\n- [ ] ") == steps
        text = seen(written)
        assert f"Plan for {evil}\n" in text
        assert text.count(evil) >= 1 + 3 * steps


@pytest.mark.uncounted
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_markup_on_a_plan_page_is_shown(kb: KnowledgeBase, lang: Lang) -> None:
    """On a screen such names are printed as they are, and the page keeps to its width."""
    evil = HOSTILE[0]
    situation, schedule = situated(kb, "unsure"), planned(kb, situated(kb, "unsure"))
    hostile = hostile_kb(kb, evil)
    text = page_text(lambda page: plan_page(page, view_of(hostile, situation, schedule), whole=True), lang)
    assert squeezed(text).count(squeezed(evil)) > 3 * len(schedule.plan.steps)
    assert too_wide(text, 80) == []


MONTHS = st.integers(0, 7200).map(lambda twelfths: twelfths / 12)


@given(st.tuples(MONTHS, MONTHS, MONTHS).map(sorted), st.integers(1, 40))
def test_a_stretch_lies_where_the_months_say(months: list[float], cells: int) -> None:
    """A bar has all its cells, is at least one and in one piece, and begins and ends within a cell of its months."""
    start, end, whole = months
    drawn = stretch(start, end, whole, cells)
    assert len(drawn) == cells
    (bar,) = bars(drawn)
    assert lies(bar, start, end, whole)


@given(st.lists(MONTHS, min_size=4, max_size=4).map(sorted), st.integers(1, 40))
def test_stretches_are_in_order(months: list[float], cells: int) -> None:
    """Of two stretches the one that begins later never begins further left, the one that ends later never ends so."""
    (first, after, _), (second, last, _) = (
        bars(stretch(start, end, months[-1], cells))[0]
        for start, end in ((months[0], months[1]), (months[1], months[2]))
    )
    assert first <= second
    assert after <= last
