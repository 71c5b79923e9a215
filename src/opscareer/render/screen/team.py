"""Many people on a screen: the group, without names unless they are asked for."""

from collections.abc import Sequence
from string import ascii_uppercase

from opscareer.render.screen.page import Page, Style
from opscareer.text import NOTHING, Text
from opscareer.views.heat import HeatView
from opscareer.views.team import TeamView
from opscareer.views.telling import heat as map_words
from opscareer.views.telling import team as words
from opscareer.views.telling.team_cover import cover_of
from opscareer.views.telling.team_lacks import lacks_of
from opscareer.views.telling.team_tables import TableWords
from opscareer.wrapping import fit, width, wrap

_ROWS, _SKILLS = 15, 20
_ROOMY = 66
"""Columns from which on a table of six figures has room."""
_COLUMN = 9
"""Columns of the screen that a cell of the heat map takes, with the space before it."""
_NAME = 28
_STYLES: dict[map_words.Distance, Style] = {"met": "good", "near": "warn", "far": "bad", "": "dim"}
_REST = Text(
    "这里只放得下人最多的 {shown} 列、补了涨分最多的 {rows} 项；全的在 opscareer team ... -o FILE.html 里。",
    "There is room for the {shown} columns of most people and the {rows} skills that would add most; all of it stands "
    "in opscareer team ... -o FILE.html.",
)


def team_page(page: Page, view: TeamView) -> None:
    """Write what is told of a group."""
    first, *rest = words.summary(view)
    page.say(first, "bold")
    for told in rest:
        page.say(told)
    for part in lacks_of(view, _ROWS, aloud=page.plain):
        _table(page, part)
    if view.heat.skills:
        (_heat_aloud if page.plain else _heat)(page, view.heat)
    for part in cover_of(view, _ROWS):
        _table(page, part)
    page.blank()
    page.say(words.USE, "dim")


def _table(page: Page, part: TableWords) -> None:
    page.head(part.heading)
    for note in part.notes:
        page.say(note, "dim", indent=2)
    rows = [tuple(cell if isinstance(cell, str) else cell.of(page.lang) for cell in row) for row in part.rows]
    if page.columns < _ROOMY:
        _listed(page, part, rows)
    else:
        figures_last = len(part.columns) - 1 in part.figures  # the last column of a table is running text
        columns = (*part.columns, NOTHING) if figures_last else part.columns
        page.table(columns, [(*row, "") if figures_last else row for row in rows], right=part.figures)
    if part.more:
        page.say(part.more, "dim", indent=2)


def _listed(page: Page, part: TableWords, rows: Sequence[tuple[str, ...]]) -> None:
    """Write rows one under the other, each cell after the name of its column."""
    heads = [heading.of(page.lang) for heading in part.columns]
    for first, *rest in rows:
        page.say(first, indent=2)
        page.say(
            page.comma.join(f"{head} {cell}" for head, cell in zip(heads[1:], rest, strict=True) if cell), indent=4
        )


def _heat_aloud(page: Page, view: HeatView) -> None:
    """Write the heat map part by part, a line a skill: a map is nothing to who does not see it."""
    page.head(map_words.HEADING[view.by])
    page.say(map_words.NOTE_ALOUD)
    for place, part in enumerate(view.parts):
        page.head(map_words.part_text(part))
        told = [row for row in view.skills if row.cells[place].have is not None]
        for row in told[:_SKILLS]:
            page.say(map_words.cell_aloud(row.cells[place]), first=row.name.of(page.lang))
        page.more(len(told) - _SKILLS)


def _heat(page: Page, view: HeatView) -> None:
    """Write the heat map: a letter a column, as those are narrow; a cell is coloured by how far it is from enough."""
    names = min(_NAME, max(width(row.name.of(page.lang)) for row in view.skills))
    room = max(1, min(len(ascii_uppercase), (page.columns - names - 2) // _COLUMN))
    (piece, *_) = map_words.pieces(map_words.largest(view, room), room)
    page.head(map_words.HEADING[view.by])
    page.say(map_words.NOTE, "dim", indent=2)
    letters = ascii_uppercase[: len(piece.parts)]
    for letter, part in zip(letters, piece.parts, strict=True):
        page.say(map_words.part_text(part), first=f"{letter}  ", indent=2)
    page.spans((" " * (names + 2), ""), *((f"{letter:>{_COLUMN}}", "dim") for letter in letters))
    for row, cells in piece.rows[:_SKILLS]:
        *above, name = wrap(row.name.of(page.lang), names)
        for line in above:
            page.spans((f"  {line}", ""))
        told = ((f"{map_words.cell_text(cell):>{_COLUMN}}", _STYLES[map_words.distance(cell)]) for cell in cells)
        page.spans((f"  {fit(name, names)}", ""), *told)
    if len(view.parts) > room or len(piece.rows) > _SKILLS:
        shown = min(_SKILLS, len(piece.rows))
        page.say(_REST.fill(shown=len(piece.parts), rows=shown), "dim", indent=2)
