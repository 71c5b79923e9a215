"""Ways that are looked for once for the same person and knowledge base: to look takes longer than all else that is told
of them. tests/advice looks for them anew."""

from opscareer.advice import ways
from opscareer.advice.situation import Situation
from opscareer.advice.ways import Journey
from opscareer.model.kb import KnowledgeBase

_found: dict[object, tuple[KnowledgeBase, Journey]] = {}
_look = ways.journey_of


def journey_of(kb: KnowledgeBase, situation: Situation, goal: str | None, k: int) -> Journey:
    """Return the ways that were found before, else look for them now."""
    key = (id(kb), repr(situation.profile), goal, k)
    if key not in _found:
        _found[key] = kb, _look(kb, situation, goal, k)  # kept with it: no other may come to lie at its place
    return _found[key][1]
