"""The heat map: skills by parts of a group, small parts put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.group import OUTSIDE, By, CellFigures, GroupFigures, PartFigures
from opscareer.views.hiding import pooled, shown_of
from opscareer.views.values import Natural, Within

Mean = Annotated[float, Within({"minimum": 0})]
"""The mean of some levels."""

OTHERS, EVERYBODY = Text("其他人", "others"), Text("所有人", "everybody")
WITHOUT = Text("没有岗位的人", "without a post")


@dataclass(frozen=True)
class PartView:
    """A column: some people. ids: the roles, rungs or positions in it, an empty one for those without a post.

    There are several where small parts are put together.
    """

    ids: tuple[str, ...]
    name: Text
    people: Natural


@dataclass(frozen=True)
class CellView:
    """A skill in a part; None where too few people told a level.

    told: people who told one; have: the mean of those levels, None of nobody; untried: people who had no opportunity;
    need: the mean level that people's own posts ask, None where none does; short: people who told less than their own
    post asks.
    """

    told: Natural | None
    have: Mean | None
    untried: Natural | None
    need: Mean | None
    short: Natural | None


@dataclass(frozen=True)
class HeatRowView:
    """A skill over the parts, in their order."""

    skill: str
    name: Text
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class HeatView:
    """Skills by parts of the group; by: what people are parted by."""

    by: By
    parts: tuple[PartView, ...]
    skills: tuple[HeatRowView, ...]


def heat_view(kb: KnowledgeBase, figures: GroupFigures, least: int, order: Iterable[str]) -> HeatView:
    """Return the heat map of a group of `least` people or more; its skills in an order, others after those.

    Skills that nobody was asked of and no post asks are left out.
    """
    columns = list(_columns(figures.parts, least))
    names = [_name(kb, figures, parts) for parts in columns]
    cells = [_added(parts) for parts in columns]
    skills = [skill for skill in dict.fromkeys((*order, *kb.skills)) if any(_told(one[skill]) for one in cells)]
    return HeatView(
        by=figures.by,
        parts=tuple(
            PartView(tuple(part.id for part in parts), name, sum(part.people for part in parts))
            for parts, name in zip(columns, names, strict=True)
        ),
        skills=tuple(
            HeatRowView(skill, kb.skills[skill].name, tuple(_row([one[skill] for one in cells], least)))
            for skill in skills
        ),
    )


def means_of(figures: GroupFigures, least: int) -> Mapping[str, float | None]:
    """Return the mean level that is told of each skill; None where too few told one."""
    whole = _added(figures.parts) if figures.parts else {}
    return {s: cell.levels / cell.told if cell.told >= max(1, least) else None for s, cell in whole.items()}


def _columns(parts: Sequence[PartFigures], least: int) -> Iterator[tuple[PartFigures, ...]]:
    found = pooled([part.people for part in parts], least)
    yield from ((parts[place],) for place in found.alone)
    if found.together:
        yield tuple(parts[place] for place in found.together)


def _name(kb: KnowledgeBase, figures: GroupFigures, parts: Sequence[PartFigures]) -> Text:
    if len(parts) > 1:
        return EVERYBODY if len(parts) == len(figures.parts) else OTHERS
    if (id_ := parts[0].id) == OUTSIDE:
        return WITHOUT
    if figures.by == "position":
        return kb.positions[id_].title
    return kb.roles[id_].name if figures.by == "role" else kb.rungs[id_].name


def _added(parts: Sequence[PartFigures]) -> dict[str, CellFigures]:
    """Return the cells of several parts as those of one."""
    return {
        skill: CellFigures(*map(sum, zip(*(part.cells[skill] for part in parts), strict=True)))
        for skill in parts[0].cells
    }


def _told(cell: CellFigures) -> int:
    return cell.told + cell.untried + cell.asking


def _row(cells: Sequence[CellFigures], least: int) -> Iterator[CellView]:
    shown, _ = shown_of([cell.told for cell in cells], least)
    for cell, may in zip(cells, shown, strict=True):
        need = round(cell.needs / cell.asking, 2) if cell.asking else None
        if may:
            have = round(cell.levels / cell.told, 2) if cell.told else None
            yield CellView(cell.told, have, cell.untried, need, cell.short)
        else:
            yield CellView(None, None, None, need, None)
