"""The sheets of an Excel workbook, read a row at a time, whoever wrote it: Excel, WPS, LibreOffice, this program.

A formula is told and not worked out.
"""

import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, time, timedelta
from typing import Any, BinaryIO, NamedTuple
from zipfile import BadZipFile, ZipFile

from opscareer.errors import OpscareerError
from opscareer.outside.files import Expected
from opscareer.outside.people.rows import FORMULA, Odd, Raw
from opscareer.text import Text, clean

_PACKED, _UNPACKED, _PART = 100_000_000, 1_000_000_000, 100_000_000
"""The most bytes of a workbook, of what it unpacks to, and of each part but the sheets: these are kept in memory."""
_ROWS = 1_048_576  # of a sheet; a file may claim more
_DATE = Odd(Text("是日期，不是答案", "a date, no answer"), Text("把单元格设成文本再填", "format the cell as text"))
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
    """A sheet: its name, its rows with their numbers, and whether nobody who opens the workbook sees it."""

    name: str
    rows: Iterator[tuple[int, list[Raw]]]
    hidden: bool = False


@contextmanager
def tabs(file: BinaryIO, name: str, expected: Expected) -> Iterator[list[Tab]]:
    """Give the sheets of a workbook. Raises what is expected where it cannot be opened or is too large."""
    with closing(_opened(file, name, expected)) as book:
        yield [
            Tab(clean(sheet.title), _rows(sheet, name, expected), sheet.sheet_state != "visible")
            for sheet in book.worksheets
        ]


def _rows(sheet: Any, name: str, expected: Expected) -> Iterator[tuple[int, list[Raw]]]:
    try:
        sheet.reset_dimensions()  # some programs write wrong ones
        for number, row in enumerate(sheet.iter_rows(max_row=_ROWS), 1):
            yield number, [_raw(cell) for cell in row]
    except OpscareerError:
        raise
    except Exception:  # a broken sheet fails in as many ways as the library has parts
        raise expected.wrong(f"{name}[{clean(sheet.title)}]", _BROKEN) from None


def _raw(cell: Any) -> Raw:
    if cell.data_type == "f":
        return FORMULA
    if cell.data_type == "e":
        return _ERROR
    if isinstance(cell.value, date | time | timedelta):
        return _DATE
    if isinstance(cell.value, bool):
        return "yes" if cell.value else "no"
    return cell.value if isinstance(cell.value, int | float) or cell.value is None else str(cell.value)


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
