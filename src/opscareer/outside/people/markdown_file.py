"""A form that was filled in as Markdown: each question stands in a heading with its id, and under it what is ticked.

Any mark in a box is a tick. A line that is neither a box nor the form's own is an answer, so that none is passed over.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from opscareer.interview.answers import SKILL
from opscareer.interview.both import words_of
from opscareer.interview.cell_names import AND
from opscareer.interview.columns import ANSWER, ID, QUESTION
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.encodings import UTF16, either, utf
from opscareer.outside.files import Expected
from opscareer.outside.people.form_words import is_own
from opscareer.outside.people.rows import Cells, Odd, Raw
from opscareer.text import Text

_ASKS = re.compile(r"#{2,6} .*`([\w./-]+)`\s*")
_OTHER = re.compile(r"#{1,6} +(.*)")
_BULLET = re.compile(r"\s*(?:[-*+•]\s+)?")
_BOX = re.compile(r"(?:\[([^\[\]]{0,4})\]|【([^【】]{0,4})】|([☐□◻☑☒✅✔✓√■◼])\ufe0f?)\s*(.*)")
_EMPTY = frozenset("☐□◻")
_ANSWERS = sorted({*words_of(ANSWER), "答", "回答", "我的答案", "My answer"}, key=len, reverse=True)
_BEGUN = re.compile(rf"(?:{'|'.join(map(re.escape, _ANSWERS))})\s*[:：](.*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SENTENCE = re.compile(r"[。．.!！?？]\s*$")
MOST = 8_000_000

Rows = list[tuple[int, Cells]]
"""The lines of a form: a heading, then the id of each question and what is ticked or written under it."""


def is_form(text: bytes) -> bool:
    """Return whether a text asks the first thing that a form asks."""
    told = utf(text, "replace").encode() if text.startswith(UTF16) else text
    return re.search(rb"^#{2,6} .*`current`\s*$", told, re.MULTILINE) is not None


def markdown_forms(kb: KnowledgeBase, file: BinaryIO, name: str, expected: Expected) -> list[Rows]:
    """Return the forms of a file, one after another. Raises what is expected where it is no text."""
    try:
        lines = either(file.read(MOST)).splitlines()
    except UnicodeDecodeError:
        raise expected.wrong(name, Text("不是 UTF-8 的文字", "no text in UTF-8")) from None
    forms: list[Rows] = []
    begun = False
    for number, asked, said, ticked in _answers(kb, lines):
        if not forms or (asked == ID and begun):
            forms.append([(0, [QUESTION.en, ANSWER.en])])
            begun = False
        begun = begun or asked == ID
        forms[-1].append((number, [asked, _answer(kb, asked, said, ticked)]))
    return forms


def _answer(kb: KnowledgeBase, asked: str, said: list[str], ticked: int) -> Raw:
    """Return what is said under a question; that too many boxes are ticked where it takes one answer."""
    one = asked.startswith(SKILL) or (asked in kb.questions and kb.questions[asked].kind == "choice")
    if one and ticked > 1:
        return Odd(Text(f"勾了 {ticked} 个框", f"{ticked} boxes are ticked"), Text("只勾一个", "tick one of them"))
    return AND.join(said)


class _Asked(NamedTuple):
    """A heading: its line, the id of its question (else its words), whether it is a question, what is said under it.

    ticked: what of it stands beside boxes.
    """

    number: int
    name: str
    asks: bool
    said: list[str]
    ticked: list[str]


def _answers(kb: KnowledgeBase, lines: list[str]) -> Iterator[tuple[int, str, list[str], int]]:
    """Yield what stands under each heading: its line, the id of the question, what is said, how many boxes say it."""
    here, boxed = _Asked(0, "", asks=False, said=[], ticked=[]), False
    for number, line in enumerate(lines, 1):
        if heading := _OTHER.match(line):
            yield here.number, here.name, here.said, len(here.ticked)
            asks = _ASKS.fullmatch(line)
            here, boxed = _Asked(number, asks[1] if asks else heading[1].strip(), asks is not None, [], []), False
            continue
        told = _ESCAPED.sub(r"\1", line[_BULLET.match(line).end() :]).strip()  # type: ignore[union-attr]
        box = _BOX.fullmatch(told)
        place = box or _BEGUN.fullmatch(told)
        boxed = boxed or place is not None
        said = _said(place) if place else told if here.asks and _adds(kb, here.name, told, boxed=boxed) else ""
        here.said.extend([said] if said else [])
        here.ticked.extend([said] if said and box else [])
    yield here.number, here.name, here.said, len(here.ticked)


def _said(place: re.Match[str]) -> str:
    """Return what a place for an answer holds: the words beside a box that is ticked, those after "Answer:"."""
    *marks, words = place.groups()
    ticked = any(mark and mark.strip() and mark not in _EMPTY for mark in marks)
    return words.strip() if ticked or not marks else ""


def _adds(kb: KnowledgeBase, question: str, line: str, *, boxed: bool) -> bool:
    """Return whether a line is what somebody wrote; above the boxes a sentence may be the form's own of long ago."""
    if re.search(r"\w", line) is None or line.startswith("<!--") or is_own(kb, question, line):
        return False
    return boxed or _SENTENCE.search(line) is None
