"""The sheets of an Excel workbook, read a row at a time, whoever wrote it: Excel, WPS, LibreOffice, this program.

A formula is told and not worked out.
"""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date, time, timedelta
from typing import Any, BinaryIO, NamedTuple
from zipfile import BadZipFile, ZipFile

from opscareer.errors import OpscareerError
from opscareer.outside.files import Expected
from opscareer.outside.people.rows import DATE, FORMULA, Odd, Raw
from opscareer.outside.people.unseen import Unseen
from opscareer.text import Text, clean

_PACKED, _UNPACKED, _PART = 100_000_000, 1_000_000_000, 100_000_000
"""The most bytes of a workbook, of what it unpacks to, and of each part but the sheets: these are kept in memory."""
_ROWS = 1_048_576  # of a sheet; a file may claim more
_ERROR = Odd(
    Text("是公式算错的结果", "the error of a formula"), Text("删掉它，写上值", "delete it and write the value")
)
_BROKEN = Text("打不开：坏了，或者上了密码", "it cannot be opened: broken, or locked with a password")
_LACKING = Text("读 Excel 表要的库没装", "the library that reads Excel workbooks is not installed")
_INSTALL = Text(
    "先装上：pip install 'opscareer[files]'，或者另存为 CSV",
    "install it first: pip install 'opscareer[files]', or save it as CSV",
)


class Tab(NamedTuple):
    """A sheet: its name, its rows with their numbers, whether nobody who opens the workbook sees it.

    unseen: what of it nobody sees, filled as its rows are read.
    """

    name: str
    rows: Iterator[tuple[int, list[Raw]]]
    hidden: bool
    unseen: Unseen


@contextmanager
def tabs(file: BinaryIO, name: str, expected: Expected) -> Iterator[list[Tab]]:
    """Give the sheets of a workbook. Raises what is expected where it cannot be opened or is too large."""
    with closing(_opened(file, name, expected)) as book:
        yield [_tab(sheet, name, expected) for sheet in book.worksheets]


def _tab(sheet: Any, name: str, expected: Expected) -> Tab:
    unseen = Unseen()
    return Tab(clean(sheet.title), _rows(sheet, name, expected, unseen), sheet.sheet_state != "visible", unseen)


def _rows(sheet: Any, name: str, expected: Expected, unseen: Unseen) -> Iterator[tuple[int, list[Raw]]]:
    try:
        yield from _parsed(sheet, unseen)
    except OpscareerError:
        raise
    except Exception:  # a broken sheet fails in as many ways as the library has parts
        raise expected.wrong(f"{name}[{clean(sheet.title)}]", _BROKEN) from None


def _parsed(sheet: Any, unseen: Unseen) -> Iterator[tuple[int, list[Raw]]]:
    """Yield the rows in which anything is, by the library's own parser: rows do not tell whether they are hidden."""
    from openpyxl.worksheet._reader import WorkSheetParser  # not public; the bounds on openpyxl hold it

    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            if number > _ROWS:
                return
            if _is_hidden(parser.row_dimensions.pop(str(number), {})):  # else it keeps those of all rows
                unseen.rows.add(number)
            if not unseen.columns:
                unseen.columns += map(_extent, filter(_is_hidden, parser.column_dimensions.values()))
            yield number, _spread(cells)


def _is_hidden(told: Mapping[str, str]) -> bool:
    return told.get("hidden") in ("1", "true")


def _extent(column: Mapping[str, str]) -> tuple[int, int]:
    return int(column["min"]), int(column.get("max", column["min"]))


def _spread(cells: Sequence[Mapping[str, Any]]) -> list[Raw]:
    """Return cells at their places, those between that hold nothing too."""
    row: list[Raw] = [None] * max((cell["column"] for cell in cells), default=0)
    for cell in cells:
        row[cell["column"] - 1] = _raw(cell["data_type"], cell["value"])
    return row


def _raw(kind: str, value: Any) -> Raw:
    if kind == "f":
        return FORMULA
    if kind == "e":
        return _ERROR
    if isinstance(value, date | time | timedelta):
        return DATE
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | float) or value is None else str(value)


def _opened(file: BinaryIO, name: str, expected: Expected) -> Any:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError:
        told = expected.at(name, _LACKING)
        told.hint = _INSTALL
        raise told from None
    if larger := _larger(file, name, expected):
        raise expected.at(name, larger)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it cannot keep; nothing is written back
            return load_workbook(file, read_only=True)
    except Exception:
        raise expected.at(name, _BROKEN) from None


def _larger(file: BinaryIO, name: str, expected: Expected) -> Text | None:
    """Return what is too large in a workbook, before any is unpacked. Raises what is expected where it is none."""
    packed = file.seek(0, 2)
    file.seek(0)
    if packed > _PACKED:
        return Text(
            f"超过 {_PACKED // 1_000_000} MB；另存为 CSV", f"larger than {_PACKED // 1_000_000} MB; save it as CSV"
        )
    try:
        parts = ZipFile(file).infolist()
    except BadZipFile:
        raise expected.at(name, _BROKEN) from None
    kept = [part.file_size for part in parts if "worksheets/" not in part.filename]
    if sum(part.file_size for part in parts) > _UNPACKED or max(kept, default=0) > _PART:
        return Text("解开来太大了；另存为 CSV", "it unpacks to too much; save it as CSV")
    return None
