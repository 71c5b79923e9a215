"""The ways from where a person stands to a goal: which positions, in how many months, and what makes up the months.

A step takes until the plan of its target first has fit enough and no gate of a skill, or until the time due on the rung
is served, whichever is later. Levels gained are carried on, so what a step takes depends on the way so far, and no
shortest path over fixed lengths would find it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from opscareer.advice.advise import Situation
from opscareer.advice.standing import UPWARDS, Candidate, Kind, highest_of, reachable
from opscareer.advice.ways.leg import Leg, Place, step_on, time_due
from opscareer.advice.ways.plan import least_learning
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR

Onward = tuple[Kind, str, Move | None]
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
    """Return where one without a goal would rise to: the tops in reach, or for those at the top what is above."""
    top, held = list(kb.rungs)[-1], situation.standing.positions
    above = {m.end for m in kb.ladder.moves if kb.positions[m.start].rung != top == kb.positions[m.end].rung}
    above -= {m.end for m in kb.ladder.moves if kb.positions[m.start].rung == top}
    if situation.standing.rung == top:
        above = {up for position in held for up in kb.promotions(position)}
    elif held:
        above &= frozenset().union(*(reachable(kb, position) for position in held)) or above
    return tuple(position for position in kb.positions if position in above and position not in held)


def best_paths(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], k: int) -> tuple[Path, ...]:
    """Return the k shortest ways to any of the goals that differ in a position that matters, the shortest first.

    Of equally long ones those with fewer steps, then by id. At most so many steps lead sideways as the knowledge base
    says. From outside they set out from the positions that suit best: months know nothing of what one would like.
    Best first: a way so far is held to be no longer than it must be at the least (A*), so that few of all are walked.
    """
    search = _Search(kb, situation, frozenset(goals) - set(situation.standing.positions))
    found: dict[tuple[str, ...], Path] = {}
    for path in search.paths():
        found.setdefault(path.posts, path)
        if len(found) >= k and path.months > max(one.months for one in found.values()):
            break
    return tuple(sorted(found.values(), key=_order)[:k])


def straight_path(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> Path | None:
    """Return the shortest way without a sideways step, if there is one."""
    search = _Search(kb, situation, frozenset(goals) - set(situation.standing.positions), sideways=0)
    return next(search.paths(), None)


def path_by(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], first: str) -> Path | None:
    """Return the shortest way whose first step leads to a position, if there is one."""
    search = _Search(kb, situation, frozenset(goals) - set(situation.standing.positions), first=first)
    return next(search.paths(), None)


def _order(path: Path) -> tuple[float, int, tuple[str, ...]]:
    return (round(path.months, 6), len(path.legs), tuple(leg.position for leg in path.legs))


class _Search:
    """A search for ways: places on a heap, by the least months in which the goal could be reached from them."""

    def __init__(
        self,
        kb: KnowledgeBase,
        situation: Situation,
        goals: frozenset[str],
        *,
        sideways: int | None = None,
        first: str | None = None,
    ) -> None:
        self._kb, self._situation, self._goals, self._first = kb, situation, goals, first
        self._sideways = int(kb.rules["path_sideways"]) if sideways is None else sideways
        self._least = _least_months(kb, goals)
        self._heap: list[tuple[float, int, tuple[str, ...], int, Place, Onward | None, float]] = []
        self._pushed = 0

    def paths(self) -> Iterator[Path]:
        """Yield ways in the order of their months, as many as a bounded search finds."""
        for start in _starts(self._kb, self._situation):
            self._push(start, None)
        for _ in range(int(self._kb.rules["path_steps"])):
            if not self._heap:
                return
            *_, place, step, learning = heappop(self._heap)
            if step is not None:  # how long it takes is worked out when it comes first
                self._push(step_on(self._kb, place, *step), None)
            elif place.position in self._goals and place.legs:
                yield Path(place.legs)
            else:
                for onward in self._steps(place):
                    self._push(place, onward, learning)

    def _push(self, place: Place, step: Onward | None, learning: float | None = None) -> None:
        """Put a place on the heap, or a step from it: by the least months, of waiting or of learning, to a goal."""
        end = step[1] if step else place.position
        due = time_due(self._kb, place) if step and step[0] in UPWARDS else 0.0
        if learning is None:
            learning = min((least_learning(self._kb, goal, place.beliefs) for goal in self._goals), default=0.0)
        least = place.months + max(due + self._least.get(end, 0.0), learning)
        way = (*(leg.position for leg in place.legs), *((end,) if step else ()))
        self._pushed += 1
        heappush(self._heap, (round(least, 6), len(way), way, self._pushed, place, step, learning))

    def _steps(self, place: Place) -> Iterator[Onward]:
        """Yield the steps that lead on from a place towards a goal, or the entries from outside."""
        if not place.position:
            suiting = [step.position for step in self._entries() if step.position in self._least]
            for entry in suiting[: int(self._kb.rules["path_entries"])]:
                if self._first in (None, entry):
                    yield "entry", entry, None
            return
        spent = sum(leg.kind in SIDEWAYS for leg in place.legs) >= self._sideways
        for move in self._kb.moves_from[place.position]:
            wanted = self._first is None or bool(place.legs) or move.end == self._first
            onward = move.end in self._least and move.end not in place.passed
            if wanted and onward and (move.kind == "promotion" or not spent):
                yield move.kind, move.end, move

    def _entries(self) -> list[Candidate]:
        return [self._situation.steps[scale.line.key] for scale in self._situation.scales]


def _starts(kb: KnowledgeBase, situation: Situation) -> list[Place]:
    """Return the places to set out from: the highest positions held, or outside."""
    standing, served = situation.standing, YEAR * (situation.profile.years or 0.0)
    highest = highest_of(kb, standing) or [""]
    return [Place(position, situation.beliefs, served, standing.positions) for position in highest]


def _least_months(kb: KnowledgeBase, goals: Collection[str]) -> dict[str, float]:
    """Return for each position that leads to a goal the months that it takes from there at the least: the time due.

    On a rung that is reached on the way nothing is served yet.
    """
    into: dict[str, list[Move]] = {}
    for move in kb.ladder.moves:
        into.setdefault(move.end, []).append(move)
    least: dict[str, float] = {}
    heap = [(0.0, goal) for goal in sorted(goals)]
    while heap:
        months, position = heappop(heap)
        if position in least:
            continue
        least[position] = months
        for move in into.get(position, ()):
            due = YEAR * kb.years(move.start)[0] if move.kind in UPWARDS else 0.0
            heappush(heap, (months + due, move.start))
    return least
