"""The steps of a plan as they are told: what to do, what to show for it, and which of them are one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.ways import Schedule, Step
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Key, Level, Months, Need, OnPages, Share


@dataclass(frozen=True)
class PlanStep:
    """A skill raised by a level; times are in months since today, gain and fit_after shares of the fit.

    guessed: whether the level that it starts from is an estimate, as nobody told it; untried: whether there was no
    opportunity for the skill before it.
    """

    skill: str
    name: Text
    start_level: Annotated[Level, Key("from")]
    level: Annotated[Need, Key("to")]
    start: Months
    end: Months
    gain: Share
    must: bool
    assumed: bool
    no_opportunity: bool
    exposure: Text | None
    actions: tuple[Text, ...]
    proof: tuple[Text, ...]
    look_again: tuple[Months, ...]
    fit_after: Share
    guessed: OnPages[bool]
    untried: OnPages[bool]


def plan_steps(kb: KnowledgeBase, profile: Profile, schedule: Schedule) -> tuple[PlanStep, ...]:
    """Return the steps of a plan, in the order in which they end."""
    first = {step.skill: step for step in reversed(schedule.plan.steps)}
    return tuple(_step(kb, profile, schedule, step, first=first[step.skill] is step) for step in schedule.plan.steps)


def _step(kb: KnowledgeBase, profile: Profile, schedule: Schedule, step: Step, *, first: bool) -> PlanStep:
    """Return a step of a plan as it is told; first: whether it is the first of its skill."""
    skill, waiting = kb.skills[step.skill], step.skill in profile.no_opportunity
    return PlanStep(
        skill=step.skill,
        name=skill.name,
        start_level=step.level - 1,
        level=step.level,
        start=step.start,
        end=step.end,
        gain=step.gain,
        must=step.must,
        assumed=step.assumed,
        no_opportunity=waiting,
        exposure=exposure_for(kb, profile, step.skill) if waiting else None,
        actions=actions_for(kb, profile, step.skill, step.level),
        proof=skill.proofs(step.level),
        look_again=schedule.look_again(step),
        fit_after=step.fit_after,
        guessed=first and step.assumed and not waiting,
        untried=first and waiting,
    )


def told_together(steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    """Return steps as they are told: levels of one skill that are gained by doing the same are one step."""
    told, last = list[PlanStep](), dict[str, int]()
    for step in steps:
        if step.skill in last and _goes_on(told[last[step.skill]], step):
            told[last[step.skill]] = _both(told[last[step.skill]], step)
        else:
            last[step.skill] = len(told)
            told.append(step)
    return tuple(told)


def _goes_on(first: PlanStep, then: PlanStep) -> bool:
    """Return whether a step of a skill goes on with what is done for the one before."""
    return first.level == then.start_level and bool(first.actions) and first.actions == then.actions


def _both(first: PlanStep, then: PlanStep) -> PlanStep:
    """Return two steps of a skill as one: from the level of the first to that of the other."""
    return replace(
        first,
        level=then.level,
        end=then.end,
        gain=first.gain + then.gain,
        must=first.must or then.must,
        proof=then.proof,
        look_again=(*first.look_again, *then.look_again),
        fit_after=then.fit_after,
    )
