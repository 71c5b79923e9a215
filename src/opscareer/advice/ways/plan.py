"""The plan for a position: one level of one skill after another, each with its months and the fit after it.

Gaps in a must skill first, then what else is too far to be ready, then by gain per month; what others wait for takes
the place of the first of them. At most so many skills at once. No level is begun before the one below it, or before
what the skill's `needs` put first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import fit_of, met
from opscareer.advice.gates import bars_of, enough
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.records import dataclass

Goal = tuple[str, int]
"""A skill and the level (1-5) to gain in it."""
_DIGITS = 1e-9
"""By how much a sum of months may miss a month and still be in it."""


class Step(NamedTuple):
    """One level of one skill gained, from the one below: months since today, and the gain and the fit after it (0-1).

    assumed: the level it starts from was not told; must: the position does not waive it, or what it does not waive
    waits for it.
    """

    skill: str
    level: int
    start: float
    end: float
    gain: float
    must: bool
    assumed: bool
    fit_after: float

    @property
    def months(self) -> float:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True)
class Plan:
    """Steps in the order in which they end; the fit before them (0-1); the month in which the position is in reach.

    `ready` is the first month in which the verdict is ready, but for the time on the rung, which does not count here.
    """

    steps: tuple[Step, ...]
    fit: float
    ready: float

    @property
    def months(self) -> float:
        """The month in which the last step ends."""
        return self.steps[-1].end if self.steps else 0.0

    def by(self, month: float) -> tuple[Step, ...]:
        """Return the steps that have ended by a month."""
        return tuple(step for step in self.steps if step.end <= month + _DIGITS)


class _Task(NamedTuple):
    """A level to gain: months it takes, what it adds (0-1), what must be gained before."""

    months: float
    gain: float
    before: tuple[Goal, ...]


class _Urgency(NamedTuple):
    """What puts a task before others, the first first: a must, what bars from being ready, the gain (0-1) a month."""

    must: bool
    bar: bool
    gain: float


def plan_of(
    kb: KnowledgeBase,
    requirements: Iterable[Requirement],
    beliefs: Beliefs,
    parallel: int,
    until: float = inf,
    led: Mapping[str, int] = MappingProxyType({}),
) -> Plan:
    """Return the plan that brings a person to a fit of 1, so many skills (>= 1) worked on in parallel.

    Once the position is in reach, it need hold no step that ends after a month (`until`). led: from which level of
    leading one has led, where the position asks for that.
    """
    requirements = tuple(requirements)
    asked = {r.skill: r.level for r in requirements}
    tasks = _tasks(kb, requirements, beliefs)
    bars = bars_of(kb, requirements, beliefs)
    bars |= {skill: max(least, bars.get(skill, 0)) for skill, least in led.items() if _never(beliefs, skill, least)}
    urgency = _urgency(tasks, {r.skill for r in requirements if r.must}, bars)
    fit = before = fit_of(requirements, beliefs)
    reached = not bars and enough(kb, fit)
    ready, steps = 0.0, list[Step]()
    for (skill, level), start, end in _ended(tasks, urgency, parallel):
        if reached and end > max(ready, until) + _DIGITS:
            break
        gain = tasks[skill, level].gain
        fit = min(fit + gain, 1.0)
        steps.append(
            Step(skill, level, start, end, gain, urgency[skill, level].must, skill not in beliefs.answered, fit)
        )
        if not reached:
            ready = end
            _note(bars, skill, asked.get(skill, 0) - kb.step, max(level, supposed(beliefs.skills[skill])))
            reached = not bars and enough(kb, fit)
    return Plan(tuple(steps), before, ready)


def _note(bars: dict[str, int], skill: str, least: int, have: int) -> None:
    """Note in what bars from being ready that a skill is known to stand at a level now.

    One that nobody told bars from then on, where it is too far.
    """
    least = max(least, bars.pop(skill, 0))
    if have < least:
        bars[skill] = least


def levels_after(beliefs: Beliefs, steps: Iterable[Step]) -> Mapping[str, int]:
    """Return the levels (1-5) of skills after some steps; to show that one has a level takes no higher one away."""
    return {step.skill: max(step.level, supposed(beliefs.skills[step.skill])) for step in steps}


def _never(beliefs: Beliefs, skill: str, least: int) -> bool:
    """Return whether nobody told that a person has had a level of a skill, or a higher one."""
    return skill not in beliefs.answered or 1.0 not in beliefs.skills[skill][least:]


def _tasks(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs) -> dict[Goal, _Task]:
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
            tasks[skill, level] = _Task(months[str(level)], gain, (*([(skill, lower)] if lower else ()), *first))
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


def _urgency(tasks: Mapping[Goal, _Task], musts: Collection[str], bars: Mapping[str, int]) -> dict[Goal, _Urgency]:
    """Return what of each task and of all that wait for it is the most urgent.

    Gains are rounded, so that no last digit decides between equal ones.
    """
    urgency = dict.fromkeys(tasks, _Urgency(must=False, bar=False, gain=-1.0))

    def urge(goal: Goal, by: _Urgency) -> None:
        if by > urgency[goal]:
            urgency[goal] = by
            for before in tasks[goal].before:
                urge(before, by)

    for goal, task in tasks.items():
        skill, level = goal
        barring = level <= bars.get(skill, 0)
        urge(goal, _Urgency(skill in musts and task.gain > 0, barring, round(task.gain / task.months, 9)))
    return urgency


def _ended(
    tasks: Mapping[Goal, _Task], urgency: Mapping[Goal, _Urgency], parallel: int
) -> Iterator[tuple[Goal, float, float]]:
    """Yield each task with its start and end, as they end: whenever a hand is free, the most urgent is begun that can.

    It can once all is done that must come before it.
    """
    order = sorted(tasks, key=lambda goal: (not urgency[goal].must, not urgency[goal].bar, -urgency[goal].gain, goal))
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
        while running and running[0][0] <= now + _DIGITS:
            end, start, goal = heappop(running)
            yield goal, start, end
            for after in waiting[goal]:
                blocked[after] -= 1
                if not blocked[after]:
                    heappush(free, places[after])
