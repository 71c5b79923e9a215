"""Playbooks: what settles a line can be chosen, and no part of a playbook is left without a line."""

from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.rules import LineShape, SituationShape, placed_lines
from opscareer.knowledge.trail import Path, located, unknown
from opscareer.model.nouns import OPTION, QUESTION
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_LISTS = ("find_out", "ask_for")
_NEEDS_INSTEAD = Text("写了 settled_by，也要写 instead", "where there is a settled_by, there must be an instead")
_NEEDS_INSTEAD_HINT = Text("选了这一项的人，这里就没有话说了", "who chooses that would be told nothing here")
_NEVER_TOLD = Text("没写 settled_by，instead 永远不会说", "without a settled_by, instead is never told")


def settled_lines_are_whole(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Refuse lines that are settled by what nobody can choose, and what would be left with nothing to say."""
    options = {q.id: [o.id for o in q.options] for q in shape.questions if q.kind in ("choice", "choices")}
    for index, rule in enumerate(shape.situations):
        for path, line in placed_lines(rule):
            here = ("situations", index, *path)
            yield from _names(root, here, line, options)
            if line.instead and not line.settled_by:
                yield located(root, (*here, "instead"), _NEVER_TOLD, at_key=True)
            if not _always_told(line) and _alone(rule, path):
                yield located(root, (*here, "settled_by"), _NEEDS_INSTEAD, _NEEDS_INSTEAD_HINT, at_key=True)


def _names(root: Node, path: Path, line: LineShape, options: dict[str, list[str]]) -> Iterator[Fault]:
    for question, chosen in line.settled_by.items():
        here = (*path, "settled_by", question)
        if question not in options:
            yield unknown(root, here, QUESTION, question, options, at_key=True)
            continue
        for place, option in enumerate(chosen):
            if option not in options[question]:
                yield unknown(root, (*here, place), OPTION, option, options[question])


def _alone(rule: SituationShape, path: Path) -> bool:
    """Return whether no other line of the same part is told whatever was chosen."""
    if path[1:2] == ("first_month",):
        return False
    part = [line for other, line in placed_lines(rule) if other[:2] == path[:2]]
    return path[1:2] not in [(name,) for name in _LISTS] or not any(map(_always_told, part))


def _always_told(line: LineShape) -> bool:
    return not line.settled_by or line.instead is not None
