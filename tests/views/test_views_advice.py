from dataclasses import replace
from functools import cache
from typing import get_args

import pytest
from advised_people import ALL, people
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profiles
from small_kb import SMALL, WRITER

from opscareer.advice import Advice, advise, effects_of, steadiness_of, suppose
from opscareer.advice.advise import aimed_at
from opscareer.interview import Answers, Value, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY
from opscareer.text import Lang, Text
from opscareer.views.advice import AdviceView, advice_view
from opscareer.views.telling import advice as telling
from opscareer.views.words import headings as heads
from opscareer.views.words import sentences as said
from opscareer.views.words import sureness

AT_WORK = replace(WRITER, facts={"metric": "come", "work": "pen"})
BELOW_TOP = [name for name in ALL if "top" not in name]


def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the odd people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


@cache
def told(kb: KnowledgeBase, name: str) -> AdviceView:
    """Return the advice for one of the odd people as it is told."""
    return advice_view(kb, advised(kb, name))


@settings(max_examples=10)
@given(data=st.data())
@pytest.mark.uncounted
def test_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For anybody fit, score, verdict, gaps, effects and steadiness are told as the advice has them."""
    advice = advise(kb, data.draw(profiles(kb)))
    view, steady = advice_view(kb, advice), steadiness_of(kb, advice)
    core = (*([advice.next] if advice.next else []), *advice.alternatives)
    shown = (*([view.next] if view.next else []), *view.alternatives)
    assert [(s.position, s.fit, s.score, s.verdict, s.why) for s in shown] == [
        (c.position, c.fit, c.score, c.verdict, c.why) for c in core
    ]
    assert [(g.skill, g.have, g.need, g.gain) for g in view.gaps] == [
        (g.skill, g.have, g.need, g.gain) for g in (advice.next.gaps if advice.next else ())
    ]
    assert [(e.skill, e.to, e.fit_gain, e.opens, e.next or "") for e in view.what_if] == [
        (e.skill, e.to, e.fit_gain, e.opens, e.next) for e in effects_of(kb, advice)
    ]
    assert (view.steadiness.lower.position, view.steadiness.stable) == (steady.lower.position, steady.stable)


def test_nothing_next_at_the_top(kb: KnowledgeBase) -> None:
    """At the top of the ladder nothing is next: no gaps, no gates, no what-if, no route."""
    view = told(kb, "top")
    assert (view.next, view.gaps, view.gates, view.what_if, view.route) == (None, (), (), (), None)


def test_unknown_is_not_zero(kb: KnowledgeBase) -> None:
    """A skill that was not told has no level, and is marked as assumed."""
    view = told(kb, "unsure")
    assumed = [gap for gap in view.gaps if gap.assumed]
    assert assumed
    assert {gap.have for gap in assumed} == {None}
    assert view.profile.not_sure


def test_no_opportunity_is_told(kb: KnowledgeBase) -> None:
    """A skill without an opportunity so far is marked as such, and is not one the person was not sure about."""
    view = told(kb, "no opportunity")
    assert all(gap.no_opportunity and gap.exposure for gap in view.gaps)
    assert view.profile.not_sure == ()
    assert {gap.exposure for gap in told(kb, "unsure").gaps} == {None}


def test_questions_are_counted(kb: KnowledgeBase) -> None:
    """Skipped questions are the ones without a level; asked are those with one, and these; that is said as well."""
    view = told(kb, "unsure")
    skipped = sum(value == "not-sure" for value in people(kb)["unsure"].values())
    asked = view.questions
    assert (asked.asked, asked.skipped, asked.total) == (len(kb.skills), skipped, len(kb.skills))
    assert telling.questions_text(view).en == (
        f"{len(kb.skills)} of {len(kb.skills)} skills were asked about; {skipped} of those were left without a level."
    )
    assert telling.questions_text(told(kb, "perfect")).en == (
        f"{len(kb.skills)} of {len(kb.skills)} skills were asked about."
    )


@pytest.mark.parametrize("name", BELOW_TOP)
def test_gates_of_the_position_worked_on(kb: KnowledgeBase, name: str) -> None:
    """Where gaps and fit are of another position than comes next, its gates are told too, under its title."""
    view, aim = told(kb, name), aimed_at(kb, advised(kb, name))
    assert view.next is not None
    assert [(gate.skill or "", gate.need) for gate in view.aim_gates] == [
        (gate.skill, gate.need) for gate in (aim.gates if aim else ())
    ]
    assert (view.next.words.of is None) == (aim is None)
    if aim:
        assert kb.positions[aim.position].title.zh in view.next.words.aim_gates.zh


@pytest.mark.parametrize("name", ALL)
def test_what_comes_before_the_next_role(kb: KnowledgeBase, name: str) -> None:
    """The present post comes first where the way rests on how well it is done, and never for who is to stay in it."""
    view, way = told(kb, name), advised(kb, name).way
    first = telling.now_text(view)
    assert (first is not None) == view.post_first
    if first and view.next and way:
        assert view.next.kind != "stay"
        assert "mastery" in {test.name for test in way.rules[0].when}
        assert all(title.en in first.en for title in view.present)


def test_how_well_the_present_post_is_done(kb: KnowledgeBase) -> None:
    """It is a share, unknown while too little is answered; not told from outside, nor where the fit is of that post."""
    assert [*telling.mastery_texts(told(kb, "newcomer"))] == []
    assert [*telling.mastery_texts(told(kb, "no opportunity"))] == []
    assert told(kb, "no opportunity").gaps_of == "bd/specialist"
    ((name, share),) = telling.mastery_texts(told(kb, "perfect"))
    assert (name, share.zh) == (heads.MASTERY, "100%，站稳了")
    ((_, short),) = telling.mastery_texts(replace(told(kb, "perfect"), mastery=0.799))
    assert short == ("79%，还没站稳（80% 起算）", "79%: not done in full yet (from 80% on)")
    unknown = replace(told(kb, "perfect"), mastery=None)
    assert [*telling.mastery_texts(unknown)] == [(heads.MASTERY, said.MASTERY_UNKNOWN)]


def test_of_which_post_it_is_told_how_well_it_is_done(kb: KnowledgeBase) -> None:
    """A title that is less in truth is not called the present post twice: the post in truth is named."""
    view = told(kb, "manager alone")
    ((name, _),) = telling.mastery_texts(view)
    assert name == Text("高级新媒体运营做到", "Mastery of Senior Social Media Specialist")


def test_how_far_a_post_is_done_that_comes_first(kb: KnowledgeBase) -> None:
    """Where the step is the present post itself, what is to be done first is told by the fit of that step."""
    view = replace(told(kb, "coming back"), post_first=True, mastery=0.123)
    first, other = (
        telling.now_text(replace(view, mastery_of=None)),
        telling.now_text(replace(view, mastery_of=heads.MASTERY)),
    )
    assert view.next
    assert first
    assert other
    assert f"({view.next.words.fit_told} of the way)" in first.en
    assert "(12% of the way)" in other.en


@pytest.mark.parametrize("skills", [{}, {"skill.copywriting": "not-sure", "skill.community": "no-opportunity"}])
def test_nothing_rated_is_not_rated_wrongly(kb: KnowledgeBase, skills: Answers) -> None:
    """Who rated themselves in nothing is not told that the advice stands if they did so too high or too low."""
    answers = {"current": ("user-ops/specialist",), "years": 2.0, **skills}
    view, rated = (
        advice_view(kb, advise(kb, profile_of(kb, a))) for a in (answers, {**answers, "skill.copywriting": 3})
    )
    assert view.next
    assert rated.next
    assert view.steadiness.stable
    assert sureness.STABLE not in list(telling.steady_texts(view, view.next))
    assert (sureness.STABLE in list(telling.steady_texts(rated, rated.next))) == rated.steadiness.stable


@pytest.mark.parametrize("name", BELOW_TOP)
def test_how_far_to_trust_it(kb: KnowledgeBase, name: str) -> None:
    """It says how sure it is, of a post on offer that nothing was compared, and what other ratings would change."""
    view, steady = told(kb, name), steadiness_of(kb, advised(kb, name))
    assert view.next is not None
    sure, *rest = telling.steady_texts(view, view.next)
    rest = rest[: len(rest) - len([*telling.turn_texts(view.steadiness.turns)])]
    may_stay = view.next.kind not in ("entry", "down")
    settled = sureness.confidence_text(view.confidence, may_stay=may_stay)
    assert ("stay or rise" in settled.en) == (may_stay and view.confidence >= sureness.TELLING)
    assert sure == (said.AS_OFFERED if view.next.words.offered else settled)
    others = [one for one in (steady.lower, steady.higher) if one.position not in (None, view.next.position)]
    stable = steady.stable and bool(advised(kb, name).situation.profile.levels)
    assert (sureness.STABLE in rest) == stable
    assert len(rest) == stable + len(others)
    for one, text in zip(others, rest[stable:], strict=True):
        assert one.position
        assert kb.positions[one.position].title.en in text.en
        in_work = view.profile.facts.get("reason") != "out-of-work"  # who has no post is not told to stay in it
        assert ("to stay in" in text.en) == (one.position in view.profile.current and in_work)


def test_a_single_answer_that_turns_it(kb: KnowledgeBase) -> None:
    """Where one answer by a level would put another position first, it says which answer, which way, and what then."""
    turning = [name for name in BELOW_TOP if told(kb, name).steadiness.turns]
    assert turning
    for name in turning:
        view, advice = told(kb, name), advised(kb, name)
        texts = [*telling.turn_texts(view.steadiness.turns)]
        for turn in view.steadiness.turns:
            level = advice.situation.profile.levels[turn.skill]
            assert (turn.to - level, turn.higher) in ((-1, False), (1, True))
            assert suppose(kb, advice.situation, {turn.skill: turn.to}).leader == turn.next != advice.situation.leader
            way = "a level higher" if turn.higher else "a level lower"
            assert [text for text in texts if turn.title.en in text.en and way in text.en]


@pytest.mark.parametrize(("people", "then"), [(2, "writer/specialist"), (1, "writer/manager")])
def test_a_fit_just_at_the_bound(people: int, then: str) -> None:
    """Who is told to rise, or to stay, by a fit close to the bound is told on which answers that hangs."""
    levels = {"words": 4, "deals": 0, "sums": 2, "people": people}
    turns = advice_view(SMALL, advise(SMALL, replace(AT_WORK, levels=levels))).steadiness.turns
    assert ("people", then, people == 1) in [(turn.skill, turn.next, turn.higher) for turn in turns]
    assert {turn.next for turn in turns if turn.higher == (people == 1)} == {then}


@pytest.mark.uncounted
@pytest.mark.parametrize("reason", ["offered", "no-opening", "out-of-work"])
@pytest.mark.parametrize("lang", get_args(Lang))
def test_a_post_refused_among_the_others(kb: KnowledgeBase, reason: str, lang: Lang) -> None:
    """A post offered that is not advised is told so where it stands among the others, whatever its verdict."""
    skills: Answers = {f"skill.{skill}": 1 for skill in kb.skills}
    asked: Answers = {"current": ("user-ops/specialist",), "reason": reason, "offer": "operations/director"}
    view = advice_view(kb, advise(kb, profile_of(kb, {**asked, **skills})))
    assert view.next
    refused = [other for other in view.alternatives if other.position == "operations/director"]
    others = [other for other in view.alternatives if other.position != "operations/director"]
    word = {"zh": "摆在面前的就是它", "en": "the post in front of you"}[lang]
    assert [word in one.words.near.of(lang) for one in refused] == [True]
    assert not any(word in one.words.near.of(lang) for one in others)


def test_other_directions_say_what_the_fit_is_of(kb: KnowledgeBase) -> None:
    """The title of another direction names the position that its fit is of, where that is another one."""
    others = [other for name in BELOW_TOP for other in told(kb, name).alternatives]
    elsewhere = [other for other in others if other.gaps_of != other.position]
    assert elsewhere
    for other in others:
        title = other.words.named
        assert (title == other.title) == (other not in elsewhere)
        assert kb.positions[other.gaps_of].title.zh in title.zh


def test_what_to_do_at_the_top(kb: KnowledgeBase) -> None:
    """At the top what brings the person is told first, then how to grow, then what is below and outside."""
    for name in ("top", "unfinished top"):
        view = told(kb, name)
        texts = tuple(telling.from_here(view))
        assert texts[-len(said.TOP_NEXT) :] == said.TOP_NEXT
        assert texts[: -len(said.TOP_NEXT)] == (
            *([view.because] if view.because else []),
            *(growth.text for growth in view.growth),
        )
    assert told(kb, "unfinished top").because


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("answer", "words"), [(None, sureness.EARLY), (0, sureness.ALIKE), (NO_OPPORTUNITY, sureness.ALIKE)]
)
def test_why_it_is_too_early(kb: KnowledgeBase, answer: Value | None, words: Text) -> None:
    """Who answered all of it is not told that too much is unanswered: no opportunity is an answer too."""
    skills: Answers = {} if answer is None else {f"skill.{skill}": answer for skill in kb.skills}
    view = advice_view(kb, advise(kb, profile_of(kb, {"current": (), "work": "users", **skills})))
    assert view.next is not None
    assert telling.early_text(view, view.next) == words


def test_what_is_particular(kb: KnowledgeBase) -> None:
    """Each thing told of the case has what to do about it, in the order of the options; JSON tells which it was."""
    answers: Answers = {
        "current": ("content-ops/specialist",),
        "reason": "how-do-i-stand",
        "stand_facts": ("pay-stuck", "automated"),
    }
    view = advice_view(kb, advise(kb, profile_of(kb, answers)))
    says = {option.id: option.say for option in kb.questions["stand_facts"].options}
    told = [(one.question, one.option, one.say) for one in view.particulars]
    assert told == [("stand_facts", option, says[option]) for option in ("automated", "pay-stuck")]
    assert view.profile.chosen == {"stand_facts": ("automated", "pay-stuck")}
    assert advice_view(kb, advise(kb, profile_of(kb, {"current": ()}))).profile.chosen is None


def test_the_very_post_is_offered_elsewhere(kb: KnowledgeBase) -> None:
    """Of the very post that is held, offered elsewhere, the headline says to weigh it against one's own."""
    asked: Answers = {"current": ("user-ops/manager",), "years": 1, "reason": "offered", "offer": "user-ops/manager"}
    view = advice_view(kb, advise(kb, profile_of(kb, asked)))
    assert view.next is not None
    assert view.next.words.headline.en.startswith("Weigh the same post on offer against yours")


@pytest.mark.parametrize(("avoid", "situation"), [((), "between-jobs-offer"), (("deals",), "between-jobs")])
def test_a_post_refused_is_not_told_to_be_taken(kb: KnowledgeBase, avoid: tuple[str, ...], situation: str) -> None:
    """Who is out of work is told how to take a post that is offered only where they are advised to take it."""
    answers: Answers = {
        "current": ("content-ops/manager",),
        "years": 2.0,
        "reason": "out-of-work",
        "away": "short",
        "offer": "sales/manager",
        **{f"skill.{skill}": level for skill, level in kb.needed["sales/manager"].items()},
        **({"avoid": avoid} if avoid else {}),
    }
    playbook = advice_view(kb, advise(kb, profile_of(kb, answers))).playbook
    assert playbook
    assert playbook.situation == situation


@pytest.mark.parametrize(
    ("told", "situation"),
    [
        ({"reason": "asked-to-lead", "offer": "content-ops/manager"}, "asked-to-lead"),
        ({"reason": "asked-to-lead", "offer": "content-ops/manager", "lead": "no"}, "declined-not-leading"),
        ({"reason": "asked-to-lead", "lead": "no"}, "asked-against-will"),
        ({"reason": "asked-to-lead", "current": ("content-ops/manager",), "offer": "user-ops/manager"}, "offered"),
        ({"reason": "company-trouble", "where": "outside", "offer": "content-ops/manager"}, "company-trouble-outside"),
        ({"reason": "company-trouble", "where": "inside", "offer": "content-ops/manager"}, "company-trouble-offered"),
    ],
)
def test_whose_playbook_is_told(kb: KnowledgeBase, told: Answers, situation: str) -> None:
    """Who is asked to lead, and who leaves a company in trouble, gets the playbook of just that."""
    levels: Answers = {f"skill.{r.skill}": 4 for r in kb.positions["content-ops/manager"].requirements}
    answers: Answers = {"current": ("content-ops/senior",), "years": 4.0, **told, **levels}
    playbook = advice_view(kb, advise(kb, profile_of(kb, answers))).playbook
    assert playbook
    assert playbook.situation == situation


def test_of_which_post_gaps_are(kb: KnowledgeBase) -> None:
    """Beside a post offered that is not the step, what is missing is told with the title of the post that lacks it."""
    answers: Answers = {"current": ("pr/manager",), "reason": "offered", "where": "outside", "years": 3.0}
    skills: Answers = {f"skill.{skill}": 2 for skill in kb.skills}
    alone, beside = (
        advice_view(kb, advise(kb, profile_of(kb, {**answers, **skills, **more})))
        for more in ({}, {"offer": "brand/director"})
    )
    assert alone.next
    assert beside.next
    assert beside.next.position == beside.gaps_of == "pr/manager"
    assert telling.missing_text(beside, beside.next).zh == "公关经理还差什么，要紧的在前"
    taken = replace(beside, profile=replace(beside.profile, offer="pr/manager"))
    assert telling.missing_text(taken, beside.next) == heads.MISSING_FIRST


def test_the_years_that_another_step_waits_for(kb: KnowledgeBase) -> None:
    """Of a step that other answers would put first it is said where the years on the rung are not served yet."""
    answers: Answers = {"current": ("customer-success/senior",), "reason": "how-do-i-stand", "lead": "yes"}
    skills: Answers = {**{f"skill.{skill}": 2 for skill in kb.skills}, "skill.team-leadership": 1}
    early, served = (
        advice_view(kb, advise(kb, profile_of(kb, {**answers, **skills, "years": years}))) for years in (1.0, 5.0)
    )
    assert early.next
    assert served.next
    assert early.steadiness.higher.title
    waits = "it takes at least 2 years at this level; you have done 1 year"
    assert early.steadiness.turns
    assert [waits in text.en for text in telling.turn_texts(early.steadiness.turns)] == [True]
    assert [waits in text.en for text in telling.steady_texts(early, early.next)] == [False, True, True]
    assert not any("it takes at least" in text.en for text in telling.steady_texts(served, served.next))


def test_a_post_that_stands_is_none_to_consolidate_among_the_others(kb: KnowledgeBase) -> None:
    """A held post that is done well is told among the others as one to keep, and not as one to make real."""
    held: Answers = {f"skill.{r.skill}": r.level for r in kb.positions["data-ops/specialist"].requirements}
    answers: Answers = {
        "current": ("data-ops/specialist",),
        "reason": "another-line",
        "years": 0.5,
        "offer": "category-ops/specialist",
        "where": "inside",
        **held,
    }
    view = advice_view(kb, advise(kb, profile_of(kb, answers)))
    (stay,) = [other for other in view.alternatives if other.kind == "stay"]
    assert (stay.words.kind, stay.words.near.zh) == (said.HELD, "现在的岗位站住了")


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        (None, False),  # what is missing is that of the present post anyhow
        ("user-ops/manager", True),
    ],
)
def test_what_the_present_post_lacks_is_told_first(kb: KnowledgeBase, goal: str | None, first: bool) -> None:
    """Who is to make their post real, and works on another, is told first what their own lacks."""
    skills: Answers = {f"skill.{r.skill}": 1 for r in kb.positions["user-ops/senior"].requirements}
    answers: Answers = {"current": ("user-ops/senior",), "reason": "how-do-i-stand", "years": 1.0, **skills}
    view = advice_view(kb, advise(kb, profile_of(kb, {**answers, **({"goal": goal} if goal else {})})))
    assert view.next
    assert view.next.kind == "stay"
    assert telling.to_consolidate(view, view.next) is first
