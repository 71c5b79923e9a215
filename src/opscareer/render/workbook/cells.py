"""Cells of a workbook: text that stays text, wrapped, in rows as high as it takes."""

import re
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from opscareer.text import FORMULAS
from opscareer.wrapping import wrap

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINE, _HIGHEST = 16.5, 405.0  # points
_MARGIN = 4  # characters of a column that letters wider than others may take
_THIN = Side(style="thin", color="D0D0D0")

HEADING = PatternFill("solid", fgColor="DDE6F0")
GROUP = PatternFill("solid", fgColor="F0F0F0")
YELLOW = PatternFill("solid", fgColor="FFF8D6")
_FACE = "Calibri"
PLAIN, BOLD = Font(_FACE), Font(_FACE, bold=True)
GREY, TITLE = Font(_FACE, 9, color="808080"), Font(_FACE, 14, bold=True)
BOX = Border(_THIN, _THIN, _THIN, _THIN)
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write(cell: Any, text: str, *, font: Font = PLAIN, fill: PatternFill | None = None, boxed: bool = True) -> None:
    """Write text into a cell, which never becomes a formula, not even when somebody edits it."""
    cell.value = _NO_XML.sub("", text)
    cell.data_type = "s"
    cell.alignment = _WRAPPED
    if text.startswith(FORMULAS):
        cell.quotePrefix = True
    cell.font = font
    if fill is not None:
        cell.fill = fill
    if boxed:
        cell.border = BOX


def in_bytes(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def to_fill_in(cell: Any, *, as_text: bool = False) -> None:
    """Leave a cell to be filled in; as text, a number keeps its zeros."""
    cell.alignment, cell.fill, cell.border = _WRAPPED, YELLOW, BOX
    if as_text:
        cell.number_format = "@"


def height(*texts: tuple[str, int]) -> float:
    """Return how high a row is that holds texts in columns of so many characters, in points."""
    lines = max(sum(len(wrap(line, columns - _MARGIN)) for line in text.split("\n")) for text, columns in texts)
    return min(_HIGHEST, _LINE * max(1, lines) + 3)
