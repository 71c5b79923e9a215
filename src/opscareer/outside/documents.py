"""Documents as text: a web page, a Word document, a PDF, each by a library that is imported when one is given."""

from collections.abc import Callable

from opscareer.errors import OpscareerError
from opscareer.outside.files import Expected, name_of
from opscareer.outside.kinds import Kind
from opscareer.text import clean

DOCUMENTS = (Kind.HTML, Kind.WORD, Kind.PDF)
MOST = 20_000_000
"""Bytes of a document that is read; what an ad or a résumé has, pictures and all, is a tenth of that."""

_INSTALL = ("先装上：pip install 'opscareer[files]'", "install it first: pip install 'opscareer[files]'")
_COPY = (
    "把里面的文字复制出来，存成一个文本文件，再给我",
    "copy its words into a text file and give that",
)


def words_of(name: str, kind: Kind, data: bytes, expected: Expected, *, whole: bool) -> str:
    """Return the words of a document; of a page only what it is about, unless the whole is wanted.

    Raises what is expected where the document cannot be read, or no words are in it.
    """
    try:
        told = _reader(kind, whole)(data)
    except ImportError:
        raise _lacking(name, kind, expected) from None
    except Exception as error:  # a broken file fails in as many ways as its library has parts
        reason = clean(str(error)) or type(error).__name__
        zh, en = f"{kind.value.zh}，但读不了：{reason}", f"{kind.value.en}, and cannot be read: {reason}"
        raise expected.error(f"{name_of(name)}: 这是{zh}", f"{name_of(name)}: this is {en}", _COPY) from None
    if not told.strip():
        zh, en = f"{kind.value.zh}，里面没有文字（是扫描件？）", f"{kind.value.en} without words (a scan?)"
        raise expected.error(f"{name_of(name)}: 这是{zh}", f"{name_of(name)}: this is {en}", _COPY)
    return told


def _reader(kind: Kind, whole: bool) -> Callable[[bytes], str]:
    """Return what reads such a document. Raises ImportError where its library is not installed."""
    if kind is Kind.HTML:
        from opscareer.outside import page

        return page.whole_of if whole else page.ad_of
    if kind is Kind.WORD:
        from opscareer.outside import word

        return word.words_of
    from opscareer.outside import pdf

    return pdf.words_of


def _lacking(name: str, kind: Kind, expected: Expected) -> OpscareerError:
    """Return the error that tells what is to be installed."""
    zh, en = (
        f"这是{kind.value.zh}，读它要的库没装",
        f"this is {kind.value.en}; the library that reads it is not installed",
    )
    return expected.error(f"{name_of(name)}: {zh}", f"{name_of(name)}: {en}", _INSTALL)
