"""The plan for a position: one level of one skill after another, each with its months and the fit after it.

What bars the way first, a must before others; then by gain per month times the emphasis on the skill; at most so many
skills at once.
"""

from collections.abc import Iterable, Mapping
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import fit_of
from opscareer.advice.gates import bars_of, enough
from opscareer.advice.ways.tasks import DIGITS, ended, tasks_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.records import dataclass


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
        return tuple(step for step in self.steps if step.end <= month + DIGITS)


def plan_of(
    kb: KnowledgeBase,
    requirements: Iterable[Requirement],
    beliefs: Beliefs,
    parallel: int,
    until: float = inf,
    due: float = 0.0,
    led: Mapping[str, int] = MappingProxyType({}),
) -> Plan:
    """Return the plan that brings a person to a fit of 1, so many skills (>= 1) worked on in parallel.

    Once the position is in reach, it need hold no step that ends after a month (`until`). due: months to serve in any
    case, so long as what is shown meanwhile may still take the position out of reach. led: from which level of leading
    one has led, where the position asks for that.
    """
    requirements = tuple(requirements)
    asked = {r.skill: r.level for r in requirements}
    bars = bars_of(kb, requirements, beliefs)
    bars |= {skill: max(least, bars.get(skill, 0)) for skill, least in led.items() if _never(beliefs, skill, least)}
    tasks = tasks_of(kb, requirements, beliefs, bars)
    fit = before = fit_of(requirements, beliefs)
    reached = not bars and enough(kb, fit)
    ready, steps = 0.0, list[Step]()
    for (skill, level), start, end in ended(tasks, parallel):
        if reached and end > max(ready, until) + DIGITS:
            break
        task = tasks[skill, level]
        fit = min(fit + task.gain, 1.0)
        steps.append(Step(skill, level, start, end, task.gain, task.must, skill not in beliefs.answered, fit))
        if not reached or end <= max(ready, due) + DIGITS:
            ready = ready if reached else end
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
