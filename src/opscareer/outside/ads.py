"""Many job ads in a file, as JSON lines or CSV, read one by one."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.errors import FaultyAdError, OpscareerError
from opscareer.outside.ad import NO_TEXT
from opscareer.outside.encodings import UTF16, either
from opscareer.outside.files import Expected, name_of, opened
from opscareer.outside.kinds import kind_of
from opscareer.outside.objects import TwiceError, once
from opscareer.reasons import reason_said
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.match.demand import Posting

_LINE = 10_000_000  # bytes
_KEYS = 1000  # that are told as not read
ADS = Expected(
    Text("招聘数据", "file of job ads"),
    Text('每行写 {"title": "…", "text": "…"}', 'each line is {"title": "…", "text": "…"}'),
    FaultyAdError,
    tables=Text("另存为 CSV 再给", "save it as CSV"),
)

_ARRAY = Text("这是一个 JSON 数组；要的是一行一个对象", "a JSON array; what is read is an object a line")
_UNROLL = Text("jq -c '.[]' {file} > ads.jsonl 就能转成这样", "jq -c '.[]' {file} > ads.jsonl makes it so")


def postings(
    ads: str, read: Callable[[int], object], passed_over: Callable[[list[str]], object] = lambda _: None
) -> "Iterator[Posting]":
    """Yield the ads of a file of JSON lines or of CSV; `read` is told how many bytes have been read.

    passed_over: is told the columns of a table, or the keys of lines, that are not read, where there are any.

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
        for number, named in _csv(ads, rest, passed_over) if is_csv else _objects(ads, rest, passed_over):
            if "text" not in named:
                raise ADS.at(f"{name_of(ads)}:{number}", Text("没有 text（或 正文）", "there is no text"))
            yield Posting(**named)


def _by_key(row: Mapping[str, Any], unread: Callable[[str], object]) -> dict[str, str]:
    """Return what an object tells under the keys that are known, named as the columns of tables are."""
    from opscareer.outside.tables import by_column, columns_of

    texts = {key: cell for key, cell in row.items() if isinstance(cell, str)}
    columns = columns_of([*texts])
    for key in (*_others(row), *_none(texts, columns)):
        unread(key)
    return by_column([*texts], columns, [*texts.values()])


def _others(row: Mapping[str, Any]) -> list[str]:
    """Return the keys that hold something, and no text."""
    return [key for key, cell in row.items() if cell is not None and not isinstance(cell, str)]


def _none(texts: Iterable[str], columns: Iterable[str]) -> list[str]:
    """Return the keys that are no column that is read."""
    return [key for key, column in zip(texts, columns, strict=True) if not column]


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
        if number == 1 and (kind_of(line) or line.lstrip().startswith(b"<")):  # of which kind may stand further on
            rest = file.read(ADS.most)
            ADS.check_kind(ads, line + rest)
            file = BytesIO(rest)
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
) -> Iterator[tuple[int, dict[str, str]]]:
    from opscareer.outside.tables import TableError, table

    try:
        yield from table(lines, passed_over)
    except TableError as error:
        wrong = ADS.at(f"{name_of(ads)}:{error.line}", error.reason)
        wrong.hint = error.hint if error.hint.en else wrong.hint
        raise wrong from None


def _objects(
    ads: str, lines: Iterator[tuple[int, str]], passed_over: Callable[[list[str]], object]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield what each line tells; passed_over: is told each key that is not read, once."""
    unread = dict[str, None]()

    def pass_over(key: str) -> None:
        if key not in unread and len(unread) < _KEYS:
            unread[key] = None
            passed_over([clean(key)])

    for number, row in _json(ads, _no_array(ads, lines)):
        yield number, _by_key(row, pass_over) if isinstance(row, dict) else {}


def _no_array(ads: str, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield lines. Raises FaultyAdError where the first that is not blank begins an array, of one line or many."""
    for number, line in lines:
        if line.lstrip("\ufeff \t").startswith("["):
            wrong = ADS.at(f"{name_of(ads)}:{number}", _ARRAY)
            wrong.hint = _UNROLL.fill(file="FILE" if ads == "-" else quote(clean(ads)))
            raise wrong
        yield number, line
        if line.strip():
            break
    yield from lines


def _json(ads: str, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, Any]]:
    for number, line in lines:
        if line.strip():
            try:
                yield number, json.loads(line, object_pairs_hook=once)
            except TwiceError as twice:
                raise ADS.at(f"{name_of(ads)}:{number}", twice.told) from None
            except json.JSONDecodeError as error:
                raise _no_line(ads, f"{number}:{error.colno}", "JSON", error.msg) from None
            except (ValueError, RecursionError) as error:  # a number of ten thousand digits, a thousand brackets
                raise _no_line(ads, number, "JSON", str(error)) from None


def _no_line(ads: str, where: int | str, form: str, reason: str) -> OpscareerError:
    """Return the error of a line that is not of the form that the file has."""
    said = reason_said(reason)
    return ADS.at(f"{name_of(ads)}:{where}", Text(f"不是 {form}：{said.zh}", f"not {form}: {said.en}"))
