"""The heat map: skills by parts of a group, small parts put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.group import OUTSIDE, By, CellFigures, GroupFigures, PartFigures
from opscareer.views.hiding import pooled, shown_of
from opscareer.views.values import Natural, OnPages, Within

Mean = Annotated[float, Within({"minimum": 0})]
"""The mean of some levels."""

OTHERS, EVERYBODY = Text("其他人", "others"), Text("在岗的所有人", "everybody in a post")
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
    """A skill in a part, of those whose own post asks it (of those without a post, of all); None of too few people.

    told: people who told a level; have: the mean of those levels, None of nobody; untried: people who had no
    opportunity; need: the mean level that their posts ask, None where none does; short: people who told less than
    theirs asks.
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
    """Skills by parts of the group; by: what people are parted by; top: the highest level."""

    by: By
    parts: tuple[PartView, ...]
    skills: tuple[HeatRowView, ...]
    top: OnPages[int]


def heat_view(kb: KnowledgeBase, figures: GroupFigures, least: int, order: Iterable[str]) -> HeatView:
    """Return the heat map of a group of `least` people or more; its skills in an order, others after those.

    Skills that nobody is asked are left out. Those without a post stand by themselves, or not at all: what they told is
    in no other figure.
    """
    posted = list(_columns(_posted(figures), least))
    without = [[part] for part in figures.parts if part.id == OUTSIDE and part.people >= least]
    cells, others = [_added(parts) for parts in posted], [_added(parts) for parts in without]
    asked = [one for one in dict.fromkeys((*order, *kb.skills)) if any(any(part[one]) for part in (*cells, *others))]
    return HeatView(
        by=figures.by,
        parts=tuple(_part(kb, figures, parts) for parts in (*posted, *without)),
        skills=tuple(
            HeatRowView(
                skill=skill,
                name=kb.skills[skill].name,
                cells=(*_row([one[skill] for one in cells], least), *_row([one[skill] for one in others], least)),
            )
            for skill in asked
        ),
        top=kb.top,
    )


def whole_of(figures: GroupFigures, least: int) -> Mapping[str, CellView]:
    """Return what is told of each skill by all in a post: what the cells of the heat map add up to."""
    parts = _posted(figures)
    return {skill: next(_row([cell], least)) for skill, cell in _added(parts).items()} if parts else {}


def _posted(figures: GroupFigures) -> list[PartFigures]:
    return [part for part in figures.parts if part.id != OUTSIDE]


def _columns(parts: Sequence[PartFigures], least: int) -> Iterator[Sequence[PartFigures]]:
    """Yield the parts that stand by themselves, then those that are put together, if they are many people."""
    found = pooled([part.people for part in parts], least)
    yield from ([parts[place]] for place in found.alone)
    together = [parts[place] for place in found.together]
    if sum(part.people for part in together) >= least:
        yield together


def _part(kb: KnowledgeBase, figures: GroupFigures, parts: Sequence[PartFigures]) -> PartView:
    everybody = len(parts) == len(_posted(figures))
    name = _name(kb, figures.by, parts[0].id) if len(parts) == 1 else EVERYBODY if everybody else OTHERS
    return PartView(tuple(part.id for part in parts), name, sum(part.people for part in parts))


def _name(kb: KnowledgeBase, by: By, id_: str) -> Text:
    if id_ == OUTSIDE:
        return WITHOUT
    if by == "position":
        return kb.positions[id_].title
    return kb.roles[id_].name if by == "role" else kb.rungs[id_].name


def _added(parts: Sequence[PartFigures]) -> dict[str, CellFigures]:
    """Return the cells of several parts as those of one."""
    return {
        skill: CellFigures(*map(sum, zip(*(part.cells[skill] for part in parts), strict=True)))
        for skill in parts[0].cells
    }


def _row(cells: Sequence[CellFigures], least: int) -> Iterator[CellView]:
    """Yield the cells of a skill; where those that must be hidden are few people together, others are too."""
    for cell, may in zip(cells, shown_of([cell.told for cell in cells], least), strict=True):
        need = round(cell.needs / cell.asking, 2) if cell.asking else None
        have = round(cell.levels / cell.told, 2) if cell.told else None
        yield (
            CellView(cell.told, have, cell.untried, need, cell.short) if may else CellView(None, None, None, need, None)
        )
