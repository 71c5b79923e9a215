"""The words of a Word document in their order: paragraphs, rows of tables, boxes of text; of its headers once."""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
_UNSEEN = (qn("w:vanish"), qn("w:strike"), qn("w:dstrike"))
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_THERE = (_AGAIN, qn("w:del"), qn("w:moveFrom"))
"""What stands there once more in another form, or was deleted or moved away while changes were tracked."""
_MERGED = (qn("w:vMerge"), qn("w:hMerge"))
_PAGE = re.compile(r"\b(?:NUM)?PAGES?\b")
_DEPTH = 20  # of styles that are based on others


def whole_of(data: bytes) -> str:
    """Return the words of a Word document, its headers before them and its footers behind. Raises as `ad_of`."""
    document = Document(BytesIO(data))
    words = _Words(document)
    return "\n".join((*words.aside("header"), *words.of(document.element.body), *words.aside("footer")))


def ad_of(data: bytes) -> str:
    """Return the words of a Word document, first what it is about: a company's name above an ad is not its title.

    Raises whatever its library does where it is broken.
    """
    document = Document(BytesIO(data))
    words = _Words(document)
    return "\n".join((*words.of(document.element.body), *words.aside("header"), *words.aside("footer")))


class _Words:
    """What reads the parts of a document, by the styles that it has."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self._by_style = lru_cache(maxsize=None)(self._marked)

    def aside(self, kind: str) -> Iterator[str]:
        """Yield the lines of all headers, or footers, each once, without those that only number the pages."""
        found = dict[str, None]()
        for section in self._document.sections:
            first = [f"first_page_{kind}"] if section.different_first_page_header_footer else []
            even = [f"even_page_{kind}"] if self._document.settings.odd_and_even_pages_header_footer else []
            for part in (getattr(section, name) for name in (*first, kind, *even)):
                if not part.is_linked_to_previous:
                    found |= dict.fromkeys(line for line in self.of(part._element, numbered=False) if line.strip())
        yield from found

    def of(self, part: Any, *, numbered: bool = True) -> Iterator[str]:
        """Yield the lines of a part; a row of a table is one where its cells are.

        numbered: whether paragraphs that tell the number of the page are wanted.
        """
        for inner in part:
            if inner.tag == qn("w:tr"):
                yield from self._row(inner)
            elif inner.tag == qn("w:p"):
                yield from self._paragraph(inner) if numbered or not _tells_page(inner) else ()
            elif inner.tag not in _NOT_THERE:
                yield from self.of(inner, numbered=numbered)

    def _row(self, row: Any) -> Iterator[str]:
        """Yield a row as one line, else a line after the other; what goes on a merged cell is not seen."""
        shown = [cell for cell in row.iterchildren(qn("w:tc")) if not _goes_on(cell)]
        cells = ["\n".join(self.of(cell)).splitlines() for cell in shown]
        lines = [line for cell in cells for line in cell]
        yield from ["\t".join(lines)] if all(len(cell) <= 1 for cell in cells) else lines

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        """Yield a paragraph, and after it what stands in boxes that hang on it."""
        boxes: list[Any] = []
        yield "".join(self._runs(paragraph, _style_of(paragraph, "w:pPr", "w:pStyle"), boxes))
        for box in boxes:
            yield from self.of(box)

    def _runs(self, part: Any, style: str | None, boxes: list[Any]) -> Iterator[str]:
        for inner in part:
            if inner.tag == qn("w:r") and self._unseen(inner, style):
                continue
            if inner.tag == qn("w:t"):
                yield inner.text or ""
            elif inner.tag in _BREAKS:
                yield _BREAKS[inner.tag]
            elif inner.tag == qn("w:txbxContent"):
                boxes.append(inner)
            elif inner.tag not in _NOT_THERE:
                yield from self._runs(inner, style, boxes)

    def _unseen(self, run: Any, style: str | None) -> bool:
        """Return whether a run is hidden or crossed out, by itself, by its style, or by that of its paragraph."""
        marks = self._by_style(style) | self._by_style(_style_of(run, "w:rPr", "w:rStyle")) | _marks(run)
        return any(marks.values())

    def _marked(self, name: str | None, depth: int = 0) -> dict[str, bool]:
        """Return what a style says of how its runs are seen, with what it is based on."""
        style = self._styles.get(name)
        if style is None or depth > _DEPTH:
            return {}
        based = style.find(qn("w:basedOn"))
        return (self._marked(based.get(qn("w:val")), depth + 1) if based is not None else {}) | _marks(style)


def _marks(of: Any) -> dict[str, bool]:
    """Return which of the marks that hide its words a run or a style has, and whether they are on."""
    marks = [mark for properties in of.iterchildren(qn("w:rPr")) for mark in properties if mark.tag in _UNSEEN]
    return {mark.tag: mark.get(qn("w:val"), "true") not in ("0", "false", "off") for mark in marks}


def _style_of(part: Any, properties: str, style: str) -> str | None:
    found = part.find(f"{qn(properties)}/{qn(style)}")
    return None if found is None else found.get(qn("w:val"))


def _goes_on(cell: Any) -> bool:
    """Return whether a cell only goes on what a merged one before it began."""
    marks = [mark for properties in cell.iterchildren(qn("w:tcPr")) for mark in properties if mark.tag in _MERGED]
    return any(mark.get(qn("w:val"), "continue") == "continue" for mark in marks)


def _tells_page(paragraph: Any) -> bool:
    """Return whether a paragraph has a field with the number of the page, or of all pages."""
    fields = [field.get(qn("w:instr"), "") for field in paragraph.iter(qn("w:fldSimple"))]
    return any(map(_PAGE.search, [*fields, *(code.text or "" for code in paragraph.iter(qn("w:instrText")))]))
