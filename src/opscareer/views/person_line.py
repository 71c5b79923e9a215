"""What one of many people is told, as a line."""

from collections.abc import Mapping
from typing import Any

from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import StepKind, Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import IfAsked, Level, Need, OnPages, PositionId, Share


@dataclass(frozen=True)
class LineGap:
    """A gap of one of many people: the level needed, the level told (None where none was), the points of fit (0-1)."""

    skill: str
    need: Need
    have: Level | None
    gain: Share


@dataclass(frozen=True)
class PersonLine:
    """What one person is told, as a row of the table of what people are told; None at the top of the ladder.

    gates: `skill:ID`, `lead:ID`, `time`; gaps: the first five; gaps_of: the position that fit and gaps are of, another
    one than the next where that is real already; title, aim: of the next position and of that one; name: what somebody
    is called whose id is a number.
    """

    id: str | None
    name: IfAsked[str]
    next: PositionId | None
    kind: StepKind | None
    then: PositionId | None
    fit: Share | None
    score: float | None
    verdict: Verdict | None
    gates: tuple[str, ...]
    gaps: tuple[LineGap, ...]
    gaps_of: PositionId | None
    mastery: Share | None
    title: OnPages[Text | None]
    aim: OnPages[Text | None]


def person_line(kb: KnowledgeBase, row: Mapping[str, Any]) -> PersonLine:
    """Return a row of the table of what people are told (`opscareer.team.TOLD`, as plain values) as a line."""
    known = {**row, "gates": tuple(row["gates"]), "gaps": tuple(LineGap(**gap) for gap in row["gaps"])}
    title, aim = (kb.positions[row[name]].title if row[name] else None for name in ("next", "gaps_of"))
    return PersonLine(**known, title=title, aim=aim)
