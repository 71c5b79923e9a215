import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from calling import ANSWERING, Call
from jsonschema import Draft7Validator

from opscareer import __version__
from opscareer.__main__ import main
from opscareer.cli.app import MODULES
from opscareer.cli.edge import run
from opscareer.views.contract import schema_of

COMMANDS = [*MODULES, "kb check", "kb where", "kb schema"]


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(call: Call, command: str, flag: str) -> None:
    """Every command explains itself on standard output, and that is a success."""
    done = call(f"{command} {flag}")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: opscareer {command}".rstrip())


@pytest.mark.parametrize("words", ["", "plan", "kb check"])
def test_help_as_a_command(call: Call, words: str) -> None:
    """`help`, with or without a command, is its --help."""
    assert call(f"help {words}".strip()).out == call(f"{words} --help".strip()).out
    assert call(f"help {words}".strip()).code == 0


def test_help_names_every_command(call: Call) -> None:
    """The help of the program lists all its commands."""
    listed = re.findall(r"^  ([a-z]\S*)", call("--help").out.partition("Commands:")[2], re.MULTILINE)
    assert listed == list(MODULES)


def test_version(call: Call) -> None:
    """--version prints the version and nothing else."""
    assert call("--version") == (0, f"opscareer {__version__}\n", "")


@pytest.mark.parametrize("line", ANSWERING)
def test_success(call: Call, line: str) -> None:
    """A command that answers exits with 0 and says nothing on standard error."""
    done = call(line)
    assert (done.code, done.err) == (0, "")
    assert done.out


def test_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command of kb its help is printed as it is, on standard error, as a wrong use."""
    assert run(["kb"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Usage: opscareer")
    assert "\nCommands:\n" in captured.err


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nope", "nope"),
        ("rols", "roles"),
        ("ladder --nope", "--nope"),
        ("ladder --format png", "png"),
        ("--lang fr roles", "fr"),
        ("role", "ID"),
        ("gap bd/manager", "--answers"),
        ("what-if", "--answers"),
        ("assess --answers nowhere.yaml", "nowhere.yaml"),
        ("what-if data-analysis=6 --answers ME", "data-analysis=6"),
        ("what-if data-analysis --answers ME", "data-analysis"),
        ("what-if data-analysis=3 data-analysis=0 --answers ME", "supposed twice"),
        ("what-if data-analysis=3 数据分析=3 --answers ME", "supposed twice"),
        ("roles extra", "extra"),
    ],
)
def test_wrong_use(call: Call, line: str, named: str) -> None:
    """A wrong use exits with 2 and a sentence that names what is wrong, and prints nothing on standard output."""
    done = call(line)
    assert (done.code, done.out) == (2, "")
    assert named in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("line", "see"),
    [
        ("nope", "opscareer --help"),
        ("--lang zh ladder --nope", "opscareer ladder --help"),
        ("kb chek", "opscareer kb --help"),
    ],
)
def test_wrong_use_points_to_the_help(call: Call, line: str, see: str) -> None:
    """A wrong use names the help of the command that was meant."""
    assert call(line).err.rstrip().endswith(see)


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("role nope --json", 2, "usage"),
        ("--json roles", 2, "usage"),
        ("nope --json", 2, "usage"),
        ("gap bd/manager --json", 2, "usage"),
        ("assess --json --answers nowhere.yaml", 2, "usage"),
        ("assess --json", 4, "needs-terminal"),
        ("roles --json --kb /nowhere", 3, "faulty-kb"),
        ("roles --json -o /nowhere/file", 1, "failed"),
    ],
)
def test_errors_in_json(call: Call, line: str, code: int, name: str) -> None:
    """With --json an error is one JSON object on standard error, as published, and standard output is empty."""
    done = call(line)
    assert (done.code, done.out) == (code, "")
    Draft7Validator(schema_of("error")).validate(json.loads(done.err))
    assert done.error["code"] == name
    assert done.error["message"]


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有角色 nope"), ("en", "there is no role nope")])
def test_errors_in_the_language_asked(call: Call, lang: str, said: str) -> None:
    """An error is told in the language of the command line, wherever it was named."""
    assert said in call(f"--lang {lang} role nope").err
    assert said in call(f"role nope --lang={lang}").err
    assert said == call(f"role nope --json --lang {lang}").error["message"]


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("role prodct-ops", "product-ops"),
        ("skill data-analisys", "data-analysis"),
        ("gap product-ops/manger --answers ME", "product-ops/manager"),
        ("ladder prodct-ops", "product-ops"),
        ("what-if data-analyss=3 --answers ME", "data-analysis"),
        ("kb schema asess", "assess"),
    ],
)
def test_unknown_ids_are_answered_with_the_nearest(call: Call, line: str, near: str) -> None:
    """An unknown id exits with 2 and the nearest ones, the nearest first."""
    done = call(line)
    assert done.code == 2
    assert f"nearest: {near}" in done.err
    assert near in call(f"{line} --json").error["hint"]


def test_faults_of_answers_are_all_told(call: Call, tmp_path: Path) -> None:
    """A wrong answers file exits with 2, and every fault is told with file, line, column and the nearest."""
    file = tmp_path / "wrong.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers:\n  current: [bd/managr]\n  skill.seoo: 3\n  yeers: 2\n")
    done = call("assess", "--answers", str(file))
    assert (done.code, done.out) == (2, "")
    places = [line for line in done.err.splitlines() if line.startswith(str(file))]
    assert [place.split(":")[1] for place in places] == ["3", "4", "5"]
    assert "bd/manager" in done.err
    assert "years" in done.err
    faults = call("assess", "--json", "--answers", str(file)).error["faults"]
    assert [fault["line"] for fault in faults] == [3, 4, 5]


def test_answers_need_the_present_position(call: Call, tmp_path: Path) -> None:
    """An answers file without the present position is wrong, and the error asks for it."""
    file = tmp_path / "short.yaml"
    file.write_text("schema: opscareer/answers/1\nanswers: {years: 2}\n")
    done = call("assess", "--answers", str(file))
    assert done.code == 2
    assert "current is missing" in done.err


@pytest.mark.parametrize("line", ["roles", "kb check", "ladder", "assess --answers ME"])
def test_faulty_knowledge_base(call: Call, line: str, tmp_path: Path) -> None:
    """A faulty knowledge base exits with 3 from every command; each fault has its place and the nearest name."""
    (tmp_path / "kb").mkdir()
    file = tmp_path / "kb" / "roles.yaml"
    file.write_text("roles:\n  - id: bd\n    metrcs: [acquisition]\n    group: 3\n")
    done = call(*line.replace("ME", str(tmp_path / "me.yaml")).split(), "--kb", str(tmp_path / "kb"))
    assert (done.code, done.out) == (3, "")
    assert f"{file}:3:5" in done.err
    assert f"{file}:4:12" in done.err
    assert "nearest: metrics" in done.err


def test_interrupted(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a command works exits with 130 and one sentence."""

    def pressed(size: int = -1) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=pressed)))
    assert call("assess --answers -") == (130, "", "opscareer: interrupted\n")
    assert call("assess --answers - --json").error["code"] == "interrupted"


def test_full_disk(program: Call) -> None:
    """Standard output that cannot be written exits with 1 and a sentence."""
    with open("/dev/full", "w") as full:
        done = program("roles", stdout=full)
    assert done.code == 1
    assert done.err == "opscareer: cannot write: No space left on device\n"


@pytest.mark.parametrize("line", ["--help", "--version", "ladder --format dot"])
def test_full_disk_always(program: Call, line: str) -> None:
    """So it is with help, version and drawings."""
    with open("/dev/full", "w") as full:
        done = program(line, stdout=full)
    assert done.code == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize("line", ["roles", "skills --json", "--help", "ladder --format mermaid"])
def test_a_reader_that_has_gone(program: Call, line: str) -> None:
    """A reader that wants no more, as head, is no failure, and nothing is said about it."""
    read, write = os.pipe()
    os.close(read)
    try:
        assert program(line, stdout=write) == (0, "", "")
    finally:
        os.close(write)


def test_head(program: Call) -> None:
    """The first line of an answer can be taken with head."""
    done = program("skill data-analysis", shell='"$0" "$@" | head -n 1')
    assert done == (0, "Data analysis  [data-analysis]\n", "")


def test_closed_standard_output(program: Call) -> None:
    """With standard output closed there is nowhere to answer to: 1 and a sentence."""
    done = program("roles", shell='exec "$0" "$@" >&-')
    assert done.code == 1
    assert done.err.startswith("opscareer: standard output is closed\n")


def test_closed_standard_error(program: Call) -> None:
    """With standard error closed the exit code still tells."""
    assert program("role nope", shell='exec "$0" "$@" 2>&-') == (2, "", "")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
@pytest.mark.parametrize("line", ["role bd --json", "ladder --format mermaid --lang zh"])
def test_scripts_get_utf_8(program: Call, line: str, encoding: str) -> None:
    """What scripts read is UTF-8 whatever the locale says."""
    assert "商务拓展" in program(line, env={"PYTHONIOENCODING": encoding}).out


def test_errors_for_scripts_are_utf_8(program: Call) -> None:
    """So is an error in JSON."""
    done = program("role nope --json --lang zh", env={"PYTHONIOENCODING": "gbk"})
    assert done.error["message"] == "没有角色 nope"


def test_a_terminal_of_another_encoding(me: str) -> None:
    """People read pages in the encoding of their terminal, with bars that it can draw."""
    words = [sys.executable, "-m", "opscareer", "gap", "bd/manager", "--lang", "zh", "--answers", me]
    done = subprocess.run(words, env={**os.environ, "PYTHONIOENCODING": "gbk"}, capture_output=True, check=True)
    assert "匹配度  #" in done.stdout.decode("gbk")


@pytest.mark.parametrize("error", [ValueError("SECRET"), KeyError("x"), RecursionError(), MemoryError()])
def test_what_nobody_foresaw(call: Call, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """An error of the program itself is one message without what it may hold, and says how to report it."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.delenv("OPSCAREER_DEBUG")
    monkeypatch.setattr("opscareer.cli.session.open_kb", fail)
    done = call("ladder")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("opscareer: ")
    assert "SECRET" not in done.err
    assert "Traceback" not in done.err
    assert ("OPSCAREER_DEBUG=1" in done.err) == (not isinstance(error, MemoryError))
    assert call("ladder --json").error["code"] == "failed"


def test_where_it_went_wrong(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With OPSCAREER_DEBUG=1 the error comes out as it is."""

    def fail(*_: object) -> None:
        raise ValueError("at fault")

    monkeypatch.setattr("opscareer.cli.session.open_kb", fail)
    with pytest.raises(ValueError, match="at fault"):
        call("ladder")


def test_interrupted_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C before anything has been read ends with 130 and no traceback."""

    class Impatient:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "opscareer.cli.edge":
                raise KeyboardInterrupt

    monkeypatch.setattr(sys, "meta_path", [Impatient(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "opscareer.cli.edge")
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


IMPATIENT = """
import os, signal, sys

class Passing:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

class Impatient:
    def find_spec(self, name, *_):
        if name == sys.argv[2]:
            Passing()

from opscareer.__main__ import main
sys.meta_path.insert(0, Impatient())
main()
"""


@pytest.mark.parametrize("name", ["opscareer.cli.edge", "typer", "opscareer.cli.app", "opscareer.text"])
def test_interrupted_where_python_passes_over_it(name: str) -> None:
    """Ctrl-C while the program starts ends it with 130 and no word, also where Python passes over exceptions."""
    words = [sys.executable, "-c", IMPATIENT, "roles", name]
    done = subprocess.run(words, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interrupt_that_is_to_be_ignored() -> None:
    """Where Ctrl-C is ignored, as behind &, it stays so while the program starts."""
    ignoring = IMPATIENT.replace("class Passing", "signal.signal(signal.SIGINT, signal.SIG_IGN)\n\nclass Passing")
    words = [sys.executable, "-c", ignoring, "--version", "typer"]
    done = subprocess.run(words, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_that_the_system_refuses(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What the system says of a file is told with the name of the file, wherever it comes up."""

    def refused() -> None:
        raise PermissionError(13, "Permission denied", "/x/report.html")

    monkeypatch.setattr("opscareer.cli.edge.build", refused)
    assert run(["report"]) == 1
    assert capsys.readouterr().err == "opscareer: cannot use /x/report.html: Permission denied\n"
