"""Errors of files, in a Chinese session."""

import os
import re
from pathlib import Path

import pytest
from calling import Call

from opscareer.store.file import store_path

FILES = {
    "none.json": None,
    "bad.json": "{'a': 1}",
    "open.json": '{"a": ',
    "two.json": '{"a": 1} {"b": 2}',
    "digits.json": '{"a": ' + "9" * 5000 + "}",
    "bad.yaml": "a: b: c",
    "tab.yaml": "answers:\n\tyears: 1",
    "latin.yaml": b"answers: {a: \xff\xfe\x81}",
    "list.yaml": "[1, 2]",
    "empty.yaml": "",
    "word.docx": b"PK\x03\x04word/document.xml",
    "r.pdf": b"%PDF-1.4 broken",
    "pic.png": b"\x89PNG\r\n\x1a\n",
}
LINES = (
    "assess --answers {}",
    "plan --answers {}",
    "match {}",
    "demand {}",
    "history --import {}",
    "kb check {}",
    "roles --kb {}",
)
OF_OURS = re.compile(
    r"opscareer \S+( \S+)*|/\S+|--[-\w]+|[\w.-]+\.(?:ya?ml|json|docx|pdf|png|txt)|opscareer\[\w+\]|JSON Resume"
    r"|pip install \S+|Word|RenderCV|stdin|schema|answers|skills|roles|YAML|JSON|UTF-8|PDF|GB18030|MB"
)
"""Names, files and words to be typed; none of them is language."""


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", FILES)
def test_files(call: Call, tmp_path: Path, name: str, line: str) -> None:
    """Whatever file a command is given, what a Chinese reader is told has no English sentence in it."""
    content = FILES[name]
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = call(f"{line.format(tmp_path / name)} --lang zh")
    assert done.code in (0, 2, 3)
    assert not re.search(r"[A-Za-z]{2,}[ ,']+[a-z]{2,}", OF_OURS.sub("", done.err)), done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(call: Call, tmp_path: Path) -> None:
    """So it is where a file may not be written."""
    (tmp_path / "shut").mkdir(mode=0o500)
    assert "没有权限" in call(f"plan --answers ME --lang zh -o {tmp_path / 'shut' / 'a.txt'}").err


@pytest.mark.parametrize("content", [b"no database" * 99, b""])
def test_the_store(call: Call, content: bytes) -> None:
    """So it is where the file of answers is damaged."""
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(content)
    done = call("history --lang zh")
    assert not re.search(r"[A-Za-z]{2,} [a-z]{2,}", OF_OURS.sub("", done.err)), done.err


@pytest.mark.parametrize("output", ["/dev/full", "/none/a.txt", "/", "x" * 300])
def test_what_cannot_be_written(call: Call, output: str) -> None:
    """So it is where the answer cannot be written."""
    done = call("roles", "--lang", "zh", "-o", output)
    assert done.code in (1, 2)
    assert not re.search(r"[A-Za-z]{3,} [a-z]{3,}", OF_OURS.sub("", done.err)), done.err
