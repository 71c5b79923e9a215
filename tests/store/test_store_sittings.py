import sqlite3

from opscareer import store as kept
from opscareer.interview import Answers, Value
from opscareer.store import Sitting, Store

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
    sittings = kept.unfinished(store)
    return dict(sittings[0].answers) if sittings else None


def keep(store: Store, sitting: Sitting, **answers: Value) -> Sitting:
    """Keep answers of a sitting, and return it as it is then."""
    after = sitting._replace(answers={**sitting.answers, **answers})
    kept.keep_answers(store, after, sitting.answers)  # type: ignore[arg-type]  # what was begun with were values
    return after


def test_every_answer_is_there_at_once(store: Store) -> None:
    """An answer is in the file as soon as keeping it has returned."""
    sitting = kept.begin(store, NOW, "sha", {})
    for number in range(1, 8):
        sitting = keep(store, sitting, **{f"skill.{number}": number})
        found = rows(store, "SELECT number, question, value FROM answer ORDER BY number")
        assert found == [(n, f"skill.{n}", str(n)) for n in range(1, number + 1)]


def test_values_come_back(store: Store) -> None:
    """Positions, numbers, levels and words come back as JSON has them, in the order they were given."""
    sitting = kept.begin(store, NOW, "sha", FIRST)
    keep(store, keep(store, sitting, education="说不准"), **{"skill.a": 0})
    told = {"current": ["bd/specialist"], "years": 2.5, "education": "说不准", "skill.a": 0}
    assert list((left(store) or {}).items()) == list(told.items())


def test_an_edited_answer_keeps_its_place(store: Store) -> None:
    """An answer that is given again replaces the first one where that stood."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1, "b": 2, "c": 3})
    keep(store, sitting, b=5)
    assert list((left(store) or {}).items()) == [("a", 1), ("b", 5), ("c", 3)]


def test_an_answer_taken_back_is_forgotten(store: Store) -> None:
    """An answer taken back is gone from the file; given again, it is the last one."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1, "b": 2})
    shorter = sitting._replace(answers={"b": 2})
    kept.keep_answers(store, shorter, {"a": 1, "b": 2})
    assert left(store) == {"b": 2}
    keep(store, shorter, a=4)
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
    assert kept.unfinished(store)[0] == later
    assert len(kept.unfinished(store)) == 2


def test_a_finished_one(store: Store) -> None:
    """A finished sitting is gone, and every other one is still told: nothing is kept that nobody is shown."""
    kept.begin(store, NOW, "sha", {"a": 1})
    finished = kept.begin(store, "2026-02-03T04:05:06Z", "sha", {"a": 2})
    kept.finish(store, finished.id)
    assert [one.answers for one in kept.unfinished(store)] == [{"a": 1}]
    assert len(rows(store, "SELECT * FROM sitting")) == 1


def test_given_up(store: Store) -> None:
    """Sittings that are given up are deleted, those begun later are not."""
    for number, day in enumerate((1, 2, 3)):
        kept.begin(store, f"2026-01-0{day}T00:00:00Z", "sha", {"a": number})
    assert kept.abandon(store, "2026-01-02T00:00:00Z") == 2
    assert [one.answers for one in kept.unfinished(store)] == [{"a": 2}]


def test_one_given_up(store: Store) -> None:
    """Of several sittings only the one that is given up is deleted, and what holds no answer."""
    for number, day in enumerate((1, 2, 3)):
        kept.begin(store, f"2026-01-0{day}T00:00:00Z", "sha", {"a": number} if number else {})
    given_up, other = kept.unfinished(store)
    kept.give_up(store, given_up.id)
    assert kept.unfinished(store) == (other,)
    assert len(rows(store, "SELECT * FROM sitting")) == 1


def test_deleted_while_it_goes_on(store: Store) -> None:
    """A sitting that another process deletes meanwhile is kept whole with its next answer, and mixes with no other."""
    first = kept.begin(store, NOW, "sha", {"a": 1})
    kept.abandon(store, NOW)
    kept.begin(store, NOW, "sha", {"b": 2})
    keep(store, first, c=3)
    assert sorted((dict(one.answers) for one in kept.unfinished(store)), key=str) == [{"a": 1, "c": 3}, {"b": 2}]


def test_taken_in_once(store: Store) -> None:
    """A sitting that was exported elsewhere is taken in, and not a second time."""
    told = Sitting(0, NOW, "sha", {"a": 1})
    assert kept.take_in(store, told)
    assert not kept.take_in(store, told)
    assert [one.answers for one in kept.unfinished(store)] == [{"a": 1}]


def test_sittings_do_not_mix(store: Store) -> None:
    """The same question in two sittings has two answers."""
    first = kept.begin(store, NOW, "sha", {"a": 1})
    second = kept.begin(store, NOW, "sha", {"a": 2})
    keep(store, first, a=5)
    assert {one.id: one.answers for one in kept.unfinished(store)} == {first.id: {"a": 5}, second.id: {"a": 2}}
