import gc
import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from opscareer import store as kept
from opscareer.store import Store, StoreError, open_store
from opscareer.store.file import BUSY_SECONDS, LARGE, store_path

NOW = "2026-01-02T03:04:05Z"
ADVICE = {"next": {"position": "bd/manager", "fit": 0.5}}

KEEPING = """
import json, sys
from opscareer import store

name, count = sys.argv[1], int(sys.argv[2])
opened = store.open_store()
sitting = store.begin(opened, "2026-01-02T03:04:05Z", "sha", {})
for number in range(count):
    before, after = sitting.answers, {**sitting.answers, f"{name}.{number}": number}
    sitting = sitting._replace(answers=after)
    store.keep_answers(opened, sitting, before)
    print(json.dumps([sitting.id, f"{name}.{number}", str(number)]), flush=True)
"""
"""Keeps answers, and says of each that it is kept when it is."""


def keeping(name: str, count: int) -> "subprocess.Popen[str]":
    """Start a process that keeps answers."""
    words = [sys.executable, "-c", KEEPING, name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def found() -> tuple[str, set[tuple[object, ...]]]:
    """Return what SQLite says of the file, and the answers in it."""
    connection = sqlite3.connect(store_path())
    try:
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
        with suppress(sqlite3.OperationalError):  # killed before there was a table
            return integrity, set(connection.execute("SELECT sitting, question, value FROM answer"))
        return integrity, set()
    finally:
        connection.close()


def use() -> object:
    """Open the file and read all that it holds."""
    store = open_store()
    assert store is not None
    try:
        return kept.unfinished(store), kept.listed(store), kept.assessments(store), kept.latest(store)
    finally:
        store.close()


@pytest.fixture
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """The umask that a test asks for."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.parametrize("umask", [0o000, 0o077], indirect=True)
@pytest.mark.usefixtures("umask")
def test_for_the_users_eyes_only() -> None:
    """File, its journal and its folder are the user's alone, whatever the umask says."""
    store = open_store()
    assert store is not None
    with store.change() as connection:
        connection.execute("INSERT INTO sitting (started_at, kb_sha256) VALUES ('', '')")
        modes = {path.name: path.stat().st_mode & 0o777 for path in store.path.parent.iterdir()}
    store.close()
    assert modes == {store.path.name: 0o600, f"{store.path.name}-journal": 0o600}
    assert store.path.parent.stat().st_mode & 0o777 == 0o700


def test_an_open_file_is_closed_to_others(store: Store) -> None:
    """A file that others could read is theirs no longer once it has been used."""
    os.chmod(store.path, 0o644)
    use()
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_none_is_made_where_none_is_wanted() -> None:
    """Asking for what is kept makes no file."""
    assert open_store(create=False) is None
    assert not store_path().parent.exists()


def test_opened_again(store: Store) -> None:
    """What was kept is there when the file is opened again."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1})
    kept.keep_assessment(store, NOW, "sha", {"current": ()}, ADVICE)
    again = open_store(create=False)
    assert again is not None
    assert kept.unfinished(again) == (sitting,)
    assert [one.advice for one in kept.assessments(again).assessments] == [ADVICE]
    again.close()


def test_a_newer_file_is_left_alone(store: Store) -> None:
    """A file of a newer version is refused with a sentence that says so, and not a byte of it changes."""
    kept.begin(store, NOW, "sha", {"a": 1})
    with store.change() as connection:
        connection.execute("PRAGMA user_version = 99")
    before = store.path.read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store()
    assert refused.value.exit_code == 3
    assert all("99" in told and str(store.path) in told for told in refused.value.message)
    assert "newer" in refused.value.message[1]
    assert store.path.read_bytes() == before
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_a_change_is_whole_or_not_at_all(store: Store) -> None:
    """A change that fails half way leaves nothing behind, and the next one works."""

    def fail() -> None:
        with store.change() as connection:
            connection.execute("INSERT INTO sitting (started_at, kb_sha256) VALUES ('', '')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.rows("SELECT * FROM sitting") == []
    kept.begin(store, NOW, "sha", {"a": 1})
    assert len(kept.unfinished(store)) == 1


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"\x00" * 4096, bytes(range(256)) * 64])
def test_garbage(content: bytes) -> None:
    """A file that is no database is refused as damaged, and stays as it is."""
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(content)
    with pytest.raises(StoreError) as refused:
        use()
    assert refused.value.exit_code == 3
    assert str(store_path()) in refused.value.message[1]
    assert store_path().read_bytes() == content


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE assessment",
        "UPDATE assessment SET advice = '{'",
        "UPDATE assessment SET advice = '[]'",
        "UPDATE assessment SET advice = '{}'",
        """UPDATE assessment SET advice = '{"next": {"position": 1, "fit": 0.5}}'""",
        """UPDATE assessment SET advice = '{"next": {"position": "bd/manager", "fit": "much"}}'""",
        """UPDATE assessment SET advice = '{"next": {"position": "bd/manager", "fit": NaN}}'""",
        """UPDATE assessment SET answers = '{"current": 5}'""",
        "UPDATE assessment SET answers = cast(x'ff22' AS TEXT)",
        "UPDATE answer SET value = 'x'",
    ],
)
def test_content_that_makes_no_sense(store: Store, harm: str) -> None:
    """A database whose content is not what the program wrote is refused as damaged."""
    kept.begin(store, NOW, "sha", {"a": 1})
    kept.keep_assessment(store, NOW, "sha", {"current": ()}, ADVICE)
    with store.change() as connection:
        connection.execute(harm)
    with pytest.raises(StoreError) as refused:
        use()
    assert refused.value.exit_code == 3


def test_damage_anywhere(store: Store) -> None:
    """A file cut off or overwritten anywhere is read or refused with a sentence; nothing else happens."""
    for number in range(30):
        kept.begin(store, NOW, "sha", {f"skill.{n}": n for n in range(20)})
        kept.keep_assessment(store, NOW, "sha", {"current": (), "number": number}, ADVICE | {"why": "x" * 500})
    whole = store.path.read_bytes()
    store.close()
    chance = random.Random(4)
    refused: list[StoreError] = []
    for _ in range(60):
        harmed = bytearray(whole)
        if chance.random() < 0.4:
            del harmed[chance.randrange(1, len(whole)) :]
        else:
            start = chance.randrange(len(whole))
            harmed[start : start + 40] = chance.randbytes(40)[: len(whole) - start]
        store_path().write_bytes(harmed)
        try:
            use()
        except StoreError as error:
            refused.append(error)
    assert len(refused) > 20
    assert {error.exit_code for error in refused} <= {1, 3}
    assert all(str(store_path()) in error.message[1] for error in refused)


def test_a_file_in_place_of_the_folder() -> None:
    """A file where the folder should be is told with its path; that is no damage."""
    store_path().parent.parent.mkdir(parents=True)
    store_path().parent.write_text("in the way")
    with pytest.raises(StoreError) as refused:
        open_store()
    assert refused.value.exit_code == 1
    assert str(store_path()) in refused.value.message[1]
    assert store_path().parent.read_text() == "in the way"
    assert open_store(create=False) is None


def test_a_folder_in_place_of_the_file() -> None:
    """So is a folder where the file should be."""
    store_path().mkdir(parents=True)
    with pytest.raises(StoreError) as refused:
        open_store()
    assert refused.value.exit_code == 1


def test_a_hostile_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No control or bidi character of the path reaches the sentence."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "\x1b[31mhome\u202e"))
    store_path().mkdir(parents=True)
    with pytest.raises(StoreError) as refused:
        open_store()
    assert "\x1b" not in refused.value.message[1]
    assert "\u202e" not in refused.value.message[1]


def test_four_at_once() -> None:
    """Four processes that begin together and keep a hundred answers each lose none."""
    processes = [keeping(name, 100) for name in "abcd"]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in processes]
    assert [(err, code) for _, err, code in ended] == [("", 0)] * 4
    integrity, answers = found()
    assert integrity == "ok"
    assert len(answers) == 400
    assert answers == {tuple(json.loads(line)) for out, _, _ in ended for line in out.splitlines()}


def test_killed_at_any_moment() -> None:
    """Whatever moment the program is killed at, the file opens and holds every answer that was said to be kept."""
    chance = random.Random(9)
    acknowledged: set[tuple[object, ...]] = set()
    for number in range(25):
        process = keeping(f"run{number}", 10_000)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.choice((0, 1, 2, 5, 20)))]
        for _ in range(chance.randrange(30_000)):
            pass  # into the middle of whatever it is doing
        process.kill()
        rest, err = process.communicate(timeout=60)
        assert err == ""
        said = ("".join(lines) + rest).splitlines(keepends=True)
        acknowledged |= {tuple(json.loads(line)) for line in said if line.endswith("\n")}
        if store_path().exists():
            use()
            integrity, answers = found()
            assert integrity == "ok"
            assert acknowledged <= answers
    assert len(acknowledged) > 25


@pytest.mark.filterwarnings("error")
def test_a_pipe_in_the_place_of_the_file() -> None:
    """Where a pipe lies in the place of the file that is told once, and nothing is said when it is cleared away."""
    store_path().parent.mkdir(parents=True)
    os.mkfifo(store_path())
    with pytest.raises(StoreError):
        open_store()
    gc.collect()


def test_what_the_system_does_not_let_us(store: Store) -> None:
    """A full disk is no damage: told with the file, the reason and where to look, and what was there stays."""
    kept.begin(store, NOW, "sha", {"a": 1})
    store.rows("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError) as refused:
        kept.begin(store, NOW, "sha", {"a": "x" * 100_000})
    assert (refused.value.exit_code, refused.value.damaged) == (1, False)
    assert refused.value.message.en.endswith(f" {store.path}: database or disk is full")
    assert f" {store.path}：" in refused.value.message.zh
    assert "space" in refused.value.hint.en
    assert [one.answers for one in kept.unfinished(store)] == [{"a": 1}]


def test_gone_while_it_is_open(store: Store) -> None:
    """A file that somebody takes away while it is open is told as what is not there."""
    store.path.unlink()
    with pytest.raises(StoreError) as refused:
        store.wipe()
    assert refused.value.exit_code == 1
    assert refused.value.message.zh == f"答案存不进或读不出 {store.path}：没有这个文件或文件夹"
    assert refused.value.message.en.endswith(f" {store.path}: No such file or directory")


def test_what_is_damaged_is_told_why(store: Store) -> None:
    """Damage is told with the file, what SQLite or JSON says of it, and the way out."""
    kept.begin(store, NOW, "sha", {"a": 1})
    store.rows("UPDATE answer SET value = 'x'")
    with pytest.raises(StoreError) as refused:
        kept.unfinished(store)
    assert all(str(store.path) in told for told in refused.value.message)
    assert "这里该有一个值" in refused.value.message.zh
    assert "Expecting value" in refused.value.message.en
    assert "--recover" in refused.value.hint.en
    store.close()
    store_path().write_bytes(b"garbage" * 999)
    with pytest.raises(StoreError) as refused:
        use()
    assert all(str(store_path()) in told for told in refused.value.message)
    assert refused.value.message.en.endswith("file is not a database")
    assert "--recover" in refused.value.hint.en


def test_no_text(store: Store) -> None:
    """A word that is no UTF-8 is damage, though SQLite has no number for it."""
    kept.begin(store, NOW, "sha", {"a": 1})
    store.rows("UPDATE answer SET question = cast(x'ff' AS TEXT)")
    with pytest.raises(StoreError) as refused:
        kept.unfinished(store)
    assert (refused.value.exit_code, refused.value.damaged) == (3, True)


def test_opened_while_another_writes(store: Store) -> None:
    """A file of this version is opened and read while another window is about to write to it."""
    with store.change():
        use()


def test_another_is_waited_for(store: Store) -> None:
    """Whoever writes at the same time is waited for, long enough for a slow disk."""
    assert store.rows("PRAGMA busy_timeout") == [(1000 * BUSY_SECONDS,)]


def test_closed_by_any_thread(store: Store) -> None:
    """Whichever thread lets the file go closes it."""
    with ThreadPoolExecutor(1) as other:
        other.submit(store.close).result()
    with pytest.raises(StoreError):
        kept.latest(store)


def test_written_anew_in_memory(store: Store) -> None:
    """A file that is written anew is not copied into a folder of everybody's on the way."""
    store.wipe()
    in_memory = 2
    assert store.rows("PRAGMA temp_store") == [(in_memory,)]


def test_a_large_file(store: Store) -> None:
    """Above 50 MB a file is large: to write it anew nobody waits at the end of a questionnaire, nor takes memory."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1})
    large = []
    for size in (LARGE, LARGE + 1):
        os.truncate(store.path, size)
        large.append(store.large)
    assert large == [False, True]
    kept.finish(store, sitting.id)
    assert store.path.stat().st_size > LARGE
    kept.abandon(store, NOW)
    assert store.path.stat().st_size < LARGE
    assert store.rows("PRAGMA temp_store") == [(0,)]


def test_not_written_anew(store: Store) -> None:
    """That the file cannot be written anew is no fault of a questionnaire that has ended: it is gone all the same."""
    sitting = kept.begin(store, NOW, "sha", {"a": 1, "b": 2})
    with store.change() as connection:
        reading = connection.execute("SELECT name FROM sqlite_schema")
    assert reading.fetchone()  # and more is to come, for which SQLite has to wait
    kept.finish(store, sitting.id)
    assert kept.unfinished(store) == ()
    with pytest.raises(StoreError):
        store.wipe()
