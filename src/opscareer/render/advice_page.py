"""The advice on one screen: what comes next, why, what one has to show, what is missing, by which way, how sure it is.

Details stand behind `gap`, `skill` and `what-if`; this page names them.
"""

from opscareer.advice import Advice, Prospect, Steadiness, candidate_for, prospect_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render.screen.page import Page
from opscareer.render.screen.parts import fit_lines, gates_and_flags, playbook_part, strengths_part
from opscareer.render.screen.parts import gap_table as gap_table
from opscareer.text import Text, joined
from opscareer.views.steps import Step, fit_name, fit_text, headline, near_text, step_of, step_words
from opscareer.views.words.sentences import (
    AS_OFFERED,
    EARLY,
    GATES,
    GATES_OF,
    GATES_OFFERED,
    HIGH,
    LOW,
    MASTERY_UNKNOWN,
    NOT_COUNTED,
    OTHERS,
    SHIFTED,
    SHIFTED_STAY,
    STABLE,
    TELLING,
    TIED,
    TOP,
    TOP_NEXT,
    TRUST,
    confidence_text,
    kind_text,
)
from opscareer.views.words.units import percent

SHOWN = 5

_MASTERY = Text("本岗位做到", "Present post")
_WHY = Text("为什么", "Why")
_PRESENT = Text("先把现在的岗位做好", "First do the present post well")
_GAPS = Text("还差什么（补上一项，匹配度涨多少）", "What is missing (and what closing each adds to the fit)")
_GAPS_OF = Text(
    "{title}还差什么（补上一项，匹配度涨多少）",
    "What is missing for {title} (and what closing each adds to the fit)",
)
_MORE = Text("还有 {n} 项，全部列出来：", "{n} more, all of them by:")
_MORE_HERE = Text("还有 {n} 项", "{n} more")
_ROUTE = Text("走哪条路", "Which way")
_NOW = Text("现在：先把{titles}做扎实（做到 {share}）", "Now: first do {titles} well ({share} done)")
_AT_TOP = Text("接下来", "What to do from here")
_OTHER = Text("{title}（{kind}）：{near}，{name} {fit}  [{id}]", "{title} ({kind}): {near}; {name} {fit}  [{id}]")
_FEW = 3


def advice_page(page: Page, kb: KnowledgeBase, advice: Advice, steady: Steadiness, where: str) -> None:
    """Write the advice on a page; `where` is what tells the commands that it names where the answers are."""
    best = advice.next
    if best is None:
        _at_the_top(page, kb, advice)
        return
    profile, step = advice.situation.profile, step_of(kb, advice.situation.profile, best, advice)
    first = _rests_on_the_post(advice)
    if first:
        titles = joined(kb.positions[p].title for p in advice.situation.standing.positions)
        page.say(_NOW.fill(titles=titles, share=percent(advice.mastery or 0.0)), "bold")
    page.say(headline(step), "bold")
    fit_lines(page, step_words(kb, profile, best, advice))
    _doubts(page, kb, advice, step)
    page.head(_WHY)
    for reason in best.why:
        page.say(reason, first="- ", indent=2)
    strengths_part(page, kb, advice.strengths)
    if first:
        _present_gaps(page, kb, advice)
    page.head(_GAPS_OF.fill(title=step.of) if step.of else _GAPS)
    gap_table(page, kb, profile, best.gaps[:SHOWN])
    if len(best.gaps) > SHOWN:
        page.say(_MORE.fill(n=len(best.gaps) - SHOWN), "dim", indent=2)
        page.say(f"opscareer gap {best.gaps_of}{where}", "dim", indent=4)
    _gates(page, kb, advice, step)
    playbook_part(page, advice.book.playbook if advice.book else None)
    _way(page, kb, advice)
    _others(page, kb, advice)
    _trust(page, kb, advice, steady, step)


def aimed_at(kb: KnowledgeBase, advice: Advice) -> Prospect | None:
    """Return the position whose gaps are worked on, where it is another one than comes next: its gates are told."""
    best, situation = advice.next, advice.situation
    if best is None or best.gaps_of == best.position:
        return None
    return prospect_of(kb, situation, candidate_for(kb, situation.standing, best.gaps_of))


def _at_the_top(page: Page, kb: KnowledgeBase, advice: Advice) -> None:
    """Write what to do where no position is above: what the present post still asks, and what brings the person."""
    page.say(TOP, "bold")
    _mastery(page, advice)
    strengths_part(page, kb, advice.strengths)
    if advice.present_gaps:
        _present_gaps(page, kb, advice)
    rule = advice.book
    page.head(_AT_TOP)
    for told in (*((rule.because,) if rule else ()), *(growth.text for growth in advice.growth), *TOP_NEXT):
        page.say(told, first="- ", indent=2)
    playbook_part(page, rule.playbook if rule else None)
    page.blank()
    page.say(NOT_COUNTED, "dim")


def _rests_on_the_post(advice: Advice) -> bool:
    """Return whether the way is to do the present post well first, because it is not done well enough."""
    if advice.way is None or advice.next is None or advice.next.candidate.kind == "stay":
        return False
    return any(test.name == "mastery" for test in advice.way.rules[0].when)


def _doubts(page: Page, kb: KnowledgeBase, advice: Advice, step: Step) -> None:
    """Write how much of the present post is done, whether it is too early to say, and what is almost level."""
    _mastery(page, advice)
    if advice.confidence < TELLING and not step.offered:
        page.say(EARLY, "warn")
    if advice.tied:
        page.say(TIED.fill(titles=joined(kb.positions[p].title for p in advice.tied)))


def _mastery(page: Page, advice: Advice) -> None:
    if not advice.situation.standing.outside:
        mastery = MASTERY_UNKNOWN.of(page.lang) if advice.mastery is None else percent(advice.mastery)
        page.spans((f"{_MASTERY.of(page.lang)}  {mastery}", "dim"))


def _present_gaps(page: Page, kb: KnowledgeBase, advice: Advice) -> None:
    page.head(_PRESENT)
    gap_table(page, kb, advice.situation.profile, advice.present_gaps[:_FEW])
    if len(advice.present_gaps) > _FEW:
        page.say(_MORE_HERE.fill(n=len(advice.present_gaps) - _FEW), "dim", indent=2)


def _gates(page: Page, kb: KnowledgeBase, advice: Advice, step: Step) -> None:
    """Write the gates of the step, and of the position worked on where that is another one."""
    gates_and_flags(page, kb, step.prospect.gates, step.prospect.flags, GATES_OFFERED if step.offered else GATES)
    aim = aimed_at(kb, advice)
    if aim and step.of:
        gates_and_flags(page, kb, aim.gates, (), GATES_OF.fill(title=step.of))


def _way(page: Page, kb: KnowledgeBase, advice: Advice) -> None:
    if advice.way is not None:
        route = next(r for r in kb.rules.routes if r.id == advice.way.route)
        page.head(_ROUTE)
        page.say(route.name, "bold", indent=2)
        page.say(advice.way.rules[0].because, first="- ", indent=2)
        page.say(route.summary, first="- ", indent=2)
    for growth in advice.growth[:1]:
        page.say(growth.text, first="- ", indent=2)


def _others(page: Page, kb: KnowledgeBase, advice: Advice) -> None:
    if advice.alternatives:
        page.head(OTHERS)
    for other in advice.alternatives[:_FEW]:
        step = step_of(kb, advice.situation.profile, other)
        words = {"title": step.title, "kind": kind_text(other.candidate), "near": near_text(step)}
        told = _OTHER.fill(name=fit_name(step), fit=fit_text(other.fit, step.answered), id=other.position, **words)
        page.say(told, first="- ", indent=2)


def _trust(page: Page, kb: KnowledgeBase, advice: Advice, steady: Steadiness, step: Step) -> None:
    page.head(TRUST)
    told = [AS_OFFERED] if step.offered else [confidence_text(advice.confidence)]
    told += [STABLE] if steady.stable else []
    for shifted, way in ((steady.lower, HIGH), (steady.higher, LOW)):
        if advice.next and shifted.position and shifted.position != advice.next.position:
            held = shifted.position in advice.situation.profile.current
            title = kb.positions[shifted.position].title
            told.append((SHIFTED_STAY if held else SHIFTED).fill(way=way, title=title))
    for one in (*told, NOT_COUNTED):
        page.say(one, first="- ", indent=2)
