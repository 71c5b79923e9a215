"""Job ads: the text of one, in whatever encoding it was saved, and many as JSON lines or CSV, read one by one."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.errors import FaultyAdError, OpscareerError
from opscareer.model import nouns
from opscareer.outside.documents import DOCUMENTS, MOST, words_of
from opscareer.outside.encodings import either
from opscareer.outside.files import Expected, content, name_of, opened
from opscareer.outside.kinds import kind_of
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.match.demand import Posting

_NO_TEXT = Text("不是 UTF-8，也不是 GB 18030 的文字", "no text in UTF-8 or GB 18030")
_CELL = 10_000_000  # letters in one cell of a CSV
_READ = 2_000_000  # bytes of an ad in text; of what is larger the beginning is read
_CALLED = {
    "title": ("标题", "职位", "职位名称", "岗位", "岗位名称"),
    "text": ("正文", "内容", "描述", "职位描述", "岗位描述", "职责描述"),
    "company": ("公司", "公司名称", "企业", "企业名称"),
}
"""What the columns of tables are called in Chinese."""
AD = Expected(
    nouns.AD,
    Text("要一则招聘：文字、网页、Word（.docx）或 PDF", "a job ad is expected: text, a web page, Word (.docx) or PDF"),
    FaultyAdError,
    DOCUMENTS,
    most=MOST,
)
ADS = Expected(
    Text("招聘数据", "file of job ads"),
    Text('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}'),
    FaultyAdError,
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
        raise AD.wrong(name_of(ad), _NO_TEXT) from None


def postings(ads: str, read: Callable[[int], object]) -> "Iterator[Posting]":
    """Yield the ads of a file of JSON lines, or of CSV by its name; `read` is told how many bytes have been read.

    Raises FaultyAdError at the line that is no ad.
    """
    from opscareer.match.demand import Posting

    with opened(ads, ADS) as file:
        lines = _lines(ads, file, read)
        for number, row in (_csv if ads.lower().endswith(".csv") else _json)(ads, lines):
            told = _named(row, Posting._fields) if isinstance(row, dict) else {}
            if "text" not in told:
                raise ADS.at(f"{name_of(ads)}:{number}", Text("没有 text（或 正文）", "there is no text"))
            yield Posting(**told)


def _named(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Return what a row tells under the names that are known, in English or Chinese; the first of each counts."""
    told: dict[str, str] = {}
    for name in names:
        for called in (name, *_CALLED.get(name, ())):
            if isinstance(row.get(called), str):
                told.setdefault(name, row[called])
    return told


def size_of(ads: str) -> int | None:
    """Return how many bytes a file of ads has; None for standard input and where that cannot be told."""
    try:
        return None if ads == "-" else Path(ads).stat().st_size
    except (OSError, ValueError):
        return None


def _lines(ads: str, file: BinaryIO, read: Callable[[int], object]) -> Iterator[str]:
    """Yield the lines of a file of ads. Raises FaultyAdError at the first one where the file is of another kind."""
    for number, line in enumerate(file):
        if number == 0 and kind_of(line):  # of which kind may stand further on
            ADS.check_kind(ads, line + file.read(ADS.most))
        read(len(line))
        try:
            yield either(line)
        except UnicodeDecodeError:
            raise ADS.at(f"{name_of(ads)}:{number + 1}", _NO_TEXT) from None


def _csv(ads: str, lines: Iterator[str]) -> Iterator[tuple[int, Any]]:
    import csv

    csv.field_size_limit(_CELL)
    rows = csv.DictReader(lines)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise _no_line(ads, rows.reader.line_num, "CSV", str(error)) from None


def _json(ads: str, lines: Iterator[str]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise _no_line(ads, f"{number}:{error.colno}", "JSON", error.msg) from None
            except (ValueError, RecursionError) as error:  # a number of ten thousand digits, a thousand brackets
                raise _no_line(ads, number, "JSON", str(error)) from None


def _no_line(ads: str, where: int | str, form: str, reason: str) -> OpscareerError:
    """Return the error of a line that is not of the form that the file has."""
    said = clean(reason)
    return ADS.at(f"{name_of(ads)}:{where}", Text(f"不是 {form}：{said}", f"not {form}: {said}"))
