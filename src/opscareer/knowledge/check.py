"""What the shape of a file cannot say: that every name is known and every number fits the others."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from opscareer.advice.routes import COMPUTED
from opscareer.errors import Fault
from opscareer.knowledge.schema import BoundsShape, KbShape, RoleShape
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.knowledge.yaml_reader import Node
from opscareer.text import Text

_SKILL, _ROLE, _RUNG = Text("能力", "skill"), Text("角色", "role"), Text("级别", "rung")
_POSITION, _METRIC, _GROUP = Text("岗位", "position"), Text("指标", "metric"), Text("能力组", "group of skills")
_QUESTION, _OPTION, _ROUTE = Text("问题", "question"), Text("选项", "option"), Text("路线", "route")
_SOURCE, _KNOWN = Text("来源", "kind of source"), Text("可以判断的东西", "thing to test")
_COUNTED = re.compile(r"(0\.\d\d|1\.00)/[1-9]\d*$")
_SHARE = Text("写成 ads:占比/广告数，如 ads:0.42/57", "write ads:share/ads counted, as ads:0.42/57")
_AFTER_ASKING = ("mastery", "verdict", "kind")
_ASKED = ("current", "years", "years_total", "goal")


def check(root: Node, shape: KbShape) -> list[Fault]:
    """Return all faults that the shape alone does not show."""
    return [fault for rule in _RULES for fault in rule(root, shape)]


def _positions(shape: KbShape) -> list[str]:
    return [f"{role.id}/{rung}" for role in shape.roles for rung in role.positions]


def _ids_are_unique(root: Node, shape: KbShape) -> Iterator[Fault]:
    for part in ("groups", "skills", "metrics", "blocks", "roles", "rungs", "questions", "routes", "growth"):
        yield from _twice(root, (part,), [entry.id for entry in getattr(shape, part)])
    for index, question in enumerate(shape.questions):
        yield from _twice(root, ("questions", index, "options"), [option.id for option in question.options])


def _twice(root: Node, path: Path, ids: Sequence[str]) -> Iterator[Fault]:
    seen = Counter(ids)
    for index, id_ in enumerate(ids):
        if seen[id_] > 1:
            yield located(root, (*path, index, "id"), Text(f"{id_} 出现了两次", f"{id_} stands twice"))


def _moves_are_unique(root: Node, shape: KbShape) -> Iterator[Fault]:
    ways = list(_ways(shape))
    seen = Counter(way for _, way in ways)
    for path, (start, end) in ways:
        if seen[start, end] > 1:
            yield located(root, path, Text(f"从 {start} 到 {end} 出现了两次", f"{start} to {end} stands twice"))


def _ways(shape: KbShape) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Yield where each move starts and ends, with the path to the word that says so."""
    for index, promotion in enumerate(shape.promotions):
        for number, end in enumerate(promotion.to):
            yield ("promotions", index, "to", number), (promotion.start, end)
    for index, lateral in enumerate(shape.laterals):
        for number, rung in enumerate(lateral.rungs):
            yield ("laterals", index, "rungs", number), (f"{lateral.start}/{rung}", f"{lateral.to}/{rung}")


def _skills_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    groups, skills = [g.id for g in shape.groups], [s.id for s in shape.skills]
    for index, skill in enumerate(shape.skills):
        if skill.group not in groups:
            yield unknown(root, ("skills", index, "group"), _GROUP, skill.group, groups)
        for level, asked in skill.needs.items():
            for other in asked:
                if other not in skills:
                    yield unknown(root, ("skills", index, "needs", level, other), _SKILL, other, skills, at_key=True)
    yield from _needs_do_not_circle(root, shape)


def _needs_do_not_circle(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse levels that wait for one another; a level also waits for the one below it."""
    waits = {
        (skill.id, level): [(skill.id, level - 1)] * (level > 1) + list(skill.needs.get(str(level), {}).items())  # type: ignore[call-overload]
        for skill in shape.skills
        for level in range(1, 6)
    }
    for index, skill in enumerate(shape.skills):
        if any(_comes_back((skill.id, int(level)), waits) for level in skill.needs):
            yield located(
                root, ("skills", index, "needs"), Text("先后要求绕成了圈", "what comes first goes round in a circle")
            )


def _comes_back(start: tuple[str, int], waits: Mapping[tuple[str, int], list[tuple[str, int]]]) -> bool:
    seen: set[tuple[str, int]] = set()
    ahead = list(waits[start])
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            ahead += waits.get(here, [])
    return False


def _roles_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    metrics = [m.id for m in shape.metrics]
    work = [o.id for q in shape.questions if q.reads == "work" for o in q.options]
    for index, role in enumerate(shape.roles):
        for number, metric in enumerate(role.metrics):
            if metric not in metrics:
                yield unknown(root, ("roles", index, "metrics", number), _METRIC, metric, metrics)
        for number, kind in enumerate(role.work):
            if kind not in work:
                yield unknown(root, ("roles", index, "work", number), _OPTION, kind, work)
        yield from _role_positions(root, shape, index, role)
        yield from _role_conditions(root, shape, index, role)


def _role_positions(root: Node, shape: KbShape, index: int, role: RoleShape) -> Iterator[Fault]:
    rungs, skills = [r.id for r in shape.rungs], [s.id for s in shape.skills]
    for rung, position in role.positions.items():
        here: Path = ("roles", index, "positions", rung)
        if rung not in rungs:
            yield unknown(root, here, _RUNG, rung, rungs, at_key=True)
        for skill in position.requirements:
            if skill not in skills:
                yield unknown(root, (*here, "requirements", skill), _SKILL, skill, skills, at_key=True)


def _role_conditions(root: Node, shape: KbShape, index: int, role: RoleShape) -> Iterator[Fault]:
    scales = {q.id: [o.id for o in q.options] for q in shape.questions if q.kind == "choice"}
    for number, condition in enumerate(role.conditions):
        here: Path = ("roles", index, "conditions", number)
        for place, rung in enumerate(condition.rungs):
            if rung not in role.positions:
                yield unknown(root, (*here, "rungs", place), _RUNG, rung, role.positions)
        if condition.fact and condition.fact not in scales:
            yield unknown(root, (*here, "fact"), _QUESTION, condition.fact, scales)
        elif condition.fact and condition.least is None:
            yield located(root, here, Text("写了 fact，就要写 least", "where there is a fact, there must be a least"))
        elif condition.fact and condition.least not in scales[condition.fact]:
            yield unknown(root, (*here, "least"), _OPTION, condition.least or "", scales[condition.fact])


def _newcomers_have_a_way_in(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Somebody from outside enters on the lowest rung: it needs a position."""
    lowest = min(range(len(shape.rungs)), key=lambda index: shape.rungs[index].order)
    if not any(shape.rungs[lowest].id in role.positions for role in shape.roles):
        message = Text("最低的一级上没有岗位，外面的人进不来", "the lowest rung has no position, so nobody can enter")
        yield located(root, ("rungs", lowest), message)


def _promotions_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    positions = _positions(shape)
    for index, promotion in enumerate(shape.promotions):
        if promotion.start not in positions:
            yield unknown(root, ("promotions", index, "from"), _POSITION, promotion.start, positions)
        for number, end in enumerate(promotion.to):
            if end not in positions:
                yield unknown(root, ("promotions", index, "to", number), _POSITION, end, positions)


def _laterals_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    positions, roles = _positions(shape), [r.id for r in shape.roles]
    for index, lateral in enumerate(shape.laterals):
        for key, role in (("from", lateral.start), ("to", lateral.to)):
            if role not in roles:
                yield unknown(root, ("laterals", index, key), _ROLE, role, roles)
                continue
            for number, rung in enumerate(lateral.rungs):
                if f"{role}/{rung}" not in positions:
                    yield unknown(root, ("laterals", index, "rungs", number), _POSITION, f"{role}/{rung}", positions)


def _promotions_do_not_circle(root: Node, shape: KbShape) -> Iterator[Fault]:
    waits = {(p.start, 0): [(end, 0) for end in p.to] for p in shape.promotions}
    for index, promotion in enumerate(shape.promotions):
        if _comes_back((promotion.start, 0), waits):
            yield located(root, ("promotions", index), Text("晋升绕成了圈", "promotions go round in a circle"))


def _questions_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    ids = [q.id for q in shape.questions]
    for name in _ASKED:
        if name not in ids:
            yield located(root, ("questions",), Text(f"缺少问题 {name}", f"the question {name} is missing"))
    for index, question in enumerate(shape.questions):
        if (question.kind == "choice") != bool(question.options):
            message = Text("选择题要有选项，别的题不要有", "a choice has options, and only a choice has")
            yield located(root, ("questions", index), message)
        if bool(question.interest) != bool(question.reads and question.worth):
            message = Text("interest、reads 和 worth 要一起写", "interest, reads and worth go together")
            yield located(root, ("questions", index), message)
        yield from _tests(root, shape, ("questions", index, "when"), question.when, _AFTER_ASKING)
    if (whole := sum(q.interest for q in shape.questions)) > 1 + 1e-9:
        yield located(
            root,
            ("questions",),
            Text(f"interest 加起来是 {whole:g}，超过了 1", f"interest adds up to {whole:g}, more than 1"),
        )


def _rules_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    routes, rungs = [r.id for r in shape.routes], [r.id for r in shape.rungs]
    for index, rule in enumerate(shape.route_rules):
        if rule.route not in routes:
            yield unknown(root, ("route_rules", index, "route"), _ROUTE, rule.route, routes)
        yield from _tests(root, shape, ("route_rules", index, "when"), rule.when)
    for index, growth in enumerate(shape.growth):
        yield from _tests(root, shape, ("growth", index, "when"), growth.when)
    for index, title in enumerate(shape.titles):
        for key, rung in (("rung", title.rung), ("advised_as", title.advised_as)):
            if rung not in rungs:
                yield unknown(root, ("titles", index, key), _RUNG, rung, rungs)
        yield from _tests(root, shape, ("titles", index, "when"), title.when, COMPUTED)


def _tests(
    root: Node,
    shape: KbShape,
    path: Path,
    when: Mapping[str, str | list[str] | BoundsShape],
    unknowable: tuple[str, ...] = (),
) -> Iterator[Fault]:
    """Refuse tests of what nobody can know at that point, and words that can never be the answer."""
    words = {q.id: [o.id for o in q.options] for q in shape.questions if q.kind == "choice"}
    words |= {
        "rung": [r.id for r in shape.rungs],
        "verdict": ["ready", "within-reach", "build-first"],
        "kind": ["promotion", "lateral", "entry"],
    }
    names = [name for name in (*words, *COMPUTED) if name not in unknowable]
    for name, wanted in when.items():
        if name not in names:
            yield unknown(root, (*path, name), _KNOWN, name, names, at_key=True)
        elif name in words:
            yield from _answers(root, (*path, name), wanted, words[name])
        elif not isinstance(wanted, BoundsShape):
            message = Text(
                f"{name} 是数，写成 {{at_least: 1}} 或 {{below: 1}}",
                f"{name} is a number: write {{at_least: 1}} or {{below: 1}}",
            )
            yield located(root, (*path, name), message)


def _answers(root: Node, path: Path, wanted: str | list[str] | BoundsShape, options: list[str]) -> Iterator[Fault]:
    if isinstance(wanted, BoundsShape):
        listed = ", ".join(options)
        yield located(root, path, Text(f"只能是 {listed}", f"must be one of {listed}"))
    elif isinstance(wanted, list):
        for number, value in enumerate(wanted):
            yield from _answers(root, (*path, number), value, options)
    elif wanted not in options:
        yield unknown(root, path, _OPTION, wanted, options)


def _sources_are_known(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse kinds of source that kb.yaml does not explain, and shares of ads that are not written as such."""
    kinds = [*shape.sources]
    for path, source in _sources_below((), root):
        kind, _, rest = source.partition(":")
        if kind not in kinds:
            yield unknown(root, path, _SOURCE, kind, kinds)
        elif kind == "ads" and not _COUNTED.match(rest):
            yield located(root, path, _SHARE)


def _sources_below(path: Path, node: Node) -> Iterator[tuple[Path, str]]:
    """Yield every source with its path."""
    if isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _sources_below((*path, index), child)
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            if key == "sources" and isinstance(child.value, list):
                yield from (((*path, key, i), str(source.value)) for i, source in enumerate(child.value))
            else:
                yield from _sources_below((*path, key), child)


_RULES: tuple[Callable[[Node, KbShape], Iterator[Fault]], ...] = (
    _ids_are_unique,
    _moves_are_unique,
    _skills_are_whole,
    _roles_are_whole,
    _newcomers_have_a_way_in,
    _promotions_are_whole,
    _laterals_are_whole,
    _promotions_do_not_circle,
    _questions_are_whole,
    _rules_are_whole,
    _sources_are_known,
)
