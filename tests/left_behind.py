"""What earlier versions left on a machine, made by their own code (tools/earlier.py)."""

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from calling import Done

MADE = Path(__file__).parent / "upgrade" / "made"
Say = Callable[..., Done]
Put = Callable[[str], Path]


def earlier(file: str) -> list[str]:
    """Return the versions that left such a file."""
    return sorted(folder.name for folder in MADE.iterdir() if (folder / file).exists())


def told(commit: str, file: str) -> Any:
    """Return what a version wrote as JSON."""
    content = (MADE / commit / file).read_bytes()
    return json.loads(gzip.decompress(content) if file.endswith(".gz") else content)


def unpacked(commit: str, file: str, folder: Path) -> Path:
    """Return a folder with the files of an archive."""
    with tarfile.open(fileobj=io.BytesIO((MADE / commit / file).read_bytes())) as files:
        files.extractall(folder, filter="data")
    return folder
