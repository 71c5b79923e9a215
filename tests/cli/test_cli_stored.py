"""What is kept, when it is old, damaged, of another knowledge base, or not to be read."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from at_terminal import PERSON, person, willing
from calling import ANSWERS, Call, keep, opened

from opscareer import store
from opscareer.knowledge.places import builtin
from opscareer.store.file import store_path

OLD = ANSWERS.replace("data-analysis: 2", "data-analysis: 5")


def with_new_name(folder: Path, before: str, after: str) -> Path:
    """Return a knowledge base in which an id is another one everywhere."""
    shutil.copytree(builtin(), folder, ignore=shutil.ignore_patterns("schemas", "starter"))
    for file in folder.glob("*.yaml"):
        file.write_text(re.sub(rf"\b{before}\b", after, file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One in which the line of the person is another, made and compiled once."""
    return with_new_name(tmp_path_factory.mktemp("renamed") / "kb", "product-ops", "goods-ops")


@pytest.mark.parametrize("line", ["gap coo", "plan", "path", "report", "what-if"])
def test_a_position_that_is_gone(call: Call, tmp_path: Path, renamed: Path, line: str) -> None:
    """Whose present position the knowledge base no longer has is told, and is not taken for an outsider."""
    keep(call, tmp_path)
    done = call(f"{line} --kb {renamed}")
    assert (done.code, done.out) == (2, "")
    assert "current: product-ops/specialist (" in done.err
    assert "opscareer assess --again --kb" in done.err


def test_a_skill_that_is_gone(call: Call, tmp_path: Path) -> None:
    """Of other answers that no longer count each is told, and the advice goes by those that do."""
    keep(call, tmp_path)
    folder = with_new_name(tmp_path / "renamed", "user-insight", "people-insight")
    done = call(f"gap coo --kb {folder}")
    assert done.code == 0
    assert re.search(r"Of 7 stored answers 1 does not apply .*\n  skill.user-insight: 3 \(", done.err)


def test_a_name_that_is_followed(call: Call, tmp_path: Path) -> None:
    """Where the knowledge base says what an id was called before, all answers count and nothing is told."""
    keep(call, tmp_path)
    folder = with_new_name(tmp_path / "renamed", "user-insight", "people-insight")
    skills = folder / "skills.yaml"
    told = skills.read_text(encoding="utf-8")
    assert "  - id: people-insight\n" in told
    told = told.replace("  - id: people-insight\n", "  - id: people-insight\n    was: [user-insight]\n")
    skills.write_text(re.sub(r"was: \[user-insight\]\n    was: \[", "was: [user-insight, ", told), encoding="utf-8")
    done = call(f"gap coo --kb {folder}")
    assert done.code == 0
    assert "apply to this" not in done.err


def test_asked_again(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, renamed: Path) -> None:
    """`assess --again` asks for what is gone, and only then for the rest."""
    keep(call, tmp_path)
    talk = person(monkeypatch, "q")
    assert call(f"assess --plain --again --kb {renamed}").code == 130
    assert "current: product-ops/specialist (" in talk.getvalue()
    assert "What is your present position?" in talk.getvalue()


def test_other_commands_do_without(call: Call, tmp_path: Path, renamed: Path) -> None:
    """A command that can do without a person does, and says of the answers what does not apply."""
    keep(call, tmp_path)
    done = call(f"match AD --json --kb {renamed}")
    assert done.code == 0
    assert "fit" not in done.answer
    assert "current: product-ops/specialist (" in done.err


def test_an_older_one_taken_in_later(call: Call, tmp_path: Path) -> None:
    """What is taken in from another machine is as old as it is: the last assessment is the one taken last."""
    keep(call, tmp_path, OLD, day=1)
    exported = tmp_path / "old.json"
    assert call(f"history --export -o {exported}").code == 0
    assert call("history --delete all").code == 0
    keep(call, tmp_path, day=9)
    told = call(f"history --json --import {exported}").answer["assessments"]
    assert [one["taken_at"][:10] for one in told] == ["2026-01-01", "2026-01-09"]
    assert "2026-01-09" in call("gap coo").err
    report = call("report --json").answer["history"]
    assert [one["taken_at"] for one in report] == [one["taken_at"] for one in told]


@pytest.fixture
def shanghai(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Eight hours east of Greenwich."""
    monkeypatch.setenv("TZ", "UTC-8")
    time.tzset()
    yield
    monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.usefixtures("shanghai")
def test_dates_are_the_readers(call: Call, tmp_path: Path) -> None:
    """People are shown the day that it was where they are, scripts are told UTC."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, day=2)
    with opened().change() as connection:
        for table in ("assessment", "summary"):
            connection.execute(f"UPDATE {table} SET taken_at = replace(taken_at, 'T00:00', 'T23:30')")
    assert call("history").out.splitlines()[1].split()[1] == "2026-01-02"
    assert call("history --json").answer["assessments"][0]["taken_at"] == "2026-01-01T23:30:00Z"
    assert "2026-01-03" in call("gap coo").err
    page = call("report").out
    assert "2026-01-02" in page
    assert "2026-01-01" not in page
    assert call("report --json").answer["history"][0]["taken_at"] == "2026-01-01T23:30:00Z"


def begun(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a questionnaire and stop after two answers."""
    with monkeypatch.context() as patch:
        person(patch, "BD专员", "", "7", "q")
        assert call("assess --plain").code == 130


def test_the_unfinished_is_shown(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A questionnaire that was not finished is in the history, for people, for scripts and in what is exported."""
    begun(call, monkeypatch)
    page = " ".join(call("history").out.split())
    assert "not finished, answers kept: 2" in page
    assert "history --delete unfinished" in page
    (one,) = call("history --json").answer["unfinished"]
    assert one["answers"] == 2
    (whole,) = json.loads(call("history --export").out)["unfinished"]
    assert whole["answers"] == {"current": ["bd/specialist"], "years": 7}


def test_the_unfinished_goes_along(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is taken in on another machine, once, and can be gone on with there."""
    begun(call, monkeypatch)
    exported = tmp_path / "all.json"
    assert call(f"history --export -o {exported}").code == 0
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    for said in ("Unfinished questionnaires taken in: 1.", "There already, and not taken in again: 1."):
        done = call(f"history --json --import {exported}")
        assert [one["answers"] for one in done.answer["unfinished"]] == [2]
        assert said in done.err
    talk = person(monkeypatch, "", "q")
    call("assess --plain")
    assert "(answered: 2)" in talk.getvalue()


@pytest.mark.parametrize("word", ["unfinished", "all"])
def test_the_unfinished_is_deleted(call: Call, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """It can be deleted, and nothing is left of it in any file."""
    begun(call, monkeypatch)
    assert b"bd/specialist" in store_path().read_bytes()
    done = call(f"history --delete {word} --json")
    assert (done.code, done.answer["unfinished"]) == (0, [])
    assert "Unfinished questionnaires deleted: 1" in done.err
    assert not any(b"bd/specialist" in path.read_bytes() for path in store_path().parent.iterdir())


def test_what_was_begun_anew(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a questionnaire that somebody begins anew the old answers are deleted, and after the last nothing is left."""
    begun(call, monkeypatch)
    with monkeypatch.context() as patch:
        willing(patch, "2", *PERSON)
        assert call("assess --plain").code == 0
    told = call("history --json").answer
    assert (len(told["assessments"]), told["unfinished"]) == (1, [])
    assert call("history --delete 1").code == 0
    assert b"specialist" not in store_path().read_bytes()


def test_everything_is_deleted(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--delete all` leaves no word of the person in the folder: no assessment, no page, no damaged file."""
    keep(call, tmp_path)
    begun(call, monkeypatch)
    assert call("history --recover").code == 0
    (store_path().parent / "report.html").write_text("product-ops/specialist")
    done = call("history --delete all")
    assert done.code == 0
    assert "Assessments deleted: 1" in done.err
    files = list(store_path().parent.iterdir())
    assert files == [store_path()]
    assert not re.search(rb"specialist|product-ops", store_path().read_bytes())


@pytest.mark.parametrize("words", ["99", "1 --delete 99", "9223372036854775808", "all --delete 7"])
def test_deleting_what_is_not_there(call: Call, tmp_path: Path, words: str) -> None:
    """To delete what is not there exits with 2, says what there is, and deletes nothing."""
    keep(call, tmp_path)
    done = call(f"history --delete {words}")
    assert (done.code, done.out) == (2, "")
    assert "there are: 1" in done.err
    assert len(call("history --json").answer["assessments"]) == 1


@pytest.mark.parametrize("word", ["x", "-1", "1.5", "９"])
def test_deleting_what_has_no_number(call: Call, word: str) -> None:
    """What is no number and no word of ours is a usage error."""
    done = call("history", f"--delete={word}")
    assert done.code == 2
    assert "unfinished or all" in done.err


def spoilt(call: Call, tmp_path: Path, count: int = 5, bad: tuple[int, ...] = (2, 4)) -> None:
    """Keep some assessments, and spoil some of them."""
    for day in range(1, count + 1):
        keep(call, tmp_path, day=day)
    with opened().change() as connection:
        for id_ in bad:
            connection.execute("UPDATE assessment SET advice = '{' WHERE id = ?", (id_,))
            connection.execute("UPDATE summary SET next = NULL WHERE assessment = ?", (id_,))


@pytest.mark.parametrize("line", ["history --json", "history --export"])
def test_bad_rows_are_told(call: Call, tmp_path: Path, line: str) -> None:
    """Assessments that cannot be read keep nobody from the others; they are told by number, and the code is 3."""
    spoilt(call, tmp_path)
    done = call(line)
    assert [one["id"] for one in json.loads(done.out)["assessments"]] == [1, 3, 5]
    assert done.code == 3
    assert "cannot be read: 2, 4" in done.err
    assert "history --recover" in done.err


def test_the_last_one_is_bad(call: Call, tmp_path: Path) -> None:
    """Where the last assessment itself cannot be read no older one is taken for it."""
    spoilt(call, tmp_path, bad=(5,))
    done = call("gap coo")
    assert (done.code, done.out) == (3, "")
    assert "(number 5)" in done.err
    assert "--answers FILE" in done.err
    assert "--no-save" not in done.err


def test_recovery(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--recover` puts a whole file in the place of the damaged one, which is left beside it as it was."""
    begun(call, monkeypatch)
    spoilt(call, tmp_path)
    damaged = store_path().read_bytes()
    done = call("history --recover --json")
    assert done.code == 0
    assert [one["taken_at"][:10] for one in done.answer["assessments"]] == ["2026-01-01", "2026-01-03", "2026-01-05"]
    assert [one["answers"] for one in done.answer["unfinished"]] == [2]
    assert "Assessments saved: 3. Unreadable: 2, 4." in done.err
    (aside,) = store.damaged_files()
    assert aside.read_bytes() == damaged
    assert str(aside) in done.err
    assert call("gap coo").code == 0


@pytest.mark.parametrize("harm", ["garbage", "truncated", "a page"])
def test_recovery_of_a_file_in_pieces(call: Call, tmp_path: Path, harm: str) -> None:
    """Of a file that is damaged as a whole what can be read is saved, perhaps nothing, and the program works again."""
    for day in range(1, 9):
        keep(call, tmp_path, day=day)
    whole = store_path().read_bytes()
    half = len(whole) // 2
    spoils = {
        "garbage": b"garbage" * 999,
        "truncated": whole[:half],
        "a page": whole[:half] + b"\1" * 9999 + whole[half + 9999 :],
    }
    store_path().write_bytes(spoils[harm])
    done = call("history --recover --json")
    assert done.code == 0
    saved = len(done.answer["assessments"])
    assert saved == 0 if harm == "garbage" else saved < 8
    assert f"Assessments saved: {saved}." in done.err
    if harm == "a page":
        assert saved >= 4
    keep(call, tmp_path, day=20)
    assert call("gap coo").code == 0


def test_recovery_of_nothing(call: Call) -> None:
    """Where nothing is kept there is nothing to save, and no file is made."""
    assert "nothing to save" in call("history --recover").err
    assert not store_path().exists()


def test_a_newer_file_is_not_recovered(call: Call, tmp_path: Path) -> None:
    """What a newer program wrote is not damaged, and is left alone."""
    keep(call, tmp_path)
    connection = sqlite3.connect(store_path())
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for line in ("history --recover", "history --delete all"):
        done = call(line)
        assert (done.code, "newer" in done.err, "upgrade" in done.err) == (3, True, True)
    assert store.damaged_files() == ()


@pytest.mark.parametrize("line", ["match AD", "compare bd/manager bd/specialist"])
def test_what_needs_no_person_needs_no_file(call: Call, tmp_path: Path, line: str) -> None:
    """A damaged file keeps nobody from what can be told without it; that it is, is told."""
    whole = call(f"{line} --json").answer
    keep(call, tmp_path)
    store_path().write_bytes(b"garbage" * 999)
    done = call(f"{line} --json")
    assert (done.code, done.answer) == (0, whole)
    assert str(store_path()) in done.err


READING = """
import ctypes, os, sys
from opscareer.cli.edge import run

if os.getuid() == 0:  # as nobody, who may read the program wherever it lies, and write nothing
    system = ctypes.CDLL(None)
    keep_capabilities, read_all, version = 8, 1 << 2, 0x20080522
    system.prctl(keep_capabilities, 1, 0, 0, 0)
    os.setgid(65534)
    os.setuid(65534)
    header, rights = (ctypes.c_uint32 * 2)(version, 0), (ctypes.c_uint32 * 6)(read_all, read_all, 0, 0, 0, 0)
    assert system.capset(header, rights) == 0
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("version", [1, 2])
def test_reading_takes_no_right_to_write(call: Call, tmp_path: Path, version: int) -> None:
    """A file of answers that may only be read can be read, also one of an earlier version, by another user too."""
    keep(call, tmp_path)
    if version == 1:
        earlier(store_path())
    shared = Path(os.path.realpath("/tmp")) / f"opscareer-test-{os.getpid()}-{version}"
    try:
        (shared / "opscareer").mkdir(parents=True)
        kept = shared / "opscareer" / store_path().name
        kept.write_bytes(store_path().read_bytes())
        for path, mode in ((kept, 0o444), (kept.parent, 0o555), (shared, 0o555)):
            path.chmod(mode)
        environment = {**os.environ, "XDG_DATA_HOME": str(shared)}
        words = [sys.executable, "-c", READING, "history", "--json"]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert [one["id"] for one in json.loads(done.stdout)["assessments"]] == [1]
    finally:
        for path in (shared, shared / "opscareer"):
            path.chmod(0o755)
        shutil.rmtree(shared)


def earlier(path: Path) -> None:
    """Bring a file back to what the first version wrote."""
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE summary; PRAGMA user_version = 1")
    connection.close()


def test_an_earlier_file_comes_along(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of the first version is brought to this one, and tells the same."""
    begun(call, monkeypatch)
    for day in (3, 1, 2):
        keep(call, tmp_path, day=day)
    before = [call(line).out for line in ("history --json", "history --export", "history", "gap coo --json")]
    earlier(store_path())
    assert [call(line).out for line in ("history --json", "history --export", "history", "gap coo --json")] == before


def test_two_imports_at_once(call: Call, program: Call, tmp_path: Path) -> None:
    """Two programs that take in one file at the same time take in each assessment once."""
    keep(call, tmp_path)
    (one,) = call("history --export").answer["assessments"]
    many = [one | {"taken_at": f"2025-01-01T00:{n // 60:02}:{n % 60:02}Z"} for n in range(150)]
    file = tmp_path / "many.json"
    file.write_text(json.dumps({"schema": "opscareer/export/1", "assessments": many}), encoding="utf-8")
    words = [sys.executable, "-m", "opscareer", "history", "--import", str(file), "--json"]
    both = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in "ab"]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    assert len(call("history --json").answer["assessments"]) == 151


def test_a_negative_version(call: Call, tmp_path: Path) -> None:
    """A version that there never was is told as damage."""
    keep(call, tmp_path)
    connection = sqlite3.connect(store_path())
    connection.execute("PRAGMA user_version = -1")
    connection.close()
    done = call("history")
    assert done.code == 3
    assert "--recover" in done.err
    assert call("history --recover").code == 0
    assert len(call("history --json").answer["assessments"]) == 1
