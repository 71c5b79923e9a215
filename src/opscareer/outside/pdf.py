"""The words of a PDF, page by page."""

import logging
from io import BytesIO

from pypdf import PageObject, PdfReader

PAGES = 50
"""So many pages are read; more has no ad and no résumé."""


def words_of(data: bytes) -> str:
    """Return the words of a PDF. Raises whatever its library does where it is broken or locked."""
    return "\n".join(page.extract_text() for page in _pages(data)[:PAGES])


def pictured_in(data: bytes) -> tuple[int, ...]:
    """Return which pages, from 1, are pictures without words, as a scan is. Raises the same."""
    return tuple(number for number, page in enumerate(_pages(data)[:PAGES], 1) if _is_picture(page))


def pages_of(data: bytes) -> int:
    """Return how many pages there are. Raises the same."""
    return len(_pages(data))


def _pages(data: bytes) -> list[PageObject]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is of no concern to a reader
    pages = PdfReader(BytesIO(data)).pages
    return [pages[number] for number in range(len(pages))]


def _is_picture(page: PageObject) -> bool:
    return not page.extract_text().strip() and bool(page.images.keys())
