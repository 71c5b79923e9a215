"""What `history --export` printed: assessments to take in, each of the shape in which they are kept."""

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Generic, NamedTuple, TypeVar

from opscareer.errors import FaultyHistoryError, OpscareerError
from opscareer.outside.files import Expected, name_of, text
from opscareer.outside.kinds import Kind
from opscareer.outside.objects import json_object
from opscareer.text import Text, cleaned

SCHEMA = "opscareer/export/1"
MOST = 50_000_000
"""Bytes of an export: a thousand assessments and more, of 20 to 40 KB; in memory they take five times that."""

HISTORY = Expected(
    Text("导出的历史", "exported history"),
    Text("要 history --export 打印出来的", "what history --export prints is expected"),
    FaultyHistoryError,
    (Kind.EXPORT, Kind.OURS),
    MOST,
)


T = TypeVar("T")


class Unfinished(NamedTuple):
    """A questionnaire that was not finished: when it was begun (UTC), on which knowledge base, what was answered."""

    started_at: str
    kb_sha256: str
    answers: Mapping[str, object]


class Export(NamedTuple, Generic[T]):
    """What was exported: finished assessments, and questionnaires that were not finished."""

    assessments: list[T]
    unfinished: list[Unfinished]


def exported(name: str, checked: Callable[[object], T], in_utc: Callable[[object, str], str]) -> Export[T]:
    """Return what an export holds; - is standard input.

    `checked` returns an assessment as it is kept, `in_utc` a time as it is kept; both raise OpscareerError where it
    is none. Raises FaultyHistoryError.
    """
    told = json_object(name, text(name, HISTORY), HISTORY, _finite)
    if told.get("schema") != SCHEMA:
        raise HISTORY.wrong(name_of(name), Text(f"schema 不是 {SCHEMA}", f"schema is not {SCHEMA}"))
    if "assessments" not in told:
        raise HISTORY.wrong(name_of(name), Text("缺少 assessments", "there is no assessments"))
    return Export(
        list(_each(name, told, "assessments", checked)),
        list(_each(name, told, "unfinished", lambda one: _sitting(one, in_utc))),
    )


def _each(name: str, told: Mapping[str, object], key: str, checked: Callable[[object], T]) -> Iterator[T]:
    """Yield all entries under a key, each checked; the error tells which one is wrong."""
    entries = told.get(key, [])
    if not isinstance(entries, list):
        raise HISTORY.wrong(name_of(name), Text(f"{key}: 要写成列表", f"{key}: a list is expected"))
    for number, one in enumerate(entries):
        try:
            yield checked(cleaned(one))
        except OpscareerError as error:
            zh, en = (f"{key}[{number}]: {message}" for message in error.message)
            raise HISTORY.wrong(name_of(name), Text(zh, en)) from None
        except RecursionError:
            raise HISTORY.wrong(name_of(name), Text("嵌套太深", "nested too deep")) from None


def _sitting(told: object, in_utc: Callable[[object, str], str]) -> Unfinished:
    answers = told.get("answers") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(answers, dict):
        raise OpscareerError("answers: 要写成键和值", "answers: keys with values are expected")
    kb = told.get("kb_sha256")
    started_at = in_utc(told.get("started_at"), "started_at")
    return Unfinished(started_at, kb if isinstance(kb, str) else "", answers)


def _finite(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(f"{written} is no number that can be kept")
    return number
