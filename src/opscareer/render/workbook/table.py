"""A table for spreadsheets as an Excel workbook."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from opscareer.render.tables.table import Cell, Table
from opscareer.render.workbook.cells import BOLD, HEADING, in_bytes, write
from opscareer.wrapping import width

_NARROW, _BROAD = 8, 60  # characters of a column


def table_xlsx(table: Table) -> bytes:
    """Return the bytes of a workbook of one sheet: text stays text, numbers are numbers, the heading stays in sight."""
    book = Workbook()
    sheet = book.active
    rows = [tuple(row) for row in table.rows]
    for column, heading in enumerate(table.headings, 1):
        write(sheet.cell(1, column), heading, font=BOLD, fill=HEADING)
        held = [heading, *(row[column - 1] for row in rows)]
        sheet.column_dimensions[get_column_letter(column)].width = _columns(held)
    for number, row in enumerate(rows, 2):
        for column, told in enumerate(row, 1):
            if isinstance(told, str):
                write(sheet.cell(number, column), told, boxed=False)
            else:
                sheet.cell(number, column).value = told
    sheet.freeze_panes = "B2"
    return in_bytes(book)


def _columns(held: list[Cell]) -> int:
    """Return how broad a column is that holds some cells."""
    longest = max(width(line) for cell in held for line in ("" if cell is None else str(cell)).split("\n"))
    return min(_BROAD, max(_NARROW, longest + 2))
