"""One step of a way up, taken from a place: how long it takes, what has to be closed for it, what is carried on."""

from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from opscareer.advice.belief import Beliefs, supposed
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.leading import led_from
from opscareer.advice.standing import UPWARDS
from opscareer.advice.ways.plan import Plan, Step, levels_after, plan_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.role import Requirement
from opscareer.model.rules import YEAR
from opscareer.model.step import StepKind
from opscareer.records import dataclass

SIDEWAYS = ("lateral", "diagonal")
"""Steps that change the line or the track."""


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
    kind: StepKind
    move: Move | None
    begins: float
    months: float
    ready: float
    due: float
    fit: float
    gaps: tuple[Rise, ...]
    meanwhile: tuple[Rise, ...]
    carried: tuple[tuple[str, int], ...]


class Came(NamedTuple):
    """How a place was come to: from which place, by which step, by what plan, months still to serve, what it asks."""

    place: "Place"
    kind: StepKind
    move: Move | None
    plan: Plan
    due: float
    asked: tuple[Requirement, ...]


@dataclass(frozen=True, eq=False)
class Place:
    """How far a way has come: months still to serve before it can rise (due), positions passed, months since today.

    The position is empty outside the trade. Time is served in the position, as a gate counts it: who steps aside has to
    prove themselves anew. way: the positions that its steps led to; aside: how many of them led sideways;
    acted: whether the person led in fact before, without the title.
    """

    position: str
    beliefs: Beliefs
    due: float
    passed: tuple[str, ...]
    months: float = 0.0
    way: tuple[str, ...] = ()
    aside: int = 0
    acted: bool = False
    came: Came | None = None

    @property
    def outside(self) -> bool:
        """Whether the way still has to come into the trade, where less is asked."""
        return not self.position

    @cached_property
    def start(self) -> str:
        """The position that the way sets out from; empty outside the trade."""
        return self.came.place.start if self.came else self.position

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The steps so far; a search asks them of few of all the places that it comes to."""
        return (*self.came.place.legs, _leg(self, self.came)) if self.came else ()


def step_on(kb: KnowledgeBase, place: Place, kind: StepKind, end: str, move: Move | None) -> Place:
    """Return the place that a step leads to."""
    asked = requirements_of(kb, end, entry=place.outside)
    due = place.due if kind in UPWARDS else 0.0
    led = led_from(kb, end, acted=place.acted)
    plan = plan_of(kb, asked, place.beliefs, kb.rules.constants.plan_parallel, until=due, due=due, led=led)
    months = max(plan.ready, due)
    beliefs = place.beliefs.with_levels(levels_after(place.beliefs, plan.by(months)))
    return Place(
        position=end,
        beliefs=beliefs,
        due=YEAR * kb.years(end)[0],
        acted=place.acted,
        passed=(*place.passed, end),
        months=place.months + months,
        way=(*place.way, end),
        aside=place.aside + (kind in SIDEWAYS),
        came=Came(place, kind, move, plan, due, asked),
    )


def _leg(place: Place, came: Came) -> Leg:
    """Return the step that led to a place."""
    before, plan, months = came.place, came.plan, max(came.plan.ready, came.due)
    enough, gained = plan.by(plan.ready), plan.by(months)
    return Leg(
        start=before.position,
        position=place.position,
        kind=came.kind,
        move=came.move,
        begins=before.months,
        months=months,
        ready=plan.ready,
        due=came.due,
        fit=fit_of(came.asked, place.beliefs),
        gaps=_rises(enough),
        meanwhile=_rises(gained[len(enough) :]),
        carried=_carried(before, {r.skill for r in came.asked}),
    )


def _carried(place: Place, asked: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Return where the skills gained so far stand that a position asks for."""
    gained = dict.fromkeys(rise.skill for leg in place.legs for rise in (*leg.gaps, *leg.meanwhile))
    return tuple((skill, supposed(place.beliefs.skills[skill])) for skill in gained if skill in asked)


def _rises(steps: Iterable[Step]) -> tuple[Rise, ...]:
    """Return the steps put together by skill, in the order in which the skills are first begun."""
    begun = sorted(steps, key=lambda step: (step.start, step.end, step.skill))
    order = {skill: number for number, skill in enumerate(dict.fromkeys(step.skill for step in begun))}
    by_skill = groupby(sorted(begun, key=lambda step: (order[step.skill], step.level)), key=lambda step: step.skill)
    return tuple(_rise(list(group)) for _, group in by_skill)


def _rise(steps: list[Step]) -> Rise:
    return Rise(steps[0].skill, steps[0].level - 1, steps[-1].level, sum(step.months for step in steps))
