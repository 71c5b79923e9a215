"""Start-up against an empty typer app of the same version, paired: what is looked up, reckoned, asked first.

Both sides run compiled and in turn; the ratio is the median of the pairs. Limits: ladder 1.25, first question 4.
`python bench/startup.py --against PYTHON` holds the program in another environment, as one with another typer, against
the program in this one.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import pexpect

PAIRS = 40
ANSWERS = Path(__file__).parents[1] / "examples" / "new-media-specialist.yaml"
EMPTY = """
import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def hello() -> None:
    print("{}")


@app.command()
def other() -> None:
    print("{}")


app()
"""
AD = """用户运营主管
岗位职责：负责会员体系的搭建和日常运营，对次月留存和复购负责；带领三人小组，策划并执行拉新和促活活动。
任职要求：本科及以上学历，三年以上用户运营经验；熟练使用 SQL，懂社群运营优先。
"""


def main() -> None:
    """Print a line for each command: both medians and the median of the paired ratios."""
    if sys.argv[1:2] == ["--against"]:
        _against(sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "OPSCAREER_LANG": "en"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for package in ("opscareer", "typer", "platformdirs"):
            compileall.compile_dir(_folder(package), quiet=1)
        ours = [sys.executable, "-c", "from opscareer.__main__ import main; main()"]
        baseline = [sys.executable, str(empty)]
        _run([*ours, "ladder", "--json"], environment)  # fills the cache
        for words in (["ladder", "--json"], ["--help"], ["roles", "--json"]):
            _report(
                words, [*ours, *words], [*baseline, *(["--help"] if words == ["--help"] else ["hello"])], environment
            )
        ad = Path(folder) / "ad.txt"
        ad.write_text(AD, encoding="utf-8")
        _report(["match", "AD", "--json"], [*ours, "match", str(ad), "--json"], [*baseline, "hello"], environment)
        for words in (["gap"], ["plan"], ["assess"], ["what-if"], ["match", str(ad)], ["path"], ["report", "--json"]):
            given = [*ours, *words, "--answers", str(ANSWERS)]
            _report([Path(word).stem for word in words], given, [*baseline, "hello"], environment)
        _first_question(ours, [*baseline, "hello"], environment)


def _against(python: str) -> None:
    """Print how long another environment takes for what this one does, each with its own typer."""
    start = ["-c", "from opscareer.__main__ import main; main()"]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "OPSCAREER_LANG": "en"}
        for words in (["ladder", "--json"], ["roles", "--json"]):
            sides = [[one, *start, *words] for one in (python, sys.executable)]
            pairs = [(_run(sides[0], environment), _run(sides[1], environment)) for _ in range(PAIRS + 2)][2:]
            ratio = statistics.median(a / b for a, b in pairs)
            theirs, ours = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
            told = f"opscareer {' '.join(words)}"
            sys.stdout.write(f"{told:40} there {theirs:6.1f} ms  here {ours:6.1f} ms  ratio {ratio:.3f}\n")


def _first_question(ours: list[str], baseline: list[str], environment: dict[str, str]) -> None:
    """Print how long it takes until the first question stands on a terminal, in full and in plain prompts."""
    for words in (["assess", "--no-save"], ["assess", "--no-save", "--plain"]):
        pairs = [(_until(words, ours, environment), _run(baseline, environment)) for _ in range(PAIRS // 4 + 2)][2:]
        _told(words, pairs, "until the first question")


def _until(words: list[str], ours: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    command = [*ours, *words]
    child = pexpect.spawn(command[0], command[1:], env={**environment, "TERM": "xterm"}, timeout=20)
    child.expect(b"position")
    taken = time.perf_counter() - start
    child.close(force=True)
    return taken


def _folder(package: str) -> str:
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return spec.submodule_search_locations[0]


def _run(words: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _report(words: list[str], ours: list[str], baseline: list[str], environment: dict[str, str]) -> None:
    pairs = [(_run(ours, environment), _run(baseline, environment)) for _ in range(PAIRS + 2)][2:]
    _told(words, pairs, "")


def _told(words: list[str], pairs: list[tuple[float, float]], what: str) -> None:
    ratio = statistics.median(a / b for a, b in pairs)
    mine, empty = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
    told = f"opscareer {' '.join(words)} {what}".strip()
    sys.stdout.write(f"{told:60} {mine:6.1f} ms  empty typer app {empty:6.1f} ms  ratio {ratio:.3f}\n")


if __name__ == "__main__":
    main()
