"""All that can be wrong with a knowledge base, as it is told in both languages: golden lists in `told/`.

`pytest tests/knowledge/test_told.py --update-transcripts` writes them anew; read the difference before you keep it.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from kb_files import SMALL, faults_of, findings

from opscareer.errors import Fault

TOLD = Path(__file__).parent / "told"


def lines(faults: Iterable[Fault]) -> str:
    """Return each fault as people are told it, in one language and in the other."""
    return "\n".join(f"{fault.told('zh')}\n{fault.told('en')}\n" for fault in faults)


def written(name: str) -> str:
    """Return a knowledge base in which much is wrong."""
    return (TOLD / f"{name}.yaml").read_text(encoding="utf-8")


def compare(name: str, faults: Iterable[Fault], request: pytest.FixtureRequest) -> None:
    """Assert that what is told is what was told before."""
    golden = TOLD / f"{name}.txt"
    if request.config.getoption("--update-transcripts"):
        golden.write_text(lines(faults), encoding="utf-8")
    assert lines(faults) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["shape", "check"])
def test_faults(name: str, request: pytest.FixtureRequest) -> None:
    """Every fault of one file is told at once: its place, its trail, what was expected and what comes nearest."""
    compare(name, faults_of(written(name)), request)


def test_faults_of_an_overlay(request: pytest.FixtureRequest) -> None:
    """What an overlay names twice, takes away though it is not there, or misspells is told where it says so."""
    compare("over", faults_of(SMALL, written("over")), request)


def test_findings(request: pytest.FixtureRequest) -> None:
    """What works and was hardly meant is told as a warning where it is one, in the order of the rules."""
    compare("lint", findings(written("lint")), request)
