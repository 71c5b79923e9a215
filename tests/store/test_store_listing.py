"""Lists of assessments: of each what a line tells, and no more of them than are shown."""

import pytest

from opscareer import store as kept
from opscareer.model.assessment import Assessment
from opscareer.store import Store

ANSWERS = {"current": ("bd/specialist",)}


def keep(store: Store, day: int, position: str = "bd/manager", sha: str = "sha", fit: float = 0.5) -> Assessment:
    """Keep an assessment of a day of January; return it as lists have it."""
    advice = {"next": {"position": position, "fit": fit, "gaps_of": position}}
    id_ = kept.keep_assessment(store, f"2026-01-{day:02}T00:00:00Z", sha, ANSWERS, advice)
    (found,) = (one for one in kept.listed(store).assessments if one.id == id_)
    return found


def test_the_newest(store: Store) -> None:
    """The newest are those that were taken last, whenever they were kept, in the order in which they were taken."""
    third, first, second = (keep(store, day) for day in (3, 1, 2))
    assert kept.listed(store, 2).assessments == (second, third)
    assert kept.listed(store, 9).assessments == (first, second, third)
    assert kept.listed(store, 0).assessments == ()
    assert kept.counted(store) == 3


def test_alike_are_told_apart(store: Store) -> None:
    """Of assessments that say the same each keeps its id, its time and its knowledge base."""
    for day, sha in ((1, "a"), (2, "b"), (2, "b")):
        keep(store, day, sha=sha)
    first, *others = kept.listed(store).assessments
    assert (first.taken_at, first.kb_sha256) == ("2026-01-01T00:00:00Z", "a")
    assert {(one.taken_at, one.kb_sha256) for one in others} == {("2026-01-02T00:00:00Z", "b")}
    assert len({one.id for one in (first, *others)}) == 3


@pytest.mark.parametrize("column", ["taken_at", "kb_sha256", "current", "next"])
def test_one_of_many_that_cannot_be_read(store: Store, column: str) -> None:
    """Among many that say the same, one that cannot be read is told by number, and the others are listed."""
    ids = [keep(store, day).id for day in (1, 2, 3)]
    with store.change() as connection:
        connection.execute(f"UPDATE summary SET {column} = x'ff22' WHERE assessment = ?", (ids[1],))
    found = kept.listed(store)
    assert ({one.id for one in found.assessments}, found.unreadable) == ({ids[0], ids[2]}, (ids[1],))


def test_of_which_nothing_is_known(store: Store) -> None:
    """Those of which a list has nothing to tell are found without the others being read."""
    first, _, third = (keep(store, day) for day in (1, 2, 3))
    assert kept.unlisted(store) == ()
    with store.change() as connection:
        connection.execute("UPDATE summary SET next = NULL WHERE assessment = ?", (first.id,))
        connection.execute("UPDATE summary SET current = NULL WHERE assessment = ?", (third.id,))
    assert kept.unlisted(store) == (first.id, third.id)


def test_the_first_alike(store: Store) -> None:
    """The first alike is of the same position and the same knowledge base, and was taken before."""
    keep(store, 1, "bd/director")
    keep(store, 2, sha="other")
    fourth, third = keep(store, 4), keep(store, 3)
    last = keep(store, 9)
    assert kept.first_alike(store, last, last) == third
    assert kept.first_alike(store, last, fourth) == third
    assert kept.first_alike(store, last, third) is None
