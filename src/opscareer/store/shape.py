"""The shape of what is kept: what makes an assessment one, whoever wrote it down."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from opscareer.errors import OpscareerError
from opscareer.model.assessment import Assessment
from opscareer.text import Text, clean, cleaned

NOT_KEPT = 0
"""The id of an assessment that has none in this file yet."""
_SUMMED = ("position", "fit", "kind", "gaps_of", "answered")
_OBJECT = Text("要写成键和值", "keys with values are expected")
_TEXT = Text("要写文字", "text is expected")
_TIME = Text("要写成 2026-01-31T08:00:00Z 这样的时间", "a time is expected, as 2026-01-31T08:00:00Z")
_TEXTS = Text("要写一列文字", "a list of texts is expected")
_SHARE = Text("要写 0 到 1 的数", "a number from 0 to 1 is expected")
_KEPT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_ROUNDED = 1e-6  # a fit is a sum


class ShapeError(OpscareerError):
    """Something is no assessment; the message says what was expected where."""


def checked(told: object, id_: int = NOT_KEPT) -> Assessment:
    """Return an assessment of what was told of one, its time in UTC. Raises ShapeError if it is none."""
    whole = _object(told, "")
    answers, advice = (_object(_part(whole, key), key) for key in ("answers", "advice"))
    _texts(answers.get("current", []), "answers.current")
    best = _part(advice, "next", "advice.")
    if best is not None:
        _text(_part(_object(best, "advice.next"), "position", "advice.next."), "advice.next.position")
        _share(_part(best, "fit", "advice.next."), "advice.next.fit")
    taken_at = in_utc(_part(whole, "taken_at"), "taken_at")
    return Assessment(id_, taken_at, _text(_part(whole, "kb_sha256"), "kb_sha256"), dict(answers), dict(advice))


def read_json(kept: str) -> Any:
    """Return what was kept as JSON, its texts clean whoever wrote them. Raises ValueError where it is none."""
    try:
        told = json.loads(kept)
        return told if kept.isprintable() and "\\" not in kept else cleaned(told)
    except RecursionError:
        raise ValueError("nested too deep") from None


def in_utc(value: object, where: str) -> str:
    """Return a time as it is kept; one that tells no zone is taken for UTC. Raises ShapeError."""
    try:
        at = datetime.fromisoformat(told := _text(value, where))
        if _KEPT.fullmatch(told):  # as it is kept, which of fifty thousand nearly all are
            return told
        utc = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
        return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"  # %Y gives the year 226 three digits
    except (ValueError, OverflowError):
        raise _wrong(where, _TIME) from None


def current_of(answers: Mapping[str, Any]) -> str:
    """Return what lists tell of some answers, as JSON: the positions that are held."""
    return json.dumps(list(answers.get("current", [])))


def next_of(advice: Mapping[str, Any]) -> str:
    """Return what lists tell of the next role of some advice, as JSON."""
    best = advice["next"]
    return json.dumps(None if best is None else {key: best.get(key) for key in _SUMMED})


def _kept(read: Callable[[Any], str]) -> Callable[[bytes], str | None]:
    """Return the same of what is kept as JSON, and none of what cannot be read."""

    def read_if_possible(kept: bytes) -> str | None:
        try:
            return read(json.loads(kept))
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return None

    return read_if_possible


def _utc_if_possible(kept: bytes) -> str:
    told = kept.decode(errors="replace") if isinstance(kept, bytes) else str(kept)
    try:
        return in_utc(told, "")
    except ShapeError:
        return told


MIGRATING = {"current_of": _kept(current_of), "next_of": _kept(next_of), "utc_of": _utc_if_possible}
"""What the statements that bring a file to a version may call."""


def _part(told: Mapping[str, Any], key: str, above: str = "") -> Any:
    if key not in told:
        raise ShapeError(f"缺少 {above}{key}", f"{above}{key} is missing")
    return told[key]


def _object(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(where, _OBJECT)
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _wrong(where, _TEXT)
    return value


def _texts(value: object, where: str) -> None:
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise _wrong(where, _TEXTS)


def _share(value: object, where: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1 + _ROUNDED:
        raise _wrong(where, _SHARE)


def _wrong(where: str, expected: Text) -> ShapeError:
    trail = f"{clean(where)}: " if where else ""
    return ShapeError(f"{trail}{expected.zh}", f"{trail}{expected.en}")
