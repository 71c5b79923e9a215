"""Nothing is said in one language alone: not in the source, not in the knowledge base, not by a library."""

import ast
import dataclasses
import errno
import inspect
import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml.composer
import yaml.parser
import yaml.scanner

import opscareer
from opscareer.model.kb import KnowledgeBase
from opscareer.reasons import SAID, SYSTEM, reason_of, reason_said
from opscareer.text import Text
from opscareer.written.yaml_faults import RefusedError
from opscareer.written.yaml_reader import read

SOURCE = Path(opscareer.__file__).parent
CHINESE = re.compile("[\u4e00-\u9fff]")
READ: Mapping[str, str] = {
    "ask/plain/listening.py": "words that a person types",
    "ask/reading.py": "words that a person types, beside the English ones",
    "interview/years.py": "numbers that a person types",
    "interview/posts.py": "what people write around and between titles",
    "interview/listed.py": "the same between ids",
    "interview/cell_names.py": "headings and cells of tables of people",
    "cli/chinese.py": "the Chinese of the help, by its English; a test holds that it is whole",
    "cli/mistakes.py": "the Chinese of the library's messages, by their English",
    "cli/output.py": "words that a person types",
    "interview/resume": "words of résumés",
    "knowledge/filled.py": "a name that a knowledge base in one language leaves out",
    "knowledge/lint/durations.py": "words of the levels that are checked",
    "knowledge/shapes/constants.py": "a sentence that the file itself says in one language",
    "match": "words of ads",
    "outside/kinds.py": "headings of tables of people, by which one is told from an ad",
    "model/title": "words of titles",
    "model/superior.py": "words around titles",
    "outside/tables.py": "names of columns",
    "outside/people/markdown_file.py": "words that people put before an answer",
    "reasons.py": "the Chinese of what libraries say, by their English",
    "team/spark/__main__.py": "beside its English, on the line before",
    "model/stretches.py": "made of figures, with its English on the next line",
}
"""Where Chinese stands without English beside it, and why that is no message."""


def alone() -> Iterator[str]:
    """Yield the modules with Chinese that is not followed by its English: in a text, an error, or a hint."""
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        above = {below: node for node in ast.walk(tree) for below in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            said = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if CHINESE.search(said) and not isinstance(above[node], ast.Expr) and not _paired(node, above):
                yield file.relative_to(SOURCE).as_posix()


def _paired(node: ast.AST, above: Mapping[ast.AST, ast.AST]) -> bool:
    parent = above[node]
    while isinstance(parent, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.IfExp):
        node, parent = parent, above[parent]
    beside = parent.args if isinstance(parent, ast.Call) else parent.elts if isinstance(parent, ast.Tuple) else []
    return node in beside and beside.index(node) + 1 < len(beside)


def test_no_chinese_without_english() -> None:
    """Every Chinese string of the source has its English beside it, but where it is read and not said."""
    places = set(alone())
    assert {place for place in places if not place.startswith(tuple(READ))} == set()
    assert {known for known in READ if not any(place.startswith(known) for place in places)} == set()


def test_no_half_is_empty() -> None:
    """No text of the source has one of its two halves empty."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and len(node.args) == 2:
                zh, en = (arg.value if isinstance(arg, ast.Constant) else "?" for arg in node.args)
                assert bool(zh) == bool(en), f"{file}:{node.lineno}"


def texts_in(value: Any, trail: str = "") -> Iterator[tuple[str, Text]]:
    """Yield all texts that a record holds, with where they stand."""
    if isinstance(value, Text):
        yield trail, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name), f"{trail}.{field.name}")
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from texts_in(one, f"{trail}[{key}]")
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from texts_in(one, f"{trail}[{number}]")


def test_the_knowledge_base_says_all_in_both(kb: KnowledgeBase) -> None:
    """Every text of the built-in knowledge base is there in both languages, the English one without Chinese."""
    found = dict(texts_in(kb))
    assert len(found) > 1000
    for trail, text in found.items():
        assert bool(text.zh) == bool(text.en), trail
        assert not CHINESE.search(re.sub('[（(“"].*?[）)”"]', "", text.en)), (trail, text.en)


def test_the_system() -> None:
    """What the system says of a file that cannot be read or written is said in Chinese, whatever it is."""
    for number in SYSTEM:
        reason = reason_of(OSError(number, os.strerror(number)))
        assert CHINESE.search(reason.zh)
        assert reason.en == os.strerror(number)
    assert reason_of(OSError(errno.ENOTBLK, "Block device required")).zh == "系统的原话是“Block device required”"


def messages(module: Any, *errors: str) -> Iterator[str]:
    """Yield what a library's module says in its errors, with something in place of what is filled in."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in errors:
            for arg in (node.args[0], *node.args[2:3]):
                part = arg.left if isinstance(arg, ast.BinOp) else arg
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield re.sub(r"%[rsd]", "x", part.value)


@pytest.mark.parametrize(
    ("module", "errors"),
    [
        (json.decoder, "JSONDecodeError"),
        (yaml.scanner, "ScannerError"),
        (yaml.parser, "ParserError"),
        (yaml.composer, "ComposerError"),
    ],
    ids=["json", "scanner", "parser", "composer"],
)
def test_what_parsers_say(module: Any, errors: str) -> None:
    """Every message of the parsers of JSON and YAML has a Chinese one."""
    found = [said for said in messages(module, errors) if not said.startswith("while ")]
    assert found
    for said in found:
        assert CHINESE.search(reason_said(said).zh), said
        assert "原话" not in reason_said(said).zh, said


@pytest.mark.parametrize(
    "text",
    ["a: b: c", "a: [1, 2", "a: {b: 1", "a: 'b", "- a\nb: 1", "a: 1\n b: 2", "a: %x", "a: @x", "a: `x", 'a: "\\q"',
     "a: |z\n x", "a: !<x", "%TAG x\n---\na", "a: *", "a\n---\nb: [", "? a\n: - b\n  c: d", "a:\n\t- b", "]"],
)  # fmt: skip
def test_what_yaml_says(text: str) -> None:
    """Whatever is wrong in a YAML file, the Chinese message has no English words in it."""
    try:
        faults = read(text.encode(), "a.yaml")[1]
    except RefusedError as error:
        faults = [error.fault]
    for fault in faults:
        assert not re.search(r"[a-z]{3,} [a-z]{3,}", fault.message.zh), fault.message


@pytest.mark.parametrize("code", ["SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_FULL"])
def test_what_sqlite_says(code: str) -> None:
    """The ways in which a file of answers fails are told in Chinese."""
    said = {
        "SQLITE_NOTADB": "file is not a database",
        "SQLITE_CORRUPT": "database disk image is malformed",
        "SQLITE_BUSY": "database is locked",
        "SQLITE_READONLY": "attempt to write a readonly database",
        "SQLITE_FULL": "database or disk is full",
    }[code]
    assert hasattr(sqlite3, code)
    assert "原话" not in reason_of(sqlite3.OperationalError(said)).zh


def test_patterns_are_whole() -> None:
    """No pattern of what libraries say is wrong, and each Chinese message names as many parts as are found."""
    for pattern, zh in SAID.items():
        assert re.compile(pattern).groups >= len(set(re.findall(r"\{\d\}", zh)))
        assert CHINESE.search(zh)
