"""A sitting: answers kept one by one as they are given, so that whatever stops the program, none of them is lost."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from opscareer.store.file import Store

if TYPE_CHECKING:  # to see whether anything is kept takes no interview
    from opscareer.interview import Value


class Sitting(NamedTuple):
    """Answers in the order in which they were given, from a questionnaire that is not finished."""

    id: int
    started_at: str
    answers: Mapping[str, object]


def begin(store: Store, now: str, kb_sha256: str, answers: "Mapping[str, Value]") -> int:
    """Return the id of a new sitting, with some answers to begin with."""
    with store.change() as connection:
        id_ = connection.execute(
            "INSERT INTO sitting (started_at, kb_sha256) VALUES (?, ?)", (now, kb_sha256)
        ).lastrowid
        assert id_ is not None
        connection.executemany(
            "INSERT INTO answer VALUES (?, ?, ?, ?)",
            [(id_, number, question, _written(value)) for number, (question, value) in enumerate(answers.items(), 1)],
        )
    return id_


def keep_answer(store: Store, sitting: int, question: str, value: "Value") -> None:
    """Keep one answer; an edited one keeps its place."""
    with store.change() as connection:
        connection.execute(
            """INSERT INTO answer SELECT :sitting, 1 + coalesce(max(number), 0), :question, :value
               FROM answer WHERE sitting = :sitting
               ON CONFLICT (sitting, question) DO UPDATE SET value = excluded.value""",
            {"sitting": sitting, "question": question, "value": _written(value)},
        )


def forget_answer(store: Store, sitting: int, question: str) -> None:
    """Forget one answer, as going back does."""
    with store.change() as connection:
        connection.execute("DELETE FROM answer WHERE sitting = ? AND question = ?", (sitting, question))


def finish(store: Store, sitting: int, now: str) -> None:
    """Mark a sitting as finished: it is not offered again, and its answers are left to the assessment."""
    with store.change() as connection:
        connection.execute("DELETE FROM answer WHERE sitting = ?", (sitting,))
        connection.execute("UPDATE sitting SET finished_at = ? WHERE id = ?", (now, sitting))


def unfinished(store: Store) -> Sitting | None:
    """Return the latest sitting that was not finished and holds an answer, if no later one was finished."""
    rows = store.rows(
        """SELECT id, started_at FROM sitting WHERE finished_at IS NULL
           AND id > coalesce((SELECT max(id) FROM sitting WHERE finished_at IS NOT NULL), 0)
           AND EXISTS (SELECT 1 FROM answer WHERE sitting = sitting.id) ORDER BY id DESC LIMIT 1"""
    )
    if not rows:
        return None
    id_, started_at = rows[0]
    answers = store.rows("SELECT question, value FROM answer WHERE sitting = ? ORDER BY number", id_)
    try:
        return Sitting(id_, started_at, {question: json.loads(value) for question, value in answers})
    except (ValueError, TypeError) as error:
        raise store.damaged(str(error)) from None


def _written(value: "Value") -> str:
    return json.dumps(value, ensure_ascii=False)
