"""Finished assessments in the file: kept, read, forgotten."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from opscareer.model.assessment import Assessment
from opscareer.store.file import Store


def keep_assessment(
    store: Store, now: str, kb_sha256: str, answers: Mapping[str, object], advice: Mapping[str, object]
) -> int:
    """Return the id under which an assessment has been kept."""
    told = [json.dumps(part, ensure_ascii=False) for part in (answers, advice)]
    with store.change() as connection:
        id_ = connection.execute(
            "INSERT INTO assessment (taken_at, kb_sha256, answers, advice) VALUES (?, ?, ?, ?)", (now, kb_sha256, *told)
        ).lastrowid
    assert id_ is not None
    return id_


def assessments(store: Store) -> tuple[Assessment, ...]:
    """Return all assessments, the oldest first."""
    return tuple(_read(store, row) for row in store.rows("SELECT * FROM assessment ORDER BY id"))


def assessment(store: Store, id_: int) -> Assessment | None:
    """Return one assessment."""
    rows = store.rows("SELECT * FROM assessment WHERE id = ?", id_)
    return _read(store, rows[0]) if rows else None


def latest(store: Store) -> Assessment | None:
    """Return the last assessment that was kept."""
    rows = store.rows("SELECT * FROM assessment ORDER BY id DESC LIMIT 1")
    return _read(store, rows[0]) if rows else None


def forget(store: Store, ids: tuple[int, ...]) -> int:
    """Forget some assessments for good; return how many there were."""
    with store.change() as connection:
        done = [connection.execute("DELETE FROM assessment WHERE id = ?", (id_,)).rowcount for id_ in ids]
    return sum(done)


def checked(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was told of an assessment, without its id. Raises KeyError, TypeError or ValueError if it is none."""
    answers, advice = told["answers"], told["advice"]
    best = advice["next"]
    shaped = all(isinstance(part, dict) for part in (answers, advice, {} if best is None else best))
    words = [told["taken_at"], told["kb_sha256"], *answers.get("current", [])]
    if best is not None:
        words.append(best["position"])
        shaped &= 0 <= float(best["fit"]) <= 1.000001
    if not shaped or not all(isinstance(word, str) for word in words):
        raise TypeError("an assessment has another shape")
    datetime.fromisoformat(words[0])
    return {"taken_at": words[0], "kb_sha256": words[1], "answers": answers, "advice": advice}


def _read(store: Store, row: Any) -> Assessment:
    id_, taken_at, kb_sha256, answers, advice = row
    try:
        told = {"answers": json.loads(answers), "advice": json.loads(advice)}
        return Assessment(id_, **checked({"taken_at": taken_at, "kb_sha256": kb_sha256, **told}))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise store.damaged(f"{type(error).__name__} {error}") from None
