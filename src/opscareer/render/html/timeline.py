"""Time as pictures: the legs of a way as stairs that rise to the goal, and the steps of the plan as a Gantt chart.

The marks carry the numbers of the list that stands below them, where there is room for words on every screen.
"""

from collections.abc import Iterable

from opscareer.render.html.axis import TICKS, axis
from opscareer.render.html.svg import element, picture, share, words
from opscareer.text import Lang, Text, joined
from opscareer.views.path import LegView, WayView
from opscareer.views.plan import PlanView
from opscareer.views.plan_steps import PlanStep
from opscareer.views.telling.path import leg_time, way_text
from opscareer.views.telling.plan import TITLE, begun_text, step_text

_LEG, _STEP = 30, 22  # pixels a row
_BAR = 12
_ROOM = 0.1  # of the width: what the number beside a bar takes on the narrowest screen
_NUMBERED = Text("{n} {name}：{time}", "{n} {name}: {time}")


def way(path: WayView, name: str, horizon: float, lang: Lang) -> str:
    """Return a way as stairs, each leg in proportion to its months; `horizon` (months) is the same for all ways."""
    span = max(horizon, 1.0)
    height = _LEG * len(path.steps)
    rows = [_leg(leg, number, height - _LEG * number, span) for number, leg in enumerate(path.steps, 1)]
    told = joined(_leg_told(number, leg) for number, leg in enumerate(path.steps, 1))
    return picture(
        name,
        lang,
        way_text(path),
        told,
        *axis(span, height, lang),
        *rows,
        class_="time",
        width="100%",
        height=height + TICKS,
    )


def gantt(plan: PlanView, lang: Lang) -> str:
    """Return the steps of a plan as bars over its months, with dots where to look again."""
    span = max(1.0, plan.months, *(step.end for step in plan.steps))
    height = _STEP * len(plan.steps)
    rows = [_step(step, number, _STEP * row, span) for row, (number, step) in enumerate(plan.numbered)]
    ready = share(plan.ready_month / span)
    mark = element("line", class_="ready", x1=ready, y1=0, x2=ready, y2=height)
    told = joined(_step_told(number, step) for number, step in plan.numbered)
    return picture(
        "plan",
        lang,
        TITLE.fill(title=plan.aim),
        told,
        *axis(span, height, lang),
        mark,
        *rows,
        class_="time",
        width="100%",
        height=height + TICKS,
    )


def horizon_of(paths: Iterable[WayView]) -> float:
    """Return the months that the longest of the ways takes."""
    return max((path.months for path in paths), default=0.0)


def _leg(leg: LegView, number: int, top: float, span: float) -> str:
    """Return a leg: all its months pale, and over them those in which skills are built."""
    y, start = top + (_LEG - _BAR) / 2, leg.start / span
    whole, work = leg.months / span, min(leg.ready_months, leg.months) / span
    bars = _bar("wait", start, whole, y) + _bar("work", start, work, y)
    return bars + _number(number, start, start + whole, y)


def _step(step: PlanStep, number: int, top: float, span: float) -> str:
    y, start, end = top + (_STEP - _BAR) / 2, step.start / span, step.end / span
    look = [month for month in step.look_again if month < step.end]
    dots = [element("circle", class_="look", cx=share(month / span), cy=y + _BAR / 2, r=2.5) for month in look]
    kind = "guess" if step.assumed else "work"
    return _bar(kind, start, end - start, y) + "".join(dots) + _number(number, start, end, y)


def _bar(kind: str, start: float, length: float, y: float) -> str:
    return element("rect", class_=kind, x=share(start), y=y, width=share(length), height=_BAR, rx=2)


def _number(number: int, start: float, end: float, y: float) -> str:
    """Return the number of a bar: after it, before it, or within it where it fills the width."""
    base = y + _BAR - 1.5
    if end <= 1 - _ROOM:
        return words(str(number), class_="number", x=share(end), dx=10, y=base)
    if start >= _ROOM:
        return words(str(number), class_="number", x=share(start), dx=-8, y=base, text_anchor="end")
    return words(str(number), class_="number within", x=share((start + end) / 2), y=base, text_anchor="middle")


def _leg_told(number: int, leg: LegView) -> Text:
    return _NUMBERED.fill(n=number, name=leg.title, time=leg_time(leg))


def _step_told(number: int, step: PlanStep) -> Text:
    return _NUMBERED.fill(n=number, name=step_text(step), time=begun_text(step))
