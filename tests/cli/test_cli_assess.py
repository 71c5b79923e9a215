import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from at_terminal import PERSON, Answering, Terminal, person, willing
from calling import ANSWERS, Call, apart, keep
from small_kb import question, with_questions

from opscareer.cli.idle import idle_text
from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.model.rules import Test
from opscareer.outside.answers import read_answers
from opscareer.store import open_store, unfinished


def kept() -> dict[str, object]:
    """Return the answers of a conversation that was broken off, as the data folder holds them."""
    store = open_store(create=False)
    assert store is not None
    (sitting,) = unfinished(store)
    store.close()
    return dict(sitting.answers)


def test_plain_conversation(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person is asked on standard error, and the advice alone goes to standard output."""
    talk = willing(monkeypatch, *PERSON)
    done = call("assess --plain --lang zh")
    assert done.code == 0
    assert done.out.startswith("下一步：")
    assert "你现在是什么岗位？" in talk.getvalue()
    assert "你现在是什么岗位？" not in done.out


def test_same_answers_same_result(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is saved of a conversation gives the same advice as the conversation did."""
    talk = willing(monkeypatch, *PERSON, "s", "n")
    file = tmp_path / "me.answers"
    asked = call(f"assess --plain --json --save {file}")
    assert asked.code == 0
    assert str(file) in talk.getvalue()
    assert call(f"assess --json --answers {file}").answer == asked.answer
    assert asked.answer["profile"]["not_sure"]
    assert asked.answer["profile"]["no_opportunity"]


def test_input_that_ends(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the input ends half way the exit code is 130, and the answers so far are kept, so that nothing is lost."""
    talk = person(monkeypatch, *PERSON[:4])
    done = call("assess --plain")
    assert (done.code, done.out) == (130, "")
    assert "The answers are kept. To go on:\nopscareer assess --plain\n" in talk.getvalue()
    assert kept() == {"current": ["product-ops/specialist"], "years": 2, "years_total": 5}


def test_input_that_ends_and_nothing_kept(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --no-save the answers so far are shown instead."""
    talk = person(monkeypatch, *PERSON[:4])
    done = call("assess --plain --no-save")
    assert (done.code, done.out) == (130, "")
    assert "  current: [product-ops/specialist]\n  years: 2\n  years_total: 5\n" in talk.getvalue()


@pytest.mark.parametrize("option", ["", " --no-save"])
def test_ctrl_c(call: Call, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    """So it is with Ctrl-C."""
    talk = person(monkeypatch, "BD专员", "", "^C")
    assert call(f"assess --plain{option}").code == 130
    if option:
        assert "  current: [bd/specialist]\n" in talk.getvalue()
    else:
        assert kept() == {"current": ["bd/specialist"]}


def test_stopping_half_way_saves(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kb: KnowledgeBase
) -> None:
    """With --save the answers so far are kept in the file when the person stops, and can be read again."""
    person(monkeypatch, *PERSON[:3], "q")
    file = tmp_path / "kept.yaml"
    assert call(f"assess --plain --save {file}").code == 130
    assert read_answers(kb, file.read_bytes(), "kept") == {"current": ("product-ops/specialist",), "years": 2}


def test_ctrl_c_between_questions(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the next question is worked out and drawn loses no answer either."""

    class Impatient(Terminal):
        def write(self, text: str) -> int:
            if "For how many years" in text:
                raise KeyboardInterrupt
            return super().write(text)

    person(monkeypatch, *PERSON)
    talk = Impatient()
    monkeypatch.setattr(sys, "stderr", talk)
    assert call("assess --plain").code == 130
    assert kept() == {"current": ["product-ops/specialist"]}


def test_kept_before_it_is_shown(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever closes the window over the advice has it all the same: it is kept by the time that it is shown."""
    willing(monkeypatch, *PERSON)

    class Window(Terminal):
        def write(self, text: str) -> int:  # noqa: ARG002
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Window())
        assert call("assess --plain").code == 1
    assert call("gap --json").answer["position"]


def test_a_file_that_cannot_be_written(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the answers cannot be saved that is told before the first question."""
    talk = willing(monkeypatch, *PERSON)
    assert call(f"assess --plain --save {tmp_path}/nowhere/me.yaml").code == 1
    assert "position" not in talk.getvalue()


def test_a_file_that_fails(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that fails half way stops neither questions nor advice; the answers are shown, and the exit code is 1."""
    folder = tmp_path / "kept"
    folder.mkdir()

    class Failing(Terminal):
        def write(self, text: str) -> int:
            if "For how many years" in text and folder.exists():
                shutil.rmtree(folder)
            return super().write(text)

    willing(monkeypatch, *PERSON)
    talk = Failing()
    monkeypatch.setattr(sys, "stderr", talk)
    done = call(f"assess --plain --save {folder}/me.yaml")
    assert done.code == 1
    assert done.out.startswith(("Next:", "Now:"))
    assert "  current: [product-ops/specialist]\n" in talk.getvalue()


def test_going_on_from_a_file(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Answers that the file holds are not asked again, and never replaced by fewer."""
    file = tmp_path / "me.yaml"
    person(monkeypatch, *PERSON, "q")
    assert call(f"assess --plain --save {file}").code == 130
    held = file.read_text(encoding="utf-8")
    assert "  current: [product-ops/specialist]\n" in held
    talk = person(monkeypatch, "q")
    assert call(f"assess --plain --save {file}").code == 130
    assert file.read_text(encoding="utf-8") == held
    assert "What is your present position?" not in talk.getvalue()


@pytest.mark.parametrize("options", ["--full", "--confidence 0.9", "--full --save FILE", "--lang zh"])
def test_going_on_as_one_began(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: str) -> None:
    """The command to go on asks as far and in the way that this one was told to."""
    options = options.replace("FILE", str(tmp_path / "me.yaml"))
    talk = person(monkeypatch, "BD专员", "", "q")
    assert call(f"assess --plain {options}").code == 130
    (told,) = (line for line in talk.getvalue().splitlines() if line.startswith("opscareer assess"))
    assert sorted(told.split()[2:]) == sorted([*options.split(), "--plain"])


def test_plain_commands_to_go_on_with(call: Call) -> None:
    """What was asked for plainly is gone on with plainly; what a script is told is said in no way."""
    done = call("assess --answers ME --plain")
    shown = [line for line in done.out.partition("\nNext\n")[2].splitlines() if "opscareer " in line]
    assert shown
    assert all(line.endswith("--plain") for line in shown)
    assert "--plain" not in str(call("assess --answers ME --plain --json").answer["next_actions"])


def test_again_and_unfinished(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who changes an answer of the last assessment and stops is offered that change, however they go on."""
    keep(call, tmp_path)
    person(monkeypatch, "9", "q")
    assert call("assess --plain --again").code == 130
    changed = kept()
    assert (changed["years_total"], changed["skill.user-insight"]) == (9, 3)
    talk = person(monkeypatch, "", "q")
    assert call("assess --plain --again").code == 130
    assert "Go on from there?" in talk.getvalue()
    assert kept() == changed


def test_again_with_nothing_to_begin_from(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no assessment yet is told what to do instead: what is begun, and nothing that is refused."""
    talk = person(monkeypatch)
    assert call("assess --plain --again").code == 2
    assert "run opscareer assess first\n" in talk.getvalue()
    person(monkeypatch, "BD专员", "", "2", "q")
    assert call("assess --plain").code == 130
    for line in ("assess --plain --again", "gap", "plan"):
        talk = person(monkeypatch)
        assert call(line).code == 2
        assert "with 2 answers kept: opscareer assess goes on with it" in talk.getvalue()


def test_again_and_nothing_changed(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who looks at the answers of the last assessment and changes none leaves nothing to go on with."""
    keep(call, tmp_path)
    talk = person(monkeypatch, "q")
    assert call("assess --plain --again").code == 130
    store = open_store(create=False)
    assert store is not None
    assert unfinished(store) == ()
    store.close()
    assert "To go on" not in talk.getvalue()


def test_stopping_at_once(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops before the first answer has nothing to keep, and is shown no file and no way to go on."""
    talk = person(monkeypatch, "q")
    assert call("assess --plain").code == 130
    assert "schema:" not in talk.getvalue()
    assert "To go on" not in talk.getvalue()


@pytest.mark.parametrize("shell", ["", 'exec "$0" "$@" <&-'])
def test_no_terminal(program: Call, shell: str) -> None:
    """Without a terminal nothing is asked: 4, naming the option that answers instead."""
    done = program("assess", shell=shell)
    assert (done.code, done.out) == (4, "")
    assert "--answers" in done.err
    assert "position" not in done.err


def test_a_silent_pipe(program: Call) -> None:
    """A pipe that never says anything is not waited for."""
    read, write = os.pipe()
    try:
        assert program("assess --lang zh", stdin=read).code == 4
    finally:
        os.close(read)
        os.close(write)


def test_a_terminal_nobody_sees(program: Call) -> None:
    """A terminal to type on is not enough where the questions would go to a file."""
    import pty

    ours, theirs = pty.openpty()
    try:
        assert program("assess", stdin=theirs).code == 4
    finally:
        os.close(ours)
        os.close(theirs)


def test_no_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """--no-input asks nothing, terminal or not."""
    talk = person(monkeypatch, *PERSON)
    assert call("assess --no-input").code == 4
    assert "--answers" in talk.getvalue()


def test_answers_on_standard_input(me: str) -> None:
    """--answers - reads standard input, YAML or JSON."""
    words = [sys.executable, "-m", "opscareer", "assess", "--json", "--answers"]
    by_name = subprocess.run([*words, me], capture_output=True, check=True).stdout
    with open(me, "rb") as file:
        told = subprocess.run([*words, "-"], stdin=file, capture_output=True, check=True).stdout
    assert apart(json.loads(told)) == apart(json.loads(by_name))
    same = b'{"schema": "opscareer/answers/1", "answers": {"current": ["bd/specialist"]}}'
    assert b'"current": ["bd/specialist"]' in subprocess.run([*words, "-"], input=same, capture_output=True).stdout


def test_a_person_from_outside(call: Call, tmp_path: Path) -> None:
    """Who is not in the trade yet is told where to enter, and has no mastery."""
    file = tmp_path / "new.json"
    file.write_text('{"schema": "opscareer/answers/1", "answers": {"current": [], "work": "numbers"}}')
    told = call(f"assess --json --answers {file}").answer
    assert told["next"]["kind"] == "entry"
    assert told["mastery"] is None


@pytest.mark.parametrize("command", ["gap bd/manager", "what-if", "what-if data-analysis=3"])
def test_commands_that_need_answers(call: Call, command: str) -> None:
    """A command that needs answers and has none exits with 2 and says how to get them."""
    done = call(command)
    assert (done.code, done.out) == (2, "")
    assert "opscareer assess" in done.err
    assert "--answers" in done.err


@pytest.mark.parametrize(
    ("short", "whole"),
    [("coo", "coo/chief"), ("产品运营主管", "product-ops/manager"), ("Product-Ops/M", "product-ops/manager")],
)
def test_short_ids(call: Call, short: str, whole: str) -> None:
    """An id may be shortened where that is unambiguous, or be a title."""
    assert call(f"gap {short} --json --answers ME").answer["position"] == whole


def test_ambiguous_ids(call: Call) -> None:
    """A short id that may be several is refused, and all of them are named."""
    done = call("gap user-ops --answers ME")
    assert done.code == 2
    for rung in ("specialist", "senior", "manager", "expert"):
        assert f"user-ops/{rung}" in done.err


def test_supposing(call: Call, tmp_path: Path) -> None:
    """A supposition changes what it names: afterwards comes what comes next with the level among the answers."""
    told = call("what-if user-insight=4 --json --answers ME").answer
    file = tmp_path / "then.yaml"
    file.write_text(ANSWERS.replace("user-insight: 3", "user-insight: 4"), encoding="utf-8")
    for outcome, answers in ((told["before"], "ME"), (told["after"], str(file))):
        best = call(f"assess --json --answers {answers}").answer["next"]
        assert outcome["next"] == best["position"]
        assert outcome["fit"] == pytest.approx(best["fit"], abs=0.02)  # what is believed of other skills stays
    assert told["effects"] == []


STAYING = "schema: opscareer/answers/1\nanswers:\n  current: [content-ops/manager]\n  years: 4\n  lead: yes\n"
"""Somebody who leads, and would go on to do so."""


def test_the_gap_of_the_post_one_holds(call: Call, tmp_path: Path, kb: KnowledgeBase) -> None:
    """Who stays is told the gaps of what comes after; asked about the present post, gap and compare tell its own."""
    file = tmp_path / "staying.yaml"
    needs = kb.needed["content-ops/manager"]
    file.write_text(STAYING + "".join(f"  skill.{skill}: {level}\n" for skill, level in needs.items()), "utf-8")
    told = call(f"assess --json --answers {file}").answer
    assert (told["next"]["kind"], told["next"]["then"]) == ("stay", "content/director")
    assert told["gaps_of"] == told["next"]["gaps_of"] == "content/director"
    own = call(f"gap content-ops/manager --json --answers {file}").answer
    assert (own["fit"], own["gaps"], own["kind"]) == (pytest.approx(1), [], "stay")
    after = call(f"gap content/director --json --answers {file}").answer
    assert (after["fit"], after["gaps"]) == (told["next"]["fit"], told["gaps"])
    beside = call(f"compare content-ops/manager content/director --json --answers {file}").answer
    assert [one["fit"] for one in beside["positions"]] == [own["fit"], after["fit"]]


def test_one_story_of_a_stay(call: Call, tmp_path: Path) -> None:
    """Of a stay the page, the report and the plan name the same post, and what it leads to."""
    file = tmp_path / "staying.yaml"
    file.write_text(STAYING, "utf-8")
    told = call(f"assess --json --answers {file}").answer["next"]
    report, plan = (call(f"{line} --json --answers {file}").answer for line in ("report", "plan"))
    assert report["assess"]["next"] == told
    assert {key: plan[key] for key in report["plan"]} == report["plan"]
    assert (plan["position"], plan["gaps_of"]) == (told["position"], told["gaps_of"])
    title = report["told"]["headline"]["zh"]
    assert (
        call(f"assess --lang zh --answers {file}").out.splitlines()[0]
        == title
        == "先留下做实：内容运营主管，然后内容总监"
    )
    assert f"**{title}**" in call(f"report --lang zh --format markdown --answers {file}").out


def test_what_an_idle_answer_waits_for() -> None:
    """Of an answer that waits for a number the bounds are told, and all that it waits for."""
    bounds = Test("years", at_least=3, below=9), Test("posts", at_least=1)
    told = idle_text(with_questions(question("late", "years", when=bounds)), {"current": (), "late": 1})
    assert told
    assert told.en.endswith(
        "late: 1 (it counts where years is at least 3 and years is below 9 and current holds a position)"
    )
    assert told.zh.endswith("late: 1（先要 years 至少 3，而且 years 小于 9，而且 current 里有岗位）")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ((Test("posts", at_least=1),), "(it counts where current holds a position, unless why is away)"),
        ((), "(it does not count where why is away)"),
    ],
)
def test_whom_an_idle_answer_spares(when: tuple[Test, ...], told: str) -> None:
    """Of an answer to a question that some people are spared it is told who they are."""
    spared = replace(question("room", "choice", "yes", "no", when=when), unless=(Test("why", ("away",)),))
    kb = with_questions(question("why", "choice", "away", "here"), spared)
    answers: Answers = {"current": ("writer/specialist",), "why": "away", "room": "yes"}
    assert idle_text(kb, answers).en.splitlines()[1:] == [f"  room: yes {told}"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "答案里这些没有算进去",
                "reports: none（先要 current 里最高的岗位在 manager 这一级）",
                "where: outside（先要 offer 写了而且算数）",
                "away: long（先要 reason 是 out-of-work）",
            ],
        ),
        (
            "en",
            [
                "These of the answers do not count:",
                "reports: none (it counts where the highest position in current is on the rung manager)",
                "where: outside (it counts where an offer is told and counts)",
                "away: long (it counts where reason is out-of-work)",
            ],
        ),
    ],
)
def test_answers_of_a_file_that_do_not_count(call: Call, tmp_path: Path, lang: str, told: list[str]) -> None:
    """Answers to questions that do not apply are told on standard error, with what each waits for."""
    file = tmp_path / "idle.yaml"
    answers = "{current: [content-ops/specialist], years: 2, reports: none, where: outside, away: long}"
    file.write_text(f"schema: opscareer/answers/1\nanswers: {answers}\n", encoding="utf-8")
    done = call("assess", "--json", "--answers", str(file), "--lang", lang)
    assert done.code == 0
    assert all(one in done.err for one in told)


def test_an_offer_in_a_file(call: Call, tmp_path: Path) -> None:
    """An offer without what brings the person is judged first, and nothing is said of answers that do not count."""
    file, levels = tmp_path / "offer.json", {"skill.content-planning": 4, "skill.copywriting": 4}
    answers = {"current": ["content-ops/specialist"], "years": 3, "offer": "content-ops/senior", **levels}
    file.write_text(json.dumps({"schema": "opscareer/answers/1", "answers": answers}), encoding="utf-8")
    done = call("assess", "--json", "--answers", str(file), "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.answer["profile"]["offer"] == done.answer["next"]["position"] == "content-ops/senior"
    assert done.answer["profile"]["facts"]["reason"] == "offered"


def test_a_file_that_changed_meanwhile(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What somebody else has put in the file is not written over; the answers are shown, so that none is lost."""
    file = tmp_path / "me.yaml"
    others = "schema: opscareer/answers/1\nanswers:\n  current: [bd/specialist]\n"

    class Meddled(Answering):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            if (line := super().readline(size)) == "5\n":
                file.write_text(others)
            return line

    talk = willing(monkeypatch, *PERSON)
    monkeypatch.setattr(sys, "stdin", Meddled("".join(f"{line}\n" for line in PERSON)))
    done = call(f"assess --plain --save {file}")
    assert (done.code, file.read_text()) == (1, others)
    assert "has been changed elsewhere" in talk.getvalue()
    assert "current: [product-ops/specialist]" in talk.getvalue()
    assert done.out


def test_going_on_with_what_was_given(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command to go on has the language, the knowledge base and the file that this one was given."""
    call(f"kb new {tmp_path / 'own'}")
    talk = person(monkeypatch, "", "q")
    call(f"assess --plain --lang en --kb {tmp_path / 'own'} --save {tmp_path / 'mine.yaml'}")
    told = f"opscareer assess --save {tmp_path}/mine.yaml --kb {tmp_path}/own --lang en --plain"
    assert told in talk.getvalue().splitlines()


def test_years_that_cannot_both_be_in_a_file(call: Call, tmp_path: Path) -> None:
    """A file that says more years at the level than in the trade is told so, and still answered."""
    file = tmp_path / "me.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {current: [bd/specialist], years: 4, years_total: 2}\n")
    done = call(f"assess --lang zh --answers {file}")
    assert done.code == 0
    assert "在这一级做了 4 年，在这一行一共却只有 2 年" in done.err


@pytest.mark.parametrize("name", ["a.xlsx", "a.CSV", "a.md", "new.json"])
def test_what_answers_are_not_kept_as(call: Call, tmp_path: Path, name: str) -> None:
    """A name that promises another kind of file is refused with the endings that can be written."""
    done = call(f"assess --plain --save {tmp_path / name}")
    assert (done.code, done.out) == (2, "")
    assert "it may end in: .yaml, .yml" in done.err
    assert not (tmp_path / name).exists()
