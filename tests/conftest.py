"""What many tests need: the built-in knowledge base, and a surrounding that is the same everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase

SURROUNDINGS = [
    "OPSCAREER_LANG",
    "OPSCAREER_PLAIN",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "PY_COLORS",
    "COLUMNS",
    "TERM",
]

# hypothesis prints a record field by field for each strategy that takes one. Of a knowledge base that is half a million
# letters: minutes now and then, and a warning, which is an error here.
KnowledgeBase._repr_pretty_ = lambda self, printer, _: printer.text(repr(self))  # type: ignore[attr-defined]

settings.register_profile("tests", deadline=None, max_examples=25)
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden transcripts be written anew."""
    parser.addoption("--update-transcripts", action="store_true", help="write the golden transcripts anew")


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give every test a home and a cache of its own, English, 80 columns, and no colours asked for."""
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """The built-in knowledge base."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield open_kb(None).whole()
