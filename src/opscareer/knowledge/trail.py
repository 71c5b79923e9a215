"""From a path into a tree of values to its place and its trail: where a fault is, in words that lead to it."""

from collections.abc import Iterable, Sequence

from opscareer.errors import Fault
from opscareer.names import nearest
from opscareer.text import NOTHING, Text, clean
from opscareer.written.yaml_nodes import Mark, Node

Path = Sequence[str | int]
_UNNAMED = Text("没写{kind}", "no {kind} is named")
_OTHER = {"zh": "en", "en": "zh"}
"""For each language of a text the other one."""


def located(root: Node, path: Path, message: Text, hint: Text | None = None, *, at_key: bool = False) -> Fault:
    """Return a fault at a path of the tree; where the path goes on beyond the tree, at the last place it reaches."""
    path = _as_written(root, path)
    mark = _mark(root, path, at_key)
    return Fault(mark.file, mark.line, mark.column, _trail(root, path), message, hint or NOTHING)


def unknown(root: Node, path: Path, kind: Text, value: str, known: Iterable[str], *, at_key: bool = False) -> Fault:
    """Return the fault of naming something that is not there, with what comes nearest."""
    known = list(dict.fromkeys(known))
    near = nearest(value, known) or known[:3]
    hint = Text("最接近的：" + "、".join(near), "nearest: " + ", ".join(near)) if near else None
    message = Text(f"没有{kind.zh} {value}", f"there is no {kind.en} {value}") if value else _UNNAMED.fill(kind=kind)
    return located(root, path, message, hint, at_key=at_key)


def with_trail(root: Node, fault: Fault) -> Fault:
    """Return a fault of the reading with the trail to what stands at its place."""
    return fault._replace(trail=_trail(root, _path_to(root, Mark(fault.file, fault.line, fault.column)) or ()))


def child_of(node: Node, part: str | int) -> Node | None:
    """Return what lies under a key or at a place of a list, if anything does."""
    if isinstance(node.value, dict):
        return node.value.get(str(part))
    if isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _as_written(root: Node, path: Path) -> Path:
    """Return a path as the file goes: a text in one language is told of once, where that stands."""
    written: list[str | int] = []
    node: Node | None = root
    for part in path:
        inside = node.value if node is not None else None
        other = _OTHER.get(str(part), "")
        if other and node is not None and not isinstance(inside, dict):
            continue
        here = other if isinstance(inside, dict) and part not in inside and other in inside else part
        written.append(here)
        node = child_of(node, here) if node is not None else None
    return written


def _mark(root: Node, path: Path, at_key: bool) -> Mark:
    node, mark = root, root.mark
    for number, part in enumerate(path):
        child = child_of(node, part)
        if child is None:
            break
        last = number == len(path) - 1
        mark = node.keys.get(str(part), child.mark) if last and at_key else child.mark
        node = child
    return mark


def _path_to(node: Node, mark: Mark) -> Path | None:
    """Return the path to the innermost key or value at a place."""
    inside = enumerate(node.value) if isinstance(node.value, list) else ()
    children = node.value.items() if isinstance(node.value, dict) else inside
    for part, child in children:
        rest = _path_to(child, mark)
        if rest is not None:
            return (part, *rest)
        if mark in (child.mark, node.keys.get(str(part))):
            return (part,)
    return None


def _trail(root: Node, path: Path) -> str:
    """Return the path in words, entries of lists by their id: roles → product-ops → positions → manager."""
    words, node = [], root
    for part in path:
        child = child_of(node, part)
        words.append(_entry_name(child, part) if isinstance(part, int) else clean(str(part)))
        if child is None:
            break
        node = child
    return " → ".join(words)


def _entry_name(node: Node | None, index: int) -> str:
    if node is not None and isinstance(node.value, dict):
        names = [node.value[key].value for key in ("id", "from", "to") if key in node.value]
        words = [name for name in names if isinstance(name, str)]
        if words:
            return " ".join(words)
    return str(index + 1)
