import json
from pathlib import Path

import pytest
from calling import ANSWERING, DRAWING, Call, apart
from jsonschema import Draft7Validator

from opscareer.cli.app import MODULES
from opscareer.views.contract import names, schema_of

QUIET = ["--lang zh", "--no-input", "--plain", "--lang=en"]
JSON = ["assess --answers ME --json", "kb check --json", "demand ADS --json"]
"""A few that answer in JSON: it is written as any page is."""


def test_every_command_is_held() -> None:
    """The tests below know every command that answers; what `completion` prints is for shells alone."""
    assert {line.split()[0] for line in ANSWERING} == set(MODULES) - {"completion"}


@pytest.mark.parametrize("line", ANSWERING)
def test_json(call: Call, line: str) -> None:
    """With --json a command prints one object, schema and knowledge base first, as its published schema says."""
    done = call(f"{line} --json")
    assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
    command = line.split()[0]
    assert list(done.answer)[:2] == ["schema", "kb"]
    assert done.answer["schema"] == f"opscareer/{command}/1"
    Draft7Validator(schema_of(command)).validate(done.answer)


@pytest.mark.parametrize("line", ANSWERING)
def test_json_has_both_languages(call: Call, line: str) -> None:
    """JSON does not depend on the language asked for, which only the commands that it names keep."""
    zh, en = (call(f"{line} --json --lang {lang}") for lang in ("zh", "en"))
    assert (zh.code, zh.err) == (en.code, en.err)
    assert apart(zh.answer) == apart(en.answer)
    assert zh.out.count("--lang") == en.out.count("--lang")


@pytest.mark.parametrize("name", names())
def test_schemas_are_printed(call: Call, name: str) -> None:
    """The schema of every answer, of the answers file and of errors is printed."""
    assert call(f"kb schema {name}").answer == schema_of(name)


@pytest.mark.parametrize("option", QUIET)
@pytest.mark.parametrize("line", ["role bd", "gap bd/manager --answers ME", "kb where"])
def test_global_options_before_and_after(call: Call, line: str, option: str) -> None:
    """A global option means the same before and after the command."""
    before, after = call(f"{option} {line}"), call(f"{line} {option}")
    assert before == after
    assert before.code == 0


def test_another_knowledge_base_before_and_after(call: Call, tmp_path: Path) -> None:
    """So does --kb."""
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "roles.yaml").write_text("roles: [{id: bd, name: {zh: 拓展, en: Dealing}}]\n", encoding="utf-8")
    before, after = call(f"--kb {overlay} role bd"), call(f"role bd --kb {overlay}")
    assert before == after
    assert before.out.startswith("Dealing  [bd]")


def test_the_later_option_counts(call: Call) -> None:
    """Where an option stands before and after the command, the one after it counts."""
    assert call("--lang en ladder --lang zh") == call("ladder --lang zh")


def test_languages_differ(call: Call) -> None:
    """--lang chooses the language of a page."""
    assert "首席执行官" in call("ladder --lang zh").out
    assert "Chief Executive Officer" in call("ladder --lang en").out


@pytest.mark.parametrize("line", [*JSON, *ANSWERING, *DRAWING])
def test_output_to_a_file(call: Call, line: str, tmp_path: Path) -> None:
    """-o writes what would have been printed, but for the mark of a table in UTF-8, prints nothing, and says where."""
    file = tmp_path / "out"
    printed = call(line)
    assert call(f"{line} -o {file}") == (0, "", f"\nWritten to {file}\n")
    assert file.read_text(encoding="utf-8-sig") == printed.out


def test_output_replaces_a_file(call: Call, tmp_path: Path) -> None:
    """-o with --force replaces what stood in the file, and leaves nothing beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "roles.json").write_text("old" * 100_000)
    call(f"roles --json --output {folder / 'roles.json'} --force")
    assert json.loads((folder / "roles.json").read_text(encoding="utf-8"))["schema"] == "opscareer/roles/1"
    assert [path.name for path in folder.iterdir()] == ["roles.json"]


def test_output_replaces_nothing_unasked(call: Call, tmp_path: Path) -> None:
    """A file that is there already is left as it is where nobody can be asked, and the way to write over it is told."""
    file = tmp_path / "roles.json"
    file.write_text("mine")
    done = call(f"roles -o {file}")
    assert (done.code, done.out, file.read_text()) == (2, "", "mine")
    assert "--force" in done.err


@pytest.mark.parametrize(
    ("ending", "code"), [("json", 0), ("txt", 0), ("md", 0), ("csv", 0), ("ics", 0), ("xlsx", 0), ("docx", 2)]
)
def test_output_by_its_ending(call: Call, tmp_path: Path, ending: str, code: int) -> None:
    """-o writes what its ending says; one that cannot be written is refused, and the possible ones are named."""
    done = call(f"plan --answers ME -o {tmp_path / 'plan'}.{ending}")
    assert done.code == code
    assert (tmp_path / f"plan.{ending}").exists() == (code == 0)
    assert (".ics" in done.err) == (ending in ("ics", "docx"))


def test_two_formats(call: Call) -> None:
    """JSON and another format at once are a mistake."""
    assert call("plan --answers ME --json --format csv").code == 2
    assert call("plan --answers ME --json --format json").code == 0


def test_output_is_whole_or_not_at_all(program: Call, tmp_path: Path) -> None:
    """Where a file cannot be written to its end, what stood there stays, and nothing is left beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "skills.txt").write_text("old")
    done = program(f"skills --force -o {folder / 'skills.txt'}", shell='ulimit -f 4; exec "$0" "$@"')
    assert done.code == 1
    assert done.err.startswith("opscareer: cannot write ")
    assert [path.name for path in folder.iterdir()] == ["skills.txt"]
    assert (folder / "skills.txt").read_text() == "old"


@pytest.mark.parametrize("target", ["", "nowhere/file"])
def test_output_nowhere(call: Call, tmp_path: Path, target: str) -> None:
    """A folder in place of a file, or a file in no folder, exits with 1 and a sentence that names it."""
    done = call(f"roles -o {tmp_path / target}")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"opscareer: cannot write {tmp_path / target}: ")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_output_to_a_device(call: Call) -> None:
    """A device is written to, not replaced; where it is full that is an error."""
    assert call("roles -o /dev/null") == (0, "", "")
    assert Path("/dev/null").is_char_device()
    done = call("roles -o /dev/full")
    assert (done.code, done.out) == (1, "")
    assert "No space left on device" in done.err


def test_a_failure_leaves_the_file(call: Call, tmp_path: Path) -> None:
    """A command that fails does not touch the file that it would have written."""
    file = tmp_path / "kept"
    file.write_text("old")
    assert call(f"role nope -o {file}").code == 2
    assert file.read_text() == "old"
