"""A table in text as spreadsheets write it: UTF-8, UTF-16 or GBK; commas, semicolons or tabs.

A row whose letters are in another encoding than the rest is told as such, and does not stop the others.
"""

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO

from opscareer.outside.encodings import UTF16
from opscareer.outside.files import Expected
from opscareer.outside.people.rows import ENDLESS, FORMULA, Cells, Odd, Raw
from opscareer.outside.records import Unclosed, records, rowlike
from opscareer.text import FORMULAS, Text

_HEAD = 1_000_000  # bytes by which encoding and separator are judged
_LINE = 1_000_000  # letters
_LINES = 60  # of one cell; a form's own have some ten
_SEPARATORS = ",;\t"
_BROKEN = "\ufffd"
_TOLD = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
_MIXED = Odd(
    Text("文字乱了：这一行和整个文件不是同一种编码", "broken letters: this row is not in the encoding of the file"),
    Text("整个文件另存为 UTF-8", "save the whole file as UTF-8"),
)

Knows = Callable[[Cells], int]
"""Tells how many cells of a row are names of columns."""


def csv_rows(file: BinaryIO, name: str, expected: Expected, knows: Knows) -> Iterator[tuple[int, Cells]]:
    """Yield the rows of a table in text, counted as a spreadsheet does. Raises what is expected where it is none."""
    head = file.read(_HEAD)
    file.seek(0)
    lines = _lines(file, head, name, expected)
    begun = list(islice(lines, 60))
    told = _TOLD.fullmatch(begun[0]) if begun else None
    separator = told[1] if told else _separator(begun, knows)
    lines = chain(begun[1:] if told else begun, lines)
    yield from enumerate(_split(lines, separator, 2 if told else 1), 2 if told else 1)


def _split(lines: Iterator[str], separator: str, first: int = 1) -> Iterator[Cells]:
    """Yield rows; of one that is no CSV, or in another encoding, that it is so. first: the line of the first."""
    csv.field_size_limit(_LINE)
    widest = 0

    def swallows(cells: list[str], separator: str) -> bool:
        return any(cell.count("\n") > _LINES or (widest > 1 and rowlike(cell, separator, widest)) for cell in cells)

    for row in records(lines, separator, swallows, first):
        if isinstance(row, Unclosed):
            yield Odd(row.reason, row.hint)
        else:
            widest = max(widest, len(row.cells))
            yield _MIXED if any(_BROKEN in cell for cell in row.cells) else [_cell(cell) for cell in row.cells]


def _cell(cell: str) -> Raw:
    if cell.startswith("="):
        quoted = _AS_TEXT.fullmatch(cell)  # how a table keeps the zeros before a number
        return quoted[1] if quoted else FORMULA
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULAS) else cell


def _separator(begun: list[str], knows: Knows) -> str:
    """Return what stands between cells: by which most names of columns are found, else what is most frequent."""
    first = next((line for line in begun if line.strip()), "")
    return max(_SEPARATORS, key=lambda one: (max(map(knows, _split(iter(begun), one)), default=0), first.count(one)))


def _lines(file: BinaryIO, head: bytes, name: str, expected: Expected) -> Iterator[str]:
    """Yield lines. Raises what is expected where one has no end."""
    lines = _wide(file) if head.startswith(UTF16) else _narrow(file, _decoder(head))
    for number, line in enumerate(lines, 1):
        if len(line) > _LINE:
            raise expected.wrong(f"{name}:{number}", ENDLESS)
        yield line.removeprefix("\ufeff") if number == 1 else line


def _narrow(file: BinaryIO, decoded: Callable[[bytes], str]) -> Iterator[str]:
    """Yield the lines of a file each of which is decoded by itself."""
    return map(decoded, iter(lambda: file.readline(_LINE + 1), b""))


def _wide(file: BinaryIO) -> Iterator[str]:
    """Yield the lines of a file in UTF-16, and leave it open."""
    text = TextIOWrapper(file, "utf-16", errors="replace", newline="")
    try:
        yield from iter(lambda: text.readline(_LINE + 1), "")
    finally:
        with suppress(ValueError):  # closed already
            text.detach()


def _decoder(head: bytes) -> Callable[[bytes], str]:
    """Return what reads a line: in the encoding of most lines that are not plain ASCII; others come out broken."""
    lines = [line for line in head.splitlines() if not line.isascii()]
    return _utf8 if sum(_is_utf8(line) for line in lines) * 2 >= len(lines) else _gbk


def _utf8(line: bytes) -> str:
    return line.decode("utf-8", "replace")


def _gbk(line: bytes) -> str:
    """Return a line in GB 18030; one in UTF-8 with Chinese would come out as other words, so its letters are broken."""
    other = not line.isascii() and _is_utf8(line) and any(letter > "\u2e80" for letter in _utf8(line))
    return line.decode("ascii" if other else "gb18030", "replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError as error:
        return error.start > 0 and error.reason == "unexpected end of data"
    return True
