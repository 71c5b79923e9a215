"""The plan as Markdown with boxes to tick: to keep, to print, to go through with a manager."""

from collections.abc import Iterator

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.ways import Schedule, Step
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.markdown_parts import escaped
from opscareer.render.page import percent
from opscareer.render.plan_page import MUST, aim_title, by_text, look_text, notes_of, ready_text, span_text
from opscareer.render.steps import answered_of, fit_text
from opscareer.text import Lang, Text

_TITLE = Text("{title}的计划", "Plan for {title}")
_FIT = Text("现在的匹配度：{fit}。", "Fit now: {fit}.")
_STEP = Text("{name} {a} → {b}（第 {months} 个月，匹配度到 {fit}）", "{name} {a} → {b} (months {months}, fit to {fit})")
_DO, _SHOW = Text("做：{what}", "Do: {what}"), Text("拿得出来的：{what}", "To show: {what}")
_ASK = Text("还没有机会：{what}", "No opportunity yet: {what}")


def plan_markdown(kb: KnowledgeBase, profile: Profile, schedule: Schedule, lang: Lang) -> str:
    """Return a plan as Markdown in one language; all text is escaped."""
    lines = [f"# {escaped(_TITLE.fill(title=aim_title(kb, schedule)).of(lang))}", ""]
    answered = answered_of(kb, profile, schedule.prospect.gaps_of)
    fit = _FIT.fill(fit=fit_text(schedule.prospect.fit, answered)).of(lang)
    lines += [escaped(" ".join((fit, ready_text(kb, schedule).of(lang)))), ""]
    if schedule.by:
        lines += [escaped(by_text(schedule, schedule.by).of(lang)), ""]
    for step in schedule.plan.steps:
        lines += _step(kb, profile, schedule, step, lang)
    lines += ["", *(escaped(growth.text.of(lang)) for growth in schedule.growth[:1])]
    return "\n".join(lines).rstrip() + "\n"


def _step(kb: KnowledgeBase, profile: Profile, schedule: Schedule, step: Step, lang: Lang) -> Iterator[str]:
    skill = kb.skills[step.skill]
    months, fit = span_text(step.start, step.end), percent(step.fit_after)
    head = _STEP.fill(name=skill.name, a=step.level - 1, b=step.level, months=months, fit=fit)
    must = f" ({MUST.of(lang)})" if step.must else ""
    yield f"- [ ] **{escaped(head.of(lang) + must)}**"
    told = list(notes_of(profile, step))
    told += [_DO.fill(what=action) for action in actions_for(kb, profile, step.skill, step.level)]
    told += [_SHOW.fill(what=proof) for proof in skill.proof]
    told += [_ASK.fill(what=exposure_for(kb, profile, step.skill))] if step.skill in profile.no_opportunity else []
    for one in (*told, look_text(schedule, step)):
        yield f"  - {escaped(one.of(lang))}"
