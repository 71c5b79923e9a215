"""What has been compiled, kept as JSON lines: a key with the sums of what follows, what the ladder needs, and the rest.

Keyed as .pyc files are (paths, sizes, times of change, version of the program); carries the hash of the content.
What is missing, damaged or cannot be written is no error: the knowledge base is compiled again.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from opscareer import __version__

Key = list[Any]


def key_of(files: Sequence[Path]) -> Key:
    """Return the key of some files as they stand. Raises OSError where one cannot be looked at."""
    stats = [os.stat(path) for path in files]
    return [__version__, [[str(p.absolute()), s.st_size, s.st_mtime_ns] for p, s in zip(files, stats, strict=True)]]


def load(path: Path, key: Key, parts: Sequence[int]) -> list[Any] | None:
    """Return some of the parts stored under the key, or None where there is nothing that can be used.

    Reads no further than the last part wanted; a line that has another sum than was written has been damaged.
    """
    try:
        with open(path, "rb") as file:
            kept, sums = json.loads(file.readline())
            if kept != key:
                return None
            lines = [file.readline() for _ in range(max(parts) + 1)]
        whole = all(crc32(lines[part]) == sums[part] for part in parts)
        return [json.loads(lines[part]) for part in parts] if whole else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def store(path: Path, key: Key, parts: Sequence[Any]) -> None:
    """Store the parts under the key, whole or not at all."""
    from tempfile import mkstemp  # what is warm does not wait for these

    from opscareer.written.folders import private_folder

    lines = [_line(part) for part in parts]
    with suppress(OSError):
        private_folder(path.parent)
        handle, temporary = mkstemp(prefix=".", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines([_line([key, [crc32(line) for line in lines]]), *lines, b"end"])
            os.replace(temporary, path)
        finally:
            with suppress(OSError):
                os.unlink(temporary)


def _line(part: Any) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
