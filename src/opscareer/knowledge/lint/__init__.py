"""What `kb check` finds beside faults: what works, and yet was hardly meant."""

from collections.abc import Callable, Iterator

from opscareer.errors import Fault
from opscareer.knowledge.lint import durations, ladder, names, use
from opscareer.knowledge.lint.steps import steps_are_taken_in_time
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.model.kb import KnowledgeBase
from opscareer.written.yaml_nodes import Node


def lint(root: Node, shape: KbShape, kb: KnowledgeBase) -> list[Fault]:
    """Return all that was hardly meant, in the order of the rules; what one string says in both languages once."""
    found = [finding for rule in _RULES for finding in rule(root, shape)]
    return list(dict.fromkeys([*found, *steps_are_taken_in_time(root, shape, kb)]))


_RULES: tuple[Callable[[Node, KbShape], Iterator[Fault]], ...] = (
    ladder.all_are_reached,
    ladder.all_are_asked_for,
    ladder.all_differ,
    ladder.none_falls,
    ladder.years_have_an_effect,
    names.titles_differ,
    names.aliases_are_free,
    names.skills_are_called_apart,
    names.aliases_can_be_found,
    durations.levels_fit_their_months,
    use.questions_are_read,
    use.questions_can_be_asked,
    use.lists_are_long_enough,
)
