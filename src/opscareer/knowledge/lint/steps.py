"""Steps that take somebody who just meets a position longer than anybody stays: levels, weights or months are wrong."""

from collections.abc import Iterator

from opscareer.advice.belief import Beliefs, point
from opscareer.advice.leading import led_from
from opscareer.advice.ways.plan import plan_of
from opscareer.errors import Fault
from opscareer.knowledge.lint.parts import positions_of
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import located
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_LONG = Text(
    "从 {start} 上来要 {months} 个月，超过那里通常年数的两倍（{usual} 个月）",
    "takes {months} months from {start}, more than twice the years that people usually spend there ({usual} months)",
)


def steps_are_taken_in_time(root: Node, shape: KbShape, kb: KnowledgeBase) -> Iterator[Fault]:
    """Warn where the usual promotion takes longer than twice the usual years of the position that it leads from."""
    paths = positions_of(shape)
    for start in kb.positions:
        usual = next((move for move in kb.moves_from[start] if move.kind == "promotion"), None)
        if usual is None:
            continue
        months, bound = _months(kb, usual), 2 * YEAR * kb.years(start)[1]
        if months > bound:
            told = _LONG.fill(start=start, months=f"{months:g}", usual=f"{bound:g}")
            yield located(root, paths[usual.end][0], told, at_key=True)._replace(severity="warning")


def _months(kb: KnowledgeBase, move: Move) -> float:
    """Return how many months it takes somebody who has what a position asks, and nothing else, to be ready."""
    skills = {skill: point(kb.needed[move.start].get(skill, 0), kb.top) for skill in kb.skills}
    beliefs = Beliefs(skills, {}, frozenset(kb.skills))
    at_once, led = kb.rules.constants.plan_parallel, led_from(kb, move.end, acted=False)
    return plan_of(kb, kb.positions[move.end].requirements, beliefs, at_once, led=led).ready
