"""The plan for one position as a person is told it: with the time still to serve, and how far one gets by a month."""

from dataclasses import replace

from opscareer.advice.conditions import Known
from opscareer.advice.fit import mastery_of
from opscareer.advice.gates import months_due
from opscareer.advice.leading import has_acted, led_from
from opscareer.advice.offers import wishes_known
from opscareer.advice.prospect import Prospect, by_itself, held_against, prospect_of, worked_on
from opscareer.advice.routes import found_of, growth_of, known_of, rests_on_the_post, way_of
from opscareer.advice.situation import Situation
from opscareer.advice.situation_rules import book_of
from opscareer.advice.ways.plan import Plan, Step, levels_after, plan_of
from opscareer.advice.whatif import suppose
from opscareer.model.kb import KnowledgeBase
from opscareer.model.rules import YEAR, Growth
from opscareer.records import dataclass


@dataclass(frozen=True)
class By:
    """How far one gets by a month: the position that is worked on as it stands then."""

    month: float
    prospect: Prospect


@dataclass(frozen=True)
class Schedule:
    """A plan for a position, or where the present post is to be made real first for what is worked on (`gaps_of`).

    `before` is the present post where the way is to do that well first, else empty; `due` the months still to serve
    before what is worked on; `years` how many it takes on the rung, where nobody told how many were served; `review`
    the months between two looks at a step; book: whether it is told how to go about what brings the person to it.
    """

    prospect: Prospect
    before: str
    plan: Plan
    parallel: int
    due: float
    years: float | None
    review: float
    growth: tuple[Growth, ...]
    book: bool
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
    position: str | None = None,
    *,
    parallel: int | None = None,
    month: float | None = None,
) -> Schedule:
    """Return the plan for a position, so many skills at once (as the knowledge base says unless told).

    Without one it is that for the next role, and at the top for the post that is held.
    """
    prospect = _told(kb, situation, position)
    aim = held_against(kb, situation, prospect.gaps_of)
    at_once = parallel or kb.rules.constants.plan_parallel
    led = led_from(kb, aim.position, acted=has_acted(situation.profile))
    due = _due(kb, situation, aim)
    plan = plan_of(kb, worked_on(kb, aim), situation.beliefs, at_once, due=due, led=led)
    mastery = mastery_of(kb, situation.standing.positions, situation.profile)
    found = found_of(prospect.candidate.kind, mastery, wishes_known(kb, situation))
    known = known_of(situation.profile, situation.standing, prospect.own_verdict, found)
    next_one = situation.leader == prospect.position
    return Schedule(
        prospect=prospect,
        before=_before(kb, situation, prospect, known) if next_one else "",
        plan=plan,
        parallel=at_once,
        due=due,
        years=next((gate.need for gate in aim.gates if gate.kind == "time" and gate.have is None), None),
        review=kb.rules.constants.review_months,
        growth=growth_of(kb, known),
        book=next_one and _has_book(kb, situation, found),
        by=None if month is None else By(month, _then(kb, situation, aim, plan, month)),
    )


def _before(kb: KnowledgeBase, situation: Situation, prospect: Prospect, known: Known) -> str:
    """Return the present post, where the way to the next role is to do that well first; else empty."""
    rests = rests_on_the_post(way_of(kb, known), prospect.candidate.kind)
    return situation.standing.positions[0] if rests else ""


def _has_book(kb: KnowledgeBase, situation: Situation, found: Known) -> bool:
    """Return whether a playbook is told for what brings the person."""
    rule = book_of(kb, situation.profile, situation.standing, found)
    return rule is not None and rule.playbook is not None


def _due(kb: KnowledgeBase, situation: Situation, aim: Prospect) -> float:
    """Return the months still to serve before what is worked on."""
    waits = any(gate.kind == "time" for gate in aim.gates)
    return months_due(kb, situation.standing, situation.profile) if waits else 0.0


def _told(kb: KnowledgeBase, situation: Situation, position: str | None) -> Prospect:
    """Return the next role with what is worked on for it, or any other position by what it asks itself."""
    step = situation.next
    if step and position in (None, step.position):
        return prospect_of(kb, situation, step)
    return held_against(kb, situation, position or situation.standing.positions[0])


def _then(kb: KnowledgeBase, situation: Situation, aim: Prospect, plan: Plan, month: float) -> Prospect:
    """Return a position as it will stand in a month, with what the plan has brought and the time served by then.

    A title without its substance has that once one is through with what it asks, people to lead among it.
    """
    levels = levels_after(situation.beliefs, plan.by(month))
    profile, standing = situation.profile, situation.standing
    if aim.position in standing.in_name and 0 < plan.ready <= month:
        standing = replace(standing, positions=(aim.position, *standing.positions), by_title=())
    profile = replace(profile, years=(profile.years or 0.0) + month / YEAR)
    later = replace(suppose(kb, situation, levels), profile=profile, standing=standing)
    found = by_itself(kb, later, aim.candidate)
    return replace(found, verdict=found.own_verdict)
