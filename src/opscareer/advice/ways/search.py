"""The search for ways, best first: of all ways so far the one is walked on that could become the shortest (A*).

A way so far is held to take no longer than it must at the least (least.py), so whole ways are found in the order of
their months, and few of all are walked. How long a step takes is worked out when it comes first, not before.
"""

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from opscareer.advice.advise import Situation
from opscareer.advice.standing import UPWARDS, Kind, candidate_for
from opscareer.advice.ways.least import least_learning, least_waiting
from opscareer.advice.ways.leg import SIDEWAYS, Place, step_on, time_due
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR

Onward = tuple[Kind, str, Move | None]


class _Open(NamedTuple):
    """A place, or a step from it that is not worked out yet; in the order in which they are looked at.

    least: months in all, or where only any way is sought months ahead, at the least; learning: months of learning to a
    goal from the place, at the least.
    """

    least: float
    steps: int
    way: tuple[str, ...]
    number: int
    place: Place
    step: Onward | None
    learning: float


class Search:
    """A search for ways to some goals, with so many steps sideways at most, or with a first step that is given.

    Equally long ways come in the order of their steps: the fewer first, then by the ids of the positions.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        situation: Situation,
        goals: frozenset[str],
        *,
        sideways: int | None = None,
        first: str | None = None,
    ) -> None:
        self._kb, self._situation, self._first = kb, situation, first
        self._goals = goals.difference(situation.standing.positions)
        self._sideways = int(kb.rules["path_sideways"]) if sideways is None else sideways
        self._waiting = least_waiting(kb, self._goals, self._sideways)
        self._heap: list[_Open] = []
        self._pushed, self._any = 0, False

    def places(self) -> Iterator[Place]:
        """Yield the places at a goal in the order of their months, as many as a bounded search finds.

        Where it finds none, it yields one that a way leads to, if not the shortest.
        """
        for start in _starts(self._kb, self._situation):
            self._push(start, None, 0.0, self._learning(start))
        found = 0
        for _ in range(int(self._kb.rules["path_steps"])):
            if not self._heap:
                return
            place = self._look()
            if place:
                found += 1
                yield place
        if not found:
            yield from self._dive()

    def _look(self) -> Place | None:
        """Look at what comes first, and return it where it is a place at a goal."""
        *_, place, step, learning = heappop(self._heap)
        if step is not None:
            self._arrive(step_on(self._kb, place, *step))
        elif place.position in self._goals:
            return place
        else:
            for onward in self._steps(place):
                self._set_out(place, onward, learning)
        return None

    def _dive(self) -> Iterator[Place]:
        """Yield the first place at a goal that is come to by always going where least lies ahead."""
        self._any = True
        self._heap = [one._replace(least=one.least - one.place.months) for one in self._heap]
        heapify(self._heap)
        while self._heap:
            place = self._look()
            if place:
                yield place
                return

    def _arrive(self, place: Place) -> None:
        """Put a place that a step has led to on the heap."""
        learning = 0.0 if place.position in self._goals else self._learning(place)
        waiting = self._waiting[place.position, self._sideways - place.aside]
        self._push(place, None, max(waiting, learning), learning)

    def _set_out(self, place: Place, step: Onward, learning: float) -> None:
        """Put a step from a place on the heap: it waits for the time due, or for what its position asks."""
        kind, end, _ = step
        due = time_due(self._kb, place) if kind in UPWARDS else 0.0
        taken = max(due, least_learning(self._kb, end, place.beliefs, entry=kind == "entry"))
        waiting = self._waiting[end, self._left(place, kind)]
        self._push(place, step, max(taken + waiting, learning), learning)

    def _push(self, place: Place, step: Onward | None, ahead: float, learning: float) -> None:
        """Put a place or a step on the heap, by the months until a goal at the least."""
        way = (*place.way, step[1]) if step else place.way
        least = round(ahead if self._any else place.months + ahead, 6)
        self._pushed += 1
        heappush(self._heap, _Open(least, len(way), way, self._pushed, place, step, learning))

    def _learning(self, place: Place) -> float:
        """Return the months of learning until a goal at the least; who enters is asked each level one lower."""
        entry = not place.position
        return min((least_learning(self._kb, goal, place.beliefs, entry=entry) for goal in self._goals), default=0.0)

    def _left(self, place: Place, kind: Kind) -> int:
        """Return how many steps sideways are left after a step."""
        return self._sideways - place.aside - (kind in SIDEWAYS)

    def _steps(self, place: Place) -> Iterator[Onward]:
        """Yield the steps that lead on from a place towards a goal."""
        for kind, end, move in self._listed(place):
            if (end, self._left(place, kind)) in self._waiting and end not in place.passed:
                yield kind, end, move

    def _listed(self, place: Place) -> Iterator[Onward]:
        """Yield the steps from a place, wherever they lead: moves, entries from outside, or the first that is given."""
        if self._first is not None and not place.way:
            yield from self._first_step(place, self._first)
        elif place.position:
            yield from ((move.kind, move.end, move) for move in self._kb.moves_from[place.position])
        else:
            yield from (("entry", entry, None) for entry in self._entries())

    def _entries(self) -> list[str]:
        """Return the positions to enter by: those that suit best of all that lead to a goal."""
        steps = [self._situation.steps[scale.line.key].position for scale in self._situation.scales]
        suiting = [position for position in steps if (position, self._sideways) in self._waiting]
        return suiting[: int(self._kb.rules["path_entries"])]

    def _first_step(self, place: Place, first: str) -> Iterator[Onward]:
        """Yield the step that is to be the first, by the move that leads there or, as into a post offered, without."""
        step = candidate_for(self._kb, self._situation.standing, first)
        moves = [move for move in self._kb.moves_from.get(place.position, ()) if move.end == first]
        if moves:
            yield moves[0].kind, first, moves[0]
        elif step.start == place.position and step.move is None:
            yield step.kind, first, None


def _starts(kb: KnowledgeBase, situation: Situation) -> list[Place]:
    """Return the places to set out from: the highest positions held, on whichever track, or outside."""
    standing, served = situation.standing, YEAR * (situation.profile.years or 0.0)
    highest = [held for held in standing.positions if kb.order(held) == kb.rungs[standing.rung].order] or [""]
    return [Place(position, situation.beliefs, served, standing.positions) for position in highest]
