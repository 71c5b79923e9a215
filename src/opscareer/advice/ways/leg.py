"""One step of a way up, taken from a place: how long it takes, what has to be closed for it, what is carried on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.standing import Kind
from opscareer.advice.ways.plan import Step, levels_after, plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.rules import YEAR


@dataclass(frozen=True)
class Rise:
    """A skill brought from one level (0-5) to another, in so many months of work on it."""

    skill: str
    start: int
    end: int
    months: float


@dataclass(frozen=True)
class Leg:
    """One step of a way; all times in months. begins: since today; fit (0-1): when the step is taken.

    ready: until the skills are enough; due: still to serve on the rung; gaps: what had to be closed to be ready;
    meanwhile: what is closed besides while waiting; carried: levels gained earlier on the way that count here.
    """

    start: str
    position: str
    kind: Kind
    move: Move | None
    begins: float
    months: float
    ready: float
    due: float
    fit: float
    gaps: tuple[Rise, ...]
    meanwhile: tuple[Rise, ...]
    carried: tuple[tuple[str, int], ...]


@dataclass(frozen=True, eq=False)
class Place:
    """How far a way has come: months served in the position, positions passed, months since today, the steps so far.

    The position is empty outside the trade. Time served is that in the position, as a gate counts it: who steps aside
    has to prove themselves anew.
    """

    position: str
    beliefs: Beliefs
    served: float
    passed: tuple[str, ...]
    months: float = 0.0
    legs: tuple[Leg, ...] = ()


def step_on(kb: KnowledgeBase, place: Place, kind: Kind, end: str, move: Move | None) -> Place:
    """Return the place that a step leads to."""
    asked = requirements_of(kb, end, entry=kind == "entry")
    plan = plan_of(kb, asked, place.beliefs, int(kb.rules["plan_parallel"]))
    due = time_due(kb, place) if kind in ("promotion", "diagonal") else 0.0
    months = max(plan.ready, due)
    enough, gained = plan.by(plan.ready), plan.by(months)
    beliefs = place.beliefs.with_levels(levels_after(place.beliefs, gained))
    leg = Leg(
        start=place.position,
        position=end,
        kind=kind,
        move=move,
        begins=place.months,
        months=months,
        ready=plan.ready,
        due=due,
        fit=fit_of(asked, beliefs),
        gaps=_rises(enough),
        meanwhile=_rises(gained[len(enough) :]),
        carried=_carried(kb, place, end),
    )
    return Place(end, beliefs, 0.0, (*place.passed, end), place.months + months, (*place.legs, leg))


def time_due(kb: KnowledgeBase, place: Place) -> float:
    """Return the months still to serve before one can rise from a position."""
    return max(0.0, YEAR * kb.years(place.position)[0] - place.served)


def _carried(kb: KnowledgeBase, place: Place, position: str) -> tuple[tuple[str, int], ...]:
    """Return where the skills gained so far stand that a position asks for."""
    gained = dict.fromkeys(rise.skill for leg in place.legs for rise in (*leg.gaps, *leg.meanwhile))
    return tuple((skill, supposed(place.beliefs.skills[skill])) for skill in gained if skill in kb.needed[position])


def _rises(steps: Iterable[Step]) -> tuple[Rise, ...]:
    """Return the steps put together by skill, in the order in which the skills are first begun."""
    begun = sorted(steps, key=lambda step: (step.start, step.end, step.skill))
    order = {skill: number for number, skill in enumerate(dict.fromkeys(step.skill for step in begun))}
    by_skill = groupby(sorted(begun, key=lambda step: (order[step.skill], step.level)), key=lambda step: step.skill)
    return tuple(_rise(list(group)) for _, group in by_skill)


def _rise(steps: list[Step]) -> Rise:
    return Rise(steps[0].skill, steps[0].level - 1, steps[-1].level, sum(step.months for step in steps))
