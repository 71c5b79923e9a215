import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from at_terminal import person
from calling import ANSWERING, TEAM

from opscareer.cli.progress import progress
from opscareer.text import Text

HEAD, *PEOPLE = TEAM.splitlines(keepends=True)


@pytest.mark.parametrize(
    ("target", "end"),
    [("--people OUT", signal.SIGINT), ("-o OUT", signal.SIGINT), ("-o OUT", signal.SIGTERM), ("-o OUT", signal.SIGHUP)],
)
def test_what_is_ended_leaves_nothing_half(tmp_path: Path, target: str, end: signal.Signals) -> None:
    """Ended in the middle it exits with 130; what stood in the file stands there still, and nothing beside it."""
    pipe, out = tmp_path / "people.csv", tmp_path / "told.csv"
    os.mkfifo(pipe)
    out.write_text("before")
    words = f"team {pipe} --force {target}".replace("OUT", str(out)).split()
    program = [sys.executable, "-m", "opscareer", *words]
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as process:
        with pipe.open("w") as given:  # waits until it is read from; closed, it wakes who came to read after the signal
            given.write(HEAD + "".join(PEOPLE))
            given.flush()
            assert [*tmp_path.glob(".opscareer-*")]
            process.send_signal(end)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert out.read_text() == "before"
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix) == ["people.csv", "told.csv"]


@pytest.mark.parametrize("form", ["csv", "jsonl", "text"])
def test_a_reader_that_has_read_enough(tmp_path: Path, form: str) -> None:
    """Where the reader of a pipe leaves, as head does, that is no failure."""
    file = tmp_path / "people.csv"
    file.write_text(HEAD + "".join(f"p{n},bd/specialist,1,,1,1,1,1\n" for n in range(5000)))
    words = [sys.executable, "-m", "opscareer", "team", str(file), "--format", form]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()
    assert process.returncode == 0
    assert b"Traceback" not in said


def test_a_bar_where_a_person_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lasts longer than a person waits gladly shows how far it is, on standard error, and leaves nothing there."""
    talk = person(monkeypatch)
    with progress(Text("在算", "advising"), "en", plain=False, patience=0) as reached:
        reached(0.25)
        assert "advising" in talk.getvalue()
        assert "25%" in talk.getvalue()


@pytest.mark.parametrize(("plain", "patience"), [(True, 0.0), (False, 60.0)])
def test_no_bar(monkeypatch: pytest.MonkeyPatch, plain: bool, patience: float) -> None:
    """There is no bar for a screen reader, and none for what is quickly done."""
    talk = person(monkeypatch)
    with progress(Text("在算", "advising"), "en", plain=plain, patience=patience) as reached:
        reached(0.5)
    assert talk.getvalue() == ""


def test_no_bar_without_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody looks on there is none."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress(Text("在算", "advising"), "en", plain=False, patience=0) as reached:
        reached(0.5)
    assert isinstance(sys.stderr, io.StringIO)
    assert sys.stderr.getvalue() == ""


WITHOUT = """
import gc, sys
gc.set_threshold(100_000)  # as the program does
lacking = sys.argv.pop(1).split(",")
sys.modules.update(dict.fromkeys(lacking))
from opscareer.cli.edge import run
sys.exit(max(run(line.split()) for line in sys.argv[1:]))
"""


def without(lacking: str, *lines: str) -> subprocess.CompletedProcess[str]:
    """Run command lines where some libraries are not installed; the exit code is the highest."""
    words = [sys.executable, "-c", WITHOUT, lacking, *lines]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("lacking", ["numpy", "pyarrow", "threadpoolctl"])
def test_what_to_install_is_said(me: str, lacking: str) -> None:
    """Without the extra `team` says which to install; its help is there all the same."""
    done = without(lacking, f"team {Path(me).with_name('team.csv')} --lang en")
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'opscareer[team]'" in done.stderr
    assert without(lacking, "team --help", "--help").returncode == 0


def test_no_other_command_needs_the_extra(me: str) -> None:
    """All other commands answer where neither arrays nor workbooks are installed: none of them imports any."""
    lines = [line for line in ANSWERING if not line.startswith("team")]
    files = {"ME": "me.yaml", "ADS": "ads.jsonl", "AD": "ad.txt"}
    named = [" ".join(str(Path(me).with_name(files[w])) if w in files else w for w in line.split()) for line in lines]
    done = without("numpy,pyarrow,threadpoolctl,openpyxl,pyspark", "--help", *named)
    assert done.returncode == 0, done.stderr


def test_workbooks_without_their_library(me: str, tmp_path: Path) -> None:
    """Where only the library of workbooks is lacking, the others are written, and what to install is said."""
    team = Path(me).with_name("team.csv")
    assert without("openpyxl", f"team {team} -o {tmp_path / 'told.csv'}").returncode == 0
    done = without("openpyxl", f"team {team} -o {tmp_path / 'told.xlsx'}")
    assert done.returncode == 1
    assert "pip install 'opscareer[" in done.stderr
    assert not (tmp_path / "told.xlsx").exists()
