"""What is kept between two starts: found again under its key, and no error where it is damaged or cannot be kept."""

import os
import stat
from pathlib import Path

import pytest

from opscareer.knowledge import cache

KEY = ["1.0", [["kb.yaml", 10, 20]]]
PARTS = [{"name": "小店"}, [1, 2.5, None, "line\nbreak"], 12345]


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A file in which the parts are stored under the key."""
    path = tmp_path / "cache" / "kb.json"
    cache.store(path, KEY, PARTS)
    return path


@pytest.mark.parametrize("wanted", [(0,), (1,), (2, 0), (0, 1, 2)])
def test_there_and_back(stored: Path, wanted: tuple[int, ...]) -> None:
    """The parts that are asked for come back as they were, in the order asked."""
    assert cache.load(stored, KEY, wanted) == [PARTS[part] for part in wanted]


def test_other_key(stored: Path) -> None:
    """What was stored under another key is not used."""
    assert cache.load(stored, ["1.1", *KEY[1:]], (0,)) is None


def test_stored_again(stored: Path) -> None:
    """What is stored again replaces what was there."""
    cache.store(stored, ["1.1"], ["new"])
    assert cache.load(stored, ["1.1"], (0,)) == ["new"]
    assert cache.load(stored, KEY, (0,)) is None


def test_truncated(stored: Path) -> None:
    """Wherever the file breaks off, a part of it is used whole or not at all."""
    content = stored.read_bytes()
    for length in range(len(content)):
        stored.write_bytes(content[:length])
        for part, value in enumerate(PARTS):
            assert cache.load(stored, KEY, (part,)) == ([value] if content[:length].count(b"\n") > part + 1 else None)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n\n", b"null\nend", b"\xff\xfe\x00", b"PK\x03\x04", b"{}\n[]\nend", b"[" * 100_000 + b"\nend", b"end"],
)
def test_foreign(stored: Path, content: bytes) -> None:
    """A file that holds something else is as if it were not there."""
    stored.write_bytes(content)
    assert cache.load(stored, KEY, (0,)) is None


def test_damaged_part(stored: Path) -> None:
    """A part that is no JSON any more is as if nothing were there, and so is a part that was never stored."""
    stored.write_bytes(stored.read_bytes().replace(b'{"name"', b'{"name'))
    assert cache.load(stored, KEY, (0,)) is None
    assert cache.load(stored, KEY, (7,)) is None


def test_any_other_letter(stored: Path) -> None:
    """A part in which any byte is another one is not used, whatever JSON it makes."""
    whole = stored.read_bytes()
    for place in range(len(whole)):
        stored.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        found = cache.load(stored, KEY, (0, 1))
        assert found in (None, list(PARTS[:2]))


def test_missing(tmp_path: Path) -> None:
    """Where there is no file, or a folder in its place, there is nothing to use."""
    assert cache.load(tmp_path / "none.json", KEY, (0,)) is None
    assert cache.load(tmp_path, KEY, (0,)) is None


def test_file_for_folder(tmp_path: Path) -> None:
    """Where the folder cannot be made, nothing is kept, and nothing is said."""
    (tmp_path / "cache").write_text("mine")
    cache.store(tmp_path / "cache" / "kb.json", KEY, PARTS)
    assert (tmp_path / "cache").read_text() == "mine"


def test_folder_for_file(tmp_path: Path) -> None:
    """Where the file cannot be put in place, no half of it is left beside."""
    (tmp_path / "kb.json").mkdir()
    cache.store(tmp_path / "kb.json", KEY, PARTS)
    assert os.listdir(tmp_path) == ["kb.json"]


def test_private(stored: Path) -> None:
    """The folder is the user's own, and holds nothing but the file."""
    assert stat.S_IMODE(stored.parent.stat().st_mode) == 0o700
    assert os.listdir(stored.parent) == [stored.name]


def test_odd_names(tmp_path: Path) -> None:
    """A file name that is no UTF-8 can be part of a key."""
    key = [os.fsdecode(b"/kb/\xff.yaml")]
    cache.store(tmp_path / "kb.json", key, PARTS)
    assert cache.load(tmp_path / "kb.json", key, (1,)) == [PARTS[1]]


def test_key(tmp_path: Path) -> None:
    """The key follows from the paths, the sizes and the times of change of the files."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, second):
        path.write_text("a: 1\n")
        os.utime(path, ns=(0, 1_000))
    key = cache.key_of([first])
    assert cache.key_of([first]) == key
    assert cache.key_of([second]) != key
    assert cache.key_of([first, second]) != key
    os.utime(first, ns=(0, 1_001))
    assert cache.key_of([first]) != key
    first.write_text("a: 10\n")
    os.utime(first, ns=(0, 1_000))
    assert cache.key_of([first]) != key


def test_written_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not whole yet lies in the folder itself: the common one may be another disk, or not be there."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    cache.store(tmp_path / "kb.json", KEY, PARTS)
    assert cache.load(tmp_path / "kb.json", KEY, (0,)) == [PARTS[0]]
