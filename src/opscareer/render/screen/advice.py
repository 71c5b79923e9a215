"""The advice on one screen: what comes next, why, what one has to show, what is missing, by which way, how sure it is.

Details stand behind `gap`, `skill` and `what-if`; this page names them.
"""

from opscareer.render.screen.page import Page
from opscareer.render.screen.parts import (
    fit_lines,
    flags_part,
    gap_table,
    gates_part,
    particulars_part,
    playbook_part,
    strengths_part,
)
from opscareer.text import Text
from opscareer.views.advice import AdviceView, ProspectView
from opscareer.views.telling import advice as words
from opscareer.views.words.headings import FROM_HERE, ROUTE, WHY
from opscareer.views.words.sentences import NOT_COUNTED, OTHERS, TOP
from opscareer.views.words.sureness import TRUST

_SHOWN = 5

_PRESENT = Text("先把现在的岗位做好", "First do the present post well")
_ADDS = Text("{heading}（加分：补上一项，匹配度涨多少）", "{heading} (adds: points of fit gained)")
_OTHER = Text("{title}（{kind}）：{near}，{name} {fit}  [{id}]", "{title} ({kind}): {near}; {name} {fit}  [{id}]")
_FEW = 3


def advice_page(page: Page, advice: AdviceView) -> None:
    """Write the advice on a page."""
    if advice.next is None:
        _at_the_top(page, advice)
        return
    _opening(page, advice, advice.next)
    strengths_part(page, advice.strengths, words.discreet_text(advice))
    _case(page, advice)
    if words.to_consolidate(advice, advice.next):
        _present_gaps(page, advice)
    _gaps(page, advice, advice.next)
    gates_part(page, advice.gates, advice.next.words.gates)
    flags_part(page, advice.flags)
    gates_part(page, advice.aim_gates, advice.next.words.aim_gates)
    _way(page, advice)
    _others(page, advice)
    page.head(TRUST)
    for told in (*words.steady_texts(advice, advice.next), NOT_COUNTED):
        page.say(told, first="- ", indent=2)


def _at_the_top(page: Page, advice: AdviceView) -> None:
    """Write what to do where no position is above: what the present post still asks, and what brings the person."""
    page.say(TOP, "bold")
    _mastery(page, advice)
    strengths_part(page, advice.strengths, words.discreet_text(advice))
    _case(page, advice)
    if advice.present_gaps:
        _present_gaps(page, advice)
    page.head(FROM_HERE)
    for told in words.from_here(advice):
        page.say(told, first="- ", indent=2)
    page.blank()
    page.say(NOT_COUNTED, "dim")


def _opening(page: Page, advice: AdviceView, step: ProspectView) -> None:
    """Write what comes next and how near it is, what makes that doubtful, and why it is named."""
    if now := words.now_text(advice):
        page.say(now, "bold")
    page.say(step.words.headline, "bold")
    if advice.answer:
        page.say(advice.answer)
    for told in words.beside_texts(advice):
        page.say(told)
    fit_lines(page, step.words)
    _mastery(page, advice)
    if early := words.early_text(advice, step):
        page.say(early, "warn")
    if tied := words.tied_text(advice):
        page.say(tied)
    page.head(WHY)
    for reason in step.why:
        page.say(reason, first="- ", indent=2)


def _case(page: Page, advice: AdviceView) -> None:
    """Answer what brought the person before what is to be learned: their case as they told it, how to go about it."""
    particulars_part(page, advice.particulars)
    playbook_part(page, advice.playbook)


def _mastery(page: Page, advice: AdviceView) -> None:
    for name, mastery in words.mastery_texts(advice):
        page.say(f"{name.of(page.lang)}  {mastery.of(page.lang)}", "dim")


def _present_gaps(page: Page, advice: AdviceView) -> None:
    page.head(_PRESENT)
    gap_table(page, advice.present_gaps, shown=_FEW)


def _gaps(page: Page, advice: AdviceView, step: ProspectView) -> None:
    page.head(_ADDS.fill(heading=words.missing_text(advice, step)))
    gap_table(page, advice.gaps, shown=_SHOWN)


def _way(page: Page, advice: AdviceView) -> None:
    if advice.route:
        page.head(ROUTE)
        page.say(advice.route.name, "bold", indent=2)
        for told in words.route_texts(advice, advice.route):
            page.say(told, first="- ", indent=2)
    for growth in advice.growth[:1]:
        page.say(growth.text, first="- ", indent=2)


def _others(page: Page, advice: AdviceView) -> None:
    if advice.alternatives:
        page.head(OTHERS)
    for other in advice.alternatives[:_FEW]:
        step = other.words
        told = {"title": other.title, "kind": step.kind, "near": step.beside, "name": step.fit_name}
        page.say(_OTHER.fill(fit=step.fit_told, id=other.position, **told), first="- ", indent=2)
    page.more(len(advice.alternatives) - _FEW)
