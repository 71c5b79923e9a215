import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from calling import AD, ANSWERING, ANSWERS, Call, Done, Overlay, keep
from jsonschema import Draft7Validator

from opscareer.cli.app import MODULES
from opscareer.views.contract import schema_of

TOP = "schema: opscareer/answers/1\nanswers: {current: [ceo/chief], years: 3, years_total: 20}\n"
OUTSIDE = "schema: opscareer/answers/1\nanswers: {current: []}\n"
MORE = (
    "ladder --lang en",
    "match AD AD --answers ME",
    "match AD AD",
    "plan coo --answers ME",
    "path coo -k 1 --answers ME",
    "compare coo cmo",
    "kb new mine",
)
"""Answers of another form than those that every command gives."""
ABOUT_SOMEBODY = ("assess", "gap", "what-if", "path", "plan", "report", "match AD", "gap coo", "plan coo")


def told(done: Done) -> list[list[str]]:
    """Return the commands that an answer in JSON names, having held it against its schema."""
    assert done.code == 0, done.err
    Draft7Validator(schema_of(done.answer["schema"].split("/")[1])).validate(done.answer)
    actions: list[dict[str, Any]] = done.answer["next_actions"]
    assert all(action["why"]["zh"] and action["why"]["en"] for action in actions)
    return [action["command"] for action in actions]


def all_run(call: Call, commands: list[list[str]]) -> None:
    """Run commands as they are given, none of which may fail or ask anything."""
    for name, *words in commands:
        assert name == "opscareer"
        done = call(*words, "--plain")
        assert (done.code, words) == (0, words), done.err


@pytest.mark.parametrize("line", [*ANSWERING, *MORE])
def test_every_answer_names_commands_that_run(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Each JSON answer names what to do next, in both languages; run as given, each of those commands exits with 0."""
    monkeypatch.chdir(tmp_path)
    commands = told(call(f"{line} --json"))
    assert commands
    all_run(call, commands)
    assert not [file for file in tmp_path.glob("*") if file.suffix in (".html", ".ics")]


@pytest.mark.parametrize("answers", [TOP, OUTSIDE], ids=["top", "outside"])
@pytest.mark.parametrize("line", ABOUT_SOMEBODY)
def test_so_at_the_top_and_from_outside(call: Call, tmp_path: Path, line: str, answers: str) -> None:
    """So it is for who has nothing above, and for who is not in the trade yet."""
    file = tmp_path / "somebody.yaml"
    file.write_text(answers, encoding="utf-8")
    all_run(call, told(call(f"{line} --json --answers {file}")))


def test_so_with_what_is_kept(call: Call, tmp_path: Path) -> None:
    """So it is without a file: what is kept stands in, and the history names what changed."""
    for day in (1, 2):
        keep(call, tmp_path, day=day)
    for line in ("gap", "plan", "history", "history --diff 1 2"):
        commands = told(call(f"{line} --json"))
        assert not [command for command in commands if "--answers" in command]
        all_run(call, commands)


@pytest.mark.parametrize("line", ["gap", "plan coo", "path", "what-if", "report", "assess", "match AD"])
def test_what_was_given_is_kept(call: Call, me: str, overlay: Overlay, line: str) -> None:
    """Answers, knowledge base and language stand in every command as they were given, answers where it takes any."""
    folder = overlay("roles: [{id: bd, name: {zh: 拓展, en: Deals}}]\n", "over lay")
    given = ["--answers", me, "--kb", str(folder), "--lang", "zh"]
    commands = told(call(*line.split(), "--json", *given))
    for command in commands:
        assert command[-4:] == given[2:]
        assert (command[-6:-4] == given[:2]) == (command[1] not in ("skill", "role", "kb", "roles"))
    all_run(call, commands)


def test_a_faulty_knowledge_base(call: Call, tmp_path: Path) -> None:
    """Faults are answered by the shape of the first file that has one."""
    (tmp_path / "faulty").mkdir()
    (tmp_path / "faulty" / "roles.yaml").write_text("rolls: []\n", encoding="utf-8")
    done = call(f"kb check {tmp_path / 'faulty'} --json")
    assert done.code == 3
    (command,) = [one["command"] for one in done.answer["next_actions"]]
    assert command[1:4] == ["kb", "schema", "roles.yaml"]
    Draft7Validator(schema_of("kb")).validate(done.answer)


def test_another_trade(call: Call, tmp_path: Path) -> None:
    """In another trade only what that holds is named."""
    call(f"kb new {tmp_path / 'mine'}")
    for line in ("ladder", "roles", "skills", "kb where", "kb check"):
        all_run(call, told(call(f"{line} --json --kb {tmp_path / 'mine'}")))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "line", [line for line in ANSWERING if line.split()[0] not in ("report", "kb", "history", "demand")]
)
def test_pages_end_with_the_same(call: Call, line: str, lang: str) -> None:
    """A page closes with what JSON names, each command unbroken, and beside it what only a person can do."""
    named = [shlex.join(command) for command in told(call(f"{line} --json --lang {lang}"))]
    page = call(f"{line} --lang {lang}").out.splitlines()
    at_foot = [found[1] for row in page if (found := re.match(r"  (opscareer .+?)(?:  .*)?$", row))]
    for command in named:
        if "report" not in command and "calendar" not in command and "schema" not in command:
            assert command in at_foot


def test_nothing_is_named_that_would_find_no_answers(
    call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where answers are not kept no command is named that would look for them."""
    from at_terminal import PERSON, willing

    willing(monkeypatch, *PERSON)
    assert "opscareer plan" not in call("assess --no-save --plain --lang zh").out


def test_every_command_is_provided_for(call: Call) -> None:
    """Every command that has a schema says what to do after it; none is forgotten."""
    lines = {line.split()[0] for line in ANSWERING}
    assert {*MODULES} - {"completion"} == lines


@pytest.mark.usefixtures("me")
def test_ads_on_standard_input_keep_their_name(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What came on standard input is named so, and can be given there again."""
    import io
    import json
    import sys

    line = json.dumps({"title": "", "text": AD}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="utf-8"))
    assert ["opscareer", "demand", "-", "--format", "csv"] in told(call("demand - --json"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ANSWERS.encode()), encoding="utf-8"))
    assert ["opscareer", "plan", "--answers", "-"] in told(call("assess --answers - --json"))
