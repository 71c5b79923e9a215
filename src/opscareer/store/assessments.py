"""Finished assessments: when, from which answers, against which knowledge base, and what was said."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from opscareer.store.file import Store


class Assessment(NamedTuple):
    """One finished assessment; the advice is the answer of `assess --json` as it was then."""

    id: int
    taken_at: str
    kb_sha256: str
    answers: Mapping[str, Any]
    advice: Mapping[str, Any]


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
    return tuple(_read(row) for row in store.rows("SELECT * FROM assessment ORDER BY id"))


def assessment(store: Store, id_: int) -> Assessment | None:
    """Return one assessment."""
    rows = store.rows("SELECT * FROM assessment WHERE id = ?", id_)
    return _read(rows[0]) if rows else None


def latest(store: Store) -> Assessment | None:
    """Return the last assessment that was kept."""
    rows = store.rows("SELECT * FROM assessment ORDER BY id DESC LIMIT 1")
    return _read(rows[0]) if rows else None


def forget(store: Store, ids: tuple[int, ...]) -> int:
    """Forget some assessments for good; return how many there were."""
    with store.change() as connection:
        done = [connection.execute("DELETE FROM assessment WHERE id = ?", (id_,)).rowcount for id_ in ids]
    return sum(done)


def _read(row: Any) -> Assessment:
    id_, taken_at, kb_sha256, answers, advice = row
    return Assessment(id_, taken_at, kb_sha256, json.loads(answers), json.loads(advice))
