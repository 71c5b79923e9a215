"""Documents as text: a web page, a Word document, a PDF, each by a library that is imported when one is given."""

import re
from collections.abc import Callable

from opscareer.errors import OpscareerError
from opscareer.outside.files import Expected, name_of
from opscareer.outside.kinds import Kind
from opscareer.text import Text, first_of

DOCUMENTS = (Kind.HTML, Kind.WORD, Kind.PDF)
MOST = 20_000_000
"""Bytes of a document that is read; what an ad or a résumé has, pictures and all, is a tenth of that."""

_UNPACKED = 100_000_000  # bytes of a Word document; one of a few pages has a hundredth of that
_PAGE = 5_000_000  # bytes of a page without its pictures: a parsed one takes forty times that in memory
_PICTURE = re.compile(rb"data:[\w/.+-]{1,60};base64,[A-Za-z0-9+/=]+")
_INSTALL = Text("先装上：pip install 'opscareer[files]'", "install it first: pip install 'opscareer[files]'")
_COPY = Text("把里面的文字复制出来，存成一个文本文件，再给我", "copy its words into a text file and give that")
_LACKING = Text("读它要的库没装", "; the library that reads it is not installed")
_BROKEN = Text("但打不开：坏了，或者上了密码", ", and cannot be opened: it is broken, or locked with a password")
_BY_SCRIPT = Text("但它的文字是脚本现写的，文件里没有", ", but a script writes its words, which are not in the file")
_EMPTY = Text("里面没有文字（是扫描件？）", " without words (a scan?)")
_LONG_PAGE = Text("但去掉图片还超过 5 MB", ", and larger than 5 MB without its pictures")
_UNREAD = Text(
    "{name}：{all} 页里有几页是图片，或者太靠后，没有读：第 {pages} 页",
    "{name}: of its {all} pages some are pictures, or too far back, and not read: {pages}",
)
_SHOWN = 8
_TOO_LARGE = Text("但解开来超过 100 MB", ", and unpacks to more than 100 MB")


def words_of(name: str, kind: Kind, data: bytes, expected: Expected, *, whole: bool) -> str:
    """Return the words of a document; of a page only what it is about, unless the whole is wanted.

    Raises what is expected where the document cannot be read, or no words are in it.
    """
    if kind is Kind.HTML and len(data := _PICTURE.sub(b"", data)) > _PAGE:
        raise _refused(name, kind, expected, _LONG_PAGE, _COPY)
    try:
        told = "" if _is_bomb(kind, data) else _reader(kind, whole)(data)
    except ImportError:
        raise _refused(name, kind, expected, _LACKING, _INSTALL) from None
    except Exception:  # a broken file fails in as many ways as its library has parts, and in words of its own
        raise _refused(name, kind, expected, _BROKEN, _COPY) from None
    if not told.strip():
        empty = _BY_SCRIPT if kind is Kind.HTML and b"<script" in data else _EMPTY
        raise _refused(name, kind, expected, _TOO_LARGE if _is_bomb(kind, data) else empty, _COPY)
    return told


def unread_in(name: str, kind: Kind, data: bytes) -> Text | None:
    """Return which pages of a document that was read have no words that could be; None where all have."""
    if kind is not Kind.PDF:
        return None
    from opscareer.outside import pdf

    pages, pictured = pdf.pages_of(data), pdf.pictured_in(data)
    beyond = range(pdf.PAGES + 1, pages + 1)
    if not (pictured or beyond):
        return None
    listed = first_of([Text(str(page), str(page)) for page in (*pictured, *beyond)], _SHOWN)
    return _UNREAD.fill(name=name_of(name), pages=listed, all=pages)


def ads_of(name: str, kind: Kind, data: bytes, expected: Expected) -> tuple[str, ...]:
    """Return the ads that a document holds: of a page those that it states, else what it is about. Raises the same."""
    told = words_of(name, kind, data, expected, whole=False)
    if kind is not Kind.HTML:
        return (told,)
    from opscareer.outside import page

    return page.stated_in(_PICTURE.sub(b"", data)) or (told,)


def _is_bomb(kind: Kind, data: bytes) -> bool:
    """Return whether a Word document would unpack to what no memory holds. Raises BadZipFile where it is broken."""
    if kind is not Kind.WORD:
        return False
    from io import BytesIO
    from zipfile import ZipFile  # with its readers of every packing; whoever gives a text does not wait for them

    with ZipFile(BytesIO(data)) as packed:
        return sum(part.file_size for part in packed.infolist()) > _UNPACKED


def _refused(name: str, kind: Kind, expected: Expected, why: Text, hint: Text) -> OpscareerError:
    """Return the error that names a document as what it is, why it is not read, and how to go on."""
    zh, en = f"这是{kind.value.zh}，{why.zh}", f"this is {kind.value.en}{why.en}"
    return expected.error(f"{name_of(name)}: {zh}", f"{name_of(name)}: {en}", hint)


def _reader(kind: Kind, whole: bool) -> Callable[[bytes], str]:
    """Return what reads such a document. Raises ImportError where its library is not installed."""
    if kind is Kind.HTML:
        from opscareer.outside import page

        return page.whole_of if whole else page.ad_of
    if kind is Kind.WORD:
        from opscareer.outside import word

        return word.whole_of if whole else word.ad_of
    from opscareer.outside import pdf

    return pdf.words_of
