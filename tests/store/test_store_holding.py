import os
import subprocess
import sys
from pathlib import Path

import pytest

from opscareer.store import LOCK, Holding

HOLDS = "import sys, pathlib; from opscareer.store import Holding; "
TAKES = HOLDS + "h = Holding(pathlib.Path(sys.argv[1])); print(h.take(7), flush=True); sys.stdin.read()"
ASKS = HOLDS + "h = Holding(pathlib.Path(sys.argv[1])); print(h.elsewhere(7), h.elsewhere(8), h.take(7))"


def told(folder: Path, program: str) -> str:
    """Return what another process says."""
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    ).stdout


def test_a_sitting_is_held_by_one_process(tmp_path: Path) -> None:
    """While one process goes on with a sitting no other takes it, and others stay free."""
    here = Holding(tmp_path)
    assert here.take(7)
    assert here.take(7)
    assert told(tmp_path, ASKS) == "True False False\n"
    here.leave(7)
    here.leave(7)
    assert not here.elsewhere(7)
    assert told(tmp_path, ASKS) == "False False True\n"
    assert here.take(7)
    assert here.take(8)
    here.leave(7)
    assert told(tmp_path, ASKS) == "False True True\n"
    here.close()
    assert told(tmp_path, ASKS) == "False False True\n"


def test_closed_for_good(tmp_path: Path) -> None:
    """Closed twice is closed; from then on every sitting is free, as where there are no locks."""
    here = Holding(tmp_path)
    here.close()
    here.close()
    assert here.take(7)
    assert not here.elsewhere(7)


def test_a_process_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    """However a process ends, what it held is free."""
    with subprocess.Popen(
        [sys.executable, "-c", TAKES, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        here = Holding(tmp_path)
        assert here.elsewhere(7)
        assert not here.elsewhere(8)
        assert not here.take(7)
        other.kill()
        other.wait()
        assert not here.elsewhere(7)
        assert here.take(7)
        here.close()


def test_nothing_is_written(tmp_path: Path) -> None:
    """The file is empty, and the user's alone."""
    here = Holding(tmp_path)
    here.take(2**62)
    file = tmp_path / LOCK
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"", 0o600)
    here.close()


@pytest.mark.parametrize("where", ["none", "a file"])
def test_where_there_can_be_no_locks(tmp_path: Path, where: str) -> None:
    """Where the system cannot tell, every sitting is free."""
    (tmp_path / "a file").touch()
    here = Holding(tmp_path / where)
    assert not here.elsewhere(7)
    assert here.take(7)
    here.leave(7)
    here.close()
    device = Holding(tmp_path)
    device.close()
    device._file = os.open(os.devnull, getattr(os, "O_PATH", os.O_RDONLY))  # what is not open for writing has no locks
    assert device.take(7)
    device.leave(7)
    assert not device.elsewhere(7)
    device.close()
