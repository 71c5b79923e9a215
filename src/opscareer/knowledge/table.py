"""A role as a table: one row a skill, one column a rung. A cell is written `3/5` (level and weight), `3/5 must` or `3`,
or spelt out; to lay one table over another every cell is spelt out first.
"""

import re

from opscareer.knowledge.trail import child_of
from opscareer.written.yaml_nodes import Node

CELL = r"^(?P<level>[1-9])(?:/(?P<weight>\d(?:\.\d+)?))?(?P<must> must)?$"


def tabled(tree: Node) -> Node:
    """Return the files of one layer with every cell of its roles spelt out; changes the tree itself."""
    for role in entries(child_of(tree, "roles")):
        _spell_out(child_of(role, "asks"))
    return tree


def parts_of(cell: object) -> dict[str, int | float | bool] | None:
    """Return the parts of a cell written in a word; None where it is none."""
    found = re.match(CELL, str(cell)) if isinstance(cell, str | int) else None
    if found is None:
        return None
    weight = {"weight": float(found["weight"])} if found["weight"] else {}
    return {"level": int(found["level"]), **weight, **({"must": True} if found["must"] else {})}


def spelt_out(cell: Node) -> Node:
    """Return a cell as a mapping, each part at the place of the cell; what is no word of a cell stays as it is."""
    parts = parts_of(cell.value)
    if parts is None:
        return cell
    told = {name: Node(value, cell.mark) for name, value in parts.items()}
    return Node(told, cell.mark, dict.fromkeys(told, cell.mark), whole=True)


def _spell_out(table: Node | None) -> None:
    rows = table.value.values() if table is not None and isinstance(table.value, dict) else ()
    for row in rows:
        if isinstance(row.value, dict):
            row.value.update({rung: spelt_out(cell) for rung, cell in row.value.items()})


def entries(node: Node | None) -> list[Node]:
    """Return the entries of a list; of anything else none."""
    return node.value if node is not None and isinstance(node.value, list) else []
