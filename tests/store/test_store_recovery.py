"""A damaged file of answers: what can be read goes into a whole one, what cannot is told, the rest stays aside."""

import json
import resource
import sqlite3
import tracemalloc

import pytest

from opscareer import store as kept
from opscareer.store import StoreError, open_store, read_store, store_path
from opscareer.store.file import Store
from opscareer.store.versions import VERSION

ANSWERS = {"current": ["bd/specialist"]}
ADVICE = {"next": {"position": "bd/manager", "fit": 0.5}}
PAGE = 4096  # bytes


def fill(store: Store, days: int) -> list[int]:
    """Keep an assessment of each of some days, and an answer of an unfinished questionnaire."""
    sitting = kept.begin(store, "2026-02-01T00:00:00Z", "sha", {"current": ("bd/specialist",)})
    assert sitting.id
    return [
        kept.keep_assessment(store, f"2026-01-0{day}T00:00:00Z", "sha", ANSWERS, ADVICE) for day in range(1, days + 1)
    ]


def spoil(statement: str, *values: object) -> None:
    """Change the file behind the program's back."""
    with sqlite3.connect(store_path()) as connection:
        connection.execute(statement, values)
    connection.close()


def test_nothing_to_recover() -> None:
    """Where there is no file nothing is done."""
    assert kept.recover() is None
    assert kept.damaged_files() == ()


def test_bad_rows_stay_aside(store: Store) -> None:
    """What can be read is in the new file, in its order; what cannot is told by number and stays in the old one."""
    first, second, third = fill(store, 3)
    store.close()
    spoil("UPDATE assessment SET answers = '{' WHERE id = ?", second)
    done = kept.recover()
    assert done is not None
    assert (done.saved, done.lost) == (2, (second,))
    assert kept.damaged_files() == (done.damaged,)
    assert done.damaged.name.startswith("answers.damaged-")
    assert len(done.damaged.name) == len("answers.damaged-12345678.sqlite3")
    assert done.damaged.suffix == ".sqlite3"
    whole = open_store(create=False)
    assert whole is not None
    found = kept.assessments(whole)
    assert [one.taken_at for one in found.assessments] == ["2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"]
    assert found.unreadable == ()
    (sitting,) = kept.unfinished(whole)
    assert (sitting.started_at, sitting.answers) == ("2026-02-01T00:00:00Z", {"current": ["bd/specialist"]})
    whole.close()
    with sqlite3.connect(done.damaged) as old:
        assert [id_ for (id_,) in old.execute("SELECT id FROM assessment ORDER BY id")] == [first, second, third]
    old.close()


def test_all_are_saved_under_their_numbers(store: Store) -> None:
    """Whatever can be read is saved under the number it had, those of one second with the same answers too."""
    ids = fill(store, 3)
    twin = kept.keep_assessment(store, "2026-01-03T00:00:00Z", "sha", ANSWERS, ADVICE | {"mastery": 1})
    kept.forget(store, ids[:1])
    store.close()
    done = kept.recover()
    assert done is not None
    assert (done.saved, done.lost) == (3, ())
    whole = open_store(create=False)
    assert whole is not None
    assert kept.ids_of(whole) == (*ids[1:], twin)
    assert [one.id for one in kept.listed(whole).assessments] == [*ids[1:], twin]


def test_what_is_no_file_of_answers() -> None:
    """Of a file that is nothing of the kind nothing is saved, and it stays aside as it is."""
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"no database at all" * 100)
    done = kept.recover()
    assert done is not None
    assert (done.saved, done.lost) == (0, ())
    assert done.damaged.read_bytes() == b"no database at all" * 100
    whole = open_store(create=False)
    assert whole is not None
    assert kept.ids_of(whole) == ()
    whole.close()


def test_what_lies_beside_goes_along(store: Store) -> None:
    """A journal goes with the damaged file: to the new one it would be poison."""
    fill(store, 1)
    store.close()
    for end in ("-journal", "-wal", "-shm"):
        store_path().with_name(store_path().name + end).write_bytes(b"")
    done = kept.recover()
    assert done is not None
    names = {path.name for path in store_path().parent.iterdir()}
    assert {f"{done.damaged.name}{end}" for end in ("", "-journal", "-wal", "-shm")} | {store_path().name} == names


def test_a_newer_file_is_not_damaged(store: Store) -> None:
    """What a newer program wrote is left alone, and how to read it is told."""
    store.close()
    spoil(f"PRAGMA user_version = {VERSION + 1}")
    before = store_path().read_bytes()
    with pytest.raises(StoreError) as refused:
        kept.recover()
    assert refused.value.hint.en == "upgrade opscareer to use it"
    assert refused.value.hint.zh == "升级 opscareer 再用"
    assert f"(version {VERSION + 1})" in refused.value.message.en
    assert f"（版本 {VERSION + 1}）" in refused.value.message.zh
    assert all(str(store_path()) in told for told in refused.value.message)
    assert store_path().read_bytes() == before


@pytest.mark.parametrize("version", [-1, -7])
def test_a_version_that_cannot_be(store: Store, version: int) -> None:
    """A version below 0 is damage, told with the way out of it."""
    store.close()
    spoil(f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError) as refused:
        read_store()
    assert refused.value.exit_code == 3
    assert f"version {version}" in refused.value.message.en
    assert "history --recover" in refused.value.hint.en
    assert kept.recover() is not None


def test_rows_that_hold_no_text(store: Store) -> None:
    """An answer kept as bytes, or nested without end, makes its questionnaire unreadable and no other."""
    for started, value in (("2026-01-01", b"x"), ("2026-01-02", "[" * 100_000), ("2026-01-03", "3")):
        sitting = kept.begin(store, f"{started}T00:00:00Z", "sha", {"years": 2})
        with store.change() as connection:
            connection.execute("UPDATE answer SET value = ? WHERE sitting = ?", (value, sitting.id))
    assert [one.answers for one in kept.readable(store)] == [{"years": 3}]
    with pytest.raises(StoreError) as refused:
        kept.unfinished(store)
    assert refused.value.exit_code == 3


def test_a_folder_in_its_place() -> None:
    """A folder in the place of the file is told by its name, and left where it is."""
    store_path().mkdir(parents=True)
    with pytest.raises(StoreError) as refused:
        kept.recover()
    assert refused.value.exit_code == 1
    assert all(str(store_path()) in told for told in refused.value.message)
    assert [path.name for path in store_path().parent.iterdir()] == [store_path().name]


def test_damage_in_the_middle(store: Store) -> None:
    """What lies between two damaged places is saved, though neither end of the table nor a list leads to it."""
    for number in range(1, 10):
        advice = ADVICE | {"why": f"here is {number} " + "x" * 3000}  # a page of the file each
        kept.keep_assessment(store, f"2026-01-0{number}T00:00:00Z", "sha", ANSWERS, advice)
    store.close()
    spoil("DELETE FROM summary")
    content = store_path().read_bytes()
    for number in (3, 6):
        start = content.index(f"here is {number} ".encode()) // PAGE * PAGE
        content = content[:start] + bytes(PAGE) + content[start + PAGE :]
    store_path().write_bytes(content)
    done = kept.recover()
    assert done is not None
    assert (done.saved, done.lost) == (7, ())
    whole = open_store()
    assert whole is not None
    assert [int(one.taken_at[9]) for one in kept.assessments(whole).assessments] == [1, 2, 4, 5, 7, 8, 9]
    whole.close()


def test_no_room_for_a_whole_one(store: Store) -> None:
    """Where there is no room for a whole file, that is told, the damaged one stays, and no half of one beside it."""
    kept.keep_assessment(store, "2026-01-01T00:00:00Z", "sha", ANSWERS, ADVICE | {"why": "x" * 300_000})
    store.close()
    before = store_path().read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(StoreError) as refused:
            kept.recover()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refused.value.exit_code == 1
    assert [path.name for path in store_path().parent.iterdir()] == [store_path().name]
    assert store_path().read_bytes() == before


def test_many_are_not_held_at_once(store: Store) -> None:
    """What is saved is written one after another, so that many take little more memory than one."""
    told, count = {**ADVICE, "text": ["one of many words"] * 5_000}, 60
    for number in range(count):
        kept.keep_assessment(store, f"2026-01-01T00:{number:02}:00Z", "sha", ANSWERS, told)
    store.close()
    tracemalloc.start()
    recovered = kept.recover()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert recovered
    assert recovered.saved == count
    assert most < count * len(json.dumps(told)) / 4
