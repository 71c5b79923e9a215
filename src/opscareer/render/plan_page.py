"""The plan on a screen: the whole as a picture, and what to do about the first of it."""

from collections.abc import Iterable, Iterator

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.ways import By, Schedule, Step
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.render.page import Page, percent, stretch
from opscareer.render.person_parts import fit_lines
from opscareer.render.phrases import VERDICTS, kind_text, months_text
from opscareer.render.steps import step_of
from opscareer.text import Text, joined

_TITLE = Text("{title}的计划（{kind}）", "Plan for {title} ({kind})")
_FIRST_THERE = Text("{kind}：{title}", "{kind}: {title}")
_FAR = Text(
    "从现在的岗位一步到不了这里；一路怎么走见 opscareer path {position}。",
    "It is not one step from where you stand; the way there: opscareer path {position}.",
)
_STEPS = ("promotion", "diagonal", "lateral")
_READY_NOW = Text("能力已经够了。", "What you can do is enough already.")
_READY = Text(
    "{ready}后够得上（匹配度 {bound} 以上，关卡都开），{all}后补齐。同时最多练 {parallel} 项。",
    "Ready in {ready} (a fit of {bound} or more, all gates of skills open), all of it done in {all}. "
    "At most {parallel} at a time.",
)
_DUE = Text("年限还差 {due}。", "The time to serve: {due} more.")
_DONE = Text("没有要补的了。", "There is nothing left to close.")
_HEADINGS = (
    Text("能力", "skill"),
    Text("级别", "level"),
    Text("月", "months"),
    Text("匹配度", "fit"),
    Text("时间", "when"),
)
_WIDE = 60  # columns
_BY = Text(
    "到第 {month} 个月末：匹配度 {fit}，{verdict}；{n} 步做完。",
    "By month {month}: fit {fit}, {verdict}; {n} steps done.",
)
_FIRST = Text("先做这几样", "What to do first")
_ALL = Text("每一步", "Every step")
_DO, _SHOW = Text("做：", "Do: "), Text("拿得出来的：", "To show: ")
_LOOK = Text("回头看：第 {months} 个月末", "Look again: at the end of month {months}")
_ASK = Text("还没有机会：", "No opportunity yet: ")
_CONFIRM = Text(
    "起点是估的，你没答过：先确认现在到几级。", "Where you start was not answered but estimated: make sure of it first."
)
MUST = Text("必须", "must")
_OTHERS_WAIT = Text("本身不涨分，后面的要先有它。", "Adds nothing by itself; what comes later needs it first.")
_NOTHING = 5e-4  # shown as no gain
_REST = Text("其余 {n} 步怎么做：", "How to do the other {n}:")


def plan_page(page: Page, kb: KnowledgeBase, profile: Profile, schedule: Schedule, where: str, *, whole: bool) -> None:
    """Write a plan on a page: all of it as a picture, in words the steps of the first quarter, or all."""
    head(page, kb, profile, schedule)
    steps = schedule.plan.steps
    if not steps:
        page.say(_DONE)
        return
    page.blank()
    _picture(page, kb, schedule)
    if schedule.by:
        page.say(by_text(schedule, schedule.by), "bold")
    ahead = max(schedule.review, schedule.by.month if schedule.by else 0.0)
    told = steps if whole else tuple(step for step in steps if step.start < ahead)
    page.head(_ALL if whole else _FIRST)
    for step in told:
        _step(page, kb, profile, schedule, step)
    if len(told) < len(steps):
        page.blank()
        page.say(_REST.fill(n=len(steps) - len(told)), "dim")
        page.say(f"opscareer plan {schedule.prospect.position} --all{where}", "dim", indent=2)
    for growth in schedule.growth[:1]:
        page.blank()
        page.say(growth.text)


def head(page: Page, kb: KnowledgeBase, profile: Profile, schedule: Schedule) -> None:
    """Write what the plan is for, how far away that is, and when it is in reach."""
    prospect = schedule.prospect
    step = step_of(kb, profile, prospect)
    kind = kind_text(prospect.candidate)
    told = _FIRST_THERE.fill(kind=kind, title=step.title) if step.of else kind
    page.say(_TITLE.fill(title=aim_title(kb, schedule), kind=told), "bold")
    fit_lines(page, kb, profile, step)
    if prospect.candidate.kind in _STEPS and prospect.candidate.move is None:
        page.say(_FAR.fill(position=prospect.position), "warn")
    page.say(ready_text(kb, schedule))


def aim_title(kb: KnowledgeBase, schedule: Schedule) -> Text:
    """Return the title of the position that a plan works on."""
    return kb.positions[schedule.prospect.gaps_of].title


def ready_text(kb: KnowledgeBase, schedule: Schedule) -> Text:
    """Return when the position is in reach, when all is closed, and how long time keeps one waiting."""
    plan, parts = schedule.plan, []
    if plan.ready:
        bound = percent(kb.rules.constants.ready)
        words = {"ready": months_text(plan.ready), "all": months_text(plan.months)}
        parts.append(_READY.fill(bound=bound, parallel=schedule.parallel, **words))
    else:
        parts.append(_READY_NOW)
    if schedule.due > 0:
        parts.append(_DUE.fill(due=months_text(schedule.due)))
    return Text("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def by_text(schedule: Schedule, by: By) -> Text:
    """Return how far one gets by a month."""
    done, fit = len(schedule.plan.by(by.month)), percent(by.prospect.fit)
    return _BY.fill(month=f"{by.month:g}", fit=fit, verdict=VERDICTS[by.prospect.verdict], n=done)


def notes_of(profile: Profile, step: Step) -> Iterator[Text]:
    """Yield what to know of a step beforehand: that it serves others, that where it starts is not known."""
    if step.gain < _NOTHING:
        yield _OTHERS_WAIT
    if step.assumed and step.skill not in profile.no_opportunity:
        yield _CONFIRM


def span_text(start: float, end: float) -> str:
    """Return a stretch of months as figures."""
    return f"{start:g}-{end:g}"


def look_text(schedule: Schedule, step: Step) -> Text:
    """Return when to look at a step again."""
    months = [Text(f"{month:g}", f"{month:g}") for month in schedule.look_again(step)]
    return _LOOK.fill(months=joined(months))


def _picture(page: Page, kb: KnowledgeBase, schedule: Schedule) -> None:
    """Write a row for each step, with a bar where it lies in time; on a narrow page the level stands with the skill."""
    wide = page.columns >= _WIDE
    cells = 24 if wide else page.columns - 6
    rows = []
    for step in schedule.plan.steps:
        name, level = kb.skills[step.skill].name.of(page.lang), f"{step.level - 1}>{step.level}"
        bar = stretch(step.start, step.end, schedule.plan.months, cells)
        figures = (span_text(step.start, step.end), percent(step.fit_after), bar)
        rows.append((name, level, *figures) if wide else (f"{name} {level}", *figures))
    page.table(_HEADINGS if wide else (_HEADINGS[0], *_HEADINGS[2:]), rows, right=(2, 3) if wide else (1, 2))


def _step(page: Page, kb: KnowledgeBase, profile: Profile, schedule: Schedule, step: Step) -> None:
    skill = kb.skills[step.skill]
    must = f"  {MUST.of(page.lang)}" if step.must else ""
    months = f"{span_text(step.start, step.end)} {_HEADINGS[2].of(page.lang)}"
    page.say(f"{skill.name.of(page.lang)} {step.level - 1}>{step.level}  {months}{must}", "bold", first="- ")
    for note in notes_of(profile, step):
        page.say(note, "dim", indent=2)
    _listed(page, _DO, actions_for(kb, profile, step.skill, step.level))
    _listed(page, _SHOW, skill.proof)
    if step.skill in profile.no_opportunity:
        _listed(page, _ASK, (exposure_for(kb, profile, step.skill),))
    page.say(look_text(schedule, step), "dim", indent=2)


def _listed(page: Page, name: Text, texts: Iterable[Text]) -> None:
    for told in texts:
        page.say(f"{name.of(page.lang)}{told.of(page.lang)}", indent=2)
