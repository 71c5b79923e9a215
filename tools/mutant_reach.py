"""Which tests run a line of the program, by what coverage.py measured test by test, and how long they take."""

import functools
import gc
import json
import os
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

import pytest
from coverage import CoverageData
from mutants import SOURCE, Mutant

KEPT = SOURCE.parent / ".mutants"
PACKAGES = ("model", "advice", "interview", "match", "knowledge", "store")
_PART = re.compile(r"\|(?:setup|run|teardown)$")  # of a test, as pytest-cov adds it
_UNTIMED = 0.02  # seconds, of a test of which that is not known
_COVERAGE = ["--cov", "--cov-context=test", "--cov-report=", f"--cov-config={KEPT / 'coverage.rc'}"]


def measure(paths: list[str]) -> int:
    """Run tests and keep which lines each of them runs."""
    packages = "\n    ".join(f"opscareer.{one}" for one in PACKAGES)
    (KEPT / "coverage.rc").write_text(f"[run]\nbranch = false\nsource_pkgs =\n    {packages}\n")
    data = KEPT / f"coverage.{sha256(' '.join(paths).encode()).hexdigest()[:8]}"
    data.unlink(missing_ok=True)
    os.environ["COVERAGE_FILE"] = str(data)
    timing = Timing()
    code = pytest.main(["-q", "-n", "0", *_COVERAGE, *paths], plugins=[timing])
    sources = {file: path.read_text() for file, path in files_of_all()}
    data.with_suffix(data.suffix + ".took").write_text(json.dumps({"took": timing.took, "sources": sources}))
    return int(code)


def files_of_all() -> Iterator[tuple[str, Path]]:
    """Yield the files that are mutated, each with its name below src/opscareer."""
    for package in PACKAGES:
        for path in sorted((SOURCE / "opscareer" / package).rglob("*.py")):
            yield path.relative_to(SOURCE / "opscareer").as_posix(), path


class Timing:
    """Notes how long each test takes, and has each work out anew what else only the first would reach."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}

    def pytest_runtest_setup(self) -> None:
        """Forget what was worked out in the tests before."""
        for one in gc.get_objects():
            if isinstance(one, functools._lru_cache_wrapper) and (one.__module__ or "").startswith("opscareer"):
                one.cache_clear()
            elif type(one).__name__ == "KnowledgeBase":
                kind = type(one)
                for name in [
                    name for name in vars(one) if isinstance(getattr(kind, name, None), functools.cached_property)
                ]:
                    del vars(one)[name]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add the time of a part of a test."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0.0) + report.duration


class Reach:
    """Which tests run a line, and how long they take."""

    def __init__(self, beside: Path | None = None) -> None:
        done = [] if beside else sorted(KEPT.glob("coverage.*.took"))  # a run that is not over has none
        told = [json.loads(path.read_text()) for path in done]
        self._data = [(_read(path.with_suffix("")), one["sources"]) for path, one in zip(done, told, strict=True)]
        if beside:
            now = {file: path.read_text() for file, path in files_of_all()}
            self._data = [(_read(path), now) for path in sorted(beside.iterdir())]
        self._lines: dict[str, dict[int, set[str]]] = {}
        self.durations: dict[str, float] = {test: took for one in told for test, took in one["took"].items()}
        if beside:
            tests = {context for data, _ in self._data for context in data.measured_contexts() if context}
            self.durations = dict.fromkeys(tests, _UNTIMED)

    def tests(self, mutant: Mutant, seconds: float) -> list[str]:
        """Return the tests that reach a mutant, its own file's first, the quickest first, for so many seconds.

        After them come the others of the same files: what is worked out once is reached by the first that asks for it.
        """
        lines = self._lines.get(mutant.file) or self._lines.setdefault(mutant.file, self._of(mutant.file))
        reaching = set().union(*(lines.get(line, set()) for line in mutant.lines))
        chosen: list[str] = []
        spent = 0.0
        files = {test.partition("::")[0] for test in reaching}
        beside = {test for test in self.durations if test.partition("::")[0] in files}

        def order(test: str) -> tuple[bool, int, float, str]:
            return test not in reaching, _far(mutant, test), self.durations.get(test, _UNTIMED), test

        for test in sorted(reaching | beside, key=order):
            spent += self.durations.get(test, _UNTIMED)
            if chosen and spent > seconds:
                break
            chosen.append(test)
        return chosen

    def _of(self, file: str) -> dict[int, set[str]]:
        lines: dict[int, set[str]] = {}
        path = SOURCE / "opscareer" / file
        for data, sources in self._data:
            now = moved(sources.get(file, ""), path.read_text())
            for line, contexts in data.contexts_by_lineno(str(path)).items():
                for place in now.get(line, ()):
                    lines.setdefault(place, set()).update(_PART.sub("", one) for one in contexts if one)
        return lines


def moved(before: str, after: str) -> dict[int, range]:
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
