"""What is told of a plan from its figures."""

from collections.abc import Iterator

from opscareer.model.stretches import months_text
from opscareer.text import Text, joined
from opscareer.views.plan import ByMonth, PlanStep, PlanView
from opscareer.views.words.headings import ASK, DO, SHOW
from opscareer.views.words.sentences import AT_LEVEL, NAMED, VERDICTS
from opscareer.views.words.units import percent, points, rise_text

TITLE = Text("{title}的计划", "Plan for {title}")
DONE = Text("没有要补的了。", "There is nothing left to close.")
FIRST = Text("先把{title}做实，然后是{then}。", "Consolidate {title} first; then {then}.")

_FIT = Text("现在的匹配度：{fit}。", "Fit now: {fit}.")
_READY_NOW = Text("能力已经够了。", "Your skills are enough already.")
_REST = Text("其余 {all}后补齐。同时最多练 {parallel} 项。", "The rest is done in {all}. At most {parallel} at a time.")
_READY = Text(
    "{ready}后够得上（匹配度 {bound} 以上，能力的门槛都过了，没有一项差两级），{all}后补齐。同时最多练 {parallel} 项。",
    "Ready in {ready} (a fit of {bound} or more, all gates of skills open, nothing two levels short), "
    "everything done in {all}. At most {parallel} at a time.",
)
_DUE = Text("年限还差 {due}。", "Time still to do on the rung: {due}.")
_BY = Text(
    "到第 {month} 个月末：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}: fit {fit}, {verdict}; {n} steps done.",
)
_BY_OF = Text(
    "到第 {month} 个月末，对{title}：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}, for {title}: fit {fit}, {verdict}; {n} steps done.",
)
_SPAN = Text("第 {span} 个月", "months {span}")
_FACTS = Text("{span}，{gain}，匹配度到 {fit}", "{span}, {gain}, fit to {fit}")
_LOOK = Text("回头看：第 {months} 个月末", "Look again: at the end of month {months}")
_CONFIRM = Text(
    "起点是估的，你没答过：先确认现在到几级。",
    "Your starting level is an estimate, as this was not answered: check it first.",
)
_OTHERS_WAIT = Text("本身不加分，后面的要先有它。", "Adds nothing by itself; what comes later needs it first.")
_NOTHING = 5e-4  # shown as no gain


def summary(plan: PlanView) -> Iterator[Text]:
    """Yield the fit there is, when the position is in reach, and how far one gets by a month, where that was asked."""
    yield _FIT.fill(fit=plan.words.fit_told)
    yield ready_text(plan)
    if plan.by:
        yield by_text(plan, plan.by)


def ready_text(plan: PlanView) -> Text:
    """Return when the position is in reach, when all is closed, and how long time keeps one waiting."""
    parts = [_READY_NOW]
    if plan.ready_month:
        words = {"ready": months_text(plan.ready_month), "all": months_text(plan.months)}
        parts = [_READY.fill(bound=percent(plan.bound), parallel=plan.parallel, **words)]
    elif plan.months:
        parts.append(_REST.fill(all=months_text(plan.months), parallel=plan.parallel))
    if plan.due_months > 0:
        parts.append(_DUE.fill(due=months_text(plan.due_months)))
    return Text("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def by_text(plan: PlanView, by: ByMonth) -> Text:
    """Return how far one gets by a month, and with which position where it is not the one that the plan is told for."""
    done = sum(step.end <= by.months + 1e-9 for step in plan.steps)
    told = _BY_OF if by.title else _BY
    return told.fill(
        title=by.title or plan.title,
        month=f"{by.months:g}",
        fit=percent(by.fit),
        verdict=VERDICTS[by.verdict],
        n=done,
    )


def notes_of(step: PlanStep) -> Iterator[Text]:
    """Yield what to know of a step beforehand: that it serves others, that where it starts is not known."""
    if step.gain < _NOTHING:
        yield _OTHERS_WAIT
    if step.assumed and not step.no_opportunity:
        yield _CONFIRM


def step_text(step: PlanStep) -> Text:
    """Return a step by its skill and the levels between which that rises."""
    return AT_LEVEL.fill(name=step.name, levels=rise_text(step.start_level, step.level))


def span_of(step: PlanStep) -> str:
    """Return the months of a step as figures."""
    return f"{step.start:g}-{step.end:g}"


def span_text(step: PlanStep) -> Text:
    """Return the months of a step in words."""
    return _SPAN.fill(span=span_of(step))


def facts_text(step: PlanStep) -> Text:
    """Return a step in figures: its months, the points that it adds, the fit after it."""
    return _FACTS.fill(span=span_text(step), gain=points(step.gain), fit=percent(step.fit_after))


def look_text(step: PlanStep) -> Text:
    """Return when to look at a step again."""
    return _LOOK.fill(months=joined(Text(f"{month:g}", f"{month:g}") for month in step.look_again))


def parts_of(step: PlanStep) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """Yield what to do, what to show for it, and whom to ask where there was no opportunity, each by its name."""
    for name, told in ((DO, step.actions), (SHOW, step.proof), (ASK, (step.exposure,) if step.exposure else ())):
        if told:
            yield name, told


def steps_to_take(step: PlanStep) -> Iterator[Text]:
    """Yield the same as running text."""
    yield from (NAMED.fill(name=name, what=one) for name, told in parts_of(step) for one in told)
