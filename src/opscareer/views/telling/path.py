"""What is told of the ways to a goal from their figures."""

from collections.abc import Iterable, Iterator

from opscareer.model.stretches import months_text
from opscareer.text import Text, first_of, joined
from opscareer.views.path import LegView, PathView, RiseView, WayView
from opscareer.views.words.kinds import KINDS
from opscareer.views.words.sentences import AT_LEVEL, NAMED, ROLE, TOP
from opscareer.views.words.units import rise_text

NOTES = Text("先看这几句", "Before you choose")

_TITLE = Text("去{goals}的路", "Ways to {goals}")
_NONE = Text("从你现在的位置走不到{goals}。", "There is no way from where you are to {goals}.")
_WAY = Text("到{goal}：{time}", "To {goal}: {time}")
_SIDEWAYS = Text("{way}，其中横着走 {n} 步", "{way}, {n} of the steps sideways")
_NOW, _BY_THEN = Text("现在就达标", "ready now"), Text("到时就达标", "ready by then")
_LEG = Text("{start}后起，用 {time}", "begins after {start}, takes {time}")
_LEG_NOW = Text("现在就起，用 {time}", "begins now, takes {time}")
_CLOSE = Text("要补", "To close")
_MEANWHILE = Text("等的时候补", "While waiting")
_CARRIED = Text("一路带过来", "Carried over")
_DUE = Text("年限要再满 {due}，能力 {ready}就够。", "Time still needed at this level: {due}; the skills take {ready}.")
_DUE_READY = Text("年限要再满 {due}，能力已经够了。", "Time still needed at this level: {due}; the skills are there.")


def title_text(view: PathView) -> Text:
    """Return where the ways lead."""
    return _TITLE.fill(goals=joined(view.titles))


def nowhere_text(view: PathView) -> Text:
    """Return why there is no way: none leads to the goals, which may lie below, or nothing is above."""
    if view.remarks:
        return view.remarks[0]
    return _NONE.fill(goals=joined(view.titles)) if view.titles else TOP


def way_text(way: WayView) -> Text:
    """Return where a way leads, in what time, and with how many sideways steps."""
    told = _WAY.fill(goal=way.title, time=months_text(way.months) if way.months else _NOW)
    return _SIDEWAYS.fill(way=told, n=way.sideways) if way.sideways else told


def leg_text(leg: LegView) -> Text:
    """Return a step by its title and kind."""
    return ROLE.fill(title=leg.title, kind=KINDS[leg.kind])


def taken_text(leg: LegView) -> Text:
    """Return how long a step takes."""
    return months_text(leg.months) if leg.months else _BY_THEN if leg.start else _NOW


def leg_time(leg: LegView) -> Text:
    """Return when a step begins and how long it takes."""
    if not leg.months:
        return taken_text(leg)
    return (_LEG if leg.start else _LEG_NOW).fill(start=months_text(leg.start), time=months_text(leg.months))


def leg_details(leg: LegView, shown: int | None = None) -> Iterator[tuple[Text | None, Text]]:
    """Yield what a step waits for, what is closed besides, what helps already, and why people take it.

    Each with its name, if it has one. shown: how many skills of each are named; None: all.
    """
    gaps, meanwhile, carried = skills_of(leg)
    if gaps:
        yield _CLOSE, first_of(gaps, shown)
    if leg.due_months > leg.ready_months:
        yield None, _due(leg)
    if meanwhile:
        yield _MEANWHILE, first_of(meanwhile, shown)
    if carried:
        yield _CARRIED, first_of(carried, shown)
    if leg.why:
        yield None, leg.why


def leg_lines(leg: LegView, shown: int | None = None) -> Iterator[Text]:
    """Yield the same as running text."""
    for name, told in leg_details(leg, shown):
        yield NAMED.fill(name=name, what=told) if name else told


def skills_of(leg: LegView) -> tuple[list[Text], list[Text], list[Text]]:
    """Return the skills that a step closes, those closed while waiting, and those carried on, each with its levels."""
    carried = [AT_LEVEL.fill(name=one.name, levels=one.level) for one in leg.carried]
    return _risen(leg.gaps), _risen(leg.meanwhile), carried


def _risen(rises: Iterable[RiseView]) -> list[Text]:
    return [AT_LEVEL.fill(name=rise.name, levels=rise_text(rise.start, rise.end)) for rise in rises]


def _due(leg: LegView) -> Text:
    """Return how long time keeps one waiting after the skills are there."""
    words = {"due": months_text(leg.due_months), "ready": months_text(leg.ready_months)}
    return (_DUE if leg.ready_months else _DUE_READY).fill(**words)
