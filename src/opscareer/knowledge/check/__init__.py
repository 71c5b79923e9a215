"""What the shape of a file cannot say: that every name is known and every number fits the others."""

from collections.abc import Callable, Iterator

from opscareer.errors import Fault
from opscareer.knowledge.check import ladder, market, names, playbooks, rules, sources
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.written.yaml_nodes import Node


def check(root: Node, shape: KbShape) -> list[Fault]:
    """Return all faults that the shape alone does not show."""
    return [fault for rule in _RULES for fault in rule(root, shape)]


_RULES: tuple[Callable[[Node, KbShape], Iterator[Fault]], ...] = (
    names.ids_are_unique,
    names.groups_are_whole,
    names.skills_are_whole,
    names.former_ids_are_past,
    names.roles_are_whole,
    ladder.rungs_are_in_order,
    ladder.years_are_in_order,
    ladder.newcomers_have_a_way_in,
    ladder.moves_are_unique,
    ladder.promotions_are_whole,
    ladder.laterals_are_whole,
    ladder.crossings_are_whole,
    ladder.promotions_do_not_circle,
    rules.questions_are_whole,
    rules.rules_are_whole,
    rules.situations_are_whole,
    playbooks.settled_lines_are_whole,
    sources.sources_are_known,
    market.cues_are_known,
)
