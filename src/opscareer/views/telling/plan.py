"""What is told of a plan from its figures."""

from collections.abc import Iterator

from opscareer.model.stretches import months_text, years_text
from opscareer.text import NOTHING, Text, joined
from opscareer.views.plan import ByMonth, PlanView
from opscareer.views.plan_steps import PlanStep
from opscareer.views.words.headings import ASK, DO, SHOW
from opscareer.views.words.sentences import AT_LEVEL, NAMED, VERDICTS
from opscareer.views.words.units import UNKNOWN, UNTRIED, have_text, percent, points, rise_text

TITLE = Text("{title}的计划", "Plan for {title}")
DONE = Text("没有要补的了。", "There is nothing left to close.")
FIRST = Text("先把{title}做实，然后是{then}。", "Consolidate {title} first; then {then}.")

_BEFORE = Text(
    "现在先把{title}做扎实，它有自己的一份计划；这一份是那以后的，月数从开始做它那天算。",
    "Get {title} right first, which has a plan of its own; this one is for after that, and its months count from the "
    "day on which you begin it.",
)
_FIRST = Text(
    "位子怎么问、怎么谈、什么时候定，在 opscareer assess 里；这份计划只管补能力。",
    "How to ask, settle and decide about the post is told by opscareer assess; this plan is about skills alone.",
)
_FIT = Text("现在的匹配度：{fit}。", "Fit now: {fit}.")
_READY_NOW = Text("能力已经够了。", "Your skills are enough already.")
_READY = Text(
    "{ready}后达标（匹配度 {bound} 以上，不能缺的都过了门槛，没有一项差两级）{all}。",
    "Ready in {ready} (a fit of {bound} or more, every required minimum met, no skill two levels short){all}.",
)
_TAKEN = Text(
    "接过来以后，{ready}补到 {bound} 以上（不能缺的都过了门槛，没有一项差两级）{all}。",
    "Once you have taken it, a fit of {bound} or more in {ready} (every required minimum met, no skill two levels "
    "short){all}.",
)
_WELL_NOW = Text("现在的岗位已经做到了。", "You do the present post well already.")
_WELL = Text(
    "{ready}后把现在的岗位做到 {bound} 以上（不能缺的都过了门槛，没有一项差两级）{all}。",
    "The present post done well in {ready} (a fit of {bound} or more, every required minimum met, no skill two levels "
    "short){all}.",
)
_ALL = Text("，{all}后补齐", ", everything done in {all}")
_REST = Text("其余 {all}后补齐。", "The rest is done in {all}.")
_REST_LATER = Text("其余的边做边补。", "Close the rest on the job.")
_PACE = Text(
    "同时最多练 {parallel} 项：先补卡着门槛的，再补一个月里涨得多、又最看重的。",
    "At most {parallel} at a time, first what bars the way, then what adds most a month and is looked for most.",
)
_FORESEEN = 36
"""Months: when all is closed beyond that is nothing to plan by."""
_DUE = Text("这一级还要再做 {due}。", "Time still needed at this level: {due}.")
_DUE_UNKNOWN = Text(
    "在这一级至少要满 {years}：你没答做了几年，自己核一下。",
    "It takes at least {years} at this level: you did not say how long you have been there, so check it yourself.",
)
_BY = Text(
    "到第 {month} 个月末：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}: fit {fit}, {verdict}; {n} {n|step|steps} done.",
)
_BY_OF = Text(
    "到第 {month} 个月末，对{title}：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}, for {title}: fit {fit}, {verdict}; {n} {n|step|steps} done.",
)
_BEGUN = Text("第 {month} 个月起", "from month {month}")
_FACTS = Text(
    "{begun}，到第 {end} 个月末匹配度 {fit}（{gain}）", "{begun}; fit {fit} by the end of month {end} ({gain})"
)
_LOOK = Text("第 {last} 个月末看：拿得出来没有", "At the end of month {last}: is it there to show?")
_LOOKS = Text(
    "第 {months}、{last} 个月末各看一次：拿得出来没有", "At the end of months {months} and {last}: is it there to show?"
)
_SPOKEN = Text("{name}，从 {start} 到 {end}", "{name}, from {start} to {end}")
_CONFIRM = Text(
    "起点是估的，你没答过：先确认现在到几级。",
    "Your starting level is an estimate, as this was not answered: check it first.",
)
_OTHERS_WAIT = Text("本身不加分，后面的要先有它。", "Adds nothing by itself; what comes later needs it first.")
_NOTHING = 5e-4  # shown as no gain
_DIGITS = 1e-9
"""By how much a sum of months may miss a month and still be in it."""


def summary(plan: PlanView) -> Iterator[Text]:
    """Yield the fit there is, when the position is in reach, and how far one gets by a month, where that was asked."""
    yield _FIT.fill(fit=plan.words.fit_told)
    yield ready_text(plan)
    if plan.by:
        yield by_text(plan, plan.by)


def first_text(plan: PlanView) -> Text | None:
    """Return where it is told how to go about what brings the person; None where nothing is."""
    return _FIRST if plan.book else None


def ready_text(plan: PlanView) -> Text:
    """Return what is to be done well first, when the position is in reach or the present post done well, when all is
    closed if that can be foreseen, and how long time keeps one waiting, as far as that was told."""
    parts = [_BEFORE.fill(title=plan.before[1])] if plan.before else []
    parts += _skills_ready(plan)
    if plan.years is not None:
        parts.append(_DUE_UNKNOWN.fill(years=years_text(plan.years)))
    elif plan.due_months > 0:
        parts.append(_DUE.fill(due=months_text(plan.due_months)))
    return Text("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def _skills_ready(plan: PlanView) -> Iterator[Text]:
    foreseen = plan.months <= _FORESEEN
    if plan.ready_month:
        rest = _ALL.fill(all=months_text(plan.months)) if foreseen else NOTHING
        ready, bound = months_text(plan.ready_month), percent(plan.bound)
        taken = plan.verdict == "ready" or (plan.words.offered and plan.verdict != "build-first")
        yield (_WELL if plan.held else _TAKEN if taken else _READY).fill(ready=ready, bound=bound, all=rest)
        yield _PACE.fill(parallel=plan.parallel)
        return
    yield _WELL_NOW if plan.held else _READY_NOW
    if plan.months:
        yield (_REST if foreseen else _REST_LATER).fill(all=months_text(plan.months))
        yield _PACE.fill(parallel=plan.parallel)


def by_text(plan: PlanView, by: ByMonth) -> Text:
    """Return how far one gets by a month, and with which position where it is not the one that the plan is told for."""
    done = sum(step.end <= by.months + _DIGITS for step in plan.steps)
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
    if step.guessed:
        yield _CONFIRM


def step_text(step: PlanStep) -> Text:
    """Return a step by its skill and the levels between which that rises."""
    return AT_LEVEL.fill(name=step.name, levels=levels_of(step))


def spoken_text(step: PlanStep) -> Text:
    """Return the same in words: what stands for a level that is not known is a sign."""
    start = UNTRIED if step.untried else UNKNOWN if step.guessed else Text(*[str(step.start_level)] * 2)
    return _SPOKEN.fill(name=step.name, start=start, end=step.level)


def levels_of(step: PlanStep) -> str:
    """Return the levels between which a step rises, the first as the gaps tell it: ? for an estimate, - for none."""
    have = None if step.guessed or step.untried else step.start_level
    return rise_text(have_text(have, untried=step.untried), step.level)


def span_of(step: PlanStep) -> str:
    """Return the months of a step as figures."""
    return f"{step.start:g}-{step.end:g}"


def begun_text(step: PlanStep) -> Text:
    """Return in which month a step is begun: what to do may well take longer than the level, and goes on."""
    return _BEGUN.fill(month=int(step.start + _DIGITS) + 1)


def facts_text(step: PlanStep) -> Text:
    """Return a step in figures: when it is begun, the fit after it and by when, the points that it adds."""
    figures = {"end": f"{step.end:g}", "gain": points(step.gain), "fit": percent(step.fit_after)}
    return _FACTS.fill(begun=begun_text(step), **figures)


def look_text(step: PlanStep) -> Text:
    """Return when to look at a step, and what for."""
    *months, last = (f"{month:g}" for month in step.look_again)
    return (_LOOKS if months else _LOOK).fill(months=joined(Text(month, month) for month in months), last=last)


def parts_of(step: PlanStep) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """Yield what to do, what to show for it, and whom to ask where there was no opportunity, each by its name."""
    for name, told in ((DO, step.actions), (SHOW, step.proof), (ASK, (step.exposure,) if step.exposure else ())):
        if told:
            yield name, told


def steps_to_take(step: PlanStep) -> Iterator[Text]:
    """Yield the same as running text."""
    yield from (NAMED.fill(name=name, what=one) for name, told in parts_of(step) for one in told)
