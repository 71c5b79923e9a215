"""The command line called in this process, where a knowledge base that has not changed is opened once for all calls.

To read it took longer than most commands do: so what `kb check` finds in files that have not changed is found once,
schemas of files are written once, and of a base with a folder laid over it, the texts that have not changed are read
once. Programs of their own open it as people's do; tests/knowledge holds what comes from the cache against what was
compiled: here a changed file, or another cache, is opened as it is there.
"""

import os
import pickle
from collections.abc import Sequence
from functools import cache as cached
from pathlib import Path
from typing import Any

import pytest
from ways_once import journey_of

from opscareer.advice import ways
from opscareer.cli.edge import run
from opscareer.errors import Fault
from opscareer.knowledge import cache, compile, places, starter
from opscareer.knowledge import open as opening
from opscareer.model.kb import KnowledgeBase
from opscareer.written.yaml_nodes import Node
from opscareer.written.yaml_reader import read

_opened: dict[object, list[Any]] = {}
_parts = opening._parts
_examined: dict[object, tuple[KnowledgeBase, list[Fault]]] = {}
_examine_kb = compile.examine_kb
_schema_text = cached(starter.schema_text)
_texts: dict[tuple[bytes, str], bytes] = {}


def run_here(words: Sequence[str]) -> int:
    """Return the exit code of a command line, as run does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_parts", _once)
        patch.setattr(ways, "journey_of", journey_of)
        patch.setattr(compile, "examine_kb", _examined_once)
        patch.setattr(starter, "schema_text", _schema_text)
        patch.setattr(compile, "read", _read_once)
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


def _examined_once(layers: Sequence[compile.Files], sha256: str) -> tuple[KnowledgeBase, list[Fault]]:
    """Return what the same files were found to be before, else examine them now."""
    key = tuple(map(tuple, layers))
    if key not in _examined:
        _examined[key] = _examine_kb(layers, sha256)
    return _examined[key]


def _read_once(text: bytes, file: str) -> tuple[Node, list[Fault]]:
    """Return the tree of a text that was read before, as new; else read it now."""
    if (text, file) not in _texts:
        _texts[text, file] = pickle.dumps(read(text, file))
    tree: tuple[Node, list[Fault]] = pickle.loads(_texts[text, file])
    return tree
