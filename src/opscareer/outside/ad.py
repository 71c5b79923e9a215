"""The text of one job ad, in whatever file and encoding it was saved."""

from opscareer.errors import FaultyAdError
from opscareer.model import nouns
from opscareer.outside.documents import DOCUMENTS, MOST, words_of
from opscareer.outside.encodings import either
from opscareer.outside.files import Expected, content, name_of
from opscareer.outside.kinds import kind_of
from opscareer.text import Text

NO_TEXT = Text("不是 UTF-8，也不是 GB 18030 的文字", "no text in UTF-8 or GB 18030")
_READ = 2_000_000  # bytes of an ad in text; of what is larger the beginning is read
AD = Expected(
    nouns.AD,
    Text("要一则招聘：文字、网页、Word（.docx）或 PDF", "a job ad is expected: text, a web page, Word (.docx) or PDF"),
    FaultyAdError,
    DOCUMENTS,
    most=MOST,
)


def text_of(ad: str) -> str:
    """Return the text of an ad, whatever file it is in: text in UTF-8, UTF-16 by its mark or GB 18030, or a document.

    - is standard input. Of a text that is too large the beginning is read. Raises FaultyAdError.
    """
    data = content(ad, AD)
    AD.check_kind(ad, data)
    kind = kind_of(data)
    text = words_of(ad, kind, data, AD, whole=False) if kind in DOCUMENTS else _text(ad, data)
    if not text.strip():
        raise AD.error(f"{name_of(ad)} 是空的", f"{name_of(ad)} is empty", AD.hint)
    return text


def _text(ad: str, data: bytes) -> str:
    try:
        return either(data[:_READ])
    except UnicodeDecodeError:
        raise AD.wrong(name_of(ad), NO_TEXT) from None
