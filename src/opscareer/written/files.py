"""The bytes of a file that somebody wrote, and no more of them than anybody would write by hand."""

from pathlib import Path

MAX_BYTES = 8_000_000


def content(path: Path) -> bytes:
    """Return what a file holds, one byte beyond the limit at most. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)
