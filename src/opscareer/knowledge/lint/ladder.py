"""Positions that nobody reaches or nobody can tell apart, skills that nobody asks for, requirements that fall."""

from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.check.ladder import ways_of
from opscareer.knowledge.lint.parts import columns_of, positions_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import located
from opscareer.model.ladder import reached
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_NO_WAY = Text("没有路通到这个岗位", "no way leads to this position")
_NO_WAY_HINT = Text(
    "在 promotions 或 laterals 里给它一条路；外面的人直接进来的，写 entry: true",
    "give it one under promotions or laterals, or write entry: true where people from outside begin in it",
)
_UNASKED = Text("没有岗位要这项能力", "no position asks for this skill")
_UNASKED_HINT = Text("让一个岗位要它，或者去掉它", "have a position ask for it, or take it away")
_TWIN = Text("和 {other} 要的一样，没有一道题能分开它们", "asks the same as {other}: no question can tell them apart")
_TWIN_HINT = Text(
    "让两边的要求、指标或工作有一处不同", "let their requirements, metrics or kinds of work differ somewhere"
)
_IDLE = Text("从这里没有往上的路，写年数没有作用", "no way leads up from here, so the years have no effect")
_IDLE_HINT = Text("给它一条往上的路，或者去掉 years", "give it a way up, or leave years out")
_FALLS = Text(
    "往上走反而低了：下面都要 {below} 级，这里只要 {here} 级",
    "falls on the way up: all below ask level {below}, here it is {here}",
)


def all_are_reached(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Find positions to which no way leads, and in which nobody begins."""
    lowest = min(shape.rungs, key=lambda rung: rung.order).id
    begun = [id_ for id_, (_, position) in positions_of(shape).items() if position.entry or id_.endswith(f"/{lowest}")]
    ahead: dict[str, list[str]] = {}
    for _, (start, end) in ways_of(shape):
        ahead.setdefault(start, []).append(end)
    found = reached(begun, lambda position: ahead.get(position, ()))
    for position, (path, _) in positions_of(shape).items():
        if position not in found:
            yield located(root, path, _NO_WAY, _NO_WAY_HINT, at_key=True)


def all_are_asked_for(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn of skills that no position asks for: companies describe more than they ask."""
    asked = {skill for column in columns_of(shape).values() for skill in column}
    for index, skill in enumerate(shape.skills):
        if skill.id not in asked:
            yield located(root, ("skills", index, "id"), _UNASKED, _UNASKED_HINT)._replace(severity="warning")


def all_differ(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn of positions of one rung that ask the same and draw the same people: one post may have two titles."""
    interests = {role.id: (tuple(role.metrics), tuple(role.work)) for role in shape.roles}
    seen: dict[object, str] = {}
    columns = columns_of(shape)
    for id_, (path, _) in positions_of(shape).items():
        role, _, rung = id_.partition("/")
        whole = sum(asked.weight for asked in columns[id_].values())
        asks = frozenset((s, asked.level, round(asked.weight / whole, 9)) for s, asked in columns[id_].items())
        other = seen.setdefault((rung, asks, interests[role]), id_)
        if other != id_:
            told = located(root, path, _TWIN.fill(other=other), _TWIN_HINT, at_key=True)
            yield told._replace(severity="warning")


def years_have_an_effect(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn of years in a position, or on a rung, that nobody rises from: there is nothing that waits for them.

    Those of the highest rung, and of a ladder without any way up, are told to its readers.
    """
    heights = {rung.id: rung.order for rung in shape.rungs}
    rungs = {position: heights[position.partition("/")[2]] for position in positions_of(shape)}
    rising = {p.start for p in shape.promotions} | {a for _, (a, b) in ways_of(shape) if rungs[b] > rungs[a]}
    for id_, (path, position) in positions_of(shape).items():
        if position.years and id_ not in rising:
            yield located(root, (*path, "years"), _IDLE, _IDLE_HINT, at_key=True)._replace(severity="warning")
    left = {position.partition("/")[2] for position in rising}
    for index, rung in enumerate(shape.rungs):
        below = rung.order < max(heights.values())
        if left and below and "years" in rung.model_fields_set and rung.id not in left:
            told = located(root, ("rungs", index, "years"), _IDLE, _IDLE_HINT, at_key=True)
            yield told._replace(severity="warning")


def none_falls(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where all positions that rise to one ask more of a skill than it does itself."""
    columns = columns_of(shape)
    for index, role in enumerate(shape.roles):
        for rung in role.positions:
            below = [columns[p.start] for p in shape.promotions if f"{role.id}/{rung}" in p.to]
            for skill, asked in role.column(rung).items():
                levels = [needs[skill].level if skill in needs else 0 for needs in below]
                if levels and min(levels) > asked.level:
                    told = _FALLS.fill(below=min(levels), here=asked.level)
                    path = ("roles", index, "asks", skill, rung)
                    yield located(root, path, told, at_key=True)._replace(severity="warning")
