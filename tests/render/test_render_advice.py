from dataclasses import replace
from functools import cache

import pytest
from advised_people import ALL, BROUGHT, people
from odd_ways import squeezed

from opscareer.advice import Advice, advise, candidate_for, prospect_of, steadiness_of
from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.advise import aimed_at
from opscareer.advice.playbooks import told_to
from opscareer.interview import Answers, profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.skill import Instead
from opscareer.render.screen.advice import advice_page
from opscareer.render.screen.page import Page, as_text
from opscareer.render.screen.parts import gap_table
from opscareer.text import Lang, Text
from opscareer.views.advice import advice_view
from opscareer.views.gaps import gap_views
from opscareer.views.nearness import near_text, nearness
from opscareer.views.step import step_of
from opscareer.views.steps import fit_name, headline
from opscareer.views.words import sentences as phrases
from opscareer.views.words.gates import gate_text
from opscareer.views.words.kinds import kind_text
from opscareer.views.words.units import fit_text

BELOW_TOP = [name for name in ALL if "top" not in name]
ORDER = (
    "Why",
    "What you have to show",
    "Your case, as you told it",
    "How to go about it",
    "What is missing",
    "Gates to open first",
    "Which way",
    "Also to consider",
    "How far to trust this",
)


@cache
def advised(kb: KnowledgeBase, name: str) -> Advice:
    """Return the advice for one of the people."""
    return advise(kb, profile_of(kb, people(kb)[name]))


def page(kb: KnowledgeBase, name: str, lang: Lang, columns: int = 80) -> str:
    """Return the page of one of the people."""
    advice, written = advised(kb, name), Page(lang, columns)
    advice_page(written, advice_view(kb, advice))
    return as_text(written.lines)


def page_of(kb: KnowledgeBase, answers: Answers, lang: Lang) -> str:
    """Return the page of somebody who gives these answers."""
    written = Page(lang, 80)
    advice_page(written, advice_view(kb, advise(kb, profile_of(kb, answers))))
    return as_text(written.lines)


def part(text: str, head: str) -> str:
    """Return what stands under a heading, without blanks; empty where there is no such heading."""
    return squeezed(text.partition(f"\n{head}\n")[2].partition("\n\n")[0])


def within(told: Text, lang: Lang, text: str) -> bool:
    """Whether a text is told, wherever it was wrapped."""
    return squeezed(told.of(lang)) in squeezed(text)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", BELOW_TOP)
def test_the_head(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """Before the reasons stand the step, how near it is, and the fit with the position that it is of."""
    advice = advised(kb, name)
    assert advice.next is not None
    step = step_of(kb, advice.situation.profile, advice.next, advice)
    head = page(kb, name, lang).partition("\n\n")[0]
    told = squeezed(head).casefold()
    assert squeezed(headline(step).of(lang)).casefold() in told
    assert squeezed(near_text(step).of(lang)).casefold() in told
    assert squeezed(nearness(step).of(lang)).casefold() in told
    assert squeezed(fit_name(step).of(lang)).casefold() in told
    (drawn,) = [line for line in head.splitlines() if "▮" in line]
    assert f" {fit_text(advice.next.fit, step.answered)}" in drawn


@pytest.mark.parametrize("name", BELOW_TOP)
def test_the_order(kb: KnowledgeBase, name: str) -> None:
    """The reasons come first, then what there is to show and how to go about it, then what is missing and the gates."""
    lines = page(kb, name, "en").splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    found = [next((n for n, line in enumerate(heads) if line.startswith(head)), None) for head in ORDER]
    places = [place for place in found if place is not None]
    assert places == sorted(places)
    assert None not in (found[0], found[4], found[6], found[8])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", BROUGHT)
def test_what_brings_a_person(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The situation's reason comes first, and its playbook is told, from what to find out to if it fails: all of it
    but what the person's own answers settle."""
    rule, text = advised(kb, name).situation.rule, page(kb, name, lang)
    rule = told_to(rule, advised(kb, name).situation.profile) if rule else None
    if rule is None or rule.playbook is None:
        assert phrases.PLAYBOOK.of(lang) not in text
        return
    told, how = rule.playbook, part(text, phrases.PLAYBOOK.of(lang))
    steps = (*told.find_out, *told.ask_for, told.decide_by, *told.first_month, told.fallback)
    assert all(squeezed(one.of(lang)) in how for one in steps)
    names = (phrases.FIND_OUT, phrases.ASK_FOR, phrases.DECIDE_BY, phrases.FALLBACK)
    assert all(squeezed(one.of(lang)) in how for one in names)
    if advised(kb, name).next:
        assert part(text, "为什么" if lang == "zh" else "Why").startswith(squeezed(f"- {rule.because.of(lang)}"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", BROUGHT)
def test_what_is_particular(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """What somebody told of their case is answered in its own words, at the top of the ladder too."""
    told = advice_view(kb, advised(kb, name)).particulars
    shown = part(page(kb, name, lang), phrases.PARTICULARS.of(lang))
    assert bool(shown) == bool(told) == (name in ("offered", "in trouble", "unfinished top"))
    assert all(squeezed(one.label.of(lang)) in shown and squeezed(one.say.of(lang)) in shown for one in told)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_what_there_is_to_show(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """Each strength is told with its level and a proof that one of that level has."""
    text, strengths = page(kb, name, lang), advised(kb, name).strengths
    shown = part(text, phrases.STRENGTHS.of(lang))
    assert bool(shown) == bool(strengths)
    for one in strengths:
        skill = kb.skills[one.skill]
        assert squeezed(f"{skill.name.of(lang)} {one.have} 级" if lang == "zh" else skill.name.en) in shown
        assert squeezed(skill.proofs(one.have)[0].of(lang)) in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ALL)
def test_what_is_not_counted(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """One line says what the advice knows nothing of: boss, city, family, pay."""
    assert within(phrases.NOT_COUNTED, lang, page(kb, name, lang))


@pytest.mark.parametrize("name", BELOW_TOP)
def test_gates(kb: KnowledgeBase, name: str) -> None:
    """Every gate of the step is told, and where another position is worked on, those of that one under its name."""
    advice, text = advised(kb, name), page(kb, name, "zh")
    assert advice.next is not None
    aim = aimed_at(kb, advice)
    gates = [*advice.next.gates, *(aim.gates if aim else ())]
    assert text.count("\n  ! ") == len(gates)
    assert all(within(gate_text(kb, gate), "zh", text) for gate in gates)
    assert (aim is None) == (advice.next.gaps_of == advice.next.position)
    if aim and aim.gates:
        assert f"去{kb.positions[aim.position].title.zh}要先过的门槛" in text


def test_gates_of_a_post_on_offer(kb: KnowledgeBase) -> None:
    """Of a post on offer the gates are what to agree on before saying yes, not a no; and no line says it is unsure."""
    text = page(kb, "offered", "zh")
    assert "答应之前先谈好怎么补的" in text
    assert "要先过的门槛" not in text
    assert "这个位子是摆在你面前的，所以先看它" in text
    assert "还说不准" not in text
    assert "第一名不变的可能" not in text


def test_the_present_post_first(kb: KnowledgeBase) -> None:
    """Who does not do their post well enough is told so first where their way rests on it; who stays is told once."""
    assert page(kb, "unsure", "zh").startswith("现在：先把用户运营专员做扎实") == (
        "mastery" in {test.name for test in advised(kb, "unsure").way.rules[0].when}  # type: ignore[union-attr]
    )
    assert "现在：先把" not in page(kb, "several posts", "zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_other_directions(kb: KnowledgeBase, lang: Lang) -> None:
    """Up to three other directions are told with their kind, how near they are, the fit and the id."""
    advice = advised(kb, "in trouble")
    told = part(page(kb, "in trouble", lang), phrases.OTHERS.of(lang))
    assert told.count("-") >= 3
    for other in advice.alternatives[:3]:
        step = step_of(kb, advice.situation.profile, other)
        words = (step.title, kind_text(kb, other.candidate), near_text(step))
        assert all(squeezed(one.of(lang)) in told for one in words)
        assert f"[{other.position}]" in told
        assert squeezed(fit_text(other.fit, step.answered)) in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_few_answers_make_a_band(kb: KnowledgeBase, lang: Lang) -> None:
    """Where almost nothing was told the fit is a range, and a line says why."""
    best = advised(kb, "nothing told").next
    assert best is not None
    asked = kb.positions[best.gaps_of].requirements
    text = page(kb, "nothing told", lang)
    assert within(phrases.ANSWERED_NONE.fill(n=len(asked)), lang, text)
    assert f" {fit_text(best.fit, 0)}" in text
    assert not within(phrases.ANSWERED_FEW, lang, page(kb, "perfect", lang))


def test_a_deed_is_told_once(kb: KnowledgeBase) -> None:
    """Where several skills grow by the same deed, it is told at the first of them, and at the others that it is so."""
    shared = {"outside": Instead(5, (Text("做同一件事。", "Do the same deed."),))}
    skills = {id_: replace(one, instead=shared) for id_, one in list(kb.skills.items())[::2]}
    kb = replace(kb, skills={**kb.skills, **skills})
    profile = profile_of(kb, people(kb)["newcomer"])
    situation = advised(kb, "newcomer").situation
    gaps = prospect_of(kb, situation, candidate_for(kb, situation.standing, "operations/manager")).gaps
    written = Page("zh", 100)
    gap_table(written, gap_views(kb, profile, gaps))
    text = squeezed(as_text(written.lines))
    deeds = [squeezed(actions_for(kb, profile, gap.skill, gap.step)[0].zh) for gap in gaps]
    assert len(set(deeds)) < len(deeds)
    assert [text.count(deed) for deed in set(deeds)] == [1] * len(set(deeds))
    assert text.count("同上") == len(deeds) - len(set(deeds))


def test_missing_opportunities_are_asked_for_once(kb: KnowledgeBase) -> None:
    """Skills for which the same person is to be asked stand together, with what to ask for."""
    text, advice = squeezed(page(kb, "no opportunity", "zh")), advised(kb, "no opportunity")
    assert advice.next is not None
    for gap in advice.next.gaps[:5]:
        assert text.count(squeezed(exposure_for(kb, advice.situation.profile, gap.skill).zh)) == 1


def test_a_title_without_substance(kb: KnowledgeBase) -> None:
    """A manager to whom nobody reports reads first of all why they are advised as something less."""
    advice = advised(kb, "manager alone")
    (held, real, rule), *_ = advice.situation.standing.by_title
    told = rule.because.fill(title=kb.positions[held].title, real=kb.positions[real].title)
    for lang, why in (("zh", "为什么"), ("en", "Why")):
        assert part(page(kb, "manager alone", lang), why).startswith(squeezed(f"- {told.of(lang)}"))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_missing_opportunities_are_told(kb: KnowledgeBase, lang: Lang) -> None:
    """Who had no opportunity yet is told whom to ask for which exposure; it is no zero, and no blank either."""
    text = page(kb, "no opportunity", lang)
    assert ("还没有机会做的，标的是 -" if lang == "zh" else "No opportunity yet, marked -") in text
    assert "  ->" in text
    assert not within(Text("? 是没答的", "? was not answered"), lang, text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_top(kb: KnowledgeBase, lang: Lang) -> None:
    """At the top the page says so, and what to do from there: more than one line, and no step, fit or gate."""
    text = page(kb, "top", lang)
    assert text.startswith(phrases.TOP.of(lang))
    assert all(within(told, lang, text) for told in phrases.TOP_NEXT)
    assert "▮" not in text
    assert "  ! " not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_top_with_something_missing(kb: KnowledgeBase, lang: Lang) -> None:
    """Who is at the top and short of what the post asks is told how to go about it, then the gaps."""
    advice, text = advised(kb, "unfinished top"), page(kb, "unfinished top", lang)
    assert advice.present_gaps
    for gap in advice.present_gaps[:3]:
        assert kb.skills[gap.skill].name.of(lang) in text
    first = "先把现在的岗位做好" if lang == "zh" else "First do the present post well"
    assert text.index(phrases.PLAYBOOK.of(lang)) < text.index(first)
    assert advice.situation.rule is not None
    assert within(advice.situation.rule.because, lang, text)


def test_shifted_ratings(kb: KnowledgeBase) -> None:
    """Where ratings a level off would have somebody stay, it says so, and not that they should go where they are."""
    for name in BELOW_TOP:
        advice, text = advised(kb, name), squeezed(page(kb, name, "zh"))
        steady = steadiness_of(kb, advice)
        for shifted in (steady.lower, steady.higher):
            if shifted.position and advice.next and shifted.position != advice.next.position:
                person = advice.situation.profile
                held = shifted.position in person.current and person.facts.get("reason") != "out-of-work"
                title = squeezed(kb.positions[shifted.position].title.zh)
                assert f"了一级，{'就该先留在' if held else '该看的就是'}{title}。" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_present_post_lacks_stands_before_what_another_lacks(kb: KnowledgeBase, lang: Lang) -> None:
    """Who is to make the present post real, and works towards a goal, is told first what that post lacks."""
    held: Answers = {f"skill.{r.skill}": 1 for r in kb.positions["user-ops/senior"].requirements}
    for goal, both in ((None, False), ("user-ops/manager", True)):
        answers: Answers = {"current": ("user-ops/senior",), "reason": "how-do-i-stand", "years": 1.0, **held}
        text = page_of(kb, {**answers, **({"goal": goal} if goal else {})}, lang)
        first, then = {
            "zh": ("先把现在的岗位做好", "用户运营经理还差什么"),
            "en": ("First do the present post well", "What is missing for User Engagement Manager"),
        }[lang]
        assert (first in text and text.index(first) < text.index(then)) if both else first not in text
