"""What `history --export` printed: assessments to take in, each of the shape in which they are kept."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from opscareer.errors import FaultyHistoryError
from opscareer.outside.files import Expected, name_of, text
from opscareer.outside.kinds import Kind
from opscareer.outside.objects import json_object
from opscareer.text import Text, clean

SCHEMA = "opscareer/export/1"
HISTORY = Expected(
    Text("导出的历史", "exported history"),
    Text("要 history --export 打印出来的", "what history --export prints is expected"),
    FaultyHistoryError,
    (Kind.EXPORT, Kind.OURS),
    500_000_000,  # an assessment is 40 KB: no hand writes it
)


def exported(name: str, checked: Callable[[Mapping[str, Any]], dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the assessments of an export; - is standard input.

    `checked` returns what is kept of one, and raises KeyError, TypeError or ValueError where it is none.
    Raises FaultyHistoryError.
    """
    told = json_object(name, text(name, HISTORY), HISTORY, _finite)
    if told.get("schema") != SCHEMA:
        raise HISTORY.wrong(name_of(name), Text(f"schema 不是 {SCHEMA}", f"schema is not {SCHEMA}"))
    try:
        return [checked(_cleaned(one)) for one in told["assessments"]]
    except KeyError as error:
        key = clean(str(error))
        raise HISTORY.wrong(name_of(name), Text(f"缺少 {key}", f"there is no {key}")) from None
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        reason = clean(str(error))
        raise HISTORY.wrong(name_of(name), Text(reason, reason)) from None


def _cleaned(told: Any) -> Any:
    """Return what was told with all its texts cleaned."""
    if isinstance(told, dict):
        return {clean(key): _cleaned(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_cleaned(value) for value in told]
    return clean(told) if isinstance(told, str) else told


def _finite(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(f"{written} is no number that can be kept")
    return number
