"""What a way takes at the least, before it is walked. The search for ways rests on it: it must never tell too much."""

from collections.abc import Callable, Collection
from functools import lru_cache
from heapq import heappop, heappush
from itertools import chain, pairwise
from typing import NamedTuple

from opscareer.advice.belief import Belief, Beliefs, supposed
from opscareer.advice.fit import met, requirements_of
from opscareer.advice.standing import UPWARDS
from opscareer.advice.ways.leg import SIDEWAYS
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.role import Requirement
from opscareer.model.rules import YEAR

Left = tuple[str, int]
"""A position, and how many steps sideways are left from there."""
_DIGITS = 1e-9
"""By how much the sum of a fit (0-1) may miss the bound and still be enough."""


class _Rise(NamedTuple):
    """Some of a skill to gain: what it adds to the fit (0-1), and its months at the least."""

    gain: float
    months: float


class _Part(NamedTuple):
    """A requirement: the fit (0-1) that is there once its gate is open, the months that this takes, what else may be
    gained, each with its months for what it adds."""

    sure: float
    due: float
    free: tuple[tuple[float, _Rise], ...]


def least_learning(kb: KnowledgeBase, position: str, beliefs: Beliefs, *, entry: bool = False) -> float:
    """Return the months that it takes at the least to be ready for a position: by no way one learns it sooner.

    What opens the gates and brings what was told within a step, and of the rest that which brings most a month, also a
    part of a level, whatever has to come before it; all hands at work, but one at a time on a skill.
    """
    believed, told = beliefs.skills, beliefs.answered
    parts = [
        _part(kb, position, number, believed[skill], skill in told, entry)
        for number, skill in enumerate(kb.needed[position])
    ]
    dues = [due for _, due, _ in parts if due]
    months, missing = sum(dues), kb.rules.constants.ready - _DIGITS - sum([sure for sure, _, _ in parts])
    if missing > 0:
        for _, (gain, needs) in sorted(chain.from_iterable([free for _, _, free in parts])):
            months += needs * min(1.0, max(0.0, missing / gain))
            missing -= gain
    return max([months / kb.rules.constants.plan_parallel, *dues])


def least_waiting(
    kb: KnowledgeBase, goals: Collection[str], sideways: int, without: Collection[str] = ()
) -> dict[Left, float]:
    """Return the months that one waits at the least from a position to a goal: the time due, nothing served yet.

    What leads to no goal is left out, and so is what leads there only by some positions (`without`).
    """
    return _least(
        kb, goals, sideways, without, lambda move: YEAR * kb.years(move.start)[0] if move.kind in UPWARDS else 0.0
    )


def least_steps(
    kb: KnowledgeBase, goals: Collection[str], sideways: int, without: Collection[str] = ()
) -> dict[Left, float]:
    """Return how many steps it takes at the least from a position to a goal."""
    return _least(kb, goals, sideways, without, lambda _: 1.0)


def _least(
    kb: KnowledgeBase,
    goals: Collection[str],
    sideways: int,
    without: Collection[str],
    cost: Callable[[Move], float],
) -> dict[Left, float]:
    """Return what it costs at the least from a position to a goal, by how many steps sideways are left."""
    into: dict[str, list[Move]] = {}
    for move in (move for move in kb.ladder.moves if move.start not in without):
        into.setdefault(move.end, []).append(move)
    least: dict[Left, float] = {}
    heap = [(0.0, goal, left) for goal in sorted(goals) for left in range(sideways + 1)]
    while heap:
        far, position, left = heappop(heap)
        if (position, left) in least:
            continue
        least[position, left] = far
        for move in into.get(position, ()):
            before = left + (move.kind in SIDEWAYS)
            if before <= sideways:
                heappush(heap, (far + cost(move), move.start, before))
    return least


@lru_cache(maxsize=65536)  # a search holds the same few levels against the same positions again and again
def _part(kb: KnowledgeBase, position: str, number: int, belief: Belief, told: bool, entry: bool) -> _Part:
    """Return one requirement of a position, by its number, held against a belief; told: whether that was answered."""
    asked = requirements_of(kb, position, entry=entry)[number]
    there, have = met(belief, asked.level), supposed(belief)
    if there >= 1:
        return _Part(asked.weight, 0.0, ())
    shut = asked.level - have > kb.step if told else asked.must
    rises = _rises(kb, asked, belief, shut)
    opens = max(1, asked.level - kb.step - have) if shut else 0
    gained = sum(rise.gain for rise in rises[:opens])
    free = tuple((rise.months / rise.gain, rise) for rise in rises[opens:])
    return _Part(asked.weight * there + gained, sum(rise.months for rise in rises[:opens]), free)


def _rises(kb: KnowledgeBase, asked: Requirement, belief: Belief, shut: bool) -> tuple[_Rise, ...]:
    """Return the levels to gain one by one; of a skill that is not known first that which is supposed, to be shown.

    Any level up to the next one shows it, where some position on the way asks for that. Together with the next one it
    is one rise, unless it has to come by itself or is worth more so.
    """
    months, need, weight = kb.skills[asked.skill].months, asked.level, asked.weight
    there, have = met(belief, need), supposed(belief)
    shares = (there, *(level / need for level in range(have + 1, need + 1)))
    climb = tuple(
        _Rise(weight * (higher - lower), months[str(level)])
        for level, (lower, higher) in enumerate(pairwise(shares), have + 1)
    )
    if max(belief) == 1 or not have:
        return climb
    cheapest = min(months[str(level)] for level in range(1, min(have + 1, kb.top) + 1))
    if have >= need:
        return (_Rise(weight * (1 - there), cheapest),)
    first, shown = climb[0], _Rise(weight * max(0.0, have / need - there), cheapest)
    if have >= need - kb.step if shut else shown.months * first.gain < first.months * shown.gain:
        return (shown, _Rise(first.gain - shown.gain, first.months - shown.months), *climb[1:])
    return climb
