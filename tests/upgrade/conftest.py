"""The program of today on a machine where an earlier version was; each test has a copy of what that left."""

import gzip
from pathlib import Path

import pytest
from calling import Done
from left_behind import MADE, Put, Say
from opened_once import run_here

from opscareer import store


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Call a command line in this process."""

    def called(*words: object) -> Done:
        code = run_here([str(word) for word in words])
        return Done(code, *capsys.readouterr())

    return called


@pytest.fixture
def kept() -> Put:
    """Put the file of a version where the program of today looks for it."""

    def put(commit: str) -> Path:
        file = store.store_path()
        file.parent.mkdir(parents=True)
        file.write_bytes(gzip.decompress((MADE / commit / "answers.sqlite3.gz").read_bytes()))
        return file

    return put
