"""What is told of a plan from its figures."""

from collections.abc import Iterator

from opscareer.text import Text, joined
from opscareer.views.plan import ByMonth, PlanStep, PlanView
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import months_text, percent

TITLE = Text("{title}的计划", "Plan for {title}")
DONE = Text("没有要补的了。", "There is nothing left to close.")
FIRST = Text("先把{title}做实，然后是{then}。", "First make {title} real; then {then}.")
THEN = Text("做实之后，{then}的计划：", "Once it is real, the plan for {then}:")
MUST = Text("必须", "must")
DO, SHOW = Text("做：{what}", "Do: {what}"), Text("拿得出来的：{what}", "To show: {what}")
ASK = Text("还没有机会：{what}", "No opportunity yet: {what}")
MONTHS = Text("月", "months")

_READY_NOW = Text("能力已经够了。", "What you can do is enough already.")
_READY = Text(
    "{ready}后够得上（匹配度 {bound} 以上，关卡都开），{all}后补齐。同时最多练 {parallel} 项。",
    "Ready in {ready} (a fit of {bound} or more, all gates of skills open), all of it done in {all}. "
    "At most {parallel} at a time.",
)
_DUE = Text("年限还差 {due}。", "The time to serve: {due} more.")
_BY = Text(
    "到第 {month} 个月末：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}: fit {fit}, {verdict}; {n} steps done.",
)
_LOOK = Text("回头看：第 {months} 个月末", "Look again: at the end of month {months}")
_CONFIRM = Text(
    "起点是估的，你没答过：先确认现在到几级。", "Where you start was not answered but estimated: make sure of it first."
)
_OTHERS_WAIT = Text("本身不涨分，后面的要先有它。", "Adds nothing by itself; what comes later needs it first.")
_NOTHING = 5e-4  # shown as no gain


def ready_text(plan: PlanView) -> Text:
    """Return when the position is in reach, when all is closed, and how long time keeps one waiting."""
    parts = [_READY_NOW]
    if plan.ready_month:
        words = {"ready": months_text(plan.ready_month), "all": months_text(plan.months)}
        parts = [_READY.fill(bound=percent(plan.bound), parallel=plan.parallel, **words)]
    if plan.due_months > 0:
        parts.append(_DUE.fill(due=months_text(plan.due_months)))
    return Text("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def by_text(plan: PlanView, by: ByMonth) -> Text:
    """Return how far one gets by a month."""
    done = sum(step.end <= by.months + 1e-9 for step in plan.steps)
    return _BY.fill(month=f"{by.months:g}", fit=percent(by.fit), verdict=VERDICTS[by.verdict], n=done)


def notes_of(step: PlanStep) -> Iterator[Text]:
    """Yield what to know of a step beforehand: that it serves others, that where it starts is not known."""
    if step.gain < _NOTHING:
        yield _OTHERS_WAIT
    if step.assumed and not step.no_opportunity:
        yield _CONFIRM


def span_text(step: PlanStep) -> str:
    """Return the months of a step as figures."""
    return f"{step.start:g}-{step.end:g}"


def look_text(step: PlanStep) -> Text:
    """Return when to look at a step again."""
    return _LOOK.fill(months=joined(Text(f"{month:g}", f"{month:g}") for month in step.look_again))


def steps_to_take(step: PlanStep) -> Iterator[Text]:
    """Yield what to do, what to show for it, and whom to ask where there was no opportunity."""
    yield from (DO.fill(what=action) for action in step.actions)
    yield from (SHOW.fill(what=proof) for proof in step.proof)
    if step.exposure:
        yield ASK.fill(what=step.exposure)
