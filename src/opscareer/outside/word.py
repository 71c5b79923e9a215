"""The words of a Word document, in their order: paragraphs, rows of tables, boxes of text."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_UNSEEN = (qn("w:vanish"), qn("w:strike"), qn("w:dstrike"))
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def words_of(data: bytes) -> str:
    """Return the words of a Word document. Raises whatever its library does where it is broken."""
    return "\n".join(_lines(Document(BytesIO(data)).element.body))


def _lines(part: Any) -> Iterator[str]:
    """Yield the lines of a part of a document; a row of a table is one where its cells are."""
    for inner in part:
        if inner.tag == qn("w:tr"):
            cells = ["\n".join(_lines(cell)).splitlines() for cell in inner.iterchildren(qn("w:tc"))]
            if all(len(cell) <= 1 for cell in cells):
                yield "\t".join(line for cell in cells for line in cell)
            else:
                yield from (line for cell in cells for line in cell)
        elif inner.tag == qn("w:p"):
            yield from _paragraph(inner)
        elif inner.tag != _AGAIN:
            yield from _lines(inner)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph, and after it what stands in boxes that hang on it."""
    boxes: list[Any] = []
    yield "".join(_runs(paragraph, boxes))
    for box in boxes:
        yield from _lines(box)


def _runs(part: Any, boxes: list[Any]) -> Iterator[str]:
    for inner in part:
        if inner.tag == qn("w:r") and _unseen(inner):
            continue
        if inner.tag == qn("w:t"):
            yield inner.text or ""
        elif inner.tag in _BREAKS:
            yield _BREAKS[inner.tag]
        elif inner.tag == qn("w:txbxContent"):
            boxes.append(inner)
        elif inner.tag != _AGAIN:
            yield from _runs(inner, boxes)


def _unseen(run: Any) -> bool:
    """Return whether a run is hidden or crossed out."""
    marks = [mark for properties in run.iterchildren(qn("w:rPr")) for mark in properties if mark.tag in _UNSEEN]
    return any(mark.get(qn("w:val"), "true") not in ("0", "false", "off") for mark in marks)
