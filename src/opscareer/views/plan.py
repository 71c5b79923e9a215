"""The plan for a position: what to raise, when, by doing what, with what to show for it."""

from collections.abc import Iterable
from functools import cached_property

from opscareer.advice import Prospect
from opscareer.advice.heights import rise_of
from opscareer.advice.ways import Schedule
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import YEAR
from opscareer.model.step import StepKind, Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.parts import GrowthView, growth_views
from opscareer.views.plan_steps import PlanStep, plan_steps, told_together
from opscareer.views.steps import StepWords, step_words
from opscareer.views.values import Months, Natural, OnPages, PositionId, Share

_STEPS = ("promotion", "diagonal", "lateral")


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
    whether it is one step from here; before: the present post where that is to be done well first; held: whether it is
    the present post; then: what that leads to where the plan is to make it real; years: how many the rung takes, where
    nobody told how many were done; bound: from which fit on a position is in reach; review: the months between two
    looks; book: whether it is told elsewhere how to go about it; made_on: the day that months count from.
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
    before: OnPages[tuple[str, Text] | None]
    held: OnPages[bool]
    then: OnPages[tuple[str, Text] | None]
    years: OnPages[float | None]
    bound: OnPages[Share]
    review: OnPages[Months]
    book: OnPages[bool]
    made_on: OnPages[str]

    @cached_property
    def told(self) -> tuple[PlanStep, ...]:
        """The steps as they are told: levels of one skill that are gained by doing the same are one step."""
        return told_together(self.steps)

    @property
    def first(self) -> tuple[PlanStep, ...]:
        """Those of them that begin before the plan is looked at again, or by the month that was asked for."""
        return self._begun(self.told, self.review)

    @property
    def year(self) -> tuple[PlanStep, ...]:
        """Those of all steps that begin within a year, or by the month that was asked for."""
        return self._begun(self.steps, YEAR)

    def _begun(self, steps: Iterable[PlanStep], months: float) -> tuple[PlanStep, ...]:
        ahead = max(months, self.by.months if self.by else 0.0)
        return tuple(step for step in steps if step.start < ahead)

    @property
    def numbered(self) -> tuple[tuple[int, PlanStep], ...]:
        """All steps, each with the number (from 1) under which it is told."""
        places = {(t.skill, level): n for n, t in enumerate(self.told, 1) for level in range(t.start_level, t.level)}
        return tuple((places[step.skill, step.start_level], step) for step in self.steps)


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
        steps=plan_steps(kb, profile, schedule),
        growth=growth_views(schedule.growth),
        words=step_words(kb, profile, prospect),
        aim=kb.positions[prospect.gaps_of].title,
        near=_is_near(kb, prospect),
        before=(schedule.before, kb.positions[schedule.before].title) if schedule.before else None,
        held=candidate.kind == "stay" and prospect.gaps_of == prospect.position,
        then=_then(kb, schedule),
        years=schedule.years,
        bound=kb.rules.constants.ready,
        review=schedule.review,
        book=schedule.book,
        made_on=made_on,
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


def _is_near(kb: KnowledgeBase, prospect: Prospect) -> bool:
    """Return whether it is one step away: a move of the ladder, an offer, or a post on one's height to begin by."""
    candidate = prospect.candidate
    begins = candidate.kind == "lateral" and kb.enters(candidate.position)
    return candidate.kind not in _STEPS or candidate.move is not None or prospect.offered or begins
