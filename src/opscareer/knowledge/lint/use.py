"""What is written and does nothing, or too little: questions that nothing reads, positions with short lists."""

from collections.abc import Iterator
from statistics import median

from opscareer.errors import Fault
from opscareer.knowledge.lint.parts import columns_of, positions_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.shapes.rules import lines_of
from opscareer.knowledge.trail import located
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

SHORT = 0.6
"""A list shorter than this share of its rung's median makes all else that people have look wasted."""

_UNREAD = Text(
    "没有规则、条件或打分用到这个问题的回答", "no rule, condition or score reads the answer to this question"
)
_SHORT = Text(
    "只要 {n} 项，这一级一般要 {usual} 项：别的能力在它面前都像用不上",
    "asks {n} of the skills where its rung usually asks {usual}: all others will look as if they lay unused",
)
_TOO_LATE = Text(
    "要等 {other} 的回答，可它排在后面：这一题永远不会问",
    "waits for the answer to {other}, which stands no earlier: it is never asked",
)
_ALWAYS = ("current", "years", "years_total", "goal", "offer", "avoid", "lead", "acting")


def questions_are_read(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where nothing reads what a question asks."""
    kinds = (shape.questions, shape.titles, shape.route_rules, shape.growth, shape.situations)
    read = {name for kind in kinds for rule in kind for name in rule.when}
    read |= {name for title in shape.titles for name in title.unless}
    read |= {name for rule in shape.situations for line in lines_of(rule) for name in line.settled_by}
    read |= {condition.fact for role in shape.roles for condition in role.conditions if condition.fact}
    for index, question in enumerate(shape.questions):
        for_readers = question.kind == "text" or any(option.say for option in question.options)  # not for rules
        if not (question.id in read or question.id in _ALWAYS or question.interest or for_readers):
            yield located(root, ("questions", index, "id"), _UNREAD)._replace(severity="warning")


def questions_can_be_asked(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where a question waits for one that does not stand before it: itself, a later one, one that waits for it."""
    places = {question.id: index for index, question in enumerate(shape.questions)}
    for index, question in enumerate(shape.questions):
        waits = {"when": question.when, "unless": question.unless}
        for key, name in ((key, name) for key, tests in waits.items() for name in tests):
            if places.get(name, -1) >= index:
                told = _TOO_LATE.fill(other=name)
                yield located(root, ("questions", index, key, name), told, at_key=True)._replace(severity="warning")


def lists_are_long_enough(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where a position asks far fewer skills than others on its rung."""
    columns = columns_of(shape)
    lengths: dict[str, list[int]] = {}
    for id_, column in columns.items():
        lengths.setdefault(id_.partition("/")[2], []).append(len(column))
    for id_, (path, _) in positions_of(shape).items():
        usual = median(lengths[id_.partition("/")[2]])
        if len(columns[id_]) < SHORT * usual:
            told = _SHORT.fill(n=len(columns[id_]), usual=f"{usual:g}")
            yield located(root, path, told, at_key=True)._replace(severity="warning")
