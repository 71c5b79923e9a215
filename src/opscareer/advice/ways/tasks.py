"""The tasks of a plan: which levels are missing, how urgent each is, and in which order they end.

No level is begun before the one below it, or before what the skill's `needs` put first; what others wait for takes the
place of the first of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import met
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement

Goal = tuple[str, int]
"""A skill and the level (1-5) to gain in it."""
DIGITS = 1e-9
"""By how much a sum of months may miss a month and still be in it."""


class Task(NamedTuple):
    """A level to gain: months it takes, what it adds (0-1), what must be gained before."""

    months: float
    gain: float
    before: tuple[Goal, ...]


class Urgency(NamedTuple):
    """What puts a task before others, the first first: a must, what bars from being ready, the gain (0-1) a month."""

    must: bool
    bar: bool
    gain: float


def tasks_of(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs) -> dict[Goal, Task]:
    """Return a task for each level that is missing, also of skills that only others need first."""
    asked = {r.skill: r for r in requirements if r.weight * (1 - met(beliefs.skills[r.skill], r.level)) > 0}
    wanted = _wanted(kb, asked, beliefs)
    tasks = {}
    for skill, levels in wanted.items():
        r, months, needs = asked.get(skill), kb.skills[skill].months, kb.skills[skill].needs
        lower, had = 0, met(beliefs.skills[skill], r.level) if r else 0.0
        for level in sorted(levels):  # a level to show may stand below one that others need
            first = [(n.skill, n.first) for n in needs if n.level == level and n.first in wanted.get(n.skill, ())]
            there = min(level / r.level, 1.0) if r else 0.0
            gain = r.weight * (there - had) if r else 0.0
            tasks[skill, level] = Task(months[str(level)], gain, (*([(skill, lower)] if lower else ()), *first))
            lower, had = level, there
    return tasks


def _wanted(kb: KnowledgeBase, asked: Mapping[str, Requirement], beliefs: Beliefs) -> dict[str, set[int]]:
    """Return the levels to gain in each skill: those that are asked for, and those that they need first."""
    wanted = {
        skill: set(range(min(r.level, supposed(beliefs.skills[skill]) + 1), r.level + 1)) for skill, r in asked.items()
    }
    ahead = [skill for skill in wanted if kb.skills[skill].needs]
    while ahead:
        skill = ahead.pop()
        for need in kb.skills[skill].needs:
            missing = set(range(supposed(beliefs.skills[need.skill]) + 1, need.first + 1))
            if need.level in wanted[skill] and not missing <= wanted.get(need.skill, set()):
                wanted[need.skill] = wanted.get(need.skill, set()) | missing
                ahead.append(need.skill)
    return wanted


def urgency_of(tasks: Mapping[Goal, Task], musts: Collection[str], bars: Mapping[str, int]) -> dict[Goal, Urgency]:
    """Return what of each task and of all that wait for it is the most urgent.

    Gains are rounded, so that no last digit decides between equal ones.
    """
    urgency = dict.fromkeys(tasks, Urgency(must=False, bar=False, gain=-1.0))

    def urge(goal: Goal, by: Urgency) -> None:
        if by > urgency[goal]:
            urgency[goal] = by
            for before in tasks[goal].before:
                urge(before, by)

    for goal, task in tasks.items():
        skill, level = goal
        barring = level <= bars.get(skill, 0)
        urge(goal, Urgency(skill in musts and task.gain > 0, barring, round(task.gain / task.months, 9)))
    return urgency


def ended(
    tasks: Mapping[Goal, Task], urgency: Mapping[Goal, Urgency], parallel: int
) -> Iterator[tuple[Goal, float, float]]:
    """Yield each task with its start and end, as they end: whenever a hand is free, the most urgent is begun that can.

    It can once all is done that must come before it.
    """
    turns = {goal: (not must, not bar, -gain, goal) for goal, (must, bar, gain) in urgency.items()}
    order = sorted(tasks, key=turns.__getitem__)
    places = {goal: number for number, goal in enumerate(order)}
    blocked = {goal: len(task.before) for goal, task in tasks.items()}
    waiting: dict[Goal, list[Goal]] = {goal: [] for goal in tasks}
    for goal, task in tasks.items():
        for before in task.before:
            waiting[before].append(goal)
    free = [number for number, goal in enumerate(order) if not blocked[goal]]
    running: list[tuple[float, float, Goal]] = []
    now = 0.0
    while free or running:
        while free and len(running) < parallel:
            goal = order[heappop(free)]
            heappush(running, (now + tasks[goal].months, now, goal))
        now = running[0][0]
        while running and running[0][0] <= now + DIGITS:
            end, start, goal = heappop(running)
            yield goal, start, end
            for after in waiting[goal]:
                blocked[after] -= 1
                if not blocked[after]:
                    heappush(free, places[after])
