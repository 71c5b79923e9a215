"""Where a person stands on the ladder, and for which positions they may be considered from there."""

from dataclasses import dataclass
from typing import Literal

from opscareer.advice.conditions import holds
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.model.rules import TitleRule

Kind = Literal["promotion", "diagonal", "lateral", "entry"]


@dataclass(frozen=True)
class Standing:
    """The positions a person is advised from, and the rung of the highest of them.

    `by_title` holds what turned a title into less: the position named, the one advised from, and the rule.
    """

    positions: tuple[str, ...]
    rung: str
    by_title: tuple[tuple[str, str, TitleRule], ...] = ()

    @property
    def outside(self) -> bool:
        """Whether the person comes from outside the trade."""
        return not self.positions


@dataclass(frozen=True)
class Candidate:
    """A position that could come next: how one gets there, from where, by which move (none for an entry)."""

    position: str
    kind: Kind
    start: str = ""
    move: Move | None = None


def standing_of(kb: KnowledgeBase, profile: Profile) -> Standing:
    """Return where the person stands; a title without its substance counts as the rung that it is in truth."""
    lowest = next(iter(kb.rungs))
    positions: dict[str, None] = {}
    by_title = []
    for held in profile.current:
        rule = _title_rule(kb, profile, held)
        real = f"{kb.positions[held].role}/{rule.advised_as}" if rule else held
        positions[real] = None
        if rule:
            by_title.append((held, real, rule))
    highest = max(positions, key=kb.order, default=None)
    return Standing(tuple(positions), kb.positions[highest].rung if highest else lowest, tuple(by_title))


def candidates_of(kb: KnowledgeBase, standing: Standing, goal: str | None) -> tuple[Candidate, ...]:
    """Return the positions that could come next; where some lead to the goal, only those."""
    found = _entries(kb, standing.rung) if standing.outside else _moves(kb, standing)
    leading = [c for c in found if goal is not None and goal in reachable(kb, c.position)]
    return tuple(leading or found)


def candidate_for(kb: KnowledgeBase, standing: Standing, position: str) -> Candidate:
    """Return any position as a candidate, allowed move or not: from outside an entry, on a higher rung a promotion."""
    if standing.outside:
        lowest = kb.positions[position].rung == standing.rung
        return Candidate(position, "entry" if lowest else "promotion")
    allowed = {c.position: c for c in _moves(kb, standing)}
    upwards = kb.order(position) > kb.rungs[standing.rung].order
    return allowed.get(position) or Candidate(position, "promotion" if upwards else "lateral", standing.positions[0])


def reachable(kb: KnowledgeBase, position: str) -> frozenset[str]:
    """Return the position and all that promotions lead to from it."""
    seen: set[str] = set()
    ahead = [position]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += kb.promotions(here)
    return frozenset(seen)


def _title_rule(kb: KnowledgeBase, profile: Profile, held: str) -> TitleRule | None:
    position = kb.positions[held]
    for rule in kb.rules.titles:
        known = f"{position.role}/{rule.advised_as}" in kb.positions
        if position.rung == rule.rung and known and holds(rule.when, profile.facts):
            return rule
    return None


def _entries(kb: KnowledgeBase, rung: str) -> list[Candidate]:
    return [Candidate(position.id, "entry") for position in kb.on_rung(rung)]


def _moves(kb: KnowledgeBase, standing: Standing) -> list[Candidate]:
    """Return the moves from the highest positions held; of two moves to one position the promotion."""
    found: dict[str, Candidate] = {}
    highest = [p for p in standing.positions if kb.positions[p].rung == standing.rung]
    for move in sorted((m for p in highest for m in kb.moves_from[p]), key=lambda m: m.kind != "promotion"):
        if move.end not in standing.positions:
            found.setdefault(move.end, Candidate(move.end, move.kind, move.start, move))
    return list(found.values())
