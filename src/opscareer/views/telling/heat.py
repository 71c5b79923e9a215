"""What is told of the heat map: what a cell says, how far it lies from what is asked, and in which pieces."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from opscareer.text import Text
from opscareer.views.heat import CellView, HeatRowView, HeatView, PartView

HEADING: Mapping[str, Text] = {
    "role": Text("各角色的能力", "Skills by role"),
    "rung": Text("各职级的能力", "Skills by rung"),
    "position": Text("各岗位的能力", "Skills by position"),
}
NOTE = Text(
    "每一格：岗位要这项能力的人平均几级/岗位平均要几级。* 是答的人太少，不单说；? 是没有人答。人太少的几列合成一列。",
    "Each cell: the mean level of those whose post asks the skill / the mean level that it asks. * stands where too "
    "few told one, ? where nobody did. Columns of too few people are put together.",
)
NOTE_ALOUD = Text(
    "每一项：岗位要这项能力的人平均几级，岗位平均要几级。人太少的几组合成一组。",
    "Of each skill: the mean level of those whose post asks it, and the mean level that it asks. Groups of too few "
    "people are put together.",
)
SHADES = Text(
    "颜色越浓，平均级别越高；框起来的，比岗位要的低一级以上。",
    "The stronger the colour, the higher the mean level; framed where it is a level or more below what posts ask.",
)
PEOPLE = Text("{name}（{n}\N{NO-BREAK SPACE}人）", "{name} ({n})")

_FEW, _NOBODY = Text("答的人太少，不单说", "too few told one"), Text("没有人答", "nobody told one")
_MEAN, _ASKED = Text("平均 {level}", "mean {level}"), Text("{now}，岗位要 {level}", "{now}, asked {level}")

Distance = Literal["met", "near", "far", ""]
"""Whether a level is as asked or above, less than one below, further below; or there is nothing to compare."""


Row = tuple[HeatRowView, tuple[CellView, ...]]


class Piece(NamedTuple):
    """Some columns of the map with the skills that matter there: their parts, and each row with its cells."""

    parts: tuple[PartView, ...]
    rows: tuple[Row, ...]


def level(mean: float) -> str:
    """Return a mean level as it is shown."""
    return f"{mean:.1f}"


def cell_text(cell: CellView) -> str:
    """Return what a cell says: the mean level told, and the one asked if any; nothing where nobody is concerned."""
    if not (cell.need or cell.have is not None or cell.told is None):
        return ""
    told = "*" if cell.told is None else "?" if cell.have is None else level(cell.have)
    return told if cell.need is None else f"{told}/{level(cell.need)}"


def cell_aloud(cell: CellView) -> Text:
    """Return what a cell says in words, for who does not see it."""
    now = _FEW if cell.told is None else _NOBODY if cell.have is None else _MEAN.fill(level=level(cell.have))
    return now if cell.need is None else _ASKED.fill(now=now, level=level(cell.need))


def distance(cell: CellView) -> Distance:
    """Return how far a cell lies below what is asked."""
    if cell.have is None or cell.need is None:
        return ""
    short = cell.need - cell.have
    return "met" if short <= 0 else "near" if short < 1 else "far"


def shade(cell: CellView, top: int) -> int | None:
    """Return how dark a cell is, from 0 to 5 as its level is; None where none is told."""
    return None if cell.have is None else round(5 * cell.have / top)


def part_text(part: PartView) -> Text:
    """Return what a column is of, and of how many people."""
    return PEOPLE.fill(name=part.name, n=part.people)


def pieces(view: HeatView, wide: int) -> Iterator[Piece]:
    """Yield the map in pieces of so many columns; in each the skills of which something can be told there."""
    for first in range(0, len(view.parts), wide):
        rows = tuple((row, row.cells[first : first + wide]) for row in view.skills)
        yield Piece(view.parts[first : first + wide], tuple(_telling(rows)))


def largest(view: HeatView, count: int) -> HeatView:
    """Return the map with only so many columns, those of most people."""
    order = sorted(range(len(view.parts)), key=lambda place: -view.parts[place].people)
    kept = sorted(order[:count])
    rows = tuple(HeatRowView(row.skill, row.name, tuple(row.cells[place] for place in kept)) for row in view.skills)
    return HeatView(view.by, tuple(view.parts[place] for place in kept), rows, view.top)


def _telling(rows: Sequence[Row]) -> Sequence[Row]:
    told = [row for row in rows if any(cell.have is not None for cell in row[1])]
    return told or [row for row in rows if any(cell.need is not None for cell in row[1])]
