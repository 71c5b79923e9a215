import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from at_terminal import PERSON, Answering, person, willing
from calling import ANSWERS, Call, apart, keep, opened
from jsonschema import Draft7Validator

from opscareer import store
from opscareer.cli.stored import fitting
from opscareer.interview import next_question
from opscareer.model.kb import KnowledgeBase
from opscareer.store.file import store_path
from opscareer.views.contract import schema_of

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
EVIL = "\x1b[31m\x1b]0;owned\x07\u202eevil\u2066\x00"
AGAIN = ANSWERS.replace("user-insight: 3", "user-insight: 1")
LATER = ANSWERS.replace("data-analysis: 2", "data-analysis: 5").replace("secondary", "bachelor")

FULL_DISK = """
import resource, sys
import at_terminal
from opscareer.cli.edge import run

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
told, sys.stderr = sys.stderr, at_terminal.Terminal()
sys.stdin = at_terminal.Answering("".join(f"{line}\\n" for line in at_terminal.PERSON))
code = run(["assess", "--plain", "--lang", "zh"])
told.write(sys.stderr.getvalue())
sys.exit(code)
"""
"""An assessment in which no file may grow beyond some bytes."""


def held() -> dict[str, object]:
    """Return the answers that SQLite finds in the file at this moment, whoever is writing to it."""
    connection = sqlite3.connect(store_path())
    try:
        return {q: json.loads(v) for q, v in connection.execute("SELECT question, value FROM answer ORDER BY number")}
    finally:
        connection.close()


def squeezed(text: str) -> str:
    """Return the text without blanks, which wrapping may have put in or left out."""
    return "".join(text.split())


def test_going_on(call: Call, monkeypatch: pytest.MonkeyPatch, kb: KnowledgeBase) -> None:
    """A conversation broken off is offered again, goes on at the same question, and comes to the same advice."""
    willing(monkeypatch, *PERSON)
    whole = call("assess --plain --json --no-save").answer
    before = person(monkeypatch, *PERSON[:8], "q")
    assert call("assess --plain").code == 130
    asked = next_question(kb, fitting(kb, held()).answers)
    assert asked is not None
    question = squeezed(asked.text.en)
    *_, last, _ = before.getvalue().split("\nAnswer: ")
    assert question in squeezed(last)
    after = willing(monkeypatch, "", *PERSON[8:])
    done = call("assess --plain --json")
    assert (done.code, apart(done.answer)) == (0, apart(whole))
    offer, first, *_ = after.getvalue().split("\nAnswer: ")
    assert f"(answered: {len(PERSON[:8]) - 1})" in offer
    assert question in squeezed(first)


def test_starting_anew(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not want to go on is asked from the beginning, and the old answers count for nothing."""
    person(monkeypatch, "BD专员", "", "7", "q")
    assert call("assess --plain").code == 130
    willing(monkeypatch, "2", *PERSON)
    profile = call("assess --plain --json").answer["profile"]
    assert (profile["current"], profile["years"]) == (["product-ops/specialist"], 2)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_starting_anew_beside_others(call: Call, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """Of several that are not finished one is named, and only that one goes; how many others stay is told."""
    file_of_answers = opened()
    for day in (1, 2, 3):
        store.begin(file_of_answers, f"2026-01-0{day}T00:00:00Z", "sha", {"years": float(day)})
    file_of_answers.close()
    talk = person(monkeypatch, "?", "2", "q")
    assert call(f"assess --plain --lang {lang}").code == 130
    assert ("另外 2 份" if lang == "zh" else "are in opscareer history: 2.") in talk.getvalue()
    left = call("history --export").answer["unfinished"]
    assert [one["answers"] for one in left] == [{"years": 2.0}, {"years": 1.0}]


def test_nothing_offered_after_a_finished_one(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a conversation that left nothing open the next one begins with the first question."""
    willing(monkeypatch, *PERSON)
    assert call("assess --plain --full").code == 0
    talk = person(monkeypatch, "q")
    assert call("assess --plain").code == 130
    assert "What is your present position?" in talk.getvalue().split("\nAnswer: ")[0]


def test_filling_in_later(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who had enough is told how much is open, may fill it in later from where they were, or start anew."""
    talk = willing(monkeypatch, *PERSON, "2", "2", "!")
    first = call("assess --plain --json")
    assert first.code == 0
    assert "questions are open" in talk.getvalue()
    assert first.answer["questions"]["asked"] == 2
    anew = person(monkeypatch, "2", "q")
    assert call("assess --plain").code == 130
    assert "Fill them in?" in anew.getvalue()
    assert "Question 1 of about" in anew.getvalue()
    on = willing(monkeypatch, "1")
    second = call("assess --plain --json")
    assert second.code == 0
    assert f"Question {len(PERSON) - 1 + 3} of about" in on.getvalue()
    assert second.answer["questions"]["asked"] > 6
    assert second.answer["profile"]["current"] == first.answer["profile"]["current"]


def test_stopping_at_the_offer(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops at the offer to fill in is asked nothing else."""
    willing(monkeypatch, *PERSON, "!")
    assert call("assess --plain").code == 0
    talk = person(monkeypatch, "q")
    assert call("assess --plain").code == 130
    assert "Question 1" not in talk.getvalue()


def test_every_answer_is_kept_at_once(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the program waits for the person, all answers given before are in the file."""
    seen: list[dict[str, object]] = []

    class Watching(Answering):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            seen.append(held())
            return super().readline(size)

    person(monkeypatch)
    monkeypatch.setattr(sys, "stdin", Watching("".join(f"{line}\n" for line in PERSON)))
    assert call("assess --plain").code == 0
    whole = list(seen[-1].items())
    assert {len(answers) for answers in seen} == set(range(len(whole) + 1))
    assert all(list(answers.items()) == whole[: len(answers)] for answers in seen)
    last = store.latest(opened())
    assert last is not None
    assert list(last.answers.items()) == whole


def test_going_back(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that the person goes back over is kept until they give another."""
    person(monkeypatch, "BD专员", "", "7", "b", "q")
    assert call("assess --plain").code == 130
    assert held() == {"current": ["bd/specialist"], "years": 7.0}
    person(monkeypatch, "", "b", "6", "b", "b", "q")
    assert call("assess --plain").code == 130
    assert held() == {"current": ["bd/specialist"], "years": 6.0}


def test_going_back_in_a_file(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is gone from the file of --save, either, when the person goes back to the first question and stops."""
    file = tmp_path / "mine.yaml"
    person(monkeypatch, "BD专员", "", "7", "b", "b", "q")
    assert call(f"assess --plain --save {file}").code == 130
    assert {"current: [bd/specialist]", "years: 7"} <= {line.strip() for line in file.read_text().splitlines()}


def test_no_save(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """--no-save writes nothing into the data folder, finished or not."""
    willing(monkeypatch, *PERSON)
    assert call("assess --plain --no-save").code == 0
    person(monkeypatch, *PERSON[:4])
    assert call("assess --plain --no-save").code == 130
    assert not store_path().parent.exists()


@pytest.mark.parametrize("line", ["gap coo", "what-if", "what-if data-analysis=5"])
def test_the_latest_assessment_is_used(call: Call, tmp_path: Path, line: str) -> None:
    """Without --answers a command answers from the latest assessment, and says which on standard error."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, LATER, day=2)
    done = call(f"{line} --json")
    assert done.code == 0
    assert "2026-01-02 (number 2)" in done.err
    assert apart(done.answer) == apart(call(f"{line} --json --answers {tmp_path / 'kept.yaml'}").answer)
    assert "2026-01-02" in call(f"{line} --lang zh").err


def test_after_a_conversation(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """So it is after a conversation in a terminal, and the history has one line more."""
    willing(monkeypatch, *PERSON)
    told = call("assess --plain --json").answer
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg_data_home"))
    assert call("what-if --json").answer["before"]["fit"] == told["next"]["fit"]
    (one,) = call("history --json").answer["assessments"]
    assert (one["next"], one["fit"]) == (told["next"]["position"], told["next"]["fit"])


@pytest.mark.parametrize("line", ["gap coo", "what-if"])
def test_no_assessment(call: Call, line: str) -> None:
    """Without any the exit code is 2, opscareer assess is named, and no file is made."""
    done = call(line)
    assert (done.code, done.out) == (2, "")
    assert "opscareer assess" in done.err
    assert not store_path().parent.exists()


def test_again(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """--again begins with the answers of the last assessment, and asks none of them again; without one it is 2."""
    person(monkeypatch)
    assert call("assess --plain --again").code == 2
    keep(call, tmp_path)
    talk = willing(monkeypatch, "5", "")
    done = call("assess --plain --again --json")
    assert done.code == 0
    assert "What is your present position?" not in talk.getvalue().split("\nAnswer: ")[0]
    assert (done.answer["profile"]["years"], done.answer["profile"]["levels"]["data-analysis"]) == (2.5, 2)
    assert len(call("history --json").answer["assessments"]) == 2


def test_list(call: Call, tmp_path: Path) -> None:
    """The history has a line for each assessment, the oldest first, and the same in JSON as its schema says."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, AGAIN, day=2)
    told = call("history --json").answer
    Draft7Validator(schema_of("history")).validate(told)
    assert [one["taken_at"][:10] for one in told["assessments"]] == ["2026-01-01", "2026-01-02"]
    assert [one["current"] for one in told["assessments"]] == [["product-ops/specialist"]] * 2
    lines = call("history --lang zh").out.splitlines()[1:]
    for line, one in zip(lines[:2], told["assessments"], strict=True):
        id_, day, band = line.split()[:3]  # few of the answers are told, so the fit is a band
        low, high = map(int, band.removesuffix("%").split("-"))
        assert (id_, day, low < 100 * one["fit"] < high) == (str(one["id"]), one["taken_at"][:10], True)
        assert line.endswith("高级产品运营（晋升）")
    first, last = (one["fit"] for one in told["assessments"])
    assert f"从 2026-01-01 到现在：{100 * (last - first):+.1f} 分" in lines[3]


def test_list_of_nothing(call: Call) -> None:
    """Where nothing is kept the history says how to begin, and makes no file."""
    assert "opscareer assess" in call("history").out
    assert call("history --json").answer["assessments"] == []
    assert not store_path().parent.exists()


def test_the_top_of_the_ladder(call: Call, tmp_path: Path) -> None:
    """Who has no next role has no fit either, which is not a fit of nothing."""
    keep(call, tmp_path)
    file_of_answers = opened()
    store.keep_assessment(file_of_answers, "2026-02-01T00:00:00Z", "x", {"current": ("ceo/chief",)}, {"next": None})
    file_of_answers.close()
    last = call("history --json").answer["assessments"][-1]
    assert (last["next"], last["fit"]) == (None, None)
    assert call("history").out.partition("\n\n")[0].splitlines()[-1].split()[:4] == ["2", "2026-02-01", "-", "(top"]
    assert "-> -" in call("history --diff 1 2").out


def test_difference(call: Call, tmp_path: Path) -> None:
    """Between two assessments it is told which answers changed, and how next role and fit did."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, LATER, day=2)
    told = call("history --diff 1 2 --json").answer
    Draft7Validator(schema_of("history")).validate(told)
    first, second = told["assessments"]
    assert told["diff"] == {
        "from": 1,
        "to": 2,
        "next": {"before": first["next"], "after": second["next"]},
        "fit": {"before": first["fit"], "after": second["fit"]},
        "kb_changed": False,
        "answers": [
            {"question": "education", "before": "secondary", "after": "bachelor"},
            {"question": "skill.data-analysis", "before": 2, "after": 5},
        ],
    }
    page = call("history --diff 1 2").out
    assert "2 -> 5" in page
    (fits,) = [line for line in page.splitlines() if line.startswith("Fit: ")]
    assert re.fullmatch(r"Fit: \d+-\d+% -> \d+-\d+%", fits)
    assert ("not to be compared" in page) == (first["gaps_of"] != second["gaps_of"])
    back = call("history --diff 2 1 --json").answer["diff"]["answers"]
    assert [(one["before"], one["after"]) for one in back] == [("bachelor", "secondary"), (5, 2)]


def test_difference_of_what_is_not_there(call: Call, tmp_path: Path) -> None:
    """An id that is not in the history exits with 2, and those that are there are named."""
    keep(call, tmp_path)
    done = call("history --diff 1 7")
    assert (done.code, done.out) == (2, "")
    assert "there is no assessment 7" in done.err
    assert "there are: 1" in done.err


def test_delete(call: Call, tmp_path: Path) -> None:
    """--delete takes assessments away for good, each that is named and no other."""
    for day in (1, 2, 3):
        keep(call, tmp_path, day=day)
    done = call("history --delete 1 --delete 3 --json")
    assert [one["id"] for one in done.answer["assessments"]] == [2]
    assert "Assessments deleted: 2" in done.err
    assert "2026-01-01" not in call("history --export").out


def test_export_and_import(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is exported and taken in elsewhere gives the same history, once, however often it is taken in."""
    keep(call, tmp_path, day=1)
    keep(call, tmp_path, LATER, day=2)
    before = call("history --json").answer
    file = tmp_path / "export.json"
    assert call(f"history --export -o {file}").code == 0
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    done = call(f"history --json --import {file}")
    assert (done.code, done.answer) == (0, before)
    assert "Assessments taken in: 2" in done.err
    again = call(f"history --json --import {file}")
    assert (again.answer, "There already, and not taken in again: 2." in again.err) == (before, True)
    assert "There already" not in done.err
    assert call("history --export").out == file.read_text(encoding="utf-8")
    given = call(f"gap coo --json --answers {tmp_path / 'kept.yaml'}").answer
    assert apart(call("gap coo --json").answer) == apart(given)


def test_another_knowledge_base_is_told(call: Call, tmp_path: Path) -> None:
    """Where the knowledge base changed between two assessments that is said."""
    keep(call, tmp_path, day=1)
    exported = json.loads(call("history --export").out)
    exported["assessments"][0] |= {"kb_sha256": "other", "taken_at": "2026-03-01T00:00:00Z"}
    file = tmp_path / "export.json"
    file.write_text(json.dumps(exported), encoding="utf-8")
    assert call(f"history --json --import {file} --diff 1 2").answer["diff"]["kb_changed"]
    assert "knowledge base has changed" in call("history --diff 1 2").out


GOOD: dict[str, Any] = {"taken_at": "x", "kb_sha256": "x", "answers": {}, "advice": {"next": None}}
NO_ASSESSMENTS: tuple[object, ...] = (
    5,
    [5],
    [None],
    [{}],
    [GOOD | {"taken_at": 5}],
    [GOOD | {"kb_sha256": None}],
    [GOOD | {"answers": []}],
    [GOOD | {"answers": {"current": 5}}],
    [GOOD | {"answers": {"years": float("nan")}}],
    [GOOD | {"advice": []}],
    [GOOD | {"advice": {}}],
    [GOOD | {"advice": {"next": "coo"}}],
    [GOOD | {"advice": {"next": {"position": 5, "fit": 0.5}}}],
    [GOOD | {"advice": {"next": {"position": "bd/manager", "fit": "much"}}}],
    [GOOD | {"advice": {"next": {"position": "bd/manager", "fit": 10**400}}}],
    [GOOD | {"advice": {"next": {"position": "bd/manager", "fit": float("inf")}}}],
    [GOOD, GOOD | {"advice": {"next": {"position": "bd/manager", "fit": -1}}}],
)
RUBBISH = [
    "",
    "{",
    "[]",
    "null",
    '"text"',
    "{}",
    '{"schema": "opscareer/export/2", "assessments": []}',
    '{"schema": "opscareer/export/1"}',
    '{"schema": "opscareer/export/1", "assessments": [], "assessments": []}',
    "[" * 100_000,
    "\xff",
    *(json.dumps({"schema": "opscareer/export/1", "assessments": told}) for told in NO_ASSESSMENTS),
]


@pytest.mark.parametrize("number", range(len(RUBBISH)))
def test_import_of_rubbish(call: Call, tmp_path: Path, number: int) -> None:
    """A file that --export did not print exits with 3 and a sentence that names it, and nothing is taken in."""
    file = tmp_path / "rubbish"
    file.write_bytes(RUBBISH[number].encode("latin-1"))
    done = call(f"history --import {file}")
    assert (done.code, done.out) == (3, "")
    assert re.match(rf"opscareer: {re.escape(str(file))}(:\d+:\d+)?: not an exported history: ", done.err)
    assert "what history --export prints is expected" in done.err
    assert call("history --json").answer["assessments"] == []


def test_import_of_no_file(call: Call, tmp_path: Path) -> None:
    """So does a file that is not there."""
    done = call(f"history --import {tmp_path / 'nowhere'} --json")
    assert (done.code, done.out) == (3, "")
    assert "No such file" in done.error["message"]


def test_hostile_import(call: Call, tmp_path: Path) -> None:
    """No escape or bidi character of an export reaches any output, on a page or in JSON."""
    keep(call, tmp_path, day=1)
    exported = json.loads(call("history --export").out)
    advice = exported["assessments"][0]["advice"]
    evil = {
        "taken_at": "2026-01-01T00:00:00Z",
        "kb_sha256": EVIL,
        "answers": {"current": [EVIL], EVIL: EVIL, "skill.data-analysis": EVIL, "education": [EVIL, "\ud800"]},
        "advice": advice | {EVIL: EVIL, "next": advice["next"] | {"position": EVIL, "why": [{"zh": EVIL}]}},
    }
    file = tmp_path / "evil.json"
    file.write_text(json.dumps({"schema": "opscareer/export/1", "assessments": [evil]}), encoding="utf-8")
    lines = [f"history --import {file}", "history", "history --json", "history --export", "history --diff 1 2"]
    for line in [*lines, "history --diff 1 2 --json", "history --diff 2 1 --lang zh", "gap coo", "what-if --json"]:
        done = call(line)
        assert done.code == (2 if line in ("gap coo", "what-if --json") else 0), line  # its position is none
        assert UNSAFE.findall(done.out + done.err) == []
        assert not re.search(r"\\u(00[01]|20[236]|feff)", done.out)
    assert "evil" in call("history --diff 1 2").out


@pytest.mark.parametrize("line", ["history", "history --json", "gap coo", "what-if", "history --export"])
@pytest.mark.parametrize("harm", ["garbage", "truncated", "newer"])
def test_a_file_that_cannot_be_read(call: Call, tmp_path: Path, line: str, harm: str) -> None:
    """A damaged or a newer file exits with 3 and a sentence that names it, and is not touched."""
    keep(call, tmp_path)
    harmed = spoil(harm)
    done = call(line)
    assert (done.code, done.out) == (3, "")
    assert str(store_path()) in done.err
    assert "Traceback" not in done.err
    assert store_path().read_bytes() == harmed


@pytest.mark.parametrize("harm", ["garbage", "truncated", "newer"])
def test_advice_without_a_file(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, harm: str) -> None:
    """With such a file questions and advice still come, the answers are shown, and the exit code is 3 at the end."""
    keep(call, tmp_path)
    harmed = spoil(harm)
    talk = willing(monkeypatch, *PERSON)
    done = call("assess --plain --lang zh")
    assert done.code == 3
    assert done.out.startswith("下一步：")
    assert str(store_path()) in talk.getvalue().split("\nAnswer: ")[0]
    assert "  current: [product-ops/specialist]\n" in talk.getvalue()
    assert store_path().read_bytes() == harmed


def spoil(harm: str) -> bytes:
    """Spoil the file of answers; return its bytes."""
    if harm == "newer":
        connection = sqlite3.connect(store_path())
        connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        whole = store_path().read_bytes()
        store_path().write_bytes(b"garbage " * 1000 if harm == "garbage" else whole[: len(whole) // 2])
    return store_path().read_bytes()


def test_a_file_in_place_of_the_folder(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no file the questions and the advice still come, and the exit code is 1."""
    store_path().parent.parent.mkdir(parents=True)
    store_path().parent.write_text("in the way")
    talk = willing(monkeypatch, *PERSON)
    done = call("assess --plain --lang zh")
    assert done.code == 1
    assert done.out.startswith("下一步：")
    assert str(store_path()) in talk.getvalue().split("\nAnswer: ")[0]
    assert "  current: [product-ops/specialist]\n" in talk.getvalue()


@pytest.mark.parametrize("most", [0, 4096, 30_000])
def test_a_full_disk(call: Call, tmp_path: Path, most: int) -> None:
    """On a full disk the questions and the advice still come, the exit code is 1, and what was kept is whole."""
    for day in (1, 2):
        keep(call, tmp_path, day=day)
    before = call("history --export").answer["assessments"]
    assert store_path().stat().st_size > most
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(most)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("下一步：")
    assert str(store_path()) in done.stderr
    assert "  current: [product-ops/specialist]\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert call("history --export").answer["assessments"] == before


@pytest.mark.parametrize("asked", ["--export", "--diff 1 2"])
@pytest.mark.parametrize("deleted", ["all", "1", "unfinished"])
def test_nothing_is_asked_for_that_goes(call: Call, tmp_path: Path, asked: str, deleted: str) -> None:
    """To delete and to export or compare in one command is refused, and nothing is deleted."""
    keep(call, tmp_path)
    keep(call, tmp_path, AGAIN, 2)
    before = call("history --export").out
    done = call(f"history {asked} --delete {deleted} --lang en")
    assert (done.code, done.out) == (2, "")
    assert "nothing was deleted" in done.err
    assert call("history --export").out == before


def test_nothing_is_told_of_what_is_not_there(call: Call, tmp_path: Path) -> None:
    """Of what nobody named nothing is told where there is none, and a list of nothing is a dash."""
    keep(call, tmp_path)
    done = call("history --delete all --lang en")
    assert "Assessments deleted: 1." in done.err
    assert "Unfinished" not in done.err
    assert "Unfinished questionnaires deleted: 0." in call("history --delete unfinished --lang en").err
    assert "there are: -" in call("history --diff 1 2 --lang en").err


def test_an_export_is_json(call: Call) -> None:
    """What is exported is JSON: to ask for it in another format is an error, to ask for JSON is none."""
    assert call("history --export --format csv").code == 2
    assert call("history --export --format json").answer == {
        "schema": "opscareer/export/1",
        "assessments": [],
        "unfinished": [],
    }


def test_more_than_an_import_takes(call: Call, tmp_path: Path) -> None:
    """What no import would take is not exported: it is told which file to copy instead."""
    keep(call, tmp_path)
    file = store.store_path()
    with file.open("r+b") as kept:
        kept.truncate(60_000_000)
    done = call("history", "--export", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert f"copy {file}: all of it is in there" in done.err
