import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import split

import pytest
from at_terminal import person, willing
from calling import ANSWERS, Call
from hypothesis import example, given
from hypothesis.strategies import characters, just, text

from opscareer.cli.writing import save
from opscareer.errors import OpscareerError
from opscareer.render.screen.closing import closing
from opscareer.render.screen.page import Page, as_text
from opscareer.store import open_store
from opscareer.store.file import store_path
from opscareer.text import NOTHING, clean
from opscareer.views.next_actions import Action, Given
from opscareer.views.next_actions.action import for_people


def mode(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A umask: all bits, the usual one, a careful one."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("report --answers ME", "new.md"),
        ("plan --answers ME", "new.md"),
        ("gap bd --answers ME", "new.md"),
        ("history --export", "new.json"),
    ],
)
@pytest.mark.usefixtures("umask")
def test_what_tells_of_a_person_is_for_their_eyes(call: Call, tmp_path: Path, line: str, name: str) -> None:
    """A new file that tells of a person can be read by nobody else, whatever the umask says."""
    assert call(f"{line} -o {tmp_path / name}").code == 0
    assert mode(tmp_path / name) == 0o600


def test_what_tells_of_nobody(call: Call, tmp_path: Path, umask: int) -> None:
    """A new file that tells of nobody is as the umask says."""
    assert call(f"role bd -o {tmp_path / 'new.txt'}").code == 0
    assert mode(tmp_path / "new.txt") == 0o666 & ~umask


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o644, 0o664])
@pytest.mark.parametrize("line", ["role bd", "report --answers ME"])
@pytest.mark.usefixtures("umask")
def test_a_file_keeps_its_mode(call: Call, tmp_path: Path, line: str, kept: int) -> None:
    """A file that is written over has the mode that it had."""
    file = tmp_path / "there.md"
    file.write_text("old")
    file.chmod(kept)
    assert call(f"{line} --force -o {file}").code == 0
    assert mode(file) == kept
    assert file.read_text() != "old"


def test_answers_saved_in_a_file(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """--save makes a file for the person's eyes only, and leaves one that is there as it was."""
    new, there = tmp_path / "new.yaml", tmp_path / "there.yaml"
    there.touch(0o640)
    for file in (new, there):
        person(monkeypatch, "BD专员", "", "7", "q")
        assert call(f"assess --plain --save {file}").code == 130
    assert (mode(new), mode(there)) == (0o600, 0o640)


@pytest.mark.usefixtures("umask")
def test_new_folders(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders that the program makes are the user's alone, those on the way to them too."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "a" / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "b" / "cache"))
    store = open_store()
    assert store is not None
    store.close()
    assert call("kb", "new", str(tmp_path / "c" / "kb")).code == 0
    assert call(f"ladder --json --kb {tmp_path / 'c' / 'kb'}").code == 0
    made = [path for name in "abc" for path in [tmp_path / name, *(tmp_path / name).rglob("*")] if path.is_dir()]
    assert len(made) >= 8
    assert {mode(path) for path in made} == {0o700}


def test_a_link_leads_to_its_file(call: Call, tmp_path: Path) -> None:
    """A link stays a link, and the file that it leads to is written, also through another one, also a new one."""
    (tmp_path / "far").mkdir()
    far, link, second = tmp_path / "far" / "page.md", tmp_path / "link.md", tmp_path / "second.md"
    link.symlink_to(far)
    second.symlink_to(link)
    for name in (link, second):
        assert call(f"report --answers ME -o {name}").code == 0
        assert name.is_symlink()
        assert far.read_text().startswith("#")
        far.unlink()


def test_links_in_a_circle(call: Call, tmp_path: Path) -> None:
    """Links that lead in a circle are told, and stay."""
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.symlink_to(other)
    other.symlink_to(one)
    done = call(f"role bd -o {one}")
    assert done.code == 1
    assert str(one) in done.err
    assert one.is_symlink()


@pytest.mark.parametrize("name", [".", "/", "x/../."])
def test_no_name_of_a_file(call: Call, name: str) -> None:
    """What names no file is told in a sentence."""
    done = call("ladder", "-o", name)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("opscareer: cannot write ")


@pytest.mark.parametrize("asked", [("ladder", "-o", ""), ("ladder", "--output="), ("--kb", "", "roles"), ("team", "")])
def test_an_empty_word(call: Call, asked: tuple[str, ...]) -> None:
    """An empty word, as of a variable without a value, is a mistake, and never the folder that one is in."""
    done = call(*asked)
    assert (done.code, done.out) == (2, "")
    before = asked[-1].rstrip("=") or asked[-2] if asked[-1] != "roles" else "--kb"
    assert done.err.startswith(f"opscareer: what follows {before} is empty\n  write ")


def test_an_empty_name_of_a_file(call: Call) -> None:
    """Where a file is expected, it is said that the name of one is."""
    assert "  write the name of a file" in call("ladder", "-o", "").err
    assert call("ladder", "-o", "", "--json").error["code"] == "usage"
    assert "写一个文件名" in call("ladder", "-o", "", "--lang", "zh").err


def test_a_name_as_long_as_the_system_takes(tmp_path: Path) -> None:
    """A name of 255 bytes is a name; one of 256 is told."""
    save(tmp_path / ("长" * 85), "whole")
    assert (tmp_path / ("长" * 85)).read_text() == "whole"
    with pytest.raises(OpscareerError):
        save(tmp_path / ("x" * 256), "")


def test_a_name_nobody_can_guess(tmp_path: Path) -> None:
    """The file that is written first lies in the same folder under a name of chance, which no planted link can have."""
    script = f"""
import os, sys
from pathlib import Path
from opscareer.cli.writing import save
seen = []
sys.addaudithook(lambda event, given: seen.append(given) if event == "open" else None)
save(Path({str(tmp_path / "page.md")!r}), "text")
print("\\n".join(str(path) for path, _, flags in seen if flags & os.O_CREAT and flags & os.O_EXCL))
"""
    names = {
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout for _ in "ab"
    }
    assert len(names) == 2
    assert {str(Path(name.strip()).parent) for name in names} == {str(tmp_path)}
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.parametrize(
    "line",
    [
        "plan --answers ME -o ME",
        "match AD -o AD",
        "demand ADS -o ADS",
        "assess --answers ME -o LINK",
        "match AD --answers ME -o ME",
    ],
)
def test_what_is_read_is_not_written_over(call: Call, me: str, line: str) -> None:
    """An output that is one of the inputs, by this or another name, is refused, and the file is as it was."""
    link = Path(me).with_name("link")
    link.symlink_to(me)
    before = Path(me).read_bytes()
    done = call(line.replace("LINK", str(link)))
    assert (done.code, done.out) == (2, "")
    assert "not written over" in done.err
    assert Path(me).read_bytes() == before


def test_what_is_kept_is_not_written_over(call: Call) -> None:
    """Neither is the file of answers, nor a file of the knowledge base in use."""
    store = open_store()
    assert store is not None
    store.close()
    before = store_path().read_bytes()
    assert call(f"ladder -o {store_path()}").code == 2
    assert store_path().read_bytes() == before
    assert call("kb", "new", "own").code == 0
    roles = Path("own/roles.yaml").read_bytes()
    assert call("ladder --kb own -o own/roles.yaml").code == 2
    assert Path("own/roles.yaml").read_bytes() == roles


@pytest.fixture(autouse=True)
def _beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


COMMENTED = "# mine\n" + ANSWERS.replace("  years: 2.5\n", "  years: 2.5   # since spring\n").lstrip()


def test_a_file_is_not_touched_before_an_answer_changes(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Who quits at once finds the file as it was: its bytes, its time."""
    file = tmp_path / "mine.yaml"
    file.write_text(COMMENTED)
    os.utime(file, (1, 1))
    person(monkeypatch, "q")
    assert call(f"assess --plain --save {file}").code == 130
    assert (file.read_text(), file.stat().st_mtime) == (COMMENTED, 1)


def test_a_file_keeps_what_has_not_changed(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Comments, order and format of a file stay when answers are added to it."""
    file = tmp_path / "mine.yaml"
    file.write_text(COMMENTED)
    willing(monkeypatch, "5", "")
    assert call(f"assess --plain --save {file}").code == 0
    now = file.read_text()
    assert now.startswith(COMMENTED)
    assert len(now) > len(COMMENTED)


def test_a_json_file_stays_one(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of answers in JSON is JSON afterwards, indented as it was."""
    file = tmp_path / "mine.json"
    file.write_text(
        '{\n    "schema": "opscareer/answers/1",\n    "answers": {\n        "current": ["bd/specialist"]\n    }\n}\n'
    )
    person(monkeypatch, "7", "q")
    assert call(f"assess --plain --save {file}").code == 130
    assert '        "current": [\n            "bd/specialist"\n        ],\n        "years": 7\n' in file.read_text()


@pytest.mark.parametrize(
    "options",
    [
        "--answers ME --save x.yaml",
        "--answers ME --again",
        "--answers ME --from x.json",
        "--answers ME --full",
        "--answers ME --confidence 0.9",
        "--answers ME --no-save",
        "--save x.yaml --no-save",
        "--save x.yaml --again",
        "--full --confidence 0.9",
        "--confidence nan",
    ],
)
def test_no_option_is_passed_over(call: Call, options: str) -> None:
    """Options of which one would be ignored are a usage error that names both, and nothing is written."""
    done = call(f"assess {options}")
    assert (done.code, done.out) == (2, "")
    assert "--" in done.err
    assert not Path("x.yaml").exists()


@given(
    text(characters(exclude_categories=["C", "Z"]) | just(" "), min_size=1).map(clean).filter(lambda name: name != "-")
)
@example("x; touch pwned; $(touch pwned) 'y' \"z\".yaml")
def test_printed_commands_can_be_typed(name: str) -> None:
    """What tells a printed command where the answers and the knowledge base are is one word each to a shell."""
    page = Page("en", 80)
    action = Given(answers=name, kb=str(Path(name))).kept_by(Action(("plan",), NOTHING))
    closing(page, for_people([action]))
    assert split(as_text(page.lines)) == ["Next", "opscareer", "plan", "--answers", name, "--kb", str(Path(name))]


def test_the_page_names_files_so(call: Call, tmp_path: Path) -> None:
    """So it is on the page of an assessment and of the help to begin."""
    (tmp_path / "my answers.yaml").write_text(ANSWERS)
    assert "--answers 'my answers.yaml'" in " ".join(call("assess", "--answers", "my answers.yaml").out.split())
    assert "opscareer kb check --kb 'my kb'" in call("kb", "new", "my kb").out
