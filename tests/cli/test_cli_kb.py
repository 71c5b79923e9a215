import json
import re
from pathlib import Path
from shutil import copytree

import pytest
from calling import Call
from jsonschema import Draft7Validator

from opscareer.cli.edge import run
from opscareer.knowledge.file_schema import file_schema
from opscareer.knowledge.places import FILES, builtin, yaml_files
from opscareer.views.contract import schema_of

NURSE = """
schema: opscareer/answers/1
answers:
  current: [ward/nurse]
  years: 3
  skill.assessment: 3
  skill.procedures: 2
  skill.teaching: no-opportunity
  skill.team-leadership: not-sure
"""
ON_A_NEW_ONE = (
    "assess --answers NURSE",
    "ladder",
    "roles",
    "role ward",
    "skills",
    "skill assessment",
    "gap ward/charge --answers NURSE",
    "what-if --answers NURSE",
    "what-if assessment=5 --answers NURSE",
    "path --answers NURSE",
    "path ward-head/head --all --answers NURSE",
    "plan --all --answers NURSE",
    "plan nursing/director --months 12 --answers NURSE",
    "compare ward/charge icu/charge",
    "compare ward/charge icu/charge --answers NURSE",
    "report --format markdown --answers NURSE",
    "report --format html --answers NURSE",
    "kb check",
    "kb where",
)
LONELY = {
    "id": "juggler",
    "group": "operations",
    "name": "Juggler",
    "positions": {"manager": {"title": "Head of juggling"}},
    "asks": {"data-analysis": {"manager": "3/5"}},
}
"""A role to whose one position no way leads."""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `kb new` has written, to be left as it is: it is compiled once for all."""
    folder = tmp_path_factory.mktemp("new") / "mine"
    assert run(["kb", "new", str(folder)]) == 0
    return folder


@pytest.fixture
def begun(new: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return copytree(new, tmp_path / "mine")


@pytest.fixture
def nurse(tmp_path: Path) -> str:
    """A file of answers to the questions of the new knowledge base."""
    file = tmp_path / "nurse.yaml"
    file.write_text(NURSE, encoding="utf-8")
    return str(file)


def overlay(tmp_path: Path, **told: object) -> Path:
    """Return an overlay that tells these keys."""
    folder = tmp_path / "over"
    folder.mkdir(exist_ok=True)
    (folder / "over.yaml").write_text(json.dumps(told), encoding="utf-8")
    return folder


def falling(tmp_path: Path) -> Path:
    """Return an overlay in which a manager is asked less of a skill than the specialists who rise to the post."""
    asked = {"data-analysis": {"level": 1}}
    return overlay(tmp_path, roles=[{"id": "product-ops", "positions": {"manager": {"requirements": asked}}}])


@pytest.mark.parametrize("make", [False, True])
def test_kb_new(call: Call, tmp_path: Path, make: bool) -> None:
    """A folder that is not there, or is empty, gets all files of a knowledge base, a schema of each, and no other."""
    folder = tmp_path / "deep" / "mine"
    if make:
        folder.mkdir(parents=True)
    done = call(f"kb new {folder}")
    assert (done.code, done.err) == (0, "")
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert files == {*FILES, *(f"schemas/{name.removesuffix('.yaml')}.json" for name in FILES)}
    assert all(str(folder / file) in done.out for file in files)
    for line in ("kb check --kb {}", "ladder --kb {}", "assess --kb {}"):
        assert f"opscareer {line.format(folder)}" in done.out


def test_kb_new_as_json(call: Call, tmp_path: Path) -> None:
    """With --json it is told what was written, and which knowledge base it is."""
    folder = tmp_path / "mine"
    answer = call(f"kb new {folder} --json").answer
    Draft7Validator(schema_of("kb")).validate(answer)
    assert answer["kb"]["name"] == {"zh": "医院护理", "en": "Hospital nursing"}
    assert (answer["faults"], answer["folders"]) == ([], [str(folder)])
    assert sorted(answer["written"]) == sorted(str(file) for file in folder.rglob("*") if file.is_file())
    assert call(f"kb check {folder} --json").answer["kb"] == answer["kb"]


@pytest.mark.parametrize("flag", ["", " --json"])
@pytest.mark.parametrize("held", [".hidden", "kb.yaml", "sub/deep.txt"])
def test_kb_new_keeps_what_is_there(call: Call, tmp_path: Path, held: str, flag: str) -> None:
    """A folder with anything in it is refused, and nothing in it is changed or added."""
    folder = tmp_path / "mine"
    (folder / held).parent.mkdir(parents=True)
    (folder / held).write_text("mine")
    done = call(f"kb new {folder}{flag}")
    assert (done.code, done.out) == (2, "")
    assert f"{folder} is there and not empty" in done.err
    assert [file for file in folder.rglob("*") if file.is_file()] == [folder / held]
    assert (folder / held).read_text() == "mine"


def test_kb_new_in_place_of_a_file(call: Call, tmp_path: Path) -> None:
    """A file is no folder: it is refused, and stays as it is."""
    file = tmp_path / "mine"
    file.write_text("mine")
    assert call(f"kb new {file}").code == 2
    assert file.read_text() == "mine"


@pytest.mark.parametrize("flag", ["", " --json"])
def test_kb_new_where_nothing_can_be_written(call: Call, tmp_path: Path, flag: str) -> None:
    """Where no folder can be made the exit code is 1, with a sentence and no traceback."""
    (tmp_path / "file").write_text("")
    done = call(f"kb new {tmp_path / 'file' / 'mine'}{flag}")
    assert (done.code, done.out) == (1, "")
    assert "Not a directory" in done.err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("line", ON_A_NEW_ONE)
def test_every_command_on_a_new_one(call: Call, new: Path, nurse: str, line: str, lang: str) -> None:
    """Every command works on what `kb new` wrote, and tells of its trade alone."""
    done = call(f"{line.replace('NURSE', nurse)} --lang {lang} --kb {new}")
    assert (done.code, done.err) == (0, "")
    assert done.out
    assert not re.search("product-ops|运营|opscareer/data", done.out)


@pytest.mark.parametrize("line", [line for line in ON_A_NEW_ONE if "--format" not in line])
def test_json_on_a_new_one(call: Call, new: Path, nurse: str, line: str) -> None:
    """So it does with --json, as published."""
    answer = call(f"{line.replace('NURSE', nurse)} --json --kb {new}").answer
    Draft7Validator(schema_of(line.split()[0])).validate(answer)
    assert answer["kb"]["name"]["en"] == "Hospital nursing"


@pytest.mark.parametrize("flag", ["", " --json"])
def test_check_without_a_fault(call: Call, new: Path, flag: str) -> None:
    """What `kb new` wrote and the built-in one have no fault and no warning: 0, with what they hold."""
    for folder in ("", f" {new}"):
        done = call(f"kb check{folder}{flag}")
        assert (done.code, done.err) == (0, "")
        assert done.answer["faults"] == [] if flag else done.out.startswith("No fault: ")
        assert flag or done.out.count("\n") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check_of_a_fault(call: Call, begun: Path, lang: str) -> None:
    """A fault exits with 3 and is told with its place, on standard error."""
    file = begun / "skills.yaml"
    text = file.read_text(encoding="utf-8").replace("definition:", "definitoin:", 1)
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("definitoin:")].count("\n") + 1
    done = call(f"kb check {begun} --lang {lang}")
    assert (done.code, done.out) == (3, "")
    assert f"{file}:{line}:" in done.err
    assert "definition" in done.err.replace("definitoin", "")
    assert call(f"ladder --kb {begun}").code == 3


def test_check_of_a_fault_as_json(call: Call, begun: Path) -> None:
    """With --json the faults are the answer, on standard output, and the exit code is 3 all the same."""
    (begun / "skills.yaml").unlink()
    done = call(f"kb check {begun} --json")
    assert (done.code, done.err) == (3, "")
    Draft7Validator(schema_of("kb")).validate(done.answer)
    assert {fault["severity"] for fault in done.answer["faults"]} == {"fault"}


@pytest.mark.parametrize("flag", ["", " --json"])
def test_check_of_what_was_hardly_meant(call: Call, tmp_path: Path, flag: str) -> None:
    """A position to which no way leads works and yet is a fault of `kb check`: 3, with its place; commands go on."""
    folder = overlay(tmp_path, roles=[LONELY])
    done = call(f"kb check {folder}{flag}")
    assert done.code == 3
    told = done.out if flag else done.err
    assert "no way leads to this position" in told
    assert str(folder / "over.yaml") in told
    assert call(f"role juggler --kb {folder}").code == 0


@pytest.mark.parametrize(("lang", "word"), [("zh", "提醒："), ("en", "warning: ")])
def test_check_with_a_warning(call: Call, tmp_path: Path, lang: str, word: str) -> None:
    """A warning alone is shown with its place, and the exit code is 0."""
    folder = falling(tmp_path)
    done = call(f"kb check {folder} --lang {lang}")
    assert (done.code, done.err) == (0, "")
    assert word in done.out
    assert f"{folder / 'over.yaml'}:1:" in done.out
    assert ("No fault, warnings: 1." if lang == "en" else "没有错，1 条提醒：") in done.out


def test_check_with_a_warning_as_json(call: Call, tmp_path: Path) -> None:
    """In JSON it is told among the faults, by its severity."""
    answer = call(f"kb check {falling(tmp_path)} --json").answer
    Draft7Validator(schema_of("kb")).validate(answer)
    assert [fault["severity"] for fault in answer["faults"]] == ["warning"]


def test_check_with_a_warning_and_a_finding(call: Call, tmp_path: Path) -> None:
    """Beside a fault a warning is told too, and the exit code is 3."""
    asked = {"data-analysis": {"level": 1}}
    roles = [{"id": "product-ops", "positions": {"manager": {"requirements": asked}}}]
    folder = overlay(tmp_path, roles=[*roles, LONELY])
    done = call(f"kb check {folder} --json")
    assert done.code == 3
    assert {fault["severity"] for fault in done.answer["faults"]} == {"fault", "warning"}


def test_check_of_the_one_in_use(call: Call, tmp_path: Path) -> None:
    """Without a folder the one in use is checked; a folder counts before it."""
    folder = falling(tmp_path)
    assert call(f"kb check --kb {folder}") == call(f"kb check {folder}")
    assert "warning" not in call(f"kb check {builtin()} --kb {folder}").out


@pytest.mark.parametrize("file", FILES)
def test_schema_of_a_file(call: Call, file: str) -> None:
    """The schema of each file is printed, that of the file in an overlay with --overlay."""
    assert call(f"kb schema {file}").answer == file_schema(file)
    assert call(f"kb schema {file} --overlay").answer == file_schema(file, overlay=True)
    assert file_schema(file) != file_schema(file, overlay=True)


@pytest.mark.parametrize(("name", "nearest"), [("skils.yaml", "skills.yaml"), ("asses", "assess"), ("x.yaml", "")])
def test_no_schema(call: Call, name: str, nearest: str) -> None:
    """A name that has no schema exits with 2 and names what comes nearest, commands and files alike."""
    done = call(f"kb schema {name}")
    assert (done.code, done.out) == (2, "")
    assert f"nearest: {nearest}" in done.err


def test_kb_new_in_a_hostile_folder(call: Call, tmp_path: Path) -> None:
    """The name of the folder is told without its control and bidi characters, on a page and in JSON."""
    for number, flag in enumerate(([], ["--json"])):
        done = call("kb", "new", str(tmp_path / f"\x1b[31mmine\u202e{number}"), *flag)
        assert done.code == 0
        assert not re.search(r"[\x1b\u202e]|\\u001b|\\u202e", done.out)


def test_the_new_one_can_be_changed(call: Call, begun: Path, nurse: str) -> None:
    """What `kb new` wrote is one's own: a name that is changed is told by every command from then on."""
    file = begun / "kb.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Hospital nursing", "Our hospital"), encoding="utf-8")
    assert call(f"roles --json --kb {begun}").answer["kb"]["name"]["en"] == "Our hospital"
    assert "Our hospital" in call(f"report --answers {nurse} --kb {begun}").out
    assert len(yaml_files(begun)) == len(FILES)


def test_files_that_are_not_read(call: Call, tmp_path: Path) -> None:
    """A file that is nearly called as one that is read is told by kb check with its right name; so is an empty one."""
    folder, good = tmp_path / "own", "skills: []\n"
    folder.mkdir()
    (folder / "skills.yaml").write_text(good)
    (folder / "market.yaml").write_text("# nothing yet\n")
    for name in ("roles.yaml.txt", "Ladders.YAML", "rules.json", "notes.txt"):
        (folder / name).write_text(good)
    (folder / "sub").mkdir()
    (folder / "sub" / "roles.yaml").write_text(good)
    done = call(f"kb check {folder} --json")
    told = {Path(fault["file"]).relative_to(folder).as_posix(): fault for fault in done.answer["faults"]}
    assert set(told) == {"roles.yaml.txt", "Ladders.YAML", "rules.json", "sub/roles.yaml", "market.yaml"}
    assert told["Ladders.YAML"]["hint"]["en"] == "to have it read, call it ladders.yaml"
    assert told["sub/roles.yaml"]["hint"]["en"] == "to have it read, put it into the folder above"
    assert done.code == 0
