"""The bytes of a file that somebody wrote."""

from pathlib import Path

from opscareer.written.files import MAX_BYTES, content


def test_content(tmp_path: Path) -> None:
    """A file is read whole, and one that is far too large no further than to see that."""
    file = tmp_path / "kb.yaml"
    file.write_bytes(b"a" * MAX_BYTES)
    assert content(file) == file.read_bytes()
    with file.open("wb") as large:
        large.truncate(100 * MAX_BYTES)
    assert len(content(file)) == MAX_BYTES + 1
