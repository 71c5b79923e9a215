"""What `kb check` finds beside faults: what works, and yet was hardly meant.

A position that nobody can reach, a skill that nobody asks for, two positions that no question can tell apart; and, as a
warning, a requirement that falls on the way up, or a title that stands twice.
"""

from collections.abc import Callable, Iterator

from opscareer.errors import Fault
from opscareer.knowledge.check.ladder import ways_of
from opscareer.knowledge.schema import KbShape, PositionShape
from opscareer.knowledge.trail import Path, located
from opscareer.knowledge.yaml_reader import Node
from opscareer.text import Text

_NO_WAY = Text("没有路通到这个岗位", "no way leads to this position")
_NO_WAY_HINT = Text("在 promotions 或 laterals 里给它一条路", "give it one under promotions or laterals")
_UNASKED = Text("没有岗位要这项能力", "no position asks for this skill")
_UNASKED_HINT = Text("让一个岗位要它，或者去掉它", "have a position ask for it, or take it away")
_TWIN = Text("和 {other} 要的一样，没有一道题能分开它们", "asks the same as {other}: no question can tell them apart")
_TWIN_HINT = Text(
    "让两边的要求、指标或工作有一处不同", "let their requirements, metrics or kinds of work differ somewhere"
)
_SAME = Text("和 {other} 同名", "has the same title as {other}")
_FALLS = Text(
    "往上走反而低了：下面都要 {below} 级，这里只要 {here} 级",
    "falls on the way up: all below ask level {below}, here it is {here}",
)


def lint(root: Node, shape: KbShape) -> list[Fault]:
    """Return all that was hardly meant, in the order of the rules."""
    return [finding for rule in _RULES for finding in rule(root, shape)]


def _positions(shape: KbShape) -> dict[str, tuple[Path, PositionShape]]:
    """Return each position with its path."""
    return {
        f"{role.id}/{rung}": (("roles", index, "positions", rung), position)
        for index, role in enumerate(shape.roles)
        for rung, position in role.positions.items()
    }


def _all_are_reached(root: Node, shape: KbShape) -> Iterator[Fault]:
    lowest = min(shape.rungs, key=lambda rung: rung.order).id
    reached = {position for position in _positions(shape) if position.endswith(f"/{lowest}")}
    ways = [way for _, way in ways_of(shape)]
    while more := {end for start, end in ways if start in reached} - reached:
        reached |= more
    for position, (path, _) in _positions(shape).items():
        if position not in reached:
            yield located(root, path, _NO_WAY, _NO_WAY_HINT, at_key=True)


def _all_are_asked_for(root: Node, shape: KbShape) -> Iterator[Fault]:
    asked = {skill for _, position in _positions(shape).values() for skill in position.requirements}
    for index, skill in enumerate(shape.skills):
        if skill.id not in asked:
            yield located(root, ("skills", index, "id"), _UNASKED, _UNASKED_HINT)


def _all_differ(root: Node, shape: KbShape) -> Iterator[Fault]:
    interests = {role.id: (tuple(role.metrics), tuple(role.work)) for role in shape.roles}
    seen: dict[object, str] = {}
    for id_, (path, position) in _positions(shape).items():
        role, _, rung = id_.partition("/")
        whole = sum(asked.weight for asked in position.requirements.values())
        asks = frozenset((s, asked.level, round(asked.weight / whole, 9)) for s, asked in position.requirements.items())
        other = seen.setdefault((rung, asks, interests[role]), id_)
        if other != id_:
            yield located(root, path, _TWIN.fill(other=other), _TWIN_HINT, at_key=True)


def _none_falls(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where all positions that rise to one ask more of a skill than it does itself."""
    positions = _positions(shape)
    for id_, (path, position) in positions.items():
        below = [positions[p.start][1].requirements for p in shape.promotions if id_ in p.to]
        for skill, asked in position.requirements.items():
            levels = [needs[skill].level if skill in needs else 0 for needs in below]
            if levels and min(levels) > asked.level:
                told = _FALLS.fill(below=min(levels), here=asked.level)
                yield located(root, (*path, "requirements", skill), told, at_key=True)._replace(severity="warning")


def _titles_differ(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where two positions are called the same: nobody can name one of them."""
    seen: dict[str, str] = {}
    for id_, (path, position) in _positions(shape).items():
        for lang, title in (("zh", position.title.zh), ("en", position.title.en)):
            other = seen.setdefault(f"{lang} {title.casefold()}", id_)
            if other != id_:
                yield located(root, (*path, "title", lang), _SAME.fill(other=other))._replace(severity="warning")


_RULES: tuple[Callable[[Node, KbShape], Iterator[Fault]], ...] = (
    _all_are_reached,
    _all_are_asked_for,
    _all_differ,
    _none_falls,
    _titles_differ,
)
