"""A small knowledge base as text, ways to change it, and what is wrong with it then."""

from pathlib import Path

import pytest

from opscareer.errors import Fault, FaultyKbError
from opscareer.knowledge.compile import compile_kb, examine_kb
from opscareer.model.kb import KnowledgeBase

SMALL = Path(__file__).with_name("small.yaml").read_text(encoding="utf-8")


def changed(*changes: tuple[str, str]) -> str:
    """Return the small knowledge base with some words put for others, once each."""
    text = SMALL
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def compiled(text: str, *overlays: str) -> KnowledgeBase:
    """Return the knowledge base of a text with overlays on it."""
    layers = [[(Path("kb.yaml"), text.encode())], *([(Path("over.yaml"), over.encode())] for over in overlays)]
    return compile_kb(layers, sha256="")[0]


def faults_of(text: str, *overlays: str) -> tuple[Fault, ...]:
    """Return all that is wrong with a knowledge base."""
    with pytest.raises(FaultyKbError) as caught:
        compiled(text, *overlays)
    return caught.value.faults


def findings(text: str, over: str = "") -> list[Fault]:
    """Return what works and was hardly meant in a knowledge base of one file, with an overlay on it."""
    layers = [[(Path("kb.yaml"), text.encode())], *([[(Path("over.yaml"), over.encode())]] if over else [])]
    return examine_kb(layers, sha256="")[1]


def place(text: str, words: str, skip: int = 0) -> str:
    """Return where some words stand in a knowledge base; `skip` characters of them are blanks and marks before it."""
    start = text.index(words) + skip
    return f"kb.yaml:{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"


def marked(old: str, new: str) -> tuple[str, str]:
    """Return the small knowledge base with one change, and the place of the ^ in what was put there."""
    before, after = changed((old, new)).split("^")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + after, f"kb.yaml:{line}:{column}"


def in_folder(folder: Path, **files: str) -> Path:
    """Return a folder with these YAML files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
