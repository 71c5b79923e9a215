"""Laying one knowledge base over another: an overlay changes only what it names.

Mappings are laid key by key. Lists whose entries have a name (an id, or where a move starts and ends) are laid entry by
entry: a known name is changed, a new one is added, and `remove: true` takes it away. All else is replaced.
"""

from opscareer.knowledge.yaml_reader import Node

_NAMES = (("id",), ("from", "to"), ("from",))


def lay(base: Node, over: Node) -> Node:
    """Return the base with the overlay laid over it; every value keeps the place where it was written."""
    if isinstance(base.value, dict) and isinstance(over.value, dict):
        merged = dict(base.value)
        for key, child in over.value.items():
            merged[key] = lay(merged[key], child) if key in merged else child
        return Node(merged, over.mark, base.keys | over.keys)
    if isinstance(base.value, list) and isinstance(over.value, list) and (naming := _naming(base, over)):
        return Node(_laid_lists(base.value, over.value, naming), over.mark)
    return over


def _laid_lists(base: list[Node], over: list[Node], key: tuple[str, ...]) -> list[Node]:
    merged = {_name(entry, key): entry for entry in base}
    for entry in over:
        name = _name(entry, key)
        if _removes(entry):
            merged.pop(name, None)
        else:
            merged[name] = lay(merged[name], entry) if name in merged else entry
    return list(merged.values())


def _naming(base: Node, over: Node) -> tuple[str, ...] | None:
    """Return the keys by which the entries of both lists are named, if all have them."""
    entries = [*_items(base), *_items(over)]
    return next((key for key in _NAMES if entries and all(_name(entry, key) for entry in entries)), None)


def _name(entry: Node, key: tuple[str, ...]) -> tuple[object, ...]:
    """Return an entry's name, or nothing where a part of it is missing or no word."""
    if not isinstance(entry.value, dict):
        return ()
    parts = tuple(entry.value[part].value if part in entry.value else None for part in key)
    return parts if all(isinstance(part, str) for part in parts) else ()


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []


def _removes(entry: Node) -> bool:
    return isinstance(entry.value, dict) and "remove" in entry.value and entry.value["remove"].value is True
