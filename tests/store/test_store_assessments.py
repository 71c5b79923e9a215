from opscareer import store as kept
from opscareer.interview import Answers
from opscareer.model.assessment import Assessment
from opscareer.store import Store

ANSWERS = {"current": ("bd/specialist",), "education": "说不准"}
ADVICE = {"next": {"position": "bd/manager", "fit": 0.5}, "mastery": None}


def keep(store: Store, *days: int) -> list[int]:
    """Keep an assessment of each day of a month; return their ids."""
    return [kept.keep_assessment(store, f"2026-01-{day:02}T00:00:00Z", "sha", ANSWERS, ADVICE) for day in days]


def test_an_assessment_comes_back(store: Store) -> None:
    """An assessment comes back with its time, knowledge base, answers and advice."""
    (id_,) = keep(store, 1)
    answers = {"current": ["bd/specialist"], "education": "说不准"}
    told = Assessment(id_, "2026-01-01T00:00:00Z", "sha", answers, ADVICE)
    assert kept.assessment(store, id_) == told
    assert kept.assessments(store) == (told,)
    assert kept.latest(store) == told


def test_order(store: Store) -> None:
    """Assessments are listed in the order in which they were kept, and the last of them is the latest."""
    ids = keep(store, 3, 1, 2)
    assert [one.id for one in kept.assessments(store)] == ids
    last = kept.latest(store)
    assert last is not None
    assert last.id == ids[-1]


def test_none(store: Store) -> None:
    """A new file holds no assessment."""
    assert (kept.assessments(store), kept.latest(store), kept.assessment(store, 1)) == ((), None, None)


def test_forgetting(store: Store) -> None:
    """Only what is named is forgotten, and it is told how many there were."""
    first, second, third = keep(store, 1, 2, 3)
    assert kept.forget(store, (first, third, 99)) == 2
    assert [one.id for one in kept.assessments(store)] == [second]


def test_forgotten_for_good(store: Store) -> None:
    """What is forgotten is not to be found in the bytes of the file either: not in the sitting it came from."""
    answers: Answers = {"current": ("bd/specialist",), "education": "SECRET"}
    sitting = kept.begin(store, "2026-01-01T00:00:00Z", "sha", answers)
    id_ = kept.keep_assessment(store, "2026-01-01T00:00:00Z", "sha", answers, ADVICE)
    kept.finish(store, sitting, "2026-01-01T00:00:00Z")
    assert b"SECRET" in store.path.read_bytes()
    assert kept.forget(store, (id_,)) == 1
    assert b"SECRET" not in store.path.read_bytes()
