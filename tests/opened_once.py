"""The command line called in this process, where a knowledge base that has not changed is opened once for all calls.

To read it took longer than most commands do. Programs of their own open it as people's do; tests/knowledge holds what
comes from the cache against what was compiled: here a changed file, or another cache, is opened as it is there.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from opscareer.cli.edge import run
from opscareer.knowledge import cache, places
from opscareer.knowledge import open as opening

_opened: dict[object, list[Any]] = {}
_parts = opening._parts


def run_here(words: Sequence[str]) -> int:
    """Return the exit code of a command line, as run does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_parts", _once)
        return run(words)


def _once(layers: tuple[Path, ...], kinds: tuple[type, ...], wanted: tuple[int, ...]) -> list[Any]:
    """Return what was opened of the same files from the same cache before, else open it now."""
    try:
        files = [file for layer in layers for file in places.yaml_files(layer)] + [*places.defaults().values()]
        kept = places.cache_file(layers)
        seen = os.stat(kept)
        key = (kept, seen.st_ino, seen.st_size, seen.st_mtime_ns, wanted, repr(cache.key_of(files)))
    except OSError:  # nothing is cached yet, or it is not as it should be: that is for the program to see
        return _parts(layers, kinds, wanted)
    if key not in _opened:
        _opened[key] = _parts(layers, kinds, wanted)
    return _opened[key]
