"""The plan on a screen: the whole as a picture, and what to do about the first of it."""

from collections.abc import Sequence

from opscareer.render.screen.page import Page, stretch
from opscareer.render.screen.parts import fit_lines
from opscareer.text import Text
from opscareer.views.plan import PlanView
from opscareer.views.plan_steps import PlanStep
from opscareer.views.telling import plan as words
from opscareer.views.words.headings import FIT, LEVEL, MONTHS, MUST, SKILL
from opscareer.views.words.units import percent

_TITLE = Text("{title}的计划（{kind}）", "Plan for {title} ({kind})")
_FIRST_THERE = Text("{kind}：{title}", "{kind}: {title}")
_FAR = Text("从现在的岗位一步到不了这里。", "It is more than one step from your present post.")
_HEADINGS = (
    SKILL,
    LEVEL,
    MONTHS,
    FIT,
    Text("时间", "when"),
)
_WIDE = 60  # columns
_FIRST = Text("先做这几样", "What to do first")
_ALL = Text("每一步", "Every step")
_REST = Text("其余的到时候再看。", "The others come later.")
_LATER = Text("一年以后还有 {n} 步。", "{n} more {n|step|steps} a year from now.")


def plan_page(page: Page, plan: PlanView, *, whole: bool) -> None:
    """Write a plan on a page: all of it as a picture, in words the steps of the first quarter, or all."""
    if plan.then:
        page.say(words.FIRST.fill(title=plan.title, then=plan.then[1]))
    _head(page, plan)
    if not plan.steps:
        page.say(words.DONE)
    else:
        _steps(page, plan, whole=whole)


def _head(page: Page, plan: PlanView) -> None:
    """Write what the plan is for, how far away that is, and when it is in reach."""
    step = plan.words
    kind = _FIRST_THERE.fill(kind=step.kind, title=step.title) if step.of else step.kind
    page.say(_TITLE.fill(title=plan.aim, kind=kind), "bold")
    fit_lines(page, step)
    if not plan.near:
        page.say(_FAR, "warn")
    if first := words.first_text(plan):
        page.say(first)
    page.say(words.ready_text(plan))


def _steps(page: Page, plan: PlanView, *, whole: bool) -> None:
    page.blank()
    drawn = plan.steps if whole else plan.year
    _picture(page, drawn)
    if later := len(plan.steps) - len(drawn):
        page.say(_LATER.fill(n=later), "dim")
    if plan.by:
        page.say(words.by_text(plan, plan.by), "bold")
    told = plan.told if whole else plan.first
    page.head(_ALL if whole else _FIRST)
    for step in told:
        _step(page, step)
    if len(plan.told) > len(told):
        page.say(_REST, "dim")
    for growth in plan.growth[:1]:
        page.blank()
        page.say(growth.text)


def _picture(page: Page, steps: Sequence[PlanStep]) -> None:
    """Write a row for each step, with a bar where it lies in time; on a narrow page the level stands with the skill."""
    if page.plain:
        for step in steps:
            page.say(words.facts_text(step), first=words.spoken_text(step).of(page.lang))
        return
    wide = page.columns >= _WIDE
    cells = 24 if wide else page.columns - 6
    rows, months = [], max(step.end for step in steps)
    for step in steps:
        name, level = step.name.of(page.lang), words.levels_of(step)
        figures = (words.span_of(step), percent(step.fit_after), stretch(step.start, step.end, months, cells))
        rows.append((name, level, *figures) if wide else (f"{name} {level}", *figures))
    page.table(_HEADINGS if wide else (_HEADINGS[0], *_HEADINGS[2:]), rows, right=(2, 3) if wide else (1, 2))


def _step(page: Page, step: PlanStep) -> None:
    must = f"  {MUST.of(page.lang)}" if step.must else ""
    begun = words.begun_text(step).of(page.lang)
    named = words.spoken_text(step) if page.plain else words.step_text(step)
    page.say(f"{named.of(page.lang)}  {begun}{must}", "bold", first="- ")
    for note in words.notes_of(step):
        page.say(note, "dim", indent=2)
    for told in words.steps_to_take(step):
        page.say(told, indent=2)
    page.say(words.look_text(step), "dim", indent=2)
