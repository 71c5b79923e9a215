"""Skills and roles: every name is known, and none stands twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from opscareer.advice.acting import ANY, OUTSIDE
from opscareer.errors import Fault
from opscareer.knowledge.check.circles import circling
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.role import RoleShape
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.model.nouns import GROUP, OPTION, QUESTION, RUNG, SKILL
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_METRIC, _ROLE_GROUP = Text("指标", "metric"), Text("角色组", "group of roles")


_ASKS_NOTHING = Text("这个岗位什么能力都没要", "this position asks for no skill")
_ASKS_NOTHING_HINT = Text("在 asks 里给它一列，如 {职级}: 3/5", "give it a column under asks, as {its rung}: 3/5")
_FORMER_HINT = Text("was 只写已经不用的编号", "was names ids that are no longer used")


def ids_are_unique(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse an id that stands twice."""
    for part in (
        "groups",
        "skills",
        "metrics",
        "blocks",
        "role_groups",
        "roles",
        "rungs",
        "questions",
        "routes",
        "growth",
        "situations",
    ):
        yield from _twice(root, (part,), [entry.id for entry in getattr(shape, part)])
    for index, question in enumerate(shape.questions):
        yield from _twice(root, ("questions", index, "options"), [option.id for option in question.options])


def skills_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse groups and needs of skills that are not there, and levels that wait for themselves."""
    groups, skills = [g.id for g in shape.groups], [s.id for s in shape.skills]
    for index, skill in enumerate(shape.skills):
        if skill.group not in groups:
            yield unknown(root, ("skills", index, "group"), GROUP, skill.group or "", groups)
        yield from _standings(root, shape, ("skills", index, "instead"), skill.instead)
        for level, asked in skill.needs.items():
            for other in asked:
                if other not in skills:
                    yield unknown(root, ("skills", index, "needs", level, other), SKILL, other, skills, at_key=True)
    yield from _needs_do_not_circle(root, shape)
    for number, group in enumerate(shape.leading.groups if shape.leading else ()):
        if group not in groups:
            yield unknown(root, ("leading", "groups", number), GROUP, group, groups)


def former_ids_are_past(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse a former id that something still bears: what was told of it would be told of another thing too."""
    skills = {s.id for s in shape.skills}
    positions = {f"{role.id}/{rung}" for role in shape.roles for rung in role.positions}
    former = [
        *((("skills", i, "was", n), was, skills) for i, s in enumerate(shape.skills) for n, was in enumerate(s.was)),
        *(
            (("roles", i, "positions", rung, "was", n), was, positions)
            for i, role in enumerate(shape.roles)
            for rung, position in role.positions.items()
            for n, was in enumerate(position.was)
        ),
    ]
    for path, was, present in former:
        if was in present:
            yield located(root, path, Text(f"{was} 现在还在用", f"{was} is still an id"), _FORMER_HINT)


def roles_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse what roles, their positions and their conditions name and is not there."""
    metrics, groups = [m.id for m in shape.metrics], [g.id for g in shape.role_groups]
    work = [o.id for q in shape.questions if q.reads == "work" for o in q.options]
    for index, role in enumerate(shape.roles):
        if groups and role.group not in groups:
            yield unknown(root, ("roles", index, "group"), _ROLE_GROUP, role.group or "", groups)
        for number, metric in enumerate(role.metrics):
            if metric not in metrics:
                yield unknown(root, ("roles", index, "metrics", number), _METRIC, metric, metrics)
        for number, kind in enumerate(role.work):
            if kind not in work:
                yield unknown(root, ("roles", index, "work", number), OPTION, kind, work)
        yield from _role_positions(root, shape, index, role)
        yield from _role_conditions(root, shape, index, role)


def _twice(root: Node, path: Path, ids: Sequence[str]) -> Iterator[Fault]:
    seen = Counter(ids)
    for index, id_ in enumerate(ids):
        if seen[id_] > 1:
            yield located(root, (*path, index, "id"), Text(f"{id_} 出现了两次", f"{id_} stands twice"))


def groups_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse words of a group for people who stand where nobody can."""
    for index, group in enumerate(shape.groups):
        yield from _standings(root, shape, ("groups", index, "exposure"), group.exposure)
        yield from _standings(root, shape, ("groups", index, "instead"), group.instead)


def _standings(root: Node, shape: KbShape, path: Path, told: Iterable[str]) -> Iterator[Fault]:
    known = [OUTSIDE, ANY, *(rung.id for rung in shape.rungs)]
    for standing in told:
        if standing not in known:
            yield unknown(root, (*path, standing), RUNG, standing, known, at_key=True)


def _needs_do_not_circle(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse levels that wait for one another; a level also waits for the one below it."""
    waits: dict[tuple[str, int], list[tuple[str, int]]] = {
        (skill.id, level): [(skill.id, level - 1)] * (level > 1) + list(skill.needs.get(str(level), {}).items())
        for skill in shape.skills
        for level in range(1, shape.top + 1)
    }
    circle = circling(waits)
    for index, skill in enumerate(shape.skills):
        if any((skill.id, int(level)) in circle for level in skill.needs):
            yield located(
                root, ("skills", index, "needs"), Text("先后要求绕成了圈", "what comes first goes round in a circle")
            )


def _role_positions(root: Node, shape: KbShape, index: int, role: RoleShape) -> Iterator[Fault]:
    rungs, skills = [r.id for r in shape.rungs], [s.id for s in shape.skills]
    for rung in role.positions:
        here: Path = ("roles", index, "positions", rung)
        if rung not in rungs:
            yield unknown(root, here, RUNG, rung, rungs, at_key=True)
        if not role.column(rung):
            yield located(root, here, _ASKS_NOTHING, _ASKS_NOTHING_HINT, at_key=True)
    for skill, row in role.asks.items():
        if skill not in skills:
            yield unknown(root, ("roles", index, "asks", skill), SKILL, skill, skills, at_key=True)
        for rung in row.cells:
            if rung not in rungs:
                yield unknown(root, ("roles", index, "asks", skill, rung), RUNG, rung, rungs, at_key=True)


def _role_conditions(root: Node, shape: KbShape, index: int, role: RoleShape) -> Iterator[Fault]:
    scales = {q.id: [o.id for o in q.options] for q in shape.questions if q.kind == "choice"}
    for number, condition in enumerate(role.conditions):
        here: Path = ("roles", index, "conditions", number)
        for place, rung in enumerate(condition.rungs):
            if rung not in role.positions:
                yield unknown(root, (*here, "rungs", place), RUNG, rung, role.positions)
        if condition.fact and condition.fact not in scales:
            yield unknown(root, (*here, "fact"), QUESTION, condition.fact, scales)
        elif condition.fact and condition.least is None:
            yield located(root, here, Text("写了 fact，就要写 least", "where there is a fact, there must be a least"))
        elif condition.fact and condition.least not in scales[condition.fact]:
            yield unknown(root, (*here, "least"), OPTION, condition.least or "", scales[condition.fact])
