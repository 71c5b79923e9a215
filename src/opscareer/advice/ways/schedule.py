"""The plan for one position as a person is told it: with the time still to serve, and how far one gets by a month."""

from dataclasses import dataclass, replace

from opscareer.advice.advise import Prospect, Situation, prospect_of
from opscareer.advice.fit import mastery_of, requirements_of
from opscareer.advice.routes import growth_of, known_of
from opscareer.advice.standing import candidate_for
from opscareer.advice.ways.plan import Plan, Step, levels_after, plan_of
from opscareer.advice.whatif import suppose
from opscareer.model.kb import KnowledgeBase
from opscareer.model.rules import YEAR, Growth


@dataclass(frozen=True)
class By:
    """How far one gets by a month: the position as it stands then."""

    month: float
    prospect: Prospect


@dataclass(frozen=True)
class Schedule:
    """A plan for a position; `due` is the months still to serve, `review` the months between two looks at a step."""

    prospect: Prospect
    plan: Plan
    parallel: int
    due: float
    review: float
    growth: tuple[Growth, ...]
    by: By | None

    def look_again(self, step: Step) -> tuple[float, ...]:
        """Return in which months to look at a step again: at every review while it lasts, and at its end.

        A review that the end follows within half the time is left to the end.
        """
        between = int((step.months - self.review / 2 + 1e-9) // self.review)
        return (*(step.start + self.review * number for number in range(1, between + 1)), step.end)


def schedule_of(
    kb: KnowledgeBase,
    situation: Situation,
    position: str,
    *,
    parallel: int | None = None,
    month: float | None = None,
) -> Schedule:
    """Return the plan for a position, so many skills at once (as the knowledge base says unless told)."""
    candidate = candidate_for(kb, situation.standing, position)
    prospect = prospect_of(kb, situation, candidate)
    at_once = parallel or int(kb.rules["plan_parallel"])
    plan = plan_of(
        kb,
        requirements_of(kb, position, entry=candidate.kind == "entry" and not candidate.start),
        situation.beliefs,
        at_once,
    )
    mastery = mastery_of(kb, situation.standing.positions, situation.profile)
    known = known_of(situation.profile, situation.standing, mastery, prospect.verdict, candidate.kind)
    return Schedule(
        prospect=prospect,
        plan=plan,
        parallel=at_once,
        due=sum(YEAR * (gate.need - (gate.have or 0.0)) for gate in prospect.gates if gate.kind == "time"),
        review=kb.rules["review_months"],
        growth=growth_of(kb, known),
        by=None if month is None else By(month, _then(kb, situation, prospect, plan, month)),
    )


def _then(kb: KnowledgeBase, situation: Situation, prospect: Prospect, plan: Plan, month: float) -> Prospect:
    """Return the position as it will stand in a month, with what the plan has brought and the time served by then."""
    levels = levels_after(situation.beliefs, plan.by(month))
    profile = replace(situation.profile, years=(situation.profile.years or 0.0) + month / YEAR)
    return prospect_of(kb, replace(suppose(kb, situation, levels), profile=profile), prospect.candidate)
