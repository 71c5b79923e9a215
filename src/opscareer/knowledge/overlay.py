"""Laying one knowledge base over another: an overlay changes only what it names.

Mappings are laid key by key, and lists whose entries have a name (an id, or where a move starts and ends) entry by
entry: a known name is changed, a new one is added, and `remove: true` takes it away. All else is replaced.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from opscareer.errors import Fault
from opscareer.names import nearest
from opscareer.text import NOTHING, Text
from opscareer.written.yaml_nodes import Node

_NAMES = (("id",), ("from", "to"), ("from",))

_LANGUAGES = {"zh", "en"}

_SLIP = 0.75  # two names as like as "manger" and "manager"

Name = tuple[str, ...]
Named = tuple[Name, Node]


def lay(base: Node, over: Node, faults: list[Fault]) -> Node:
    """Return the base with the overlay laid over it; every value keeps the place where it was written.

    Adds to the faults what the overlay names twice, and what it takes away though it is not there.
    """
    if isinstance(base.value, str) and isinstance(over.value, dict) and over.value.keys() <= _LANGUAGES:
        base = Node(dict.fromkeys(sorted(_LANGUAGES), base), base.mark)  # one string stands for both languages
    if isinstance(base.value, dict) and isinstance(over.value, dict) and not over.whole:
        named: list[Named] = [((key,), child) for key, child in base.value.items()]
        laid = _laid(named, [((key,), child) for key, child in over.value.items()], faults)
        return Node({name[0]: child for name, child in laid.items()}, over.mark, base.keys | over.keys)
    if isinstance(base.value, list) and isinstance(over.value, list) and (naming := _naming(base, over)):
        named = [(_name(entry, naming), entry) for entry in base.value]
        laid = _laid(named, [(_name(entry, naming), entry) for entry in over.value], faults)
        return Node(list(laid.values()), over.mark)
    return over


def _laid(base: Iterable[Named], over: Iterable[Named], faults: list[Fault]) -> dict[Name, Node]:
    own = dict(base)
    merged = dict(own)
    seen: set[Name] = set()
    for name, entry in over:
        if name in seen:
            faults.append(_fault(entry, Text("{name} 出现了两次", "{name} stands twice"), name))
        elif not _removes(entry):
            merged[name] = lay(merged[name], entry, faults) if name in merged else _added(entry, name, own, faults)
        elif name in merged:
            del merged[name]
        else:
            message = Text("没有 {name}，去不掉", "there is no {name} to remove")
            faults.append(_fault(entry, message, name, nearest(" ".join(name), map(" ".join, own))))
        seen.add(name)
    return merged


def _added(entry: Node, name: Name, base: Iterable[Name], faults: list[Fault]) -> Node:
    """Return what an overlay adds, with the name it may have meant, should the addition turn out not to be whole.

    It is laid over nothing: what it takes away within itself is not there.
    """
    near = get_close_matches(" ".join(name), map(" ".join, base), n=1, cutoff=_SLIP)
    return replace(lay(Node({}, entry.mark), entry, faults), near=near[0] if near else "")


def _fault(entry: Node, message: Text, name: Name, near: Sequence[str] = ()) -> Fault:
    mark = entry.mark
    hint = Text("最接近的：" + "、".join(near), "nearest: " + ", ".join(near)) if near else NOTHING
    return Fault(mark.file, mark.line, mark.column, "", message.fill(name=" ".join(name)), hint)


def _naming(base: Node, over: Node) -> tuple[str, ...] | None:
    """Return the keys by which the entries of both lists are named, if all have them."""
    entries = [*_items(base), *_items(over)]
    return next((key for key in _NAMES if entries and all(_name(entry, key) for entry in entries)), None)


def _name(entry: Node, key: tuple[str, ...]) -> Name:
    """Return an entry's name, or nothing where a part of it is missing or no word."""
    if not isinstance(entry.value, dict):
        return ()
    parts = tuple(entry.value[part].value if part in entry.value else None for part in key)
    words = tuple(part for part in parts if isinstance(part, str))
    return words if len(words) == len(parts) else ()


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


def _removes(entry: Node) -> bool:
    return isinstance(entry.value, dict) and "remove" in entry.value and entry.value["remove"].value is True
