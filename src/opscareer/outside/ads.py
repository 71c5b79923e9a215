"""Many job ads in a file, as JSON lines or CSV, read one by one."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.errors import FaultyAdError, OpscareerError
from opscareer.outside.ad import NO_TEXT
from opscareer.outside.encodings import UTF16, either
from opscareer.outside.files import Expected, name_of, opened
from opscareer.outside.kinds import kind_of
from opscareer.reasons import reason_said
from opscareer.text import Text

if TYPE_CHECKING:
    from opscareer.match.demand import Posting

_LINE = 10_000_000  # bytes
_CALLED = {
    "title": ("标题", "职位", "职位名称", "岗位", "岗位名称"),
    "text": ("正文", "内容", "描述", "职位描述", "岗位描述", "职责描述"),
    "company": ("公司", "公司名称", "企业", "企业名称"),
}
"""What the columns of tables are called in Chinese."""
ADS = Expected(
    Text("招聘数据", "file of job ads"),
    Text('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}'),
    FaultyAdError,
    tables=Text("另存为 CSV 再给", "save it as CSV"),
)


def postings(
    ads: str, read: Callable[[int], object], passed_over: Callable[[list[str]], object] = lambda _: None
) -> "Iterator[Posting]":
    """Yield the ads of a file of JSON lines or of CSV; `read` is told how many bytes have been read.

    passed_over: is told the columns of a table that are not read, where there are any.

    Raises FaultyAdError at the line that is no ad.
    """
    from opscareer.match.demand import Posting
    from opscareer.outside.tables import is_heading

    with opened(ads, ADS) as file:
        lines = _lines(ads, file, read)
        first = next((line for line in lines if line[1].strip()), None)
        if first is None:
            return
        is_csv = ads.lower().endswith(".csv") or is_heading(first[1])
        rest = chain([first], lines)
        for number, row in _csv(ads, rest, passed_over) if is_csv else _json(ads, rest):
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


def _lines(ads: str, file: BinaryIO, read: Callable[[int], object]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file of ads with their numbers.

    Raises FaultyAdError where one has no end or is no text, and at the first where the file is of another kind.
    """
    for number in count(1):
        line = file.readline(_LINE + 1)
        if number == 1 and line.startswith(UTF16):
            yield from _lines(ads, _in_utf8(line, file), read)
            return
        if not line:
            return
        if number == 1 and kind_of(line):  # of which kind may stand further on
            ADS.check_kind(ads, line + file.read(ADS.most))
        if len(line) > _LINE:
            raise ADS.at(f"{name_of(ads)}:{number}", Text("这一行太长了，超过 10 MB", "a line longer than 10 MB"))
        read(len(line))
        try:
            yield number, either(line)
        except UnicodeDecodeError:
            raise ADS.at(f"{name_of(ads)}:{number}", NO_TEXT) from None


def _in_utf8(begun: bytes, file: BinaryIO) -> BinaryIO:
    """Return a file in UTF-16, as PowerShell writes it, as one in UTF-8."""
    whole = begun + file.read(ADS.most)
    return BytesIO(whole.decode("utf-16", errors="replace").encode())


def _csv(
    ads: str, lines: Iterator[tuple[int, str]], passed_over: Callable[[list[str]], object]
) -> Iterator[tuple[int, Any]]:
    from opscareer.outside.tables import TableError, table

    try:
        yield from table(lines, passed_over)
    except TableError as error:
        wrong = ADS.at(f"{name_of(ads)}:{error.line}", error.reason)
        wrong.hint = error.hint if error.hint.en else wrong.hint
        raise wrong from None


def _json(ads: str, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, Any]]:
    for number, line in lines:
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise _no_line(ads, f"{number}:{error.colno}", "JSON", error.msg) from None
            except (ValueError, RecursionError) as error:  # a number of ten thousand digits, a thousand brackets
                raise _no_line(ads, number, "JSON", str(error)) from None


def _no_line(ads: str, where: int | str, form: str, reason: str) -> OpscareerError:
    """Return the error of a line that is not of the form that the file has."""
    said = reason_said(reason)
    return ADS.at(f"{name_of(ads)}:{where}", Text(f"不是 {form}：{said.zh}", f"not {form}: {said.en}"))
