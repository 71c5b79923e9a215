"""The tasks of a plan: which levels are missing, how urgent each is, and in which order they end.

No level is begun before the one below it, or before what the skill's `needs` put first; what others wait for takes the
place of the first of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from operator import or_
from typing import NamedTuple

from opscareer.advice.belief import Belief, Beliefs, supposed
from opscareer.advice.fit import met
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.skill import Need

Goal = tuple[str, int]
"""A skill and the level (1-5) to gain in it."""
Turn = tuple[bool, bool, float]
"""When a task comes, the smaller the sooner: no must that bars waits for it, nor being ready; less its urgency."""
DIGITS = 1e-9
"""By how much a sum of months may miss a month and still be in it."""


class Task(NamedTuple):
    """A level to gain: months it takes, what it adds (0-1), what must be gained before, and when its turn comes.

    must: whether it is, or serves, what the position cannot do without.
    """

    months: float
    gain: float
    before: tuple[Goal, ...]
    turn: Turn
    must: bool


class _Asked(NamedTuple):
    """What is asked of a skill: which level (0: none), its weight, whether it is a must, up to which level it bars.

    A must that nobody told bars until it is shown (bar 0 or more); what bars nothing has a bar below 0.
    """

    level: int
    weight: float
    must: bool
    bar: int

    def turn(self, lowest: int, level: int, urgency: float) -> Turn:
        """Return when a level comes by itself, whatever waits for it; urgency: what it adds (0-1) a month, weighed.

        lowest: the first level to gain, which shows the skill where nobody told it.
        """
        bars = level <= self.bar or (self.bar >= 0 and level == lowest)
        return (not (self.must and bars), not bars, -round(urgency, 9))


class _Climb(NamedTuple):
    """The levels to gain in a skill, one after another; needs: what has to come before some of them."""

    tasks: Mapping[Goal, Task]
    needs: tuple[Need, ...]
    top: int


_NOTHING, _NONE = _Asked(0, 0.0, must=False, bar=-1), _Climb({}, (), 0)


def tasks_of(
    kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs, bars: Mapping[str, int]
) -> dict[Goal, Task]:
    """Return a task for each level that is missing, also of skills that only others need first.

    bars: up to which level skills bar from being ready. The turn of a task is that of the most urgent that waits for
    it: a must that bars, then what else bars, then the gain a month times the emphasis on the skill; gains are rounded,
    so that no last digit decides between equal ones.
    """
    asked = {r.skill: _Asked(r.level, r.weight, r.must, bars.get(r.skill, -1)) for r in requirements}
    climbs, tasks = _climbs(kb, asked, beliefs), dict[Goal, Task]()
    for climb in climbs.values():
        tasks.update(climb.tasks)
    for skill, climb in climbs.items():
        for need in climb.needs:
            if (need.skill, need.first) in tasks:
                _put_first(tasks, (need.skill, need.first), (skill, need.level))
    return tasks


def _climbs(kb: KnowledgeBase, asked: Mapping[str, _Asked], beliefs: Beliefs) -> dict[str, _Climb]:
    """Return what to gain in each skill: the levels that are asked for, and those that they need first."""
    believed = beliefs.skills
    climbs = {skill: _climb(kb, skill, believed[skill], one, 0) for skill, one in asked.items()}
    ahead = [skill for skill, climb in climbs.items() if climb.needs]
    while ahead:
        for need in climbs[ahead.pop()].needs:
            skill = need.skill
            if need.first > max(climbs.get(skill, _NONE).top, supposed(believed[skill])):
                climbs[skill] = _climb(kb, skill, believed[skill], asked.get(skill, _NOTHING), need.first)
                ahead.append(skill)
    return climbs


@lru_cache(maxsize=16384)  # a search for a way up asks it of the same few levels again and again
def _climb(kb: KnowledgeBase, skill: str, belief: Belief, asked: _Asked, first: int) -> _Climb:
    """Return what to gain in a skill up to the level that is asked, and up to that which others need first."""
    have, there = supposed(belief), met(belief, asked.level) if asked.level else 1.0
    short = range(min(asked.level, have + 1), asked.level + 1) if there < 1 else range(0)
    levels = sorted({*short, *range(have + 1, first + 1)})  # one to show may stand below one that others need
    shares = [there, *(min(level / asked.level, 1.0) for level in levels)] if short else [0.0] * (len(levels) + 1)
    months = [kb.skills[skill].months[str(level)] for level in levels]
    gains = [asked.weight * (after - before) for before, after in pairwise(shares)]
    urgencies = [kb.skills[skill].emphasis * gain / month for gain, month in zip(gains, months, strict=True)]
    turns = accumulate(map(partial(asked.turn, min(levels, default=0)), levels[::-1], urgencies[::-1]), min)
    musts = accumulate((asked.must and gain > 0 for gain in gains[::-1]), or_)
    goals = [(skill, level) for level in levels]
    before = [(), *((goal,) for goal in goals)]
    tasks = map(Task, months, gains, before, [*turns][::-1], [*musts][::-1])
    needs = tuple(need for need in kb.skills[skill].needs if need.level in levels)
    return _Climb(dict(zip(goals, tasks, strict=True)), needs, max(levels, default=0))


def _put_first(tasks: dict[Goal, Task], first: Goal, goal: Goal) -> None:
    """Put a task before another one that needs it."""
    task = tasks[goal]
    tasks[goal] = task._replace(before=(*task.before, first))
    _hurry(tasks, first, task)


def _hurry(tasks: dict[Goal, Task], goal: Goal, waiting: Task) -> None:
    """Let a task, and all that comes before it, come no later than what waits for it, and be a must where that is."""
    task = tasks[goal]
    hurried = task._replace(turn=min(task.turn, waiting.turn), must=task.must or waiting.must)
    if hurried != task:
        tasks[goal] = hurried
        for before in task.before:
            _hurry(tasks, before, hurried)


def ended(tasks: Mapping[Goal, Task], parallel: int) -> Iterator[tuple[Goal, float, float]]:
    """Yield each task with its start and end, as they end: whenever a hand is free, the most urgent is begun that can.

    It can once all is done that must come before it.
    """
    blocked = {goal: len(task.before) for goal, task in tasks.items() if task.before}
    waiting: dict[Goal, list[Goal]] = {}
    for goal in blocked:
        for before in tasks[goal].before:
            waiting.setdefault(before, []).append(goal)
    free = sorted([(task.turn, goal) for goal, task in tasks.items() if goal not in blocked])
    running: list[tuple[float, float, Goal]] = []
    now = 0.0
    while free or running:
        while free and len(running) < parallel:
            _, goal = heappop(free)
            heappush(running, (now + tasks[goal].months, now, goal))
        now = running[0][0]
        while running and running[0][0] <= now + DIGITS:
            end, start, goal = heappop(running)
            yield goal, start, end
            for after in waiting.get(goal, ()):
                blocked[after] -= 1
                if not blocked[after]:
                    heappush(free, (tasks[after].turn, after))
