"""Finding circles in what waits for what."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def circling(waits: Mapping[Thing, Iterable[Thing]]) -> frozenset[Thing]:
    """Return all that waits, over others or at once, for itself.

    graphlib tells one circle; all faults are told at once: so the circle is made one thing, and the next one sought.
    """
    found: set[Thing] = set()
    while circle := _a_circle(waits):
        found.update(circle)
        waits = _merged(waits, circle)
    return frozenset(found)


def _a_circle(waits: Mapping[Thing, Iterable[Thing]]) -> list[Thing]:
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle: list[Thing] = error.args[1]
        return circle
    return []


def _merged(waits: Mapping[Thing, Iterable[Thing]], circle: Collection[Thing]) -> dict[Thing, set[Thing]]:
    """Return what waits for what where all of a circle are one of them, which no longer waits for itself."""
    one = next(iter(circle))
    merged: dict[Thing, set[Thing]] = {}
    for thing, others in waits.items():
        there = merged.setdefault(one if thing in circle else thing, set())
        there.update(one if other in circle else other for other in others)
    merged[one].discard(one)
    return merged
