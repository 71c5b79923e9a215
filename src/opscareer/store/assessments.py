"""Finished assessments in the file: kept, read, listed, forgotten."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from opscareer.model.assessment import Assessment
from opscareer.reasons import reason_of
from opscareer.store.file import Store
from opscareer.store.shape import NOT_KEPT, ShapeError, checked, current_of, next_of, read_json
from opscareer.text import Text, clean

READ = """SELECT id, CAST(taken_at AS BLOB), CAST(kb_sha256 AS BLOB), CAST(answers AS BLOB), CAST(advice AS BLOB)
           FROM assessment"""
"""Rows as read_row takes them."""

_LARGEST = 2**63 - 1

_OF = Text("第 {n} 次评估，{said}", "{said} (number {n})")


class Found(NamedTuple):
    """Assessments in the order in which they were taken, and the ids of those that cannot be read."""

    assessments: tuple[Assessment, ...]
    unreadable: tuple[int, ...]


def keep_assessment(
    store: Store, now: str, kb_sha256: str, answers: Mapping[str, object], advice: Mapping[str, object]
) -> int:
    """Return the id under which an assessment has been kept."""
    with store.change() as connection:
        return _insert(connection, Assessment(NOT_KEPT, now, kb_sha256, answers, advice))


def keep_all(store: Store, told: Iterable[Assessment]) -> int:
    """Keep those of some assessments that are not there yet, all or none; return how many."""
    with store.change() as connection:
        there = {hash(row) for row in connection.execute("SELECT taken_at, answers FROM assessment")}
        kept = 0
        for one in told:
            key = hash((one.taken_at, _json(one.answers)))
            if key not in there:
                there.add(key)
                _insert(connection, one)
                kept += 1
    return kept


def copy_all(store: Store, told: Iterable[Assessment]) -> None:
    """Keep the assessments of another file under their ids, all or none, those that are alike too."""
    with store.change() as connection:
        for one in told:
            _insert(connection, one, one.id)


def assessments(store: Store) -> Found:
    """Return all assessments, whole."""
    return found_in(store.rows(f"{READ} ORDER BY taken_at, id"))


def each(store: Store) -> Iterator[Found]:
    """Yield all assessments, whole, one at a time: all at once take ten times the file in memory."""
    for (id_,) in store.rows("SELECT id FROM assessment ORDER BY taken_at, id"):
        yield found_in(store.rows(f"{READ} WHERE id = ?", id_))


def assessment(store: Store, id_: int) -> Assessment | None:
    """Return one assessment, whole; None where there is none. Raises StoreError where it cannot be read."""
    rows = store.rows(f"{READ} WHERE id = ?", id_) if abs(id_) <= _LARGEST else []
    return _only(store, rows)


def latest(store: Store) -> Assessment | None:
    """Return the assessment that was taken last, whichever was kept last. Raises StoreError if it cannot be read."""
    return _only(store, store.rows(f"{READ} ORDER BY taken_at DESC, id DESC LIMIT 1"))


def forget(store: Store, ids: Iterable[int]) -> int:
    """Forget some assessments for good; return how many there were."""
    with store.change() as connection:
        done = [
            connection.execute("DELETE FROM assessment WHERE id = ?", (id_,)).rowcount
            for id_ in ids
            if abs(id_) <= _LARGEST
        ]
    store.wipe()
    return sum(done)


def ids_of(store: Store) -> tuple[int, ...]:
    """Return the ids of all assessments, readable or not."""
    return tuple(id_ for (id_,) in store.rows("SELECT id FROM assessment ORDER BY id"))


def _insert(connection: Any, told: Assessment, id_: int | None = None) -> int:
    """Write an assessment down, under an id of its own where none is told."""
    about = told.taken_at, told.kb_sha256
    values = (id_, *about, _json(told.answers), _json(told.advice))
    written = connection.execute("INSERT INTO assessment VALUES (?, ?, ?, ?, ?)", values)
    kept = int(written.lastrowid)
    connection.execute(
        "INSERT INTO summary VALUES (?, ?, ?, ?, ?)", (kept, *about, current_of(told.answers), next_of(told.advice))
    )
    return kept


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)


def found_in(rows: Iterable[Any], read: Callable[[Any], Assessment] | None = None) -> Found:
    """Return the assessments that rows hold; read: returns that of a row, else as `read_row` does."""
    found, unreadable, read = [], [], read or read_row
    for row in rows:
        try:
            found.append(read(row))
        except ShapeError:
            unreadable.append(row[0])
    return Found(tuple(found), tuple(unreadable))


def _only(store: Store, rows: "list[Any]") -> Assessment | None:
    try:
        return read_row(rows[0]) if rows else None
    except ShapeError as error:
        raise store.damaged(_OF.fill(said=error.message, n=rows[0][0])) from None


def read_row(row: Any) -> Assessment:
    """Return the assessment that a row of the file holds. Raises ShapeError."""
    id_, *parts = row
    try:
        taken_at, kb_sha256, answers, advice = (part.decode() for part in parts)
        told = {"answers": read_json(answers), "advice": read_json(advice)}
    except (ValueError, AttributeError) as error:
        raise ShapeError(*reason_of(error)) from None
    return checked({"taken_at": taken_at, "kb_sha256": clean(kb_sha256), **told}, id_)
