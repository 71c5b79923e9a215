"""Values of a YAML file replaced where the parser found them: every other byte stays as its author left it.

A round trip through ruamel.yaml breaks long lines anew: 1,164 lines of data/roles.yaml and 2,560 of data/skills.yaml,
whatever width it is told, as their lists and texts run over several lines. So the parser is asked for places alone,
which holds for any indent and for lists of either form.
"""

from collections.abc import Iterable
from typing import NamedTuple

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Change(NamedTuple):
    """A text that takes the place of the letters from start to end."""

    start: int
    end: int
    text: str


def composed(text: str) -> yaml.Node:
    """Return a YAML text as nodes that know their places."""
    node = yaml.compose(text, Loader=LOADER)
    return node if node is not None else yaml.ScalarNode("tag:yaml.org,2002:null", "")


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with some parts of it replaced; they must not overlap."""
    parts, reached = [], 0
    for change in sorted(changes):
        parts += [text[reached : change.start], change.text]
        reached = change.end
    return "".join((*parts, text[reached:]))


def fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Return the values of a mapping by their keys, in the order written; of anything else none."""
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def entries(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the entries of a list; of anything else none."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def words(node: yaml.Node | None) -> list[str]:
    """Return a list of plain values as they are read."""
    return [str(entry.value) for entry in entries(node)]


def instead_of(node: yaml.Node, text: str) -> Change:
    """Return the change of a value for another; where a list in block form stood level with its key, further in."""
    indent = "  " if entries(node) and _in_block(node) else ""
    return Change(node.start_mark.index, ended(node), f"{indent}{text}")


def added(mapping: yaml.Node, key: str, value: str) -> Change:
    """Return the change that adds a key at the end of a mapping, in the form in which the mapping is written."""
    first, last = mapping.value[0][0], mapping.value[-1][1]
    gap = f"\n{' ' * first.start_mark.column}" if _in_block(mapping) else ", "
    return Change(ended(last), ended(last), f"{gap}{key}: {value}")


def ended(node: yaml.Node) -> int:
    """Return where a value ends; the parser lets one in block form reach up to whatever comes next."""
    children = [*entries(node), *fields(node).values()]
    return ended(children[-1]) if children and _in_block(node) else int(node.end_mark.index)


def _in_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style
