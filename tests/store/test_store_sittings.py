import sqlite3

from opscareer import store as kept
from opscareer.interview import Answers
from opscareer.store import Store

NOW = "2026-01-02T03:04:05Z"
FIRST: Answers = {"current": ("bd/specialist",), "years": 2.5}


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    """Return what another program finds in the file at this moment."""
    connection = sqlite3.connect(store.path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def left(store: Store) -> dict[str, object] | None:
    """Return the answers that are offered to go on from, in their order."""
    sitting = kept.unfinished(store)
    return dict(sitting.answers) if sitting else None


def test_every_answer_is_there_at_once(store: Store) -> None:
    """An answer is in the file as soon as keeping it has returned."""
    sitting = kept.begin(store, NOW, "sha", {})
    for number in range(1, 8):
        kept.keep_answer(store, sitting, f"skill.{number}", number)
        found = rows(store, "SELECT number, question, value FROM answer ORDER BY number")
        assert found == [(n, f"skill.{n}", str(n)) for n in range(1, number + 1)]


def test_values_come_back(store: Store) -> None:
    """Positions, numbers, levels and words come back as JSON has them, in the order they were given."""
    sitting = kept.begin(store, NOW, "sha", FIRST)
    kept.keep_answer(store, sitting, "education", "说不准")
    kept.keep_answer(store, sitting, "skill.a", 0)
    told = {"current": ["bd/specialist"], "years": 2.5, "education": "说不准", "skill.a": 0}
    assert list((left(store) or {}).items()) == list(told.items())


def test_an_edited_answer_keeps_its_place(store: Store) -> None:
    """An answer that is given again replaces the first one where that stood."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1, "b": 2, "c": 3})
    kept.keep_answer(store, sitting, "b", 5)
    assert list((left(store) or {}).items()) == [("a", 1), ("b", 5), ("c", 3)]


def test_an_answer_taken_back_is_forgotten(store: Store) -> None:
    """An answer taken back is gone from the file; given again, it is the last one."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1, "b": 2})
    kept.forget_answer(store, sitting, "a")
    assert left(store) == {"b": 2}
    kept.keep_answer(store, sitting, "a", 4)
    assert list((left(store) or {}).items()) == [("b", 2), ("a", 4)]


def test_nothing_to_go_on_from(store: Store) -> None:
    """A new file, and one whose sittings hold no answer, offers nothing."""
    assert left(store) is None
    kept.begin(store, NOW, "sha", {})
    assert left(store) is None


def test_the_latest_is_offered(store: Store) -> None:
    """Of several sittings that were not finished the latest with an answer is offered, with the time it began."""
    kept.begin(store, NOW, "sha", {"a": 1})
    later = kept.begin(store, "2026-02-03T04:05:06Z", "sha", {"a": 2})
    kept.begin(store, NOW, "sha", {})
    assert kept.unfinished(store) == kept.Sitting(later, "2026-02-03T04:05:06Z", {"a": 2})


def test_nothing_older_than_a_finished_one(store: Store) -> None:
    """After a finished sitting no earlier one is offered, but a later one is."""
    kept.begin(store, NOW, "sha", {"a": 1})
    finished = kept.begin(store, NOW, "sha", {"a": 2})
    kept.finish(store, finished, NOW)
    assert left(store) is None
    kept.begin(store, NOW, "sha", {"a": 3})
    assert left(store) == {"a": 3}


def test_sittings_do_not_mix(store: Store) -> None:
    """The same question in two sittings has two answers."""
    first = kept.begin(store, NOW, "sha", {"a": 1})
    kept.begin(store, NOW, "sha", {"a": 2})
    kept.keep_answer(store, first, "a", 5)
    assert left(store) == {"a": 2}
    assert rows(store, "SELECT value FROM answer ORDER BY sitting") == [("5",), ("2",)]
