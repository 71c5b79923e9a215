"""The ways from where a person stands to a goal: which positions, in how many months, and what makes up the months.

A step takes until the plan of its target first has fit enough and no gate of a skill, or until the time due on the rung
is served, whichever is later. Levels gained are carried on, so what a step takes depends on the way so far, and no
shortest path over fixed lengths would find it. Few steps may lead sideways, so all ways can be walked: some hundreds.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from opscareer.advice.advise import Situation
from opscareer.advice.standing import Kind
from opscareer.advice.ways.leg import Leg, Place, step_on
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR

SIDEWAYS = ("lateral", "diagonal")
"""Steps that change the line or the track."""


@dataclass(frozen=True)
class Path:
    """A way to a goal."""

    legs: tuple[Leg, ...]

    @property
    def goal(self) -> str:
        """Where it leads."""
        return self.legs[-1].position

    @property
    def months(self) -> float:
        """How long all of it takes."""
        return self.legs[-1].begins + self.legs[-1].months

    @property
    def sideways(self) -> int:
        """How many of its steps lead into another line or onto another track."""
        return sum(leg.kind in SIDEWAYS for leg in self.legs)

    @property
    def posts(self) -> tuple[str, ...]:
        """The positions that matter: those to which one rises, and the goal. A step in or aside before is a detail."""
        risen = [leg.position for leg in self.legs if leg.kind in ("promotion", "diagonal")]
        return tuple(dict.fromkeys((*risen, self.goal)))


def goals_of(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return where one without a goal would rise to: the top of the ladder, or for those at the top what is above."""
    top, held = list(kb.rungs)[-1], situation.standing.positions
    above = {m.end for m in kb.ladder.moves if kb.positions[m.start].rung != top == kb.positions[m.end].rung}
    if situation.standing.rung == top:
        above = {up for position in held for up in kb.promotions(position)}
    return tuple(position for position in kb.positions if position in above and position not in held)


def all_paths(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> tuple[Path, ...]:
    """Return all ways to any of the goals, the shortest first; of equally long ones those with fewer steps, then by id.

    At most so many steps lead sideways as the knowledge base says. From outside they set out from the positions that
    suit best: months know nothing of what one would like.
    """
    ends = frozenset(goals) - set(situation.standing.positions)
    leading = _leading(kb, ends)
    suiting = [scale.candidate.position for scale in situation.scales if scale.candidate.position in leading]
    entries = suiting[: int(kb.rules["path_entries"])]
    found = [path for start in _starts(kb, situation) for path in _walked(kb, start, ends, leading, entries)]
    return tuple(sorted(found, key=_order))


def distinct(paths: Iterable[Path], k: int) -> tuple[Path, ...]:
    """Return the first k ways that differ from one another in a position that matters."""
    first: dict[tuple[str, ...], Path] = {}
    for path in paths:
        first.setdefault(path.posts, path)
    return tuple(first.values())[:k]


def _order(path: Path) -> tuple[float, int, tuple[str, ...]]:
    return (round(path.months, 6), len(path.legs), tuple(leg.position for leg in path.legs))


def _starts(kb: KnowledgeBase, situation: Situation) -> list[Place]:
    """Return the places to set out from: the highest positions held, or outside."""
    standing, served = situation.standing, YEAR * (situation.profile.years or 0.0)
    highest = [p for p in standing.positions if kb.positions[p].rung == standing.rung] or [""]
    return [Place(position, situation.beliefs, served, standing.positions) for position in highest]


def _walked(
    kb: KnowledgeBase, place: Place, goals: Collection[str], leading: Collection[str], entries: Iterable[str] = ()
) -> Iterator[Path]:
    """Yield all ways that go on from a place to a goal; none passes a position twice."""
    if place.position in goals:
        yield Path(place.legs)
        return
    for kind, end, move in _steps(kb, place, entries):
        if end in leading and end not in place.passed:
            yield from _walked(kb, step_on(kb, place, kind, end, move), goals, leading)


def _steps(kb: KnowledgeBase, place: Place, entries: Iterable[str]) -> Iterator[tuple[Kind, str, Move | None]]:
    """Yield the steps that lead on from a place, or the entries from outside."""
    if not place.position:
        yield from (("entry", entry, None) for entry in entries)
        return
    spent = sum(leg.kind in SIDEWAYS for leg in place.legs) >= kb.rules["path_sideways"]
    yield from ((m.kind, m.end, m) for m in kb.moves_from[place.position] if m.kind == "promotion" or not spent)


def _leading(kb: KnowledgeBase, goals: Collection[str]) -> frozenset[str]:
    """Return the positions from which any moves lead to a goal, the goals among them."""
    leading = set(goals)
    while more := {move.start for move in kb.ladder.moves if move.end in leading} - leading:
        leading |= more
    return frozenset(leading)
