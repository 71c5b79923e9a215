"""The ways to a goal: which positions, in how many months, and what has to be closed for each."""

from collections.abc import Iterable
from typing import Annotated

from opscareer.advice.heights import levels_between
from opscareer.advice.ways import Journey, Leg, Path, Rise
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import StepKind
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Key, Level, Months, Natural, Need, OnPages, PositionId, Share

NAMED = 4
"""How many skills of each kind a page names at a step."""


@dataclass(frozen=True)
class RiseView:
    """A skill brought from one level to another, in so many months of work on it."""

    skill: str
    name: Text
    start: Annotated[Level, Key("from")]
    end: Annotated[Need, Key("to")]
    months: Months


@dataclass(frozen=True)
class CarriedView:
    """A level that was gained earlier on the way and counts here."""

    skill: str
    name: Text
    level: Need


@dataclass(frozen=True)
class LegView:
    """One step of a way; start: in how many months it begins, ready_months: until the skills are enough; rise: by how
    many levels it rises.

    left: the title of the position that it leaves, none from outside the trade.
    """

    origin: Annotated[PositionId | None, Key("from")]
    position: Annotated[PositionId, Key("to")]
    title: Text
    kind: StepKind
    rise: int
    why: Text | None
    start: Months
    months: Months
    ready_months: Months
    due_months: Months
    fit: Share
    gaps: tuple[RiseView, ...]
    meanwhile: tuple[RiseView, ...]
    carried: tuple[CarriedView, ...]
    left: OnPages[Text | None]


@dataclass(frozen=True)
class WayView:
    """A way to a goal, all of it in months; sideways: how many of its steps change the line or the track."""

    goal: PositionId
    months: Months
    sideways: Natural
    steps: tuple[LegView, ...]
    title: OnPages[Text]


@dataclass(frozen=True)
class PathView:
    """The ways to some goals, the best first, and what to know before choosing among them; titles: of the goals."""

    goals: tuple[PositionId, ...]
    paths: tuple[WayView, ...]
    remarks: tuple[Text, ...]
    titles: OnPages[tuple[Text, ...]]

    @property
    def long(self) -> bool:
        """Whether a step has more skills of a kind than a page names unless it is told to name all."""
        legs = [leg for way in self.paths for leg in way.steps]
        return any(len(told) > NAMED for leg in legs for told in (leg.gaps, leg.meanwhile, leg.carried))


def path_view(kb: KnowledgeBase, journey: Journey) -> PathView:
    """Return the ways of a person as they are told."""
    return PathView(
        goals=journey.goals,
        paths=tuple(_way(kb, path) for path in journey.paths),
        remarks=journey.remarks,
        titles=tuple(kb.positions[goal].title for goal in journey.goals),
    )


def _way(kb: KnowledgeBase, path: Path) -> WayView:
    legs = tuple(_leg(kb, leg) for leg in path.legs)
    return WayView(path.goal, path.months, path.sideways, legs, kb.positions[path.goal].title)


def _leg(kb: KnowledgeBase, leg: Leg) -> LegView:
    why = leg.move.why if leg.move else None
    return LegView(
        origin=leg.start or None,
        position=leg.position,
        title=kb.positions[leg.position].title,
        kind=leg.kind,
        rise=levels_between(kb, leg.start, leg.position) if leg.start else 0,
        why=why if why and why.en else None,
        start=leg.begins,
        months=leg.months,
        ready_months=leg.ready,
        due_months=leg.due,
        fit=leg.fit,
        gaps=_rises(kb, leg.gaps),
        meanwhile=_rises(kb, leg.meanwhile),
        carried=tuple(CarriedView(skill, kb.skills[skill].name, level) for skill, level in leg.carried),
        left=kb.positions[leg.start].title if leg.start else None,
    )


def _rises(kb: KnowledgeBase, rises: Iterable[Rise]) -> tuple[RiseView, ...]:
    return tuple(RiseView(r.skill, kb.skills[r.skill].name, r.start, r.end, r.months) for r in rises)
