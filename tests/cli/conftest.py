"""The command line, called in this process or as a program of its own."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from calling import AD, ANSWERS, TEAM, Call, Done, Overlay, Save
from opened_once import run_here


@pytest.fixture
def me(tmp_path: Path) -> str:
    """A file of answers; a job ad lies beside it, a file of ads, and one of people."""
    file = tmp_path / "me.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "ad.txt").write_text(AD, encoding="utf-8")
    (tmp_path / "ads.jsonl").write_text(json.dumps({"title": "", "text": AD}) + "\n", encoding="utf-8")
    (tmp_path / "team.csv").write_text(TEAM, encoding="utf-8")
    return str(file)


@pytest.fixture(scope="session")
def overlay(tmp_path_factory: pytest.TempPathFactory) -> Overlay:
    """Make an overlay of a text, the same folder for the same text: what many tests lay over is compiled once."""

    @cache
    def made(text: str, name: str = "overlay") -> Path:
        folder = tmp_path_factory.mktemp(name)
        (folder / "all.yaml").write_text(text, encoding="utf-8")
        return folder

    return made


def named(word: str, me: str) -> str:
    """Return a word of a command line, with the file in the place of ME, AD, ADS or TEAM."""
    beside = Path(me).with_name
    files = {"ME": me, "AD": str(beside("ad.txt")), "ADS": str(beside("ads.jsonl")), "TEAM": str(beside("team.csv"))}
    return files.get(word, word)


@pytest.fixture
def call(me: str, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call a command line in this process; in a line given as one text, ME is the file of answers, AD the job ad."""

    def called(*words: str) -> Done:
        split = words[0].split() if len(words) == 1 else words
        code = run_here([named(word, me) for word in split])
        return Done(code, *capsys.readouterr())

    return called


@pytest.fixture
def program(me: str) -> Call:
    """Call a command line as a program; what surrounds it can be given as to subprocess.run."""

    def called(line: str, shell: str = "", env: dict[str, str] | None = None, **how: Any) -> Done:
        words = [sys.executable, "-m", "opscareer", *(named(word, me) for word in line.split())]
        if shell:
            words = ["sh", "-c", shell, *words]
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        done = subprocess.run(words, timeout=60, check=False, env={**os.environ, **(env or {})}, **{**streams, **how})
        return Done(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    return called


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write a file into a folder of its own."""

    def saved(name: str, content: str | bytes) -> Path:
        file = tmp_path / "people" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return saved
