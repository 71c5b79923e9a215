"""A form that was filled in as Markdown: each question stands in a heading with its id, and under it what is ticked."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from opscareer.interview.both import words_of
from opscareer.interview.cell_names import AND
from opscareer.interview.columns import ANSWER, QUESTION
from opscareer.outside.encodings import either
from opscareer.outside.files import Expected
from opscareer.outside.people.rows import Raw
from opscareer.text import Text

_ASKS = re.compile(r"#{2,6} .*`([\w./-]+)`\s*")
_OTHER = re.compile(r"#{1,6} ")
_TICKED = re.compile(r"\s*[-*+] \[[xX✓√]\]\s*(.*)")
_BEGUN = re.compile(rf"\s*(?:{'|'.join(map(re.escape, sorted(words_of(ANSWER), key=len, reverse=True)))})\s*[:：](.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MOST = 8_000_000


def is_form(text: bytes) -> bool:
    """Return whether a text asks the first thing that a form asks."""
    return re.search(rb"^#{2,6} .*`current`\s*$", text, re.MULTILINE) is not None


def markdown_rows(file: BinaryIO, name: str, expected: Expected) -> Iterator[tuple[int, list[Raw]]]:
    """Yield a heading, and for each question a row of its id and what is ticked or written under it.

    Raises what is expected where it is no text.
    """
    try:
        lines = either(file.read(MOST)).splitlines()
    except UnicodeDecodeError:
        raise expected.wrong(name, Text("不是 UTF-8 的文字", "no text in UTF-8")) from None
    yield 0, [QUESTION.en, ANSWER.en]
    question, at, said = "", 0, list[str]()
    for number, line in enumerate(lines, 1):
        if _OTHER.match(line):
            yield at, [question, AND.join(said)]
            asks = _ASKS.fullmatch(line)
            question, at, said = asks[1] if asks else "", number, []
        elif (told := _TICKED.fullmatch(line) or _BEGUN.fullmatch(line)) and told[1].strip():
            said.append(_ESCAPED.sub(r"\1", told[1]).strip())
    yield at, [question, AND.join(said)]
