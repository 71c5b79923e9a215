"""Whatever bytes come in: read, or refused by an error of the program; nothing that is shown commands a terminal.

tests/corpus holds a few inputs of each reader, and what fuzzing (bench/fuzz.py) once found.
"""

from pathlib import Path

import pytest
from counting import calls
from hypothesis import given
from hypothesis import strategies as st
from readers import Readers, unclean

from opscareer.model.kb import KnowledgeBase
from opscareer.model.lexicon import Lexicon

CORPUS = Path(__file__).parent / "corpus"
FILES = {folder.name: [path.read_bytes() for path in sorted(folder.iterdir())] for folder in sorted(CORPUS.iterdir())}
LETTERS = "\u202e\u200b\ufeff\u2028年：，《"
INSERTED = st.sampled_from(
    [*(bytes([number]) for number in range(256)), *map(str.encode, LETTERS), b"\x1b[31m", b"9" * 9]
)


@pytest.fixture(scope="module")
def readers(kb: KnowledgeBase, lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Readers:
    """All readers, with the built-in knowledge base."""
    return Readers(kb, lexicon, tmp_path_factory.mktemp("readers"))


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """Return an input of a reader with some bytes inserted, taken out, doubled, or put elsewhere."""
    data = draw(st.sampled_from(FILES[name]))
    for _ in range(draw(st.integers(1, 4))):
        begin, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        part = draw(st.sampled_from([b"", data[begin:end] * 2, data[end:] + data[begin:end]]) | INSERTED)
        data = data[:begin] + part + data[end if draw(st.booleans()) else begin :]
    return data[:8000]


def test_each_has_a_corpus(readers: Readers) -> None:
    """Every reader has inputs to begin with."""
    assert FILES.keys() == readers.all.keys()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found(readers: Readers, path: Path) -> None:
    """What was once found to break a reader is read or refused."""
    assert unclean(readers.shown(path.parent.name, path.read_bytes())) == []


@pytest.mark.parametrize("name", FILES)
def test_whatever_comes(readers: Readers, name: str) -> None:
    """An input that somebody or something spoilt is read or refused, in words that are safe to show."""

    @given(changed(name))
    def holds(data: bytes) -> None:
        assert unclean(readers.shown(name, data)) == []

    holds()


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("store", "rows", "word", "typed", "title")])
@pytest.mark.parametrize("number", [0, 1])
def test_twice_the_input_is_twice_the_work(readers: Readers, name: str, number: int) -> None:
    """What an input makes to do grows as its length, refused or read: counted in calls, the same on every machine."""
    data = FILES[name][number % len(FILES[name])]
    once, twice = (calls(lambda n=n: readers.shown(name, data * n)) for n in (20, 40))  # type: ignore[misc]
    assert twice < 2.3 * once + 5000


def test_many_posts_are_read_at_once(readers: Readers) -> None:
    """Of a thousand posts in a résumé each takes as little as of a hundred, and no list of names is made for one."""
    few, many = (calls(lambda n=n: readers.shown("resume", "2020.01-2021.01 运营\n".encode() * n)) for n in (100, 1000))  # type: ignore[misc]
    assert many < 10.5 * few
    assert many < 1000 * 1000
