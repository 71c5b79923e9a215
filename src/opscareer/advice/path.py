"""The ways from where a person stands to a goal: which positions, in how many months, and what makes up the months.

A step takes until the plan of its target first has fit enough and no gate of a skill, or until the time due on the rung
is served, whichever is later. Levels gained are carried on, so what a step takes depends on the way so far, and no
shortest path over fixed lengths would find it. So all ways are followed, the one that can still become the shortest
first (A* over a tree), and nothing is given up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

from opscareer.advice.advise import Situation
from opscareer.advice.least import Least, least_of
from opscareer.advice.leg import Leg, Place, step_on
from opscareer.advice.standing import Kind
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR

Step = tuple[Kind, str, Move | None]


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
        """How many of its steps lead sideways."""
        return sum(leg.kind == "lateral" for leg in self.legs)

    @property
    def posts(self) -> tuple[str, ...]:
        """The positions that matter: those to which one rises, and the goal. A step in or aside before is a detail."""
        return (*(leg.position for leg in self.legs if leg.kind == "promotion"), self.goal)


def goals_of(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return where one without a goal would rise to: the top of the ladder, or for those at the top what is above."""
    top, held = list(kb.rungs)[-1], situation.standing.positions
    above = {m.end for m in kb.ladder.moves if kb.positions[m.start].rung != top == kb.positions[m.end].rung}
    if situation.standing.rung == top:
        above = {up for position in held for up in kb.promotions(position)}
    return tuple(position for position in kb.positions if position in above and position not in held)


def paths_of(
    kb: KnowledgeBase,
    situation: Situation,
    goals: Iterable[str],
    k: int,
    *,
    sideways: int | None = None,
    first: str | None = None,
) -> tuple[Path, ...]:
    """Return the k shortest ways to any of the goals that differ in a position that matters, the shortest first.

    At most so many steps lead sideways, as many as the knowledge base says unless told; `first` fixes the first step.
    From outside they set out from the positions that suit best: months know nothing of what one would like.
    Of ways equally long the one with fewer steps comes first, then the one whose ids do.
    """
    most = int(kb.rules["path_sideways"]) if sideways is None else sideways
    ways = _Ways(least_of(kb, frozenset(goals) - set(situation.standing.positions)))
    entries = [scale.candidate.position for scale in situation.scales[: int(kb.rules["path_entries"])]]
    for start in _starts(kb, situation):
        ways.put(start, [step for step in _steps(kb, start, most, entries) if first in (None, step[1])])
    found: dict[tuple[str, ...], Path] = {}
    while ways and len(found) < k:
        place, step = ways.pop()
        if step is None:
            found.setdefault(Path(place.legs).posts, Path(place.legs))
        else:
            place = step_on(kb, place, *step)
            ways.put(place, _steps(kb, place, most))
    return tuple(found.values())


class _Ways:
    """The ways to follow, the one that can still become the shortest first.

    Those that take equally long are followed to their ends before any of them counts as found, so that of these the one
    with the fewest steps, and then with the first ids, comes first.
    """

    def __init__(self, least: Least) -> None:
        self._least = least
        self._open: list[tuple[float, bool, int, tuple[str, ...], int, Place, Step | None]] = []
        self._put = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    def pop(self) -> tuple[Place, Step | None]:
        """Return how far the way has come, and the step to take; None where it has arrived."""
        return heappop(self._open)[-2:]

    def put(self, place: Place, steps: Iterable[Step]) -> None:
        """Put in a way with each of the steps that it can take next, or as it is where it has arrived."""
        if place.position in self._least.goals:
            self._push(place.months, place, None)
            return
        work = self._least.work(place)
        for step in steps:
            time = self._least.time(place, *step[:2])
            if time < inf:
                self._push(place.months + max(time, work), place, step)

    def _push(self, months: float, place: Place, step: Step | None) -> None:
        self._put += 1
        ids = (*(leg.position for leg in place.legs), *([step[1]] if step else []))
        heappush(self._open, (round(months, 6), step is None, len(ids), ids, self._put, place, step))


def _starts(kb: KnowledgeBase, situation: Situation) -> list[Place]:
    """Return the places to set out from: the highest positions held, or outside."""
    standing, served = situation.standing, YEAR * (situation.profile.years or 0.0)
    highest = [p for p in standing.positions if kb.positions[p].rung == standing.rung] or [""]
    return [Place(position, situation.beliefs, served, standing.positions) for position in highest]


def _steps(kb: KnowledgeBase, place: Place, sideways: int, entries: Iterable[str] = ()) -> Iterator[Step]:
    """Yield the steps that lead on from a place, or the entries from outside; none leads back."""
    if not place.position:
        yield from (("entry", entry, None) for entry in entries)
        return
    so_far = sum(leg.kind == "lateral" for leg in place.legs)
    for move in kb.moves_from[place.position]:
        if move.end not in place.passed and so_far + (move.kind == "lateral") <= sideways:
            yield move.kind, move.end, move
