"""What was written otherwise before: it is read as if it had been written as now, each word with its own place.

Positions named what they ask (`requirements`), now a column of their role's table; and a group of skills had one
`exposure` for all.
"""

from opscareer.knowledge.table import entries
from opscareer.knowledge.trail import child_of
from opscareer.written.yaml_nodes import Mark, Node

ANY = "any"
_LANGUAGES = {"zh", "en"}


def renewed(tree: Node) -> Node:
    """Return the files of one layer in the form of today; changes the tree itself."""
    for role in entries(child_of(tree, "roles")):
        _lay_in(role)
    for group in entries(child_of(tree, "groups")):
        exposure = child_of(group, "exposure")
        if exposure is not None and _is_text(exposure):
            told = Node(exposure.value, exposure.mark, exposure.keys)
            exposure.value, exposure.keys = {ANY: told}, {ANY: exposure.mark}
    return tree


def _is_text(node: Node) -> bool:
    """Return whether what stands here is a text, in one language or in both."""
    spelt_out = isinstance(node.value, dict) and bool(node.value.keys() & _LANGUAGES)
    return spelt_out or isinstance(node.value, str)


def _lay_in(role: Node) -> None:
    """Put what the positions of a role ask into its table."""
    positions = child_of(role, "positions")
    told = positions.value if positions is not None and isinstance(positions.value, dict) else {}
    for rung, position in told.items():
        asked = position.value.pop("requirements", None) if isinstance(position.value, dict) else None
        if asked is not None:
            _put_column(role, rung, asked)


def _put_column(role: Node, rung: str, asked: Node) -> None:
    assert isinstance(role.value, dict)
    table = role.value.setdefault("asks", Node({}, asked.mark))
    if not isinstance(asked.value, dict) or not isinstance(table.value, dict):
        role.value["asks"] = asked  # no mapping: the fault is told where it stands
        return
    for skill, cell in asked.value.items():
        _put_cell(table, skill, rung, cell, asked.keys[skill])


def _put_cell(table: Node, skill: str, rung: str, cell: Node, mark: Mark) -> None:
    assert isinstance(table.value, dict)
    row = table.value.setdefault(skill, Node({}, mark))
    if isinstance(row.value, dict):
        row.value[rung] = cell
        row.keys[rung] = mark
