"""Job ads: the text of one, in whatever encoding it was saved, and many as JSON lines or CSV, read one by one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.errors import FaultyAdError, OpscareerError
from opscareer.outside.files import Expected, content, decoded, name_of, opened
from opscareer.outside.kinds import kind_of
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.match.demand import Posting

_CELL = 10_000_000  # letters in one cell of a CSV
AD = Expected(
    Text("招聘", "job ad"), Text("要一则招聘的文字", "the text of a job ad is expected"), FaultyAdError, most=2_000_000
)
ADS = Expected(
    Text("招聘", "file of job ads"),
    Text('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}'),
    FaultyAdError,
)


def text_of(ad: str) -> str:
    """Return the text of an ad: UTF-8, UTF-16 by its mark, else GB 18030; - is standard input.

    Of one that is too large the beginning is read. Raises FaultyAdError.
    """
    data = content(ad, AD)[: AD.most]
    AD.check_kind(ad, data)
    text = _decoded(data)
    if not text.strip():
        raise AD.error(f"{name_of(ad)} 是空的", f"{name_of(ad)} is empty", AD.hint)
    return text


def postings(ads: str, read: Callable[[int], object]) -> "Iterator[Posting]":
    """Yield the ads of a file of JSON lines, or of CSV by its name; `read` is told how many bytes have been read.

    Raises FaultyAdError at the line that is no ad.
    """
    from opscareer.match.demand import Posting

    with opened(ads, ADS) as file:
        lines = _lines(ads, file, read)
        for number, row in (_csv if ads.lower().endswith(".csv") else _json)(ads, lines):
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                raise ADS.at(f"{name_of(ads)}:{number}", Text("没有 text", "there is no text"))
            told = {key: row[key] for key in Posting._fields if isinstance(row.get(key), str)}
            yield Posting(**told)


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
        yield _decoded(line)


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


def _decoded(data: bytes) -> str:
    """Return text as it was saved, letters that cannot be read replaced."""
    try:
        return decoded(data)
    except UnicodeDecodeError as error:
        if error.encoding.startswith("utf-16"):
            return data.decode("utf-16", errors="replace")
        cut = len(data) == AD.most  # in the middle of a letter, perhaps
        return data.decode("utf-8-sig" if cut and error.start > len(data) - 4 else "gb18030", errors="replace")
