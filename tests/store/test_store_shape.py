"""What makes an assessment one: its parts, its time, and what lists tell of it."""

import json
import time
from collections.abc import Mapping
from typing import Any

import pytest

from opscareer.store.shape import MIGRATING, ShapeError, checked, current_of, in_utc, next_of, read_json
from opscareer.text import Text

BEST = {"position": "bd/manager", "fit": 0.5, "kind": "stay", "gaps_of": "bd/specialist", "answered": 0.75, "why": []}
WHOLE: dict[str, Any] = {
    "taken_at": "2026-01-02T03:04:05Z",
    "kb_sha256": "ab",
    "answers": {"current": ["bd/specialist"], "years": 2},
    "advice": {"next": BEST, "mastery": None},
}


def test_a_whole_one() -> None:
    """What has all its parts is an assessment, under the number that is told."""
    found = checked({**WHOLE, "id": 7}, 3)
    assert found == (3, "2026-01-02T03:04:05Z", "ab", WHOLE["answers"], WHOLE["advice"])
    assert checked(WHOLE).id == 0
    assert checked({**WHOLE, "advice": {"next": None}}).advice == {"next": None}
    assert checked({**WHOLE, "answers": {}}).answers == {}


def changed(path: str, value: object) -> dict[str, Any]:
    """Return an assessment with another value at a place; without it where that is no value."""

    def put(told: Mapping[str, Any], keys: list[str]) -> dict[str, Any]:
        key, *rest = keys
        then = put(told[key], rest) if rest else value
        return {k: v for k, v in told.items() if k != key} | ({} if then is ... else {key: then})

    return put(WHOLE, path.split("."))


OBJECT = Text("要写成键和值", "keys with values are expected")
TEXT = Text("要写文字", "text is expected")
TEXTS = Text("要写一列文字", "a list of texts is expected")
TIME = Text("要写成 2026-01-31T08:00:00Z 这样的时间", "a time is expected, as 2026-01-31T08:00:00Z")
SHARE = Text("要写 0 到 1 的数", "a number from 0 to 1 is expected")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("answers", [], OBJECT),
        ("advice", None, OBJECT),
        ("answers.current", "bd/specialist", TEXTS),
        ("answers.current", [1], TEXTS),
        ("advice.next", "bd/manager", OBJECT),
        ("advice.next.position", 3, TEXT),
        ("advice.next.fit", "much", SHARE),
        ("advice.next.fit", True, SHARE),
        ("advice.next.fit", -0.01, SHARE),
        ("advice.next.fit", 1.01, SHARE),
        ("advice.next.fit", float("nan"), SHARE),
        ("taken_at", 3, TEXT),
        ("taken_at", "yesterday", TIME),
        ("taken_at", "0001-01-01T00:00:00+14:00", TIME),
        ("kb_sha256", None, TEXT),
    ],
)
def test_what_is_wrong_where(path: str, value: object, expected: Text) -> None:
    """What is of another shape is refused, with its place and what was expected there."""
    with pytest.raises(ShapeError) as refused:
        checked(changed(path, value))
    assert refused.value.message == Text(f"{path}: {expected.zh}", f"{path}: {expected.en}")


@pytest.mark.parametrize(
    "path",
    ["answers", "advice", "taken_at", "kb_sha256", "advice.next", "advice.next.position", "advice.next.fit"],
)
def test_what_is_missing(path: str) -> None:
    """A part that is missing is named with all that it lies in."""
    with pytest.raises(ShapeError) as refused:
        checked(changed(path, ...))
    assert refused.value.message == Text(f"缺少 {path}", f"{path} is missing")


def test_what_is_no_object() -> None:
    """What is nothing of the kind is refused without a place."""
    with pytest.raises(ShapeError) as refused:
        checked([])
    assert refused.value.message == OBJECT


@pytest.mark.parametrize("fit", [0, 0.0, 1, 1.0000001])
def test_the_bounds_of_a_fit(fit: float) -> None:
    """A fit is a sum: 0 and 1 are fits, and a last digit above 1."""
    assert checked(changed("advice.next.fit", fit)).fit == fit


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02T03:04:05+08:00", "2026-01-01T19:04:05Z"),
        ("2026-01-02T03:04:05", "2026-01-02T03:04:05Z"),
        ("2026-01-02", "2026-01-02T00:00:00Z"),
        ("2026-01-02T03:04:05.999-00:30", "2026-01-02T03:34:05Z"),
    ],
)
def test_times_are_kept_in_utc(told: str, kept: str) -> None:
    """A time is kept in UTC and whole seconds; one that tells no zone is taken for it."""
    assert in_utc(told, "taken_at") == kept


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/St_Johns"])
def test_wherever_the_machine_stands(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """The zone of the machine plays no part: neither in a time that tells one nor in one that tells none."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert in_utc("2026-01-02T03:04:05", "") == "2026-01-02T03:04:05Z"
        assert in_utc("2026-01-02T03:04:05+01:00", "") == "2026-01-02T02:04:05Z"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_lists_tell() -> None:
    """Lists tell the positions held and, of the next role, what is shown of it."""
    assert json.loads(current_of(WHOLE["answers"])) == ["bd/specialist"]
    assert json.loads(current_of({})) == []
    told = json.loads(next_of(WHOLE["advice"]))
    assert told == {key: BEST[key] for key in ("position", "fit", "kind", "gaps_of", "answered")}
    assert next_of({"next": None}) == "null"


@pytest.mark.parametrize("kept", [b"{", b"[]", b"null", b"{}", b"[" * 100_000, b'"x"', b"\xff"])
def test_what_cannot_be_summed_up(kept: bytes) -> None:
    """What a file of an earlier version holds that is no advice is left without a summary, whatever it is."""
    assert MIGRATING["next_of"](kept) is None


def test_what_an_earlier_file_held() -> None:
    """Of an earlier file answers and advice are summed up, and a time that is none stays as it is."""
    assert MIGRATING["current_of"](b'{"current": ["a"]}') == '["a"]'
    utc_of = MIGRATING["utc_of"]
    assert utc_of(b"2026-01-02T03:04:05+08:00") == "2026-01-01T19:04:05Z"
    assert utc_of(b"yesterday\xff") == "yesterday\ufffd"
    assert utc_of(3) == "3"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ('{"a": ["b", 1, null]}', {"a": ["b", 1, None]}),
        ('{"a\\u001b[31m": ["b\\u202e"]}', {"a": ["b"]}),
        ('{"a": "b\u200bc"}', {"a": "bc"}),
        ('"a\\nb"', "a b"),
    ],
)
def test_texts_are_clean(kept: str, told: object) -> None:
    """Whatever was kept, no text of it commands a terminal, as it is or spelt out."""
    assert read_json(kept) == told


def test_what_is_nested_without_end() -> None:
    """What is nested deeper than can be read is no JSON that can be read."""
    with pytest.raises(ValueError, match=r"^nested too deep$"):
        read_json("[" * 100_000)
