"""Pieces of pages about a person: the fit, what they have to show, what is missing, gates, and how to go about it."""

from collections.abc import Iterable

from opscareer.advice import Flag, Gap, Gate
from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.advise import Strength
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Playbook
from opscareer.render.screen.page import Page, Style, bar
from opscareer.text import Text, joined, width
from opscareer.views.steps import StepWords, have_text
from opscareer.views.words.sentences import (
    ANSWERED,
    ANSWERED_FEW,
    ASK_FOR,
    DECIDE_BY,
    DISCREET,
    FALLBACK,
    FIND_OUT,
    FLAGS,
    GATES,
    NOTHING_MISSING,
    PLAYBOOK,
    STRENGTH,
    STRENGTH_NEW,
    STRENGTHS,
    gate_text,
)
from opscareer.views.words.units import points

_HEADINGS = (
    Text("能力", "skill"),
    Text("有>要", "has>needs"),
    Text("涨分", "adds"),
    Text("先做", "what to do first"),
)
_AS_ABOVE = Text("同上", "as above")
_ASSUMED = Text(
    "? 是没答的，涨多少按你的岗位估：{skills}。",
    "? was not answered; what it adds is estimated from your position: {skills}.",
)
_EXPOSURE = Text("还没有机会做{skills}：{exposure}", "No opportunity yet for {skills}: {exposure}")
_LISTED = 6
_ROOMY = 60  # columns
_STYLES: dict[str, Style] = {"ready": "good", "within-reach": "warn", "build-first": "bad"}


def fit_lines(page: Page, step: StepWords) -> None:
    """Write how near a step is and the fit as a bar, with the position that it is of; and how much was answered."""
    style, near = _STYLES[step.verdict], step.nearness.of(page.lang)
    name = step.fit_name.of(page.lang)
    drawn = bar(step.fit, 20 if page.columns >= _ROOMY else 10)
    if step.of or width(f"{name}  {drawn} {step.fit_told}  {near}") > page.columns:
        page.say(near[:1].upper() + near[1:], style)
        near = ""
    if width(f"{name}  {drawn} {step.fit_told}") > page.columns:
        page.say(name)
        name = ""
    page.spans((f"{name}  ", ""), (drawn, style), (f" {step.fit_told}  ", "bold"), (near, style))
    if step.known < step.asked:
        page.say((ANSWERED_FEW if step.few else ANSWERED).fill(n=step.asked, k=step.known), "dim", indent=2)


def strengths_part(page: Page, kb: KnowledgeBase, strengths: Iterable[Strength]) -> None:
    """Write what the person has to show, each with its proof, and how to show it decently."""
    told = tuple(strengths)
    if not told:
        return
    page.head(STRENGTHS)
    for one in told:
        page.say(strength_text(kb, one), first="- ", indent=2)
        for proof in kb.skills[one.skill].proof[:1]:
            page.say(proof, "dim", indent=4)
    page.say(DISCREET, indent=2)


def strength_text(kb: KnowledgeBase, one: Strength) -> Text:
    """Return a skill that stands above what the present post asks."""
    return (STRENGTH if one.need else STRENGTH_NEW).fill(skill=kb.skills[one.skill].name, have=one.have, need=one.need)


def gap_table(page: Page, kb: KnowledgeBase, profile: Profile, gaps: Iterable[Gap]) -> None:
    """Write gaps as a table: have and need, what closing adds, and the first thing to do; told twice it is said so."""
    rows, told = [], set()
    for gap in gaps:
        first = _first(page, kb, profile, gap)
        have = have_text(gap.have, untried=gap.skill in profile.no_opportunity)
        shown = _AS_ABOVE.of(page.lang) if first in told else first
        rows.append((kb.skills[gap.skill].name.of(page.lang), f"{have}>{gap.need}", points(gap.gain), shown))
        told |= {first} - {""}
    if rows:
        page.table(_HEADINGS, rows, right=(1, 2))
    else:
        page.say(NOTHING_MISSING, indent=2)
    _unknowns(page, kb, profile, gaps)


def gates_and_flags(
    page: Page, kb: KnowledgeBase, gates: Iterable[Gate], flags: Iterable[Flag], heading: Text = GATES
) -> None:
    """Write what says "not yet", and what people get round."""
    shut, lacking = tuple(gates), tuple(flags)
    if shut:
        page.head(heading)
    for gate in shut:
        page.say(gate_text(kb, gate), "warn", first="! ", indent=2)
    if lacking:
        page.head(FLAGS)
    for flag in lacking:
        page.say(flag.condition.text, first="? ", indent=2)


def playbook_part(page: Page, playbook: Playbook | None) -> None:
    """Write how to go about what brings the person: what to find out, to ask for, by when to decide, what if not."""
    if playbook is None:
        return
    page.head(PLAYBOOK)
    told = ((FIND_OUT, playbook.find_out), (ASK_FOR, playbook.ask_for))
    for name, texts in (*told, (DECIDE_BY, (playbook.decide_by,)), (FALLBACK, (playbook.fallback,))):
        page.say(name, "bold", indent=2)
        for text in texts:
            page.say(text, first="- ", indent=2)


def _first(page: Page, kb: KnowledgeBase, profile: Profile, gap: Gap) -> str:
    actions = actions_for(kb, profile, gap.skill, gap.step)
    return actions[0].of(page.lang) if actions else ""


def _unknowns(page: Page, kb: KnowledgeBase, profile: Profile, gaps: Iterable[Gap]) -> None:
    """Write which gaps rest on no answer, and which wait for an opportunity."""
    waiting = [gap.skill for gap in gaps if gap.skill in profile.no_opportunity]
    unanswered = [gap.skill for gap in gaps if gap.assumed and gap.skill not in waiting]
    if unanswered:
        page.say(_ASSUMED.fill(skills=joined(kb.skills[s].name for s in unanswered[:_LISTED])), "dim", indent=2)
    by_exposure: dict[Text, list[Text]] = {}
    for skill in waiting[:_LISTED]:
        by_exposure.setdefault(exposure_for(kb, profile, skill), []).append(kb.skills[skill].name)
    for exposure, names in by_exposure.items():
        page.say(_EXPOSURE.fill(skills=joined(names), exposure=exposure), indent=2)
