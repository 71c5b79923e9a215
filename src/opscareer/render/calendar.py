"""A plan as iCalendar: the day on which a step begins, and the days on which to look at it again."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from opscareer.text import Lang, Text
from opscareer.views.plan import PlanView
from opscareer.views.plan_steps import PlanStep
from opscareer.views.telling import plan as words

_BEGIN = Text("开始：{step}", "Begin: {step}")
_LOOK = Text("看看做到哪一步：{step}", "See how far you are: {step}")
_DAYS = 365.25 / 12  # of a month


def plan_calendar(plan: PlanView, lang: Lang) -> str:
    """Return the steps of a plan as whole-day events, counted from the day on which it was made."""
    calendar = Calendar()
    calendar.add("prodid", "-//opscareer//plan//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.TITLE.fill(title=plan.aim).of(lang))
    for step in plan.steps:
        for event in _events(plan, step, lang):
            calendar.add_component(event)
    return calendar.to_ical().decode()


def _events(plan: PlanView, step: PlanStep, lang: Lang) -> Iterator[Event]:
    told = "\n".join(one.of(lang) for one in (*words.notes_of(step), *words.steps_to_take(step)))
    for months, name in ((step.start, _BEGIN), *((months, _LOOK) for months in step.look_again)):
        title = name.fill(step=words.step_text(step)).of(lang)
        yield _event(plan, f"{step.skill}-{step.level}-{months:g}", months, title, told)


def _event(plan: PlanView, mark: str, months: float, title: str, told: str) -> Event:
    made = date.fromisoformat(plan.made_on)
    day = made + timedelta(days=round(months * _DAYS))
    event = Event()
    event.add("uid", f"{mark}-{plan.position.replace('/', '-')}-{plan.made_on}@opscareer")
    event.add("dtstamp", datetime.combine(made, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", told)
    event.add("transp", "TRANSPARENT")
    return event
