import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, integers, lists, tuples

from opscareer import store as kept
from opscareer.interview import Answers
from opscareer.model.assessment import Assessment
from opscareer.store import Store, StoreError

ANSWERS = {"current": ("bd/specialist",), "education": "说不准"}
ADVICE = {"next": {"position": "bd/manager", "fit": 0.5}, "mastery": None}
LAST = 2**63 - 1


def keep(store: Store, *days: int) -> list[int]:
    """Keep an assessment of each day of a month; return their ids."""
    return [kept.keep_assessment(store, f"2026-01-{day:02}T00:00:00Z", "sha", ANSWERS, ADVICE) for day in days]


def test_an_assessment_comes_back(store: Store) -> None:
    """An assessment comes back with its time, knowledge base, answers and advice."""
    (id_,) = keep(store, 1)
    answers = {"current": ["bd/specialist"], "education": "说不准"}
    told = Assessment(id_, "2026-01-01T00:00:00Z", "sha", answers, ADVICE)
    assert kept.assessment(store, id_) == told
    assert kept.assessments(store) == ((told,), ())
    assert kept.latest(store) == told


def test_order(store: Store) -> None:
    """Assessments are listed in the order in which they were taken, whenever they were kept; so is the latest."""
    third, first, second, *_ = keep(store, 3, 1, 2)
    assert [one.id for one in kept.assessments(store).assessments] == [first, second, third]
    assert [one.id for one in kept.listed(store).assessments] == [first, second, third]
    last = kept.latest(store)
    assert last is not None
    assert last.id == third


def test_two_of_one_second(store: Store) -> None:
    """Of two assessments of the same second the one that was kept later is the later one."""
    first, second = keep(store, 1, 1)
    assert [one.id for one in kept.listed(store).assessments] == [first, second]
    last = kept.latest(store)
    assert last is not None
    assert last.id == second


def test_what_a_list_tells(store: Store) -> None:
    """A list tells the positions that were held and the next role, as the whole assessment does."""
    advice = {"next": {"position": "bd/manager", "fit": 0.1 + 0.2, "kind": "promotion", "why": []}, "flags": []}
    kept.keep_assessment(store, "2026-01-01T00:00:00Z", "sha", ANSWERS, advice)
    kept.keep_assessment(store, "2026-01-02T00:00:00Z", "sha", {}, {"next": None})
    (one, top), _ = kept.listed(store)
    assert one.answers == {"current": ["bd/specialist"]}
    named = {"position": "bd/manager", "fit": 0.1 + 0.2, "kind": "promotion", "gaps_of": None, "answered": None}
    assert one.advice == {"next": named}
    assert (top.answers, top.advice) == ({"current": []}, {"next": None})


def test_each(store: Store) -> None:
    """One at a time they are the same, in the same order, those that cannot be read by their ids among them."""
    third, first, second = keep(store, 3, 1, 2)
    with store.change() as connection:
        connection.execute("UPDATE assessment SET advice = '{}' WHERE id = ?", (second,))
    one, other, last = kept.each(store)
    assert [found.assessments[0].id for found in (one, last)] == [first, third]
    assert other == ((), (second,))
    assert kept.assessments(store) == ((*one.assessments, *last.assessments), (second,))


def test_one_that_cannot_be_read(store: Store) -> None:
    """Asked for by itself, what cannot be read is told with its file, its number and what is wrong with it."""
    keep(store, 1, 2)
    (last,) = keep(store, 3)
    with store.change() as connection:
        connection.execute("UPDATE assessment SET answers = '{' WHERE id = ?", (last,))
    for ask in (kept.latest, lambda opened: kept.assessment(opened, last)):
        with pytest.raises(StoreError) as refused:
            ask(store)
        zh, en = refused.value.message
        assert f"{store.path}：第 {last} 次评估，" in zh
        assert "键要用双引号括起来" in zh
        assert f"{store.path}: Expecting property name" in en
        assert f"(number {last})" in en


def test_kept_at_once(store: Store) -> None:
    """Of several that are taken in, those that are there or stand twice are kept once; told is how many were new."""
    keep(store, 1)
    here, other, new = (
        Assessment(0, f"2026-01-0{day}T00:00:00Z", "sha", answers, ADVICE)
        for day, answers in ((1, ANSWERS), (1, {"current": ["bd/manager"]}), (2, ANSWERS))
    )
    assert kept.keep_all(store, (here, other, new, other, new)) == 2
    assert kept.keep_all(store, (new, here)) == 0
    answers = [one.answers["current"] for one in kept.assessments(store).assessments]
    assert answers == [["bd/specialist"], ["bd/manager"], ["bd/specialist"]]


def test_kept_as_it_is_said(store: Store) -> None:
    """What people write is kept in their letters, so that the file can be searched without this program."""
    keep(store, 1)
    kept.begin(store, "2026-01-02T00:00:00Z", "sha", {"education": "说不准"})
    (answers,), (value,) = (*store.rows("SELECT answers FROM assessment"), *store.rows("SELECT value FROM answer"))
    assert '"说不准"' in answers
    assert value == '"说不准"'


def test_ids_without_end(store: Store) -> None:
    """The last id there can be is one as any other; beyond it there is none."""
    keep(store, 1)
    with store.change() as connection:
        connection.execute(
            "INSERT INTO assessment SELECT ?, taken_at, kb_sha256, answers, advice FROM assessment", (LAST,)
        )
    assert kept.assessment(store, LAST + 1) is None
    assert kept.assessment(store, -LAST - 1) is None
    found = kept.assessment(store, LAST)
    assert found is not None
    assert found.id == LAST
    assert kept.forget(store, (LAST + 1, LAST)) == 1


def test_none(store: Store) -> None:
    """A new file holds no assessment."""
    assert (kept.assessments(store), kept.latest(store), kept.assessment(store, 1)) == (((), ()), None, None)


def test_forgetting(store: Store) -> None:
    """Only what is named is forgotten, and it is told how many there were."""
    first, second, third = keep(store, 1, 2, 3)
    assert kept.forget(store, (first, third, 99, 2**63, -(10**30))) == 2
    assert [one.id for one in kept.assessments(store).assessments] == [second]


def bytes_beside(store: Store) -> bytes:
    """Return what all files of the folder hold: the file of answers, and any journal of it."""
    return b"".join(path.read_bytes() for path in store.path.parent.iterdir())


def test_forgotten_for_good(store: Store) -> None:
    """What is forgotten is in no byte of the file, nor of a journal beside it: not in the sitting it came from."""
    answers: Answers = {"current": ("bd/specialist",), "education": "SECRET"}
    sitting = kept.begin(store, "2026-01-01T00:00:00Z", "sha", {"current": ("bd/specialist",)})
    kept.keep_answers(store, sitting._replace(answers=answers), {})
    id_ = kept.keep_assessment(store, "2026-01-01T00:00:00Z", "sha", answers, ADVICE | {"why": "SECRET" * 5000})
    kept.finish(store, sitting.id)
    assert b"SECRET" in bytes_beside(store)
    assert kept.forget(store, (id_,)) == 1
    assert b"SECRET" not in bytes_beside(store)


def test_a_sitting_forgotten_for_good(store: Store) -> None:
    """So it is with the answers of a questionnaire that was never finished."""
    for number in range(50):
        kept.begin(store, "2026-01-01T00:00:00Z", "sha", {f"q{n}": f"SECRET {number} {n}" for n in range(30)})
    assert kept.abandon(store, "2026-01-01T00:00:00Z") == 50
    assert b"SECRET" not in bytes_beside(store)


@settings(max_examples=20)
@given(lists(tuples(integers(0, 12), booleans(), integers(0, 3000)), min_size=1, max_size=60))
def test_no_byte_is_left_of_anything(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bool, int]]
) -> None:
    """However answers are given, changed and taken back: of a sitting that has ended no byte is left."""
    store = kept.open_store(tmp_path_factory.mktemp("any") / "answers.sqlite3")
    assert store is not None
    kept.begin(store, "2026-01-01T00:00:00Z", "sha", {"other": "KEPT"})
    sitting = kept.begin(store, "2026-01-01T00:00:00Z", "sha", {})
    for number, taken_back, length in steps:
        before = {question: str(value) for question, value in sitting.answers.items()}
        after = {question: value for question, value in before.items() if not taken_back or question != f"q{number}"}
        after |= {} if taken_back else {f"q{number}": "SECRET" + "x" * length}
        sitting = sitting._replace(answers=after)
        kept.keep_answers(store, sitting, before)
    kept.finish(store, sitting.id)
    found = bytes_beside(store)
    store.close()
    assert b"SECRET" not in found
    assert b"KEPT" in found
