"""Many people as Markdown: the group, without names unless they are asked for."""

from collections.abc import Iterable

from opscareer.render.markdown.marks import heading, paragraphs, table
from opscareer.text import Lang, Text
from opscareer.views.heat import HeatView
from opscareer.views.team import TeamView
from opscareer.views.telling import heat as map_words
from opscareer.views.telling import team as words
from opscareer.views.telling.team_cover import cover_of
from opscareer.views.telling.team_lacks import lacks_of
from opscareer.views.telling.team_tables import TableWords
from opscareer.views.words.headings import SKILL

_WIDE = 8
"""Columns of the heat map that stand beside each other."""


def team_markdown(view: TeamView, lang: Lang) -> str:
    """Return what is told of a group as Markdown in one language; all text is escaped."""
    lines = [*heading(1, words.TITLE, lang), *paragraphs(words.summary(view), lang)]
    lines += _tables(lacks_of(view), lang)
    lines += _heat(view.heat, lang) if view.heat.skills else []
    lines += _tables(cover_of(view), lang)
    lines += paragraphs([words.USE], lang)
    return "\n".join(lines).rstrip() + "\n"


def _tables(parts: Iterable[TableWords], lang: Lang) -> list[str]:
    lines: list[str] = []
    for part in parts:
        rows = [[_cell(cell, lang) for cell in row] for row in part.rows]
        lines += [*heading(2, part.heading, lang), *paragraphs(part.notes, lang)]
        lines += table(part.columns, rows, lang, right=part.figures)
    return lines


def _heat(view: HeatView, lang: Lang) -> list[str]:
    lines = [*heading(2, map_words.HEADING[view.by], lang), *paragraphs([map_words.NOTE], lang)]
    for piece in map_words.pieces(view, _WIDE):
        heads = (SKILL, *map(map_words.part_text, piece.parts))
        rows = [[row.name.of(lang), *(map_words.cell_text(cell) for cell in cells)] for row, cells in piece.rows]
        lines += table(heads, rows, lang)
    return lines


def _cell(told: Text | str, lang: Lang) -> str:
    """Return a cell; a figure is written as it is, but for the star of one that is hidden."""
    return told.replace("*", "\\*") if isinstance(told, str) else told.of(lang)
