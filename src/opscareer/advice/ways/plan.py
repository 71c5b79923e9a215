"""The plan for a position: one level of one skill after another, each with its months and the fit after it.

Gaps in a must skill first, then by gain per month; what others wait for takes the place of the first of them. At most
so many skills at once. No level is begun before the one below it, or before what the skill's `needs` put first.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import Gap, fit_of, gaps_of, met
from opscareer.advice.gates import skill_gates_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement

Goal = tuple[str, int]
"""A skill and the level (1-5) to gain in it."""


@dataclass(frozen=True)
class Step:
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

    `ready` is the first month with fit enough and no gate of a skill left; time on the rung does not count here.
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
        return tuple(step for step in self.steps if step.end <= month + 1e-9)


@dataclass(frozen=True)
class _Task:
    """A level to gain: months it takes, what it adds (0-1), what must be gained before."""

    months: float
    gain: float
    before: tuple[Goal, ...]


def plan_of(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs, parallel: int) -> Plan:
    """Return the plan that brings a person to a fit of 1, so many skills (>= 1) worked on in parallel."""
    requirements = tuple(requirements)
    tasks = _tasks(kb, requirements, beliefs)
    urgency = _urgency(tasks, {r.skill for r in requirements if r.must})
    times = _times(tasks, urgency, parallel)
    fit = before = fit_of(requirements, beliefs)
    steps = []
    for (skill, level), (end, start) in sorted(times.items(), key=lambda item: (item[1], item[0])):
        gain = tasks[skill, level].gain
        fit = min(fit + gain, 1.0)
        must = urgency[skill, level][0]
        steps.append(Step(skill, level, start, end, gain, must, skill not in beliefs.answered, fit))
    return Plan(tuple(steps), before, _ready(kb, requirements, beliefs, before, steps))


def least_learning(kb: KnowledgeBase, position: str, beliefs: Beliefs) -> float:
    """Return the months that it takes at the least to be ready for a position: no plan is shorter, in whatever order.

    The levels that bring most a month are taken first, also a part of one, whatever has to come before them.
    """
    asked = kb.positions[position].requirements
    missing = kb.rules["ready"] - fit_of(asked, beliefs)
    months = 0.0
    for gain, needs in sorted(_worths(kb, asked, beliefs), key=lambda one: -one[0] / one[1]):
        if missing <= 1e-9:
            break
        months += needs * min(1.0, missing / gain)
        missing -= gain
    return months / int(kb.rules["plan_parallel"])


def _worths(kb: KnowledgeBase, asked: Iterable[Requirement], beliefs: Beliefs) -> Iterable[tuple[float, float]]:
    """Yield for each level that is missing what it adds (0-1) and its months."""
    for gap in gaps_of(asked, beliefs):
        had = met(beliefs.skills[gap.skill], gap.need)
        for level in range(gap.step, gap.need + 1):
            there = min(level / gap.need, 1.0)
            if there > had:
                yield gap.weight * (there - had), kb.skills[gap.skill].months[str(level)]
            had = max(had, there)


def levels_after(beliefs: Beliefs, steps: Iterable[Step]) -> Mapping[str, int]:
    """Return the levels (1-5) of skills after some steps; to show that one has a level takes no higher one away."""
    return {step.skill: max(step.level, supposed(beliefs.skills[step.skill])) for step in steps}


def _tasks(kb: KnowledgeBase, requirements: tuple[Requirement, ...], beliefs: Beliefs) -> dict[Goal, _Task]:
    """Return a task for each level that is missing, also of skills that only others need first."""
    gaps = {gap.skill: gap for gap in gaps_of(requirements, beliefs)}
    wanted = _wanted(kb, gaps, beliefs)
    goals = {(skill, level) for skill, levels in wanted.items() for level in levels}
    tasks = {}
    for skill, levels in wanted.items():
        had = met(beliefs.skills[skill], gaps[skill].need) if skill in gaps else 0.0
        for lower, level in pairwise([0, *sorted(levels)]):  # a level to show may stand below one that others need
            below = ((skill, lower), *((n.skill, n.first) for n in kb.skills[skill].needs if n.level == level))
            there = min(level / gaps[skill].need, 1.0) if skill in gaps else 0.0
            gain = gaps[skill].weight * (there - had) if skill in gaps else 0.0
            months = kb.skills[skill].months[str(level)]
            tasks[skill, level] = _Task(months, gain, tuple(goal for goal in below if goal in goals))
            had = there
    return tasks


def _wanted(kb: KnowledgeBase, gaps: Mapping[str, Gap], beliefs: Beliefs) -> dict[str, set[int]]:
    """Return the levels to gain in each skill: those of the gaps, and those that they need first."""
    wanted = {skill: set(range(gap.step, gap.need + 1)) for skill, gap in gaps.items()}
    ahead = list(wanted)
    while ahead:
        skill = ahead.pop()
        for need in kb.skills[skill].needs:
            missing = set(range(supposed(beliefs.skills[need.skill]) + 1, need.first + 1))
            if need.level in wanted[skill] and not missing <= wanted.get(need.skill, set()):
                wanted[need.skill] = wanted.get(need.skill, set()) | missing
                ahead.append(need.skill)
    return wanted


def _urgency(tasks: Mapping[Goal, _Task], musts: Collection[str]) -> dict[Goal, tuple[bool, float]]:
    """Return whether a must waits for each task, and the most gain per month of all that wait for it, its own included.

    Gains are rounded, so that no last digit decides between equal ones.
    """
    urgency = dict.fromkeys(tasks, (False, -1.0))

    def urge(goal: Goal, by: tuple[bool, float]) -> None:
        if by > urgency[goal]:
            urgency[goal] = by
            for before in tasks[goal].before:
                urge(before, by)

    for goal, task in tasks.items():
        urge(goal, (goal[0] in musts and task.gain > 0, round(task.gain / task.months, 9)))
    return urgency


def _times(
    tasks: Mapping[Goal, _Task], urgency: Mapping[Goal, tuple[bool, float]], parallel: int
) -> dict[Goal, tuple[float, float]]:
    """Return when each task ends and starts: whenever a hand is free, the most urgent one that can be begun."""
    waiting = sorted(tasks, key=lambda goal: (not urgency[goal][0], -urgency[goal][1], goal))
    times: dict[Goal, tuple[float, float]] = {}
    running: dict[Goal, float] = {}
    done: set[Goal] = set()
    now = 0.0
    while waiting or running:
        for goal in [goal for goal in waiting if done.issuperset(tasks[goal].before)][: parallel - len(running)]:
            running[goal] = now + tasks[goal].months
            times[goal] = (running[goal], now)
            waiting.remove(goal)
        now = min(running.values())
        done.update(goal for goal, end in running.items() if end <= now + 1e-9)
        running = {goal: end for goal, end in running.items() if goal not in done}
    return times


def _ready(
    kb: KnowledgeBase, requirements: tuple[Requirement, ...], beliefs: Beliefs, fit: float, steps: list[Step]
) -> float:
    """Return the first month in which the fit is enough and no must skill is more than a level short."""
    gates = {gate.skill: gate.need - 1 for gate in skill_gates_of(requirements, beliefs)}
    month, ahead = 0.0, list(steps)
    while gates or round(fit, 9) < kb.rules["ready"]:
        step = ahead.pop(0)
        month, fit = step.end, step.fit_after
        if step.level >= gates.get(step.skill, inf):
            del gates[step.skill]
    return month
