"""What is kept, under load: many assessments, several who write at once, and processes killed while they write.

`python bench/kept.py many [COUNT]` fills a file of answers and prints what commands take with it, seconds and memory,
beside the same with one assessment. `python bench/kept.py together [EACH]` has four processes take assessments into the
same file; `python bench/kept.py killed [TIMES]` kills each kind of writing at random moments. Both end with 1 where
anything was lost, is half there, or ended in a traceback. All of it happens in a folder of its own.
"""

import json
import os
import pty
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

SEED, MANY, EACH, TIMES = 20261127, 50_000, 50, 60
ANSWERS = """schema: opscareer/answers/1
answers: {current: [bd/specialist], years: 2, skill.negotiation: 3, skill.client-development: 4}
"""
TYPED = "BD专员\n\n3\n2\n2\n3\n4\n1\n2\n3\n3\n2\n".encode()
PROGRAM = [sys.executable, "-m", "opscareer"]


def main() -> int:
    """Run what is asked for; 1 where something failed."""
    words = sys.argv[1:] or ["together"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        Path(folder, "me.yaml").write_text(ANSWERS, encoding="utf-8")
        _take_in(Path(folder), "first", [0])
        return RUNS[words[0]](Path(folder), *map(int, words[1:2]))


def called(*words: str) -> subprocess.CompletedProcess[str]:
    """Return how a command line of the program ended."""
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False)


def many(folder: Path, count: int = MANY) -> int:
    """Print what commands take with one assessment and with many."""
    commands = [("gap", "bd/manager"), ("history",), ("history", "--json"), ("plan",)]
    last = [("history", "--delete", "12"), ("history", "--recover"), ("history", "--delete", "all")]
    before = [measured(*command) for command in commands]
    _fill(store_in(folder), count)
    size = store_in(folder).stat().st_size / 1e6
    print(f"{count} assessments, {size:.0f} MB\n\n| command | of one | of all | memory | code |\n|---|---|---|---|---|")
    for command, one in zip([*commands, *last], [*before, *[None] * len(last)], strict=True):
        seconds, memory, code = measured(*command)
        name = " ".join(word for word in command)
        print(
            f"| {name} | {f'{one[0]:.2f} s' if one else ''} | {seconds:.2f} s | {memory:.0f} MB | {code} |", flush=True
        )
    return 0


def measured(*words: str) -> tuple[float, float, int]:
    """Return what a command line takes: seconds, megabytes at most, and its code."""
    start = time.perf_counter()
    with subprocess.Popen([*PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, used.ru_maxrss / 1000, process.returncode


def together(folder: Path, each: int = EACH) -> int:
    """Let four processes keep assessments at once; print how many are there of how many."""
    before = kept()
    with ThreadPoolExecutor(4) as four:
        ended = four.map(lambda who: [_take_in(folder, str(who), [1 + who * each + n]) for n in range(each)], range(4))
        runs = [run for one in ended for run in one]
    failed = [run for run in runs if run.returncode or "Traceback" in run.stderr]
    print(f"{kept() - before} of {len(runs)} kept, {len(failed)} failed")
    print("\n".join(run.stderr for run in failed[:3]))
    return int(bool(failed) or kept() - before != len(runs))


def killed(folder: Path, times: int = TIMES) -> int:
    """Kill each kind of writing at random moments; print how often something was half there."""
    chance, saved = random.Random(SEED), folder / "saved.yaml"  # noqa: S311 - moments, not secrets
    _take_in(folder, "many", range(200))
    whole, usual = kept(), measured("history")[0]
    runs: dict[str, tuple[Sequence[str], Callable[[], bool]]] = {
        "assess": (("assess", "--plain"), lambda: kept() >= whole),
        "assess --save": (("assess", "--plain", "--save", str(saved)), lambda: _opens(saved)),
        "delete": (("history", "--delete", "all"), lambda: kept() in (0, whole)),
        "import": (("history", "--import", str(folder / "many.json")), lambda: kept() in (0, whole)),
    }
    bad = 0
    for name, (words, good) in runs.items():
        halves = through = 0
        for _ in range(times):
            _prepared(folder, name, saved)
            through += _killed(words, usual * chance.uniform(0.3, 2)) == 0
            halves += not (_sound(folder) and good())
        print(f"{name}: {times} times, {through} of them through before they were killed, {halves} bad", flush=True)
        bad += halves
    return int(bad > 0)


def _take_in(folder: Path, name: str, minutes: Iterable[int]) -> subprocess.CompletedProcess[str]:
    """Import assessments, one for each minute."""
    one = {"kb_sha256": "0" * 64, "answers": {"current": ["bd/specialist"]}, "advice": _advice(str(folder / "me.yaml"))}
    told = [{"taken_at": f"2026-01-{1 + m // 1440:02}T{m // 60 % 24:02}:{m % 60:02}:00Z", **one} for m in minutes]
    file = folder / f"{name}.json"
    file.write_text(json.dumps({"schema": "opscareer/export/1", "assessments": told}), encoding="utf-8")
    return called("history", "--import", str(file))


@cache
def _advice(file: str) -> object:
    return json.loads(called("assess", "--json", "--answers", file).stdout)


def _killed(words: Sequence[str], after: float) -> int:
    """Return the code of a command line at a terminal that is killed after some seconds, unless it has ended."""
    ours, theirs = pty.openpty()
    os.write(ours, TYPED)
    with subprocess.Popen([*PROGRAM, *words], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
    os.close(ours)
    return process.returncode


def _prepared(folder: Path, name: str, saved: Path) -> None:
    """Bring what is kept to where a kind of writing begins."""
    if name == "delete":
        called("history", "--import", str(folder / "many.json"))
    elif name == "import":
        called("history", "--delete", "all")
    saved.write_text(ANSWERS, encoding="utf-8")


def _opens(saved: Path) -> bool:
    """Return whether a file of answers is read, and holds what it held before."""
    told = called("gap", "bd/manager", "--json", "--answers", str(saved))
    return told.returncode == 0 and "skill.client-development: 4" in saved.read_text(encoding="utf-8")


def _sound(folder: Path) -> bool:
    with sqlite3.connect(store_in(folder)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        torn = connection.execute(
            "SELECT count(*) FROM assessment LEFT JOIN summary ON id = assessment WHERE assessment IS NULL"
        ).fetchone()[0]
    connection.close()
    return whole and not torn


def store_in(folder: Path) -> Path:
    """Return the file of answers."""
    return folder / "opscareer" / "answers.sqlite3"


def kept() -> int:
    """Return how many assessments are kept."""
    return len(json.loads(called("history", "--json").stdout)["assessments"])


def _fill(path: Path, count: int) -> None:
    """Copy the assessment that is there, each a minute after the one before."""
    at = "strftime('%Y-%m-%dT%H:%M:%SZ', '2020-01-01', '+' || n || ' minutes')"
    numbers = f"WITH RECURSIVE c(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM c WHERE n <= {count})"  # noqa: S608
    with sqlite3.connect(path) as connection:
        for table, columns in (("assessment", "kb_sha256, answers, advice"), ("summary", "kb_sha256, current, next")):
            key = "id" if table == "assessment" else "assessment"
            copied = f"SELECT n + 10, {at}, {columns} FROM {table}, c WHERE {key} = 1"  # noqa: S608 - ours
            connection.execute(f"{numbers} INSERT INTO {table} ({key}, taken_at, {columns}) {copied}")
    connection.close()


RUNS: dict[str, Callable[..., int]] = {"many": many, "together": together, "killed": killed}

if __name__ == "__main__":
    sys.exit(main())
