"""A sitting: answers kept one by one as they are given, so that whatever stops the program, none of them is lost."""

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from opscareer.reasons import reason_of
from opscareer.store.failing import StoreError
from opscareer.store.file import Store
from opscareer.store.shape import read_json
from opscareer.text import clean

if TYPE_CHECKING:  # to see whether anything is kept takes no interview
    from opscareer.interview import Value

_UNFINISHED = """SELECT id, started_at, kb_sha256 FROM sitting WHERE finished_at IS NULL
    AND EXISTS (SELECT 1 FROM answer WHERE sitting = sitting.id) ORDER BY started_at DESC, id DESC"""
_BITS = 62  # no two sittings have one id, also where one is deleted while another process goes on with it


class Sitting(NamedTuple):
    """Answers in the order in which they were given, from a questionnaire that is not finished."""

    id: int
    started_at: str
    kb_sha256: str
    answers: Mapping[str, object]


def begin(store: Store, now: str, kb_sha256: str, answers: "Mapping[str, Value]") -> Sitting:
    """Return a new sitting, with some answers to begin with."""
    sitting = Sitting(secrets.randbits(_BITS), now, kb_sha256, answers)
    with store.change() as connection:
        _write(connection, sitting)
    return sitting


def take_in(store: Store, told: Sitting) -> bool:
    """Keep a sitting that was exported elsewhere, if there is none that was begun at its time."""
    with store.change() as connection:
        there = connection.execute("SELECT 1 FROM sitting WHERE started_at = ?", (told.started_at,)).fetchone()
        if there is None:
            _write(connection, told._replace(id=secrets.randbits(_BITS)))
    return there is None


def keep_answers(store: Store, sitting: Sitting, before: "Mapping[str, Value]") -> None:
    """Keep what has changed of the answers of a sitting; all of them, where somebody has deleted it meanwhile."""
    after = sitting.answers
    with store.change() as connection:
        if connection.execute("SELECT 1 FROM sitting WHERE id = ?", (sitting.id,)).fetchone() is None:
            _write(connection, sitting)
            return
        for question in before.keys() - after.keys():
            connection.execute("DELETE FROM answer WHERE sitting = ? AND question = ?", (sitting.id, question))
        for question, value in after.items():
            if question not in before or before[question] != value:
                _keep(connection, sitting.id, question, value)


def give_up(store: Store, sitting: int) -> None:
    """Delete a sitting for good, and those that hold no answer; every other one stays."""
    with store.change() as connection:
        connection.execute("DELETE FROM sitting WHERE id = ? OR id NOT IN (SELECT sitting FROM answer)", (sitting,))
    store.wipe()


def abandon(store: Store, until: str) -> int:
    """Delete the sittings begun at a time or before, for good; return how many there were."""
    with store.change() as connection:
        connection.execute("DELETE FROM sitting WHERE finished_at IS NOT NULL")
        gone = connection.execute("DELETE FROM sitting WHERE started_at <= ?", (until,)).rowcount
    store.wipe()
    return int(gone)


def finish(store: Store, sitting: int) -> None:
    """Delete a sitting that has led to an assessment, to which its answers are left."""
    with store.change() as connection:
        connection.execute("DELETE FROM sitting WHERE id = ?", (sitting,))
    with suppress(StoreError):  # that there is no room to write the file anew is no fault of the assessment
        if not store.large:
            store.wipe()


def unfinished(store: Store) -> tuple[Sitting, ...]:
    """Return the sittings that were not finished and hold an answer, the last begun first. Raises StoreError."""
    return tuple(_sitting(store, *row) for row in store.rows(_UNFINISHED))


def readable(store: Store) -> tuple[Sitting, ...]:
    """Return those of them that can be read."""
    found = []
    with suppress(StoreError):
        for row in store.rows(_UNFINISHED):
            with suppress(StoreError):
                found.append(_sitting(store, *row))
    return tuple(found)


def _sitting(store: Store, id_: int, started_at: str, kb: str) -> Sitting:
    answers = store.rows("SELECT question, value FROM answer WHERE sitting = ? ORDER BY number", id_)
    try:
        told = {clean(question): read_json(value) for question, value in answers}
        return Sitting(id_, clean(started_at), clean(kb), told)
    except (ValueError, TypeError, AttributeError) as error:  # no JSON, or bytes where a text was kept
        raise store.damaged(reason_of(error)) from None


def _write(connection: Any, sitting: Sitting) -> None:
    connection.execute(
        "INSERT INTO sitting (id, started_at, kb_sha256) VALUES (?, ?, ?)",
        (sitting.id, sitting.started_at, sitting.kb_sha256),
    )
    for question, value in sitting.answers.items():
        _keep(connection, sitting.id, question, value)


def _keep(connection: Any, sitting: int, question: str, value: object) -> None:
    """Keep one answer; an edited one keeps its place."""
    connection.execute(
        """INSERT INTO answer SELECT :sitting, 1 + coalesce(max(number), 0), :question, :value
           FROM answer WHERE sitting = :sitting
           ON CONFLICT (sitting, question) DO UPDATE SET value = excluded.value""",
        {"sitting": sitting, "question": question, "value": json.dumps(value, ensure_ascii=False)},
    )
