"""Where --save writes: through links, into what is no file, over what may not be written."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from at_terminal import person
from calling import Call


class Answered(NamedTuple):
    """How it ended, and what the person read."""

    code: int
    read: str


Answering = Callable[[Path], Answered]


@pytest.fixture
def answering(call: Call, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Answer a first question and quit, keeping the answers under a name."""

    def answered(name: Path) -> Answered:
        talk = person(monkeypatch, "BD专员", "", "7", "q")
        return Answered(call("assess", "--plain", "--save", str(name)).code, talk.getvalue())

    return answered


def test_a_link(answering: Answering, tmp_path: Path) -> None:
    """A link stays a link, and the answers are in the file that it leads to, with the mode that this had."""
    (tmp_path / "far").mkdir()
    far, link = tmp_path / "far" / "mine.yaml", tmp_path / "link.yaml"
    far.write_text("schema: opscareer/answers/1\nanswers: {}\n")
    far.chmod(0o640)
    link.symlink_to(far)
    assert answering(link).code == 130
    assert link.is_symlink()
    assert "bd/specialist" in far.read_text()
    assert stat.S_IMODE(far.stat().st_mode) == 0o640
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["mine.yaml"]


def test_a_link_to_what_is_not_there(answering: Answering, tmp_path: Path) -> None:
    """Of a link to a file that is not there yet the file is made, for the person's eyes only."""
    far, link = tmp_path / "far.yaml", tmp_path / "link.yaml"
    link.symlink_to(far)
    assert answering(link).code == 130
    assert link.is_symlink()
    assert "bd/specialist" in far.read_text()
    assert stat.S_IMODE(far.stat().st_mode) == 0o600


def test_a_link_to_a_folder(answering: Answering, tmp_path: Path) -> None:
    """A link to a folder is no place for answers: it is said so by its name, before anything is asked."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.yaml").symlink_to("folder")
    done = answering(tmp_path / "link.yaml")
    assert done.code == 1
    assert "link.yaml" in done.read
    assert "BD" not in done.read
    assert [*(tmp_path / "folder").iterdir()] == []


def test_a_device(answering: Answering) -> None:
    """A device stays one, and takes the answers: no file takes its place."""
    done = answering(Path(os.devnull))
    assert done.code == 130
    assert "Traceback" not in done.read
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_file_that_may_not_be_written(answering: Answering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be written keeps its bytes and its mode, though the folder would let another take its place."""
    file = tmp_path / "mine.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {}\n")
    file.chmod(0o400)
    before = file.read_bytes()
    if os.access(file, os.W_OK):  # to the user who may do anything
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != file or mode != os.W_OK)
    done = answering(file)
    assert done.code == 1
    assert "mine.yaml" in done.read
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (before, 0o400)
