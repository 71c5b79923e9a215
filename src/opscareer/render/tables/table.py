"""A table for spreadsheets, and its lines as CSV, in which no cell begins a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import NamedTuple

from opscareer.text import FORMULAS

Cell = str | int | float | bool | None


class Table(NamedTuple):
    """An answer as a table, of which each format for spreadsheets makes its own."""

    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def as_csv(table: Table) -> str:
    """Return lines of cells, quoted where they must be; nothing is an empty cell, yes and no are 1 and 0."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow([_cell(one) for one in table.headings])
    lines.writerows([_cell(one) for one in row] for row in table.rows)
    return written.getvalue()


def no_formula(text: str) -> str:
    """Return the text of a cell; one that a spreadsheet would take for a formula is marked as text."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


def _cell(value: Cell) -> str:
    """Return a cell as text; one that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, str):
        return no_formula(value)
    return "" if value is None else f"{value:g}"
