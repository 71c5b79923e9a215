"""The plan as Markdown with boxes to tick: to keep, to print, to go through with a manager."""

from collections.abc import Iterator

from opscareer.render.markdown.escaping import escaped
from opscareer.text import Lang, Text
from opscareer.views.plan import PlanStep, PlanView
from opscareer.views.telling import plan as words
from opscareer.views.words.units import percent

_FIT = Text("现在的匹配度：{fit}。", "Fit now: {fit}.")
_STEP = Text("{name} {a} → {b}（第 {months} 个月，匹配度到 {fit}）", "{name} {a} → {b} (months {months}, fit to {fit})")


def plan_markdown(plan: PlanView, lang: Lang) -> str:
    """Return a plan as Markdown in one language; all text is escaped."""
    lines = [f"# {escaped(words.TITLE.fill(title=plan.aim).of(lang))}", ""]
    fit = _FIT.fill(fit=plan.words.fit_told).of(lang)
    lines += [escaped(" ".join((fit, words.ready_text(plan).of(lang)))), ""]
    if plan.by:
        lines += [escaped(words.by_text(plan, plan.by).of(lang)), ""]
    for step in plan.steps:
        lines += _step(step, lang)
    lines += ["", *(escaped(growth.text.of(lang)) for growth in plan.growth[:1])]
    return "\n".join(lines).rstrip() + "\n"


def _step(step: PlanStep, lang: Lang) -> Iterator[str]:
    figures = {"months": words.span_text(step), "fit": percent(step.fit_after)}
    head = _STEP.fill(name=step.name, a=step.start_level, b=step.level, **figures)
    must = f" ({words.MUST.of(lang)})" if step.must else ""
    yield f"- [ ] **{escaped(head.of(lang) + must)}**"
    for told in (*words.notes_of(step), *words.steps_to_take(step), words.look_text(step)):
        yield f"  - {escaped(told.of(lang))}"
