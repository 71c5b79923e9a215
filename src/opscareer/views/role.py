"""One role: what it does, what employers look at besides, and what each of its positions asks."""

from collections.abc import Sequence

from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Condition, Fact, Position, Requirement, Role
from opscareer.model.side_by_side import compared
from opscareer.model.skill import Words
from opscareer.model.stretches import years_text
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import Need, OnPages, PositionId, Share

_SERVED = Text("往上通常 {typical}，最少 {least}", "usually {typical} before the next rung, at least {least}")


@dataclass(frozen=True)
class DutyView:
    """Something that the holder of the role does."""

    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class FactView:
    """Something else to know of a role: what it is called, and what is true."""

    name: Text
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ConditionView:
    """What is asked besides skills: on which rungs (none is all), which fact is held against it, and at least what."""

    text: Text
    rungs: tuple[str, ...]
    fact: str | None
    least: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RequirementView:
    """What a position asks of a skill; few_ads: whether it rests on a share that was counted in few ads."""

    skill: str
    level: Need
    weight: Share
    must: bool
    sources: tuple[str, ...]
    few_ads: OnPages[bool]


@dataclass(frozen=True)
class PositionView:
    """A position of the role, its rung by a name that is short enough to head a column.

    served: the years in it before the next one, where there is one: a line may be faster than its rung.
    """

    id: PositionId
    title: Text
    aliases: Words
    requirements: tuple[RequirementView, ...]
    rung: OnPages[Text]
    served: OnPages[Text | None]


@dataclass(frozen=True)
class AskRow:
    """A skill and what each position asks of it, the lowest first; None where it is not asked."""

    skill: Text
    cells: tuple[RequirementView | None, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RoleView:
    """A role with its duties, conditions and positions.

    measures: the names of its metrics; heights: its positions, the lowest first; asks: a row for each skill that one
    of them asks.
    """

    id: str
    name: Text
    group: str
    metrics: tuple[str, ...]
    work: tuple[str, ...]
    positions: tuple[PositionView, ...]
    summary: Text
    duties: tuple[DutyView, ...]
    conditions: tuple[ConditionView, ...]
    sources: tuple[str, ...]
    facts: tuple[FactView, ...]
    measures: OnPages[tuple[Text, ...]]
    heights: OnPages[tuple[PositionView, ...]]
    asks: OnPages[tuple[AskRow, ...]]


def role_view(kb: KnowledgeBase, role: Role) -> RoleView:
    """Return a role as it is told."""
    positions = {p.id: _position(kb, p) for p in kb.positions.values() if p.role == role.id}
    heights = [positions[p.id] for rung in kb.rungs for p in kb.on_rung(rung) if p.role == role.id]
    return RoleView(
        id=role.id,
        name=role.name,
        group=role.group,
        metrics=role.metrics,
        work=role.work,
        positions=tuple(positions.values()),
        summary=role.summary,
        duties=tuple(DutyView(duty.text, duty.sources) for duty in role.duties),
        conditions=tuple(map(_condition, role.conditions)),
        sources=role.sources,
        facts=tuple(map(fact_view, role.facts)),
        measures=tuple(metric.name for metric in kb.metrics if metric.id in role.metrics),
        heights=tuple(heights),
        asks=_asks(kb, heights),
    )


def fact_view(one: Fact) -> FactView:
    """Return something else to know of a role as it is told."""
    return FactView(one.name, one.text, one.sources)


def _condition(one: Condition) -> ConditionView:
    return ConditionView(one.text, one.rungs, one.fact or None, one.least or None, one.sources)


def _position(kb: KnowledgeBase, one: Position) -> PositionView:
    rung = kb.rungs[one.rung]
    short = Text(rung.name.zh.partition("/")[0].partition("（")[0], rung.id)
    least, typical = map(years_text, kb.years(one.id))
    served = _SERVED.fill(typical=typical, least=least) if kb.promotions(one.id) else None
    return PositionView(one.id, one.title, one.aliases, tuple(map(_requirement, one.requirements)), short, served)


def _requirement(one: Requirement) -> RequirementView:
    return RequirementView(one.skill, one.level, one.weight, one.must, one.sources, one.few_ads)


def _asks(kb: KnowledgeBase, heights: Sequence[PositionView]) -> tuple[AskRow, ...]:
    asked = [{one.skill: one for one in position.requirements} for position in heights]
    rows = []
    for row in compared(kb, [position.id for position in heights]):
        cells = tuple(needs.get(row.skill) for needs in asked)
        sources = dict.fromkeys(source for cell in cells if cell for source in cell.sources)
        rows.append(AskRow(kb.skills[row.skill].name, cells, tuple(sources)))
    return tuple(rows)
