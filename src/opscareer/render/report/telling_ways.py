"""What the report tells of the ways to the goal and of the plan, as text in both languages."""

from collections.abc import Iterable

from opscareer.render.json_parts import Object
from opscareer.render.report import words
from opscareer.render.report.telling import levels, said, titles
from opscareer.text import Text, joined
from opscareer.views.words.sentences import VERDICTS
from opscareer.views.words.units import months_text, percent, points

_WAY = Text("到{goal}：{time}", "To {goal}: {time}")
_BY_WAY = Text("经{via}到{goal}：{time}", "To {goal} by way of {via}: {time}")
_SIDEWAYS = Text("{way}，其中横着走 {n} 步", "{way}, {n} of the steps sideways")
_PLAN = Text(
    "每次最多 {n} 件事一起做，全部补齐要 {time}。", "At most {n} things at a time, all of it is closed in {time}."
)
_READY = Text("能力够得上{title}要 {time}。", "The skills suffice for {title} after {time}.")
_READY_NOW = Text("能力现在就够得上{title}。", "The skills suffice for {title} now.")
_DUE = Text("这一级的年限还差 {time}。", "Still to serve on the present rung: {time}.")
_BY = Text("到第 {month} 个月末：匹配度 {fit}，{verdict}。", "At the end of month {month}: fit {fit}, {verdict}.")
_MONTH_SPAN = Text("第 {start} 到第 {end} 个月", "month {start} to {end}")
_LOOK = Text("第 {months} 个月再看一次", "look again in month {months}")
_AFTER = Text("做完匹配度 {fit}", "fit then {fit}")
_LEG = Text("{start}后起，用 {time}", "begins after {start}, takes {time}")
_LEG_NOW = Text("现在就起，用 {time}", "begins now, takes {time}")


def way_title(path: Object) -> Text:
    """Return where a way leads and by which positions, in what time, and with how many sideways moves."""
    *via, goal = (said(leg["title"]) for leg in path["steps"])
    told = (_BY_WAY if via else _WAY).fill(goal=goal, via=joined(via), time=months_text(path["months"]))
    return _SIDEWAYS.fill(way=told, n=path["sideways"]) if path["sideways"] else told


def leg_time(leg: Object) -> Text:
    """Return when a leg of a way begins and how long it takes."""
    told = _LEG if leg["start"] else _LEG_NOW
    return told.fill(start=months_text(leg["start"]), time=months_text(leg["months"]))


def leg_skills(leg: Object) -> list[tuple[Text, Text]]:
    """Return what a leg closes, what is closed while waiting, and what is carried on: each its name and its skills."""
    found = (
        (words.CLOSE, _steps_of(leg["gaps"])),
        (words.MEANWHILE, _steps_of(leg["meanwhile"])),
        (words.CARRIED, _carried(leg["carried"])),
    )
    return [(name, skills) for name, skills in found if skills.en]


def plan_title(report: Object) -> Text:
    """Return the title of the position that the plan works on."""
    return titles(report, [report["plan"]["gaps_of"]])


def plan_summary(report: Object) -> list[Text]:
    """Return how long the plan takes, when the skills suffice, what time is still due, and how far it is by a month."""
    plan = report["plan"]
    ready, due, by = plan["ready_month"], plan["due_months"], plan["by"]
    return [
        _PLAN.fill(n=plan["parallel"], time=months_text(plan["months"])),
        (_READY if ready else _READY_NOW).fill(title=plan_title(report), time=months_text(ready)),
        *([_DUE.fill(time=months_text(due))] if due else []),
        *([_by(by)] if by else []),
    ]


def step_marks(step: Object) -> list[Text]:
    """Return what is to know of a step of the plan besides its gain."""
    found = (
        (words.MUST, step["must"]),
        (words.ASSUMED, step["assumed"]),
        (words.FOR_OTHERS, points(step["gain"]) == points(0.0)),
    )
    return [told for told, holds in found if holds]


def step_facts(step: Object) -> list[Text]:
    """Return the figures of a step of the plan: its months, its gain, when to look again, the fit after it."""
    look = "、".join(f"{month:g}" for month in step["look_again"]), ", ".join(f"{m:g}" for m in step["look_again"])
    return [
        _MONTH_SPAN.fill(start=f"{step['start']:g}", end=f"{step['end']:g}"),
        *([_LOOK.fill(months=Text(*look))] if step["look_again"] else []),
        _AFTER.fill(fit=percent(step["fit_after"])),
    ]


def _steps_of(gaps: Iterable[Object]) -> Text:
    return joined(_risen(gap) for gap in gaps)


def _carried(skills: Iterable[Object]) -> Text:
    return joined(Text(f"{s['name']['zh']} {s['level']} 级", f"{s['name']['en']} at {s['level']}") for s in skills)


def _risen(gap: Object) -> Text:
    step = levels(gap["from"], gap["to"])
    return Text(f"{gap['name']['zh']} {step}", f"{gap['name']['en']} {step}")


def _by(by: Object) -> Text:
    return _BY.fill(month=f"{by['months']:g}", fit=percent(by["fit"]), verdict=VERDICTS[by["verdict"]])
