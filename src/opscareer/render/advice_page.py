"""The advice on one screen: what comes next, why, what is missing, by which way, and how far to trust it.

Details stand behind `gap`, `skill` and `what-if`; this page names them.
"""

from collections.abc import Iterable

from opscareer.advice import Advice, Gap, Prospect, Steadiness
from opscareer.advice.acting import actions_for, exposure_for
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.page import Page, Style, bar, percent, points
from opscareer.render.phrases import (
    ANSWERED,
    CONFIDENCE,
    EARLY,
    FLAGS,
    GATES,
    HIGH,
    LOW,
    MASTERY_UNKNOWN,
    NOTHING_MISSING,
    OTHERS,
    SHIFTED,
    STABLE,
    TELLING,
    TIED,
    TOP,
    TRUST,
    VERDICTS,
    gate_text,
    kind_text,
)
from opscareer.text import Text, joined

SHOWN = 5

_NEXT = Text("下一步", "Next")
_FIT = Text("匹配度", "Fit")
_MASTERY = Text("本岗位做到", "Present post")
_WHY = Text("为什么", "Why")
_PRESENT = Text("先把现在的岗位做好", "First do the present post well")
_GAPS = Text("还差什么（补上一项，匹配度涨多少）", "What is missing (and what closing each adds to the fit)")
_HEADINGS = (
    Text("能力", "skill"),
    Text("有>要", "has>needs"),
    Text("涨分", "adds"),
    Text("先做", "what to do first"),
)
_MORE = Text("还有 {n} 项，全部列出来：", "{n} more, all of them by:")
_MORE_HERE = Text("还有 {n} 项", "{n} more")
_ROUTE = Text("走哪条路", "Which way")
_NOW = Text("现在：先把{titles}做扎实（做到 {share}）", "Now: first do {titles} well ({share} done)")
_ASSUMED = Text(
    "? 是没答的，涨多少按你的岗位估：{skills}。",
    "? was not answered; what it adds is estimated from your position: {skills}.",
)
_EXPOSURE = Text("还没有机会做{skills}：{exposure}", "No opportunity yet for {skills}: {exposure}")
_LISTED = 6
_VERDICT_STYLES: dict[str, Style] = {"ready": "good", "within-reach": "warn", "build-first": "bad"}


def advice_page(page: Page, kb: KnowledgeBase, advice: Advice, steady: Steadiness, where: str) -> None:
    """Write the advice on a page; `where` is what tells the commands that it names where the answers are."""
    best = advice.next
    present_first = advice.mastery is not None and advice.mastery < kb.rules["mastery"]
    if present_first:
        titles = joined(kb.positions[p].title for p in advice.situation.standing.positions)
        page.say(_NOW.fill(titles=titles, share=percent(advice.mastery or 0.0)), "bold")
    _headline(page, kb, advice)
    if best is None:
        return
    page.head(_WHY)
    for reason in best.why:
        page.say(reason, first="- ", indent=2)
    if present_first:
        page.head(_PRESENT)
        gap_table(page, kb, advice.situation.profile, advice.present_gaps[:3])
        if len(advice.present_gaps) > 3:
            page.say(_MORE_HERE.fill(n=len(advice.present_gaps) - 3), "dim", indent=2)
    page.head(_GAPS)
    gap_table(page, kb, advice.situation.profile, best.gaps[:SHOWN])
    if len(best.gaps) > SHOWN:
        page.say(_MORE.fill(n=len(best.gaps) - SHOWN), "dim", indent=2)
        page.say(f"opscareer gap {best.position}{where}", "dim", indent=4)
    gates_and_flags(page, kb, best)
    _way(page, kb, advice)
    _others(page, kb, advice)
    _trust(page, kb, advice, steady)


def gap_table(page: Page, kb: KnowledgeBase, profile: Profile, gaps: Iterable[Gap]) -> None:
    """Write gaps as a table: have and need, what closing adds, and the first thing to do."""
    rows = [
        (
            kb.skills[gap.skill].name.of(page.lang),
            f"{_have(gap)}>{gap.need}",
            points(gap.gain),
            _first(page, kb, profile, gap),
        )
        for gap in gaps
    ]
    if rows:
        page.table(_HEADINGS, rows, right=(1, 2))
    else:
        page.say(NOTHING_MISSING, indent=2)
    _unknowns(page, kb, profile, gaps)


def gates_and_flags(page: Page, kb: KnowledgeBase, prospect: Prospect) -> None:
    """Write what says "not yet", and what people get round."""
    if prospect.gates:
        page.head(GATES)
    for gate in prospect.gates:
        page.say(gate_text(kb, gate), "warn", first="! ", indent=2)
    if prospect.flags:
        page.head(FLAGS)
    for flag in prospect.flags:
        page.say(flag.condition.text, first="? ", indent=2)


def fit_line(page: Page, kb: KnowledgeBase, profile: Profile, prospect: Prospect) -> None:
    """Write the fit as a bar, how near that makes the position, and how much of it was answered, if not all."""
    told = VERDICTS[prospect.verdict].of(page.lang)
    cells = 20 if page.columns >= 60 else 10
    style = _VERDICT_STYLES[prospect.verdict]
    page.spans(
        (f"{_FIT.of(page.lang)}  ", ""),
        (bar(prospect.fit, cells), style),
        (f" {percent(prospect.fit)}  ", "bold"),
        (told, style),
    )
    asked = kb.positions[prospect.position].requirements
    answered = sum(requirement.skill in profile.levels for requirement in asked)
    if answered < len(asked):
        page.say(ANSWERED.fill(n=len(asked), k=answered), "dim", indent=2)


def _headline(page: Page, kb: KnowledgeBase, advice: Advice) -> None:
    best = advice.next
    if best is None:
        page.say(TOP, "bold")
        return
    title = kb.positions[best.position].title.of(page.lang)
    kind = kind_text(best.candidate).of(page.lang)
    page.say(
        f"{_NEXT.of(page.lang)}: {title} ({kind})" if page.lang == "en" else f"{_NEXT.zh}：{title}（{kind}）", "bold"
    )
    fit_line(page, kb, advice.situation.profile, best)
    if not advice.situation.standing.outside:
        mastery = MASTERY_UNKNOWN.of(page.lang) if advice.mastery is None else percent(advice.mastery)
        page.spans((f"{_MASTERY.of(page.lang)}  {mastery}", "dim"))
    if advice.confidence < TELLING:
        page.say(EARLY, "warn")
    if advice.tied:
        page.say(TIED.fill(titles=joined(kb.positions[p].title for p in advice.tied)))


def _have(gap: Gap) -> str:
    return "?" if gap.have is None else str(gap.have)


def _first(page: Page, kb: KnowledgeBase, profile: Profile, gap: Gap) -> str:
    actions = actions_for(kb, profile, gap.skill, gap.step)
    return actions[0].of(page.lang) if actions else ""


def _unknowns(page: Page, kb: KnowledgeBase, profile: Profile, gaps: Iterable[Gap]) -> None:
    """Write which gaps rest on no answer, and which wait for an opportunity."""
    assumed = [gap.skill for gap in gaps if gap.assumed]
    waiting = [skill for skill in assumed if skill in profile.no_opportunity]
    unanswered = [skill for skill in assumed if skill not in waiting]
    if unanswered:
        page.say(_ASSUMED.fill(skills=joined(kb.skills[s].name for s in unanswered[:_LISTED])), "dim", indent=2)
    by_exposure: dict[Text, list[Text]] = {}
    for skill in waiting[:_LISTED]:
        by_exposure.setdefault(exposure_for(kb, profile, skill), []).append(kb.skills[skill].name)
    for exposure, names in by_exposure.items():
        page.say(_EXPOSURE.fill(skills=joined(names), exposure=exposure), indent=2)


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
    for other in advice.alternatives[:3]:
        title = kb.positions[other.position].title.of(page.lang)
        kind, told = kind_text(other.candidate).of(page.lang), VERDICTS[other.verdict].of(page.lang)
        page.say(f"{title}  {percent(other.fit)}  {kind}, {told}  [{other.position}]", first="- ", indent=2)


def _trust(page: Page, kb: KnowledgeBase, advice: Advice, steady: Steadiness) -> None:
    page.head(TRUST)
    page.say(CONFIDENCE.fill(share=percent(advice.confidence)), first="- ", indent=2)
    if steady.stable:
        page.say(STABLE, first="- ", indent=2)
    for shifted, way in ((steady.lower, HIGH), (steady.higher, LOW)):
        if advice.next and shifted.position and shifted.position != advice.next.position:
            title = kb.positions[shifted.position].title
            page.say(SHIFTED.fill(way=way, title=title), first="- ", indent=2)
