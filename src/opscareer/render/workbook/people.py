"""What each of many people is told as a sheet, a row a person, written row by row."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from opscareer.errors import OpscareerError
from opscareer.render.people import HEADINGS, Add, Names, cells_of
from opscareer.text import Lang, Text
from opscareer.views.person_line import PersonLine

MOST = 1_048_576
"""Rows of a sheet, its headings among them."""
_TOO_MANY = Text("一张 Excel 表最多 {n} 行", "a sheet of Excel holds no more than {n} rows")
_INSTEAD = Text("换成 .csv、.jsonl 或 .parquet", "write .csv, .jsonl or .parquet")


def _save(book: Workbook, file: BinaryIO) -> None:
    """Write a workbook. Raises OSError where there is no room for it, and leaves nothing to be written later."""
    archive = ZipFile(file, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except BaseException:
        archive.fp = None  # else it ends the archive when it is cleared away, and fails again where nobody listens
        raise


@contextmanager
def people_workbook(file: BinaryIO, names: Names, lang: Lang) -> Iterator[Add]:
    """Give what writes rows as a workbook to a file; no cell is a formula. Raises OpscareerError for too many rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("people")
    sheet.freeze_panes = "B2"
    sheet.append(HEADINGS)
    count = 1

    def add(lines: Iterable[PersonLine]) -> None:
        nonlocal count
        for line in lines:
            count += 1
            if count > MOST:
                raise OpscareerError(*_TOO_MANY.fill(n=MOST - 1), _INSTEAD)
            sheet.append(cells_of(line, names, lang))

    try:
        yield add
        _save(book, file)
    finally:
        if not sheet.closed:  # its rows lie in a file of their own until then
            sheet.close()
