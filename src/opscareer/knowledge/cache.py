"""What has been compiled, kept as JSON lines: a key, what the ladder needs, and the rest.

Keyed as .pyc files are (paths, sizes, times of change, version of the program); carries the hash of the content.
What is missing, damaged or cannot be written is no error: the knowledge base is compiled again.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from opscareer import __version__

Key = list[Any]


def key_of(files: Sequence[Path]) -> Key:
    """Return the key of some files as they stand. Raises OSError where one cannot be looked at."""
    stats = [os.stat(path) for path in files]
    return [__version__, [[str(p.absolute()), s.st_size, s.st_mtime_ns] for p, s in zip(files, stats, strict=True)]]


def load(path: Path, key: Key, parts: Sequence[int]) -> list[Any] | None:
    """Return some of the parts stored under the key, or None where there is nothing that can be used.

    Reads no further than the last part wanted; a line without its end has been cut off.
    """
    try:
        with open(path, "rb") as file:
            if json.loads(file.readline()) != key:
                return None
            lines = [file.readline() for _ in range(max(parts) + 1)]
        return [json.loads(lines[part]) for part in parts] if lines[-1].endswith(b"\n") else None
    except (OSError, ValueError, RecursionError):
        return None


def store(path: Path, key: Key, parts: Sequence[Any]) -> None:
    """Store the parts under the key, whole or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        os.makedirs(path.parent, mode=0o700, exist_ok=True)
        try:
            lines = [json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (key, *parts)]
            temporary.write_text("\n".join([*lines, "end"]), encoding="utf-8", errors="surrogatepass")
            os.replace(temporary, path)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
