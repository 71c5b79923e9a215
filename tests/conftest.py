"""What many tests need: the built-in knowledge base, and a surrounding that is the same everywhere."""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from opscareer.knowledge import open_kb
from opscareer.knowledge.open import Opened
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import Lexicon
from opscareer.model.market import Market

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
    "LINES",
    "TERM",
]

_CORE = ("advice", "interview", "match", "model", "views")
_PAGES = ("catalogue", "compare", "match", "path", "plan", "team")
_PAGES_OF_THE_CORE = {"test_report_markdown.py", *(f"test_render_{page}.py" for page in _PAGES)}

# Who starts the tests in the background starts them with Ctrl-C ignored, and so would each program that they start be.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# hypothesis prints a record field by field for each strategy that takes one. Of a knowledge base that is half a million
# letters: minutes now and then, and a warning, which is an error here.
KnowledgeBase._repr_pretty_ = lambda self, printer, _: printer.text(repr(self))  # type: ignore[attr-defined]

# The same examples each time: what passes here passes anywhere. `--hypothesis-profile=search` looks further afield.
settings.register_profile("search", deadline=None, max_examples=200)
settings.register_profile("tests", deadline=None, max_examples=16, derandomize=True)
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden transcripts be written anew."""
    parser.addoption("--update-transcripts", action="store_true", help="write the golden transcripts anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by which tests the coverage of the core is counted: its own and those of what its words look like."""
    for item in items:
        own = item.path.parent.name in _CORE or item.path.name in _PAGES_OF_THE_CORE
        if own and not item.get_closest_marker("uncounted"):
            item.add_marker("counted")


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as the program does: it took a third of the tests' time."""
    gc.set_threshold(100_000)


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for caches that all tests share, those of other workers too: what is compiled is compiled once."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "warm"


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, warm: Path) -> None:
    """Give every test a home of its own, English, 80 columns, and no colours asked for."""
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PAGER", "cat")  # nobody turns pages in a test
    monkeypatch.setenv("OPSCAREER_DEBUG", "1")  # an error that nobody foresaw fails a test as what it is
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(warm))


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, _surroundings: None) -> None:
    """Give a test a cache of its own, in which nothing is yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg_cache_home"))


@contextmanager
def _cached_in(folder: Path) -> Iterator[Opened]:
    """Open the built-in knowledge base for what outlives a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield open_kb(None)


@pytest.fixture(scope="session")
def kb(warm: Path) -> KnowledgeBase:
    """The built-in knowledge base."""
    with _cached_in(warm) as opened:
        return opened.whole()


@pytest.fixture(scope="session")
def lexicon(warm: Path) -> Lexicon:
    """What reading ads takes of it."""
    with _cached_in(warm) as opened:
        return opened.lexicon()


@pytest.fixture(scope="session")
def market(warm: Path) -> Market:
    """What its market says."""
    with _cached_in(warm) as opened:
        return opened.market()
