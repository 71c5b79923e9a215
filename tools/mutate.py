"""Mutation testing: what of the program could be otherwise without any test noticing.

    python tools/mutate.py --measure tests/advice tests/match    # first: which lines each test runs, for how long
    python tools/mutate.py advice match/clauses.py --sample 80   # of each package; without --sample all
    python tools/mutate.py --again                               # those that survived, with twenty times as many tests

What was found is kept in .mutants/ and not run again. `--show` lists the survivors with what they change.
"""

import argparse
import json
import os
import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any

import mutant_tests
import pytest
from coverage import CoverageData
from mutants import SOURCE, Mutant, mutants_of

HERE = SOURCE.parent
KEPT = HERE / ".mutants"
PACKAGES = ("model", "advice", "interview", "match", "knowledge", "store")
_COVERAGE = ["--cov", "--cov-context=test", "--cov-report=", f"--cov-config={KEPT / 'coverage.rc'}"]


def main() -> int:
    """Run what is asked for and tell how many were killed."""
    told = _options()
    KEPT.mkdir(exist_ok=True)
    if told.measure:
        return measure(told.parts)
    found = found_so_far()
    mutants = [one for one in generated() if _meant(one, told.parts)]
    if not told.show:
        chosen = _chosen(mutants, found, told)
        run(chosen, told)
        found = found_so_far()
        if told.sample:
            mutants = sampled(mutants, told.sample, told.seed)
    tell(mutants, found, show=told.show)
    ran = [found[key(one)]["result"] for one in mutants if key(one) in found]
    return int(bool(told.least) and ran.count("survived") > (1 - told.least) * len(ran))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="packages, files or names of mutants (advice/fit.py:by_group:16)")
    parser.add_argument("--measure", action="store_true", help="measure which lines the given tests run")
    parser.add_argument("--sample", type=int, default=0, help="so many of each package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=3.0, help="of tests a mutant, at most")
    parser.add_argument("--again", action="store_true", help="those that survived, with twenty times as many tests")
    parser.add_argument("--show", action="store_true", help="run nothing; list the survivors")
    parser.add_argument("--least", type=float, default=0.0, help="fail below this share of killed ones")
    return parser.parse_args()


def key(mutant: Mutant) -> str:
    """Return what a mutant is known by: its name and its text, so that a change of the function asks anew."""
    return mutant.name + "@" + sha256(mutant.source.encode()).hexdigest()[:8]


def generated() -> list[Mutant]:
    """Return all mutants of the packages; those of a file that has not changed are kept from the last time."""
    store = KEPT / "mutants.pickle"
    kept: dict[str, tuple[str, list[Mutant]]] = pickle.loads(store.read_bytes()) if store.exists() else {}  # noqa: S301
    for _, path in _files():
        digest = sha256(path.read_bytes()).hexdigest()
        if kept.get(str(path), ("",))[0] != digest:
            kept[str(path)] = (digest, mutants_of(path))
    store.write_bytes(pickle.dumps(kept))
    return [mutant for path, (_, found) in sorted(kept.items()) if Path(path).exists() for mutant in found]


def found_so_far() -> dict[str, dict[str, Any]]:
    """Return the last result of each mutant that was run."""
    results = KEPT / "results.jsonl"
    rows = map(json.loads, results.read_text().splitlines()) if results.exists() else ()
    return {row["name"]: row for row in rows}


def sampled(mutants: Iterable[Mutant], size: int, seed: int) -> list[Mutant]:
    """Return so many of each package, the same for the same seed."""
    by_package: dict[str, list[Mutant]] = {}
    for one in mutants:
        by_package.setdefault(one.package, []).append(one)
    return [
        one
        for few in by_package.values()
        for one in random.Random(seed).sample(few, min(size, len(few)))  # noqa: S311
    ]


def measure(paths: list[str]) -> int:
    """Run tests and keep which lines each of them runs."""
    packages = "\n    ".join(f"opscareer.{one}" for one in PACKAGES)
    (KEPT / "coverage.rc").write_text(f"[run]\nbranch = false\nsource_pkgs =\n    {packages}\n")
    data = KEPT / f"coverage.{sha256(' '.join(paths).encode()).hexdigest()[:8]}"
    data.unlink(missing_ok=True)
    os.environ["COVERAGE_FILE"] = str(data)
    timing = Timing()
    code = pytest.main(["-q", "-n", "0", *_COVERAGE, *paths], plugins=[timing])
    sources = {file: path.read_text() for file, path in _files()}
    data.with_suffix(data.suffix + ".took").write_text(json.dumps({"took": timing.took, "sources": sources}))
    return int(code)


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the files that are mutated, each with its name below src/opscareer."""
    for package in PACKAGES:
        for path in sorted((SOURCE / "opscareer" / package).rglob("*.py")):
            yield path.relative_to(SOURCE / "opscareer").as_posix(), path


class Timing:
    """Notes how long each test takes that does not fail."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add the time of a part of a test."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0.0) + report.duration


class Reach:
    """Which tests run a line, and how long they take."""

    def __init__(self) -> None:
        done = sorted(KEPT.glob("coverage.*.took"))  # a run that is not over has none
        told = [json.loads(path.read_text()) for path in done]
        self._data = [(_read(path.with_suffix("")), one["sources"]) for path, one in zip(done, told, strict=True)]
        self._lines: dict[str, dict[int, set[str]]] = {}
        self.durations: dict[str, float] = {test: took for one in told for test, took in one["took"].items()}

    def tests(self, mutant: Mutant, seconds: float) -> list[str]:
        """Return the tests that reach a mutant: its own file's first, the quickest first, for so many seconds."""
        lines = self._lines.get(mutant.file) or self._lines.setdefault(mutant.file, self._of(mutant.file))
        reaching = set().union(*(lines.get(line, set()) for line in mutant.lines))
        chosen: list[str] = []
        spent = 0.0
        for test in sorted(reaching, key=lambda test: (_far(mutant, test), self.durations.get(test, 0.1), test)):
            spent += self.durations.get(test, 0.1)
            if chosen and spent > seconds:
                break
            chosen.append(test)
        return chosen

    def _of(self, file: str) -> dict[int, set[str]]:
        lines: dict[int, set[str]] = {}
        path = SOURCE / "opscareer" / file
        for data, sources in self._data:
            now = _moved(sources.get(file, ""), path.read_text())
            for line, contexts in data.contexts_by_lineno(str(path)).items():
                for place in now.get(line, ()):
                    lines.setdefault(place, set()).update(one.rpartition("|")[0] for one in contexts if one)
        return lines


def _moved(before: str, after: str) -> dict[int, range]:
    """Return where lines that were measured are now; of those that changed all that came in their place."""
    found = {}
    for _, a, b, c, d in SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes():
        for line in range(a, b):
            found[line + 1] = range(c + line - a + 1, c + line - a + 2) if b - a == d - c else range(c + 1, d + 1)
    return found


def _read(path: Path) -> CoverageData:
    data = CoverageData(str(path))
    data.read()
    return data


def _far(mutant: Mutant, test: str) -> int:
    """Return how far a test stands from what is mutated: in the file named after it, the folder, elsewhere."""
    own = Path(mutant.file).stem in Path(test.partition("::")[0]).stem
    return 0 if own else 1 if f"tests/{mutant.package}/" in test else 2


def _meant(mutant: Mutant, parts: list[str]) -> bool:
    return not parts or any(
        mutant.name == part or f"{mutant.file}/".startswith(f"{part.rstrip('/')}/") for part in parts
    )


def _chosen(mutants: list[Mutant], found: Mapping[str, Mapping[str, Any]], told: argparse.Namespace) -> list[Mutant]:
    if told.again:
        return [one for one in mutants if found.get(key(one), {}).get("result") in ("survived", "gone")]
    few = sampled(mutants, told.sample, told.seed) if told.sample else mutants
    return [one for one in few if key(one) not in found]


def run(mutants: list[Mutant], told: argparse.Namespace) -> None:
    """Run mutants; those that no test reaches are noted as such."""
    reach = Reach()
    seconds = told.seconds * (20 if told.again else 1)
    selected = {key(one): (one, reach.tests(one, seconds)) for one in mutants}
    with (KEPT / "results.jsonl").open("a") as file:
        for name in [name for name, (_, tests) in selected.items() if not tests]:
            file.write(
                json.dumps({"name": name, "result": "survived", "by": "no test", "seconds": 0, "tests": 0}) + "\n"
            )
            del selected[name]
    files = sorted({test.partition("::")[0] for _, tests in selected.values() for test in tests})
    if files:
        mutant_tests.run(selected, reach.durations, KEPT / "results.jsonl", told.jobs, files)


def tell(mutants: list[Mutant], found: Mapping[str, Mapping[str, Any]], *, show: bool) -> None:
    """Print the table, and the survivors if they are asked for."""
    counts: dict[str, Counter[str]] = {}
    for one in mutants:
        if row := found.get(key(one)):
            for whole in (one.package, one.file):
                counts.setdefault(whole, Counter())[row["result"]] += 1
        if show and row and row["result"] not in ("killed", "time"):
            print(f"=== {one.name} ({row['result']}, {row['tests']} tests)\n- {one.before}\n+ {one.after}")
    for whole, count in sorted(counts.items()):
        every = count.total()
        print(f"{whole:34} {every - count['survived']:5} of {every:5} killed  {1 - count['survived'] / every:6.1%}")


if __name__ == "__main__":
    sys.exit(main())
