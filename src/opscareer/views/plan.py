"""The plan for a position: what to raise, when, by doing what, with what to show for it."""

from dataclasses import dataclass
from typing import Annotated

from opscareer.advice.acting import actions_for, exposure_for
from opscareer.advice.heights import rise_of
from opscareer.advice.ways import Schedule, Step
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.step import StepKind, Verdict
from opscareer.text import Text
from opscareer.views.parts import GrowthView, growth_views
from opscareer.views.steps import StepWords, step_words
from opscareer.views.values import Key, Level, Months, Natural, Need, OnPages, PositionId, Share

_STEPS = ("promotion", "diagonal", "lateral")


@dataclass(frozen=True)
class PlanStep:
    """A skill raised by a level; times are in months since today, gain and fit_after shares of the fit."""

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


@dataclass(frozen=True)
class ByMonth:
    """How far one gets by a month with the position that is worked on; gates are skills, null for the time on the rung.

    title: of that position, where it is another one than the plan is told for.
    """

    position: PositionId
    months: Months
    fit: Share
    verdict: Verdict
    gates: tuple[str | None, ...]
    title: OnPages[Text | None]


@dataclass(frozen=True)
class PlanView:
    """A plan with all its steps.

    rise: by how many levels the step rises, below 0 falls; aim: the title of the position that is worked on; near:
    whether it is one step from here; then: what the present post leads to where the plan is to make that real; bound:
    from which fit on a position is in reach; review: the months between two looks; made_on: the day from which months
    count (ISO).
    """

    position: PositionId
    title: Text
    kind: StepKind
    rise: int
    fit: Share
    gaps_of: PositionId
    verdict: Verdict
    months: Months
    ready_month: Months
    due_months: Months
    parallel: Natural
    by: ByMonth | None
    steps: tuple[PlanStep, ...]
    growth: tuple[GrowthView, ...]
    words: OnPages[StepWords]
    aim: OnPages[Text]
    near: OnPages[bool]
    then: OnPages[tuple[str, Text] | None]
    bound: OnPages[Share]
    review: OnPages[Months]
    made_on: OnPages[str]

    @property
    def first(self) -> tuple[PlanStep, ...]:
        """The steps that begin before the plan is looked at again, or by the month that was asked for."""
        ahead = max(self.review, self.by.months if self.by else 0.0)
        return tuple(step for step in self.steps if step.start < ahead)


def plan_view(kb: KnowledgeBase, profile: Profile, schedule: Schedule, made_on: str) -> PlanView:
    """Return a plan as it is told; `made_on` is the day from which its months count (ISO)."""
    prospect, plan = schedule.prospect, schedule.plan
    candidate = prospect.candidate
    return PlanView(
        position=prospect.position,
        title=kb.positions[prospect.position].title,
        kind=candidate.kind,
        rise=rise_of(kb, candidate),
        fit=prospect.fit,
        gaps_of=prospect.gaps_of,
        verdict=prospect.verdict,
        months=plan.months,
        ready_month=plan.ready,
        due_months=schedule.due,
        parallel=schedule.parallel,
        by=_by(kb, schedule),
        steps=tuple(_step(kb, profile, schedule, step) for step in plan.steps),
        growth=growth_views(schedule.growth),
        words=step_words(kb, profile, prospect),
        aim=kb.positions[prospect.gaps_of].title,
        near=candidate.kind not in _STEPS or candidate.move is not None,
        then=_then(kb, schedule),
        bound=kb.rules.constants.ready,
        review=schedule.review,
        made_on=made_on,
    )


def _step(kb: KnowledgeBase, profile: Profile, schedule: Schedule, step: Step) -> PlanStep:
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
        proof=skill.proof,
        look_again=schedule.look_again(step),
        fit_after=step.fit_after,
    )


def _by(kb: KnowledgeBase, schedule: Schedule) -> ByMonth | None:
    if schedule.by is None:
        return None
    month, then = schedule.by.month, schedule.by.prospect
    gates = tuple(gate.skill or None for gate in then.gates)
    title = kb.positions[then.position].title if then.position != schedule.prospect.position else None
    return ByMonth(then.position, month, then.fit, then.verdict, gates, title)


def _then(kb: KnowledgeBase, schedule: Schedule) -> tuple[str, Text] | None:
    """Return what the present post leads to where the plan is to make it real first: its id and its title."""
    prospect = schedule.prospect
    first = prospect.candidate.kind == "stay" and prospect.gaps_of == prospect.position
    then = prospect.candidate.then if first else ""
    return (then, kb.positions[then].title) if then else None
