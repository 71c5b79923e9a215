"""The search for ways, best first: of all ways so far the one is walked on that could become the shortest (A*).

A way so far is held to take no longer than it must at the least (least.py), so whole ways are found in the order of
their months, and few of all are walked. How long a step takes is worked out when it comes first, not before.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from heapq import heapify, heappop, heappush
from math import inf
from typing import NamedTuple

from opscareer.advice.advise import Situation
from opscareer.advice.standing import UPWARDS
from opscareer.advice.ways.least import Left, least_learning, least_steps, least_waiting
from opscareer.advice.ways.leg import Place, step_on
from opscareer.advice.ways.onward import Limits, Onward, onward_from, starts_of
from opscareer.model.kb import KnowledgeBase

_Key = tuple[float, bool, float, float, int, tuple[str, ...]]
_NEAR = 1.1
"""Ways that take no longer than so many times the shortest are equal to it."""


class _Open(NamedTuple):
    """A place, or a step from it that is not worked out yet.

    least: months of the whole way at the least; learning: months of learning to a goal from the place at the least.
    """

    place: Place
    step: Onward | None
    least: float
    learning: float

    @property
    def way(self) -> tuple[str, ...]:
        """The positions that its steps lead to."""
        return (*self.place.way, self.step[1]) if self.step else self.place.way

    @property
    def ids(self) -> tuple[str, ...]:
        """What orders equally good ways: the positions that the steps lead to, then the one set out from."""
        return (*self.way, self.place.start)


class Search:
    """A search for ways to some goals, with so many steps sideways at most, a first step that is given, or without some
    positions.

    Equally good ways come in the order of their steps: the fewer first, then by the ids of the positions, that
    set out from last.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        situation: Situation,
        goals: frozenset[str],
        *,
        sideways: int | None = None,
        first: str | None = None,
        without: Collection[str] = (),
    ) -> None:
        self._kb, self._situation, self._without = kb, situation, without
        self._goals = goals.difference(situation.standing.positions)
        sideways = kb.rules.constants.path_sideways if sideways is None else sideways
        self._limits = Limits(first, sideways, least_waiting(kb, self._goals, sideways, without))
        self._key: Callable[[_Open], _Key] = _by_months
        self._looks: float = kb.rules.constants.path_steps
        self._heap: list[tuple[_Key, int, _Open]] = []
        self._pushed = 0
        self._bounds: dict[Place, list[tuple[float, str]]] = {}
        for start in starts_of(kb, situation):
            self._push(start, None, 0.0, self._learning(start))

    def shortest(self) -> Place | None:
        """Return the place at the end of the shortest way; where a bounded search finds none, of any way there is."""
        place = self._next()
        if place is None and self._heap:
            self._order_by(_by_what_is_ahead)
            self._looks = inf
            place, self._looks = self._next(), 0.0
        return place

    def best(self, by: str | None) -> Iterator[Place]:
        """Yield the places at the end of ways, the best first, as many as a bounded search finds.

        Within a tenth of the shortest all are equal: those that begin with a position (`by`) come first, then those
        with fewer steps. The others follow by their months.
        """
        shortest = self.shortest()
        if shortest is None:
            return
        self._push(shortest, None, 0.0, 0.0)
        self._order_by(lambda one: self._rank(one, shortest.months, by))
        place: Place | None = self._next() or shortest
        while place:
            yield place
            place = self._next()

    def _next(self) -> Place | None:
        """Look at what comes first until it is a place at a goal, and return that."""
        while self._heap and self._looks > 0:
            self._looks -= 1
            _, _, (place, step, _, learning) = heappop(self._heap)
            if step is not None:
                self._arrive(step_on(self._kb, place, *step))
            elif place.position in self._goals:
                return place
            else:
                for onward in onward_from(self._kb, self._situation, place, self._limits):
                    self._set_out(place, onward, learning)
        return None

    @cached_property
    def _steps_ahead(self) -> Mapping[Left, float]:
        return least_steps(self._kb, self._goals, self._limits.sideways, self._without)

    def _order_by(self, key: Callable[[_Open], _Key]) -> None:
        self._key = key
        self._heap = [(key(one), number, one) for _, number, one in self._heap]
        heapify(self._heap)

    def _rank(self, one: _Open, shortest: float, by: str | None) -> _Key:
        """Return how good the way could become at the best: near the shortest, by a position, of few steps."""
        if one.least > round(_NEAR * shortest, 6):
            return (1.0, False, 0.0, one.least, len(one.way), one.ids)
        end = one.way[-1] if one.way else ""
        ahead = self._steps_ahead.get((end, self._limits.left(one.place, one.step[0] if one.step else "stay")), 0.0)
        other = bool(one.way) and one.way[0] != by
        return (0.0, other, len(one.way) + ahead, one.least, len(one.way), one.ids)

    def _arrive(self, place: Place) -> None:
        """Put a place that a step has led to on the heap."""
        learning = 0.0 if place.position in self._goals else self._learning(place)
        waiting = self._limits.waiting[place.position, self._limits.sideways - place.aside]
        self._push(place, None, max(waiting, learning), learning)

    def _set_out(self, place: Place, step: Onward, learning: float) -> None:
        """Put a step from a place on the heap: it waits for the time due, or for what its position asks."""
        kind, end, _ = step
        due = place.due if kind in UPWARDS else 0.0
        taken = max(due, least_learning(self._kb, end, place.beliefs, entry=place.outside))
        waiting = self._limits.waiting[end, self._limits.left(place, kind)]
        self._push(place, step, max(taken + waiting, learning), learning)

    def _push(self, place: Place, step: Onward | None, ahead: float, learning: float) -> None:
        """Put a place or a step on the heap, by the months until a goal at the least."""
        self._pushed += 1
        one = _Open(place, step, round(place.months + ahead, 6), learning)
        heappush(self._heap, (self._key(one), self._pushed, one))

    def _learning(self, place: Place) -> float:
        """Return the months of learning until a goal at the least; who enters is asked each level one lower.

        Goals that cannot be the nearest, by what they took at the place before, are not looked at again.
        """
        least, bounds = inf, list[tuple[float, str]]()
        for bound, goal in self._bounds_before(place):
            if bound < least:
                bound = least_learning(self._kb, goal, place.beliefs, entry=place.outside)
                least = min(least, bound)
            bounds.append((bound, goal))
        self._bounds[place] = sorted(bounds)
        return least if bounds else 0.0

    def _bounds_before(self, place: Place) -> list[tuple[float, str]]:
        """Return what each goal takes at the least, nearest first: no month brings it nearer by more than a month."""
        if place.came is None:
            return [(0.0, goal) for goal in self._goals]
        gone = place.months - place.came.place.months
        return [(bound - gone, goal) for bound, goal in self._bounds[place.came.place]]


def _by_months(one: _Open) -> _Key:
    return (one.least, False, 0.0, 0.0, len(one.way), one.ids)


def _by_what_is_ahead(one: _Open) -> _Key:
    return (one.least - one.place.months, False, 0.0, 0.0, len(one.way), one.ids)
