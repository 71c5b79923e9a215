"""The text of one job ad, in whatever file and encoding it was saved, also where others lie beside it."""

from pathlib import Path
from typing import NamedTuple

from opscareer.errors import FaultyAdError
from opscareer.model import nouns
from opscareer.outside.documents import DOCUMENTS, MOST, ads_of, unread_in
from opscareer.outside.encodings import either
from opscareer.outside.files import Expected, content, name_of
from opscareer.outside.kinds import is_of_people, kind_of
from opscareer.text import Text, clean

NO_TEXT = Text("不是 UTF-8，也不是 GB 18030 的文字", "no text in UTF-8 or GB 18030")
_MANY = Text("这是一份招聘数据，不是一则招聘", "this is a file of job ads, not a job ad")
_COUNTS = Text(
    "招聘数据用 demand 来数；要看其中一则，把它单独存成文本",
    "demand takes it; to read one of them, save its text alone",
)
_PEOPLE = Text("这是一张人员表，不是招聘广告", "this is a table of people, not a job ad")
_TEAM = Text("人员表用 team 读", "team takes it")
_DIGITS, _LINE_SHOWN = 6, 40
_READ = 2_000_000  # bytes of an ad in text; of what is larger the beginning is read
AD = Expected(
    nouns.AD,
    Text("要一则招聘：文字、网页、Word（.docx）或 PDF", "a job ad is expected: text, a web page, Word (.docx) or PDF"),
    FaultyAdError,
    DOCUMENTS,
    most=MOST,
)


class Found(NamedTuple):
    """An ad of a file: its text, and what is told of the other ads of that file: how each is asked for, its first line.

    No others are told to who asked for one by its number. unread: which pages of the file are not read, if any.
    """

    text: str
    others: tuple[tuple[str, str], ...] = ()
    unread: Text | None = None


def ad_of(ad: str) -> Found:
    """Return an ad, whatever file it is in: text in UTF-8, UTF-16 by its mark or GB 18030, or a document.

    - is standard input. Of several in a file, FILE#2 is the second, FILE the first. Of a text that is too large the
    beginning is read. Raises FaultyAdError.
    """
    name, number = numbered(ad)
    texts, unread = _texts(name)
    if number > len(texts):
        raise AD.at(
            name_of(name), Text(f"里面只有 {len(texts)} 则", f"there is no ad {number} in it, only {len(texts)}")
        )
    others = [(f"{name}#{at}", _first_line(text)) for at, text in enumerate(texts[1:], 2)] if not number else ()
    return Found(texts[max(0, number - 1)], tuple(others), unread)


def numbered(ad: str) -> tuple[str, int]:
    """Return the file in which an ad is, and which of its ads it is, from 1; 0 where that is not told."""
    name, _, at = ad.rpartition("#")
    is_told = name and at.isascii() and at.isdecimal() and int(at[:_DIGITS]) > 0 and not _is_there(ad)
    return (name, int(at[:_DIGITS])) if is_told else (ad, 0)


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _texts(name: str) -> tuple[tuple[str, ...], Text | None]:
    """Return the ads in a file, and which of its pages are not read. Raises FaultyAdError."""
    from opscareer.match.several import ads_in

    data = content(name, AD)
    AD.check_kind(name, data)
    kind = kind_of(data)
    found = ads_of(name, kind, data, AD) if kind in DOCUMENTS else (_one(name, _text(name, data)),)
    if not any(text.strip() for text in found):
        raise AD.error(f"{name_of(name)} 是空的", f"{name_of(name)} is empty", AD.hint)
    unread = unread_in(name, kind, data) if kind in DOCUMENTS else None
    return found if len(found) > 1 else ads_in(found[0]), unread


def _first_line(text: str) -> str:
    return clean(text.strip().partition("\n")[0]).strip()[:_LINE_SHOWN]


def _one(name: str, text: str) -> str:
    """Return the text of an ad. Raises FaultyAdError where it is a file of ads."""
    from opscareer.outside.many_ads import is_many

    if is_many(text):
        raise AD.error(f"{name_of(name)}: {_MANY.zh}", f"{name_of(name)}: {_MANY.en}", _COUNTS)
    return text


def _text(ad: str, data: bytes) -> str:
    try:
        told = either(data[:_READ])
    except UnicodeDecodeError:
        raise AD.wrong(name_of(ad), NO_TEXT) from None
    if is_of_people(told):
        raise AD.error(f"{name_of(ad)}: {_PEOPLE.zh}", f"{name_of(ad)}: {_PEOPLE.en}", _TEAM)
    return told
