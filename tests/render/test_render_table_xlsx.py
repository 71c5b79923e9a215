"""A table as an Excel workbook holds what the same table as CSV does."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from opscareer.render.formats import FORMATS
from opscareer.render.tables.table import Table, as_csv
from opscareer.render.workbook.table import table_xlsx

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
CELLS = WORDS | st.integers(-999, 999) | st.booleans() | st.none()


@given(st.lists(st.tuples(WORDS, CELLS, CELLS), max_size=5))
def test_cells(rows: list[tuple[str, str | int | bool | None, str | int | bool | None]]) -> None:
    """Text is text whatever it begins with, numbers are numbers, yes and no are that, nothing is an empty cell."""
    book = load_workbook(BytesIO(table_xlsx(Table(("a", "b", "c"), rows))))
    heading, *told = book.active.iter_rows(values_only=True)
    assert heading == ("a", "b", "c")
    assert told == rows
    assert not [cell for line in book.active.iter_rows() for cell in line if cell.data_type == "f"]


@given(st.lists(st.tuples(WORDS, st.integers(0, 9)), max_size=5))
def test_as_many_lines_as_csv(rows: list[tuple[str, int]]) -> None:
    """There is a row for each line of the CSV, and the heading stays in sight."""
    table = Table(("name", "have"), rows)
    sheet = load_workbook(BytesIO(table_xlsx(table))).active
    assert sheet.max_row == len(list(csv.reader(StringIO(as_csv(table)))))
    assert sheet.freeze_panes == "B2"


@pytest.mark.parametrize("command", FORMATS)
def test_every_layout_is_there(command: str) -> None:
    """Layouts are named, not imported: each that a format names can be loaded, and what writes it."""
    for one in FORMATS[command]:
        assert all(callable(one._replace(layout=name).loaded()) for name in (one.layout, one.written) if name)


@pytest.mark.parametrize(
    "command", [name for name, formats in FORMATS.items() if "csv" in {one.name for one in formats}]
)
def test_every_table_is_had_in_both(command: str) -> None:
    """Whatever is had as CSV is had as a workbook."""
    assert "xlsx" in {one.name for one in FORMATS[command]}
