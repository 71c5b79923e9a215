"""A pytest plugin: notes which tests run which lines of a few files, while something else counts the coverage of all.

    PYTHONPATH=tools MUTATED=advice/fit.py:match/clauses.py pytest -p mutant_beside

Only tests that stand near one of the files are watched (named after it, or of its package and importing it): to watch a
test takes as long again as the test, and those are the ones that a mutant is held against first.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from coverage import Coverage
from mutant_reach import KEPT
from mutants import SOURCE

FOLDER = KEPT / "beside"
_MUTATED = [Path(file) for file in os.environ.get("MUTATED", "").split(":") if file]
_WATCH = Coverage(
    data_file=str(FOLDER / "coverage"),
    data_suffix=os.environ.get("PYTEST_XDIST_WORKER", "alone"),
    include=[str(SOURCE / "opscareer" / file) for file in _MUTATED],
    config_file=False,
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Watch a test that stands near."""
    if not _is_near(item.path):
        return (yield)
    _WATCH.start()
    _WATCH.switch_context(item.nodeid)
    try:
        return (yield)
    finally:
        _WATCH.stop()


def pytest_sessionfinish() -> None:
    """Keep what was seen, each worker in a file of its own."""
    if _WATCH.get_data():
        FOLDER.mkdir(parents=True, exist_ok=True)
        _WATCH.save()


@cache
def _is_near(path: Path) -> bool:
    return any(_stands_near(path, file) for file in _MUTATED)


def _stands_near(path: Path, file: Path) -> bool:
    package, stem = file.parts[0], file.stem
    beside = path.parent.name == package and re.search(rf"opscareer\.{package}\b.*\b{stem}\b", path.read_text())
    return stem in path.stem or bool(beside)
