"""The words of a PDF, page by page."""

import logging
from io import BytesIO

from pypdf import PdfReader

_PAGES = 50  # more has no ad and no résumé


def words_of(data: bytes) -> str:
    """Return the words of a PDF. Raises whatever its library does where it is broken or locked."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is of no concern to a reader
    pages = PdfReader(BytesIO(data)).pages
    return "\n".join(pages[number].extract_text() for number in range(min(_PAGES, len(pages))))
