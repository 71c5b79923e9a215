"""What a knowledge base leaves out is filled in, before it is checked: so that little has to be written.

What is no matter of any trade comes from the built-in one (the constants of the arithmetic, months) and from
`data/defaults` (the questions that the advice itself reads, what judgement is), so that it stands in one place.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise

from opscareer.knowledge import places
from opscareer.knowledge.check.rules import ASKED
from opscareer.knowledge.scale import top_of
from opscareer.knowledge.shapes.constants import ConstantsShape
from opscareer.knowledge.table import entries
from opscareer.knowledge.trail import child_of
from opscareer.written.files import content
from opscareer.written.yaml_nodes import Node
from opscareer.written.yaml_reader import read

_ALL = "all"
_SKILLS = {"zh": "能力", "en": "Skills"}


def filled(root: Node) -> Node:
    """Return a knowledge base with all that it may leave out; changes the tree itself."""
    if isinstance(root.value, dict):
        _fill_sources(root)
        _fill_constants(root)
        _fill_months(root)
        _fill_questions(root)
        _fill_groups(root)
        _fill_named_levels(root)
        _fill_orders(root)
        _fill_promotions(root)
    return root


def _fill_sources(root: Node) -> None:
    told = _mapping(root, "sources")
    if told is not None and "judgement" not in told:
        told["judgement"] = _usual("defaults.yaml", "sources")["judgement"]


def _fill_constants(root: Node) -> None:
    told = _mapping(root, "constants")
    missing = [name for name in ConstantsShape.model_fields if told is not None and _is_empty(told.get(name))]
    if told is not None and missing:
        usual = _usual("rules.yaml", "constants")
        told.update({name: usual[name] for name in missing})


def _fill_months(root: Node) -> None:
    """Fill in the months to each level: from nothing to the top it takes as long, however many levels there are."""
    told, top = _mapping(root, "months"), top_of(root)
    missing = [str(level) for level in range(1, top + 1) if told is not None and str(level) not in told]
    if told is not None and missing:
        usual = _spread([_number(node) for node in _usual("rules.yaml", "months").values()], top)
        told.update({level: Node(usual[int(level) - 1], root.mark) for level in missing})


def _spread(months: list[float], top: int) -> list[float]:
    """Return months for another number of levels, of which each is as large a part of the whole."""
    whole = [0.0, *accumulate(months)]
    steps = len(months)

    def until(share: float) -> float:
        below = min(int(share), steps - 1)
        return whole[below] + (share - below) * (whole[below + 1] - whole[below])

    ends = [until(level * steps / top) for level in range(top + 1)]
    return [max(0.5, round(2 * (end - start)) / 2) for start, end in pairwise(ends)]


def _fill_questions(root: Node) -> None:
    """Put the questions that the advice itself reads before the others, where they are missing."""
    told = _list(root, "questions")
    ids = [_id(question) for question in told or ()]
    if told is not None and not {*ASKED} <= {*ids}:
        usual = entries(child_of(_defaults("defaults.yaml"), "questions"))
        told[:0] = [question for question in usual if _id(question) not in ids]


def _fill_groups(root: Node) -> None:
    """Put skills without a group into one where the knowledge base has none."""
    groups = _list(root, "groups")
    if groups or groups is None:
        return
    skills = [skill.value for skill in entries(child_of(root, "skills")) if isinstance(skill.value, dict)]
    alone = [skill for skill in skills if "group" not in skill]
    for skill in alone:
        skill["group"] = Node(_ALL, root.mark)
    if alone:
        groups.append(_node({"id": _ALL, "name": _SKILLS}, root))


def _fill_named_levels(root: Node) -> None:
    """Let the name of a level speak for it where a skill says no more."""
    names = entries(child_of(root, "levels"))
    for skill in entries(child_of(root, "skills")) if names else ():
        levels = _mapping(skill, "levels")
        if levels is not None:
            levels.update({str(n): name for n, name in enumerate(names, 1) if str(n) not in levels})


def _fill_orders(root: Node) -> None:
    """Let rungs stand as they are written, the lowest first, where none of them says how high it is."""
    rungs = [rung.value for rung in entries(child_of(root, "rungs")) if isinstance(rung.value, dict)]
    if not any("order" in rung for rung in rungs):
        for order, rung in enumerate(rungs, 1):
            rung["order"] = Node(order, root.mark)


def _fill_promotions(root: Node) -> None:
    """Let each role rise from rung to rung where the knowledge base names no promotion."""
    assert isinstance(root.value, dict)
    if "promotions" not in root.value:
        roles = [role for role in entries(child_of(root, "roles")) if _id(role)]
        ways = [way for role in roles for way in _rising(root, role)]
        root.value["promotions"] = _node(ways, root)


def _rising(root: Node, role: Node) -> Iterator[Mapping[str, object]]:
    """Yield where each position of a role rises to: to all of the role on the next height."""
    orders = _orders(root)
    positions = child_of(role, "positions")
    rungs = positions.value if positions is not None and isinstance(positions.value, dict) else {}
    heights: dict[float, list[str]] = {}
    for rung in sorted((rung for rung in rungs if rung in orders), key=orders.__getitem__):
        heights.setdefault(orders[rung], []).append(f"{_id(role)}/{rung}")
    for below, above in pairwise(heights.values()):
        yield from ({"from": start, "to": above} for start in below)


def _orders(root: Node) -> dict[str, float]:
    rungs = entries(child_of(root, "rungs"))
    return {_id(rung): _number(child_of(rung, "order")) for rung in rungs if child_of(rung, "order")}


def _usual(file: str, key: str) -> Mapping[str, Node]:
    told = child_of(_defaults(file), key)
    assert told is not None
    assert isinstance(told.value, dict)
    return told.value


@cache
def _defaults(file: str) -> Node:
    return read(content(places.defaults()[file]), file)[0]


def _mapping(node: Node, key: str) -> dict[str, Node] | None:
    """Return the mapping under a key, a new one where there is nothing; None where something else stands there."""
    value = _under(node, key, {})
    return value if isinstance(value, dict) else None


def _list(node: Node, key: str) -> list[Node] | None:
    """Return the list under a key, as _mapping does."""
    value = _under(node, key, [])
    return value if isinstance(value, list) else None


def _under(node: Node, key: str, nothing: dict[str, Node] | list[Node]) -> object:
    if not isinstance(node.value, dict):
        return None
    if _is_empty(node.value.get(key)):
        node.value[key] = Node(nothing, node.mark)
    return node.value[key].value


def _is_empty(node: Node | None) -> bool:
    return node is None or node.value is None


def _id(node: Node) -> str:
    told = child_of(node, "id")
    return told.value if told is not None and isinstance(told.value, str) else ""


def _number(node: Node | None) -> float:
    return node.value if node is not None and isinstance(node.value, int | float) else 0.0


def _node(value: object, at: Node) -> Node:
    """Return a value as if it had been written at a place."""
    if isinstance(value, Mapping):
        return Node({key: _node(child, at) for key, child in value.items()}, at.mark)
    if isinstance(value, list):
        return Node([_node(child, at) for child in value], at.mark)
    assert isinstance(value, str)
    return Node(value, at.mark)
