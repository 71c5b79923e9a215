"""Values of a YAML text that know where they stand."""

import dataclasses

from opscareer.records import dataclass

Scalar = str | int | float | bool | None


@dataclass(frozen=True)
class Mark:
    """A place in a file, counted from one."""

    file: str
    line: int
    column: int


@dataclasses.dataclass(slots=True)
class Node:
    """A value, its place, and for a mapping the places of its keys."""

    value: "Scalar | list[Node] | dict[str, Node]"
    mark: Mark
    keys: dict[str, Mark] = dataclasses.field(default_factory=dict)
    near: str = ""  # of what an overlay adds: the name in the base that it is all but the same as
    whole: bool = False  # laid over another it replaces it, even where both are mappings


def plain(node: Node) -> object:
    """Return the bare value of a node."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value
