"""Job ads from outside: the text of one in whatever encoding it comes, and many as JSON lines or CSV."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.errors import OpscareerError
from opscareer.text import clean

if TYPE_CHECKING:
    from opscareer.match.demand import Posting

_MOST = 2_000_000  # bytes of one ad; more of a file is not read
_CELL = 10_000_000  # letters in one cell of a CSV


class AdFileError(OpscareerError):
    """An ad cannot be read."""

    code = "faulty-ad"
    exit_code = 3


def text_of(ad: str) -> str:
    """Return the text of an ad: UTF-8, UTF-16 by its mark, else GB 18030; - is standard input. Raises AdFileError."""
    with _opened(ad) as file:
        text = _decoded(file.read(_MOST))
    if not text.strip():
        name = name_of(ad)
        raise AdFileError(
            f"{name} 是空的", f"{name} is empty", ("要一则招聘的文字", "the text of a job ad is expected")
        )
    return text


def postings(ads: str, read: Callable[[int], object]) -> "Iterator[Posting]":
    """Yield the ads of a file of JSON lines, or of CSV by its name; `read` is told how many bytes have been read.

    Raises AdFileError at the line that is no ad.
    """
    from opscareer.match.demand import Posting

    with _opened(ads) as file:
        lines = _lines(file, read)
        for number, row in _csv(lines) if ads.lower().endswith(".csv") else _json(lines):
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                raise _no_ad(ads, number)
            told = {key: row[key] for key in Posting._fields if isinstance(row.get(key), str)}
            yield Posting(**told)


def size_of(ads: str) -> int | None:
    """Return how many bytes a file of ads has; None for standard input and where that cannot be told."""
    try:
        return None if ads == "-" else Path(ads).stat().st_size
    except (OSError, ValueError):
        return None


def name_of(ad: str) -> str:
    """Return what messages call the file of an ad."""
    return "stdin" if ad == "-" else clean(ad)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Give the file of some ads. Raises AdFileError where it cannot be read, with the reason."""
    try:
        if name == "-":
            yield sys.stdin.buffer
        else:
            with Path(name).open("rb") as file:
                yield file
    except (OSError, AttributeError, ValueError, RecursionError) as error:
        shown, reason = name_of(name), clean(getattr(error, "strerror", None) or str(error))
        raise AdFileError(f"读不了 {shown}：{reason}", f"{shown} cannot be read: {reason}") from None


def _no_ad(name: str, number: int) -> AdFileError:
    place = f"{name_of(name)}:{number}"
    hint = ('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}')
    return AdFileError(f"{place}: 没有 text", f"{place}: there is no text", hint)


def _lines(file: Iterable[bytes], read: Callable[[int], object]) -> Iterator[str]:
    for line in file:
        read(len(line))
        yield _decoded(line)


def _csv(lines: Iterator[str]) -> Iterator[tuple[int, Any]]:
    import csv

    csv.field_size_limit(_CELL)
    rows = csv.DictReader(lines)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise ValueError(f"line {rows.reader.line_num}: {error}") from None


def _json(lines: Iterator[str]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number}: {error}") from None


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        cut = len(data) == _MOST  # in the middle of a letter, perhaps
        return data.decode("utf-8-sig" if cut and _is_utf8(data[:-4]) else "gb18030", errors="replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4
    return True
