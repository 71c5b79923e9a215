"""A pytest plugin: collects once, then forks for each mutant and runs there the tests that reach it, until one fails.

What a fork costs is its tests alone: nothing is imported, collected or compiled again. A child that computes for too
long by the clock of its own processor has been caught too; how busy the machine is plays no part in it.
"""

import functools
import gc
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from mutants import Mutant

Selected = Mapping[str, tuple[Mutant | None, Sequence[str]]]
_LOADING = {"model", "knowledge"}  # of these a mutant may lie in the loading itself
_MEMORY = 6 << 30
_LIMITS = (5, 2)  # seconds, and how many times what the tests take without a mutant


class Runner:
    """Runs the tests selected for each mutant and writes one line of JSON a mutant."""

    def __init__(self, selected: Selected, durations: dict[str, float], out: Path, jobs: int) -> None:
        self.selected, self.durations, self.out, self.jobs = selected, durations, out, jobs
        self.killer = ""
        self.cached: list[Any] = []
        self.ready: dict[str, Any] = {}  # what a child need not load again

    def pytest_sessionstart(self) -> None:
        """Let hypothesis find the same each time, and not look for the smallest."""
        import hypothesis  # late: pytest rewrites its asserts as it is imported

        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutants", hypothesis.settings.get_profile("tests"), derandomize=True, database=None, phases=phases
        )
        hypothesis.settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Fork for each mutant."""
        base = session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        loaded = _warm(base / "warm")
        items = {item.nodeid: item for item in session.items}
        self.cached = _caches()
        gc.collect()
        gc.freeze()
        running: dict[int, tuple[str, float, Path]] = {}
        for number, (name, (mutant, tests)) in enumerate(self.selected.items()):
            while len(running) >= self.jobs:
                self._reap(running)
            own = base / f"m{number}"
            _copied(base / "warm", own / "warm")
            chosen = [items[test] for test in tests if test in items]
            self.ready = {} if mutant is None or mutant.package in _LOADING else loaded
            if child := os.fork():
                running[child] = (name, time.monotonic(), own)
            else:
                self._child(session, mutant, chosen, own)
        while running:
            self._reap(running)
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Any:
        """Give a test the knowledge base that was loaded before the fork."""
        if (value := self.ready.get(fixturedef.argname)) is None or fixturedef.scope != "session":
            return None
        fixturedef.cached_result = (value, fixturedef.cache_key(request), None)
        return value

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the first test that fails."""
        if report.failed and not self.killer:
            self.killer = report.nodeid

    def _child(self, session: pytest.Session, mutant: Mutant | None, tests: list[pytest.Item], own: Path) -> None:
        """Run the tests with the mutant in place."""
        try:
            os.setpgid(0, 0)
            sink = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(sink, stream)
            session.config._tmp_path_factory._basetemp = own  # type: ignore[attr-defined]
            os.chdir(own)  # a mutant may write a file named None
            seconds = _LIMITS[0] + _LIMITS[1] * sum(self.durations.get(test.nodeid, 0.1) for test in tests)
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            for one in self.cached:
                one.cache_clear()
            if mutant:
                mutant.apply()
            for item, following in zip(tests, [*tests[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self.killer:
                    break
            (own / "said").write_text(self.killer or "-")
        except BaseException as error:
            (own / "said").write_text(f"error {error!r}")
        os._exit(0)

    def _reap(self, running: dict[int, tuple[str, float, Path]]) -> None:
        """Wait for a child, and end one that sleeps for ever."""
        while True:
            child, status, used = os.wait4(-1, os.WNOHANG)
            if child in running:
                break
            for one, (_, begun, _) in running.items():
                if time.monotonic() - begun > 600:
                    os.killpg(one, signal.SIGKILL)
            time.sleep(0.01)
        name, _, own = running.pop(child)
        said = (own / "said").read_text() if (own / "said").exists() else ""
        killed = "time" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU else "gone"
        result = "survived" if said == "-" else "killed" if said else killed
        seconds = round(used.ru_utime + used.ru_stime, 2)
        row = {"name": name, "result": result, "by": said, "seconds": seconds, "tests": len(self.selected[name][1])}
        with self.out.open("a") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        shutil.rmtree(own, ignore_errors=True)


def _warm(folder: Path) -> dict[str, Any]:
    """Compile the built-in knowledge base once for all, and return what the fixtures of that name give."""
    from opscareer.knowledge import open_kb

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        opened = open_kb(None)
        return {"kb": opened.whole(), "lexicon": opened.lexicon(), "market": opened.market()}


def _copied(folder: Path, to: Path) -> None:
    """Give a child a cache of its own, which it may spoil: files are replaced there, never written in."""
    shutil.copytree(folder, to, copy_function=os.link)


def _caches() -> list[Any]:
    """Return the functions of the program that remember: what they do was found without the mutant."""
    kept = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return [one for one in kept if (one.__module__ or "").startswith("opscareer")]


def run(selected: Selected, durations: dict[str, float], out: Path, jobs: int, files: Sequence[str]) -> int:
    """Run the mutants against the tests of some files and return pytest's exit code."""
    options = ["-n", "0", "-q", "-p", "no:cacheprovider", "--capture=sys", "--no-cov", *files]
    plugin: Any = Runner(selected, durations, out, jobs)
    sys.argv[1:] = []
    return int(pytest.main(options, plugins=[plugin]))
