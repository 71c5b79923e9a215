"""Where ways set out from, and which steps lead on from a place towards a goal."""

from collections.abc import Iterator
from typing import NamedTuple

from opscareer.advice.gates import months_due
from opscareer.advice.leading import has_acted
from opscareer.advice.situation import Situation
from opscareer.advice.standing import highest_of
from opscareer.advice.ways.least import Left
from opscareer.advice.ways.leg import SIDEWAYS, Place
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.step import StepKind

Onward = tuple[StepKind, str, Move | None]
"""A step to a position: its kind, the position, and the move of the ladder that it is."""


class Limits(NamedTuple):
    """What ways keep to: the first step, where one is given; the steps sideways at most; waiting: the months that
    one waits at the least from where a goal can be reached, by how many of these are left."""

    first: str | None
    sideways: int
    waiting: dict[Left, float]

    def left(self, place: Place, kind: StepKind) -> int:
        """Return how many steps sideways are left after a step."""
        return self.sideways - place.aside - (kind in SIDEWAYS)


def starts_of(kb: KnowledgeBase, situation: Situation) -> list[Place]:
    """Return the places to set out from: the highest positions held, on whichever track, or outside."""
    standing, due = situation.standing, months_due(kb, situation.standing, situation.profile)
    highest = highest_of(kb, standing) or [""]
    acted = has_acted(situation.profile)
    return [Place(position, situation.beliefs, due, standing.positions, acted=acted) for position in highest]


def onward_from(kb: KnowledgeBase, situation: Situation, place: Place, limits: Limits) -> Iterator[Onward]:
    """Yield the steps that lead on from a place towards a goal."""
    for kind, end, move in _listed(kb, situation, place, limits):
        wanted = limits.first is None or bool(place.way) or end == limits.first
        if wanted and (end, limits.left(place, kind)) in limits.waiting and end not in place.passed:
            yield kind, end, move


def _listed(kb: KnowledgeBase, situation: Situation, place: Place, limits: Limits) -> Iterator[Onward]:
    """Yield the steps from a place, wherever they lead: moves, and at first the entries, a post on offer, and a goal by
    which one begins in a line that no move leads into."""
    offered = situation.offered
    if place.position:
        yield from _moves(kb, situation, place)
    else:
        entries = _entries(kb, situation, limits)
        yield from (("entry", entry, None) for entry in entries if not offered or entry != offered.position)
    if not place.way:
        begun = (situation.steps[scale.line.key] for scale in situation.scales if scale.line.begins)
        besides = {step.position: step for step in (*begun, offered) if step and step.move is None}
        yield from ((s.kind, s.position, None) for s in besides.values() if s.start == place.position)


def _moves(kb: KnowledgeBase, situation: Situation, place: Place) -> Iterator[Onward]:
    """Yield the moves from a place; a title held without its substance is only made real, and that at first."""
    in_name = situation.standing.in_name
    if not place.way:
        yield from (("stay", title, None) for title, real in in_name.items() if real == place.position)
    moves = kb.moves_from[place.position]
    yield from ((move.kind, move.end, move) for move in moves if move.end not in in_name)


def _entries(kb: KnowledgeBase, situation: Situation, limits: Limits) -> list[str]:
    """Return the positions to enter by: the one that is given, or those that suit best and lead to a goal."""
    if limits.first is not None:
        return [limits.first]
    steps = [situation.steps[scale.line.key].position for scale in situation.scales]
    suiting = [position for position in steps if (position, limits.sideways) in limits.waiting]
    return suiting[: kb.rules.constants.path_entries]
