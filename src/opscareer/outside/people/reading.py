"""Tables of people, of whatever kind, as rows."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from opscareer.errors import FaultyAnswersError, OpscareerError
from opscareer.interview.both import words_of
from opscareer.interview.columns import ID, LEVELS_SHEET
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.answers import read_answers
from opscareer.outside.files import Expected, name_of, opened
from opscareer.outside.kinds import Kind, kind_of
from opscareer.outside.people.csv_file import csv_rows
from opscareer.outside.people.headings import knows
from opscareer.outside.people.jsonl_file import jsonl_rows
from opscareer.outside.people.markdown_file import is_form, markdown_forms
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.rows import PEOPLE, BadCell, BadRow, Lines, Row, Sheet
from opscareer.outside.people.xlsx_file import Tab, tabs
from opscareer.text import Text, clean
from opscareer.written.files import MAX_BYTES

_HEAD = 100_000
_EMPTY = Text("里面是空的", "it is empty")
_HIDDEN = Text("工作表是隐藏的，里面的人没有读", "the sheet is hidden, and the people in it are not read")
_SHOW_IT = Text("要读就取消隐藏，不要就删掉", "unhide it to have them read, or delete it")
_NOBODY = Text("一个人都没有填", "nobody has filled in anything")

_AT_ONCE = 500
"""People, between two tellings of how far a file is read."""

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".md", ".markdown", ".yaml", ".yml", ".json")
"""How the files of a folder end that are read; Parquet is the team's."""
_ANSWERS = (".yaml", ".yml", ".json")
_NO_ANSWERS = Text("没有读：不是答案文件", "not read: no answers file")
_OTHER = Text("没有读：这种文件不是人员表", "not read: no table of people ends so")
_READ = Text(f"读：{', '.join(ENDINGS)}", f"read are: {', '.join(ENDINGS)}")
_INSIDE = Text("没有读：是里面的一个文件夹", "not read: a folder within the folder")
_NAME_IT = Text("要读就把它也写在命令里", "to have it read, name it too")


def unread(file: Path) -> tuple[Text, Text] | None:
    """Return why what lies in a folder is not read, and what to do; None of what is read. Raises OSError."""
    if not file.is_file():  # a pipe would be waited for
        return (_INSIDE, _NAME_IT) if file.is_dir() else (_OTHER, _READ)
    ending = file.suffix.lower()
    if ending in ENDINGS and ending not in _ANSWERS:
        return None
    with file.open("rb") as begun:
        head = begun.read(_HEAD)
    if ending in _ANSWERS:
        return None if kind_of(head) is Kind.ANSWERS else PEOPLE.other_kind(head) or (_NO_ANSWERS, PEOPLE.hint)
    return PEOPLE.other_kind(head) or (_OTHER, _READ)


def people_rows(
    kb: KnowledgeBase,
    name: str | Path,
    *,
    persons: Persons | None = None,
    expected: Expected = PEOPLE,
    read: Callable[[int], object] = lambda _: None,
) -> Iterator[Row | BadRow]:
    """Yield the people of a file, or of standard input (-). Raises what is expected where it is none, or of nobody.

    persons: what read the files before it, and knows their words; read is told now and then which byte is reached.
    """
    with opened(str(name), expected) as given:
        file = _seekable(given, str(name), expected)
        people = people_of(kb, name_of(str(name)), file, persons or Persons(kb, expected), expected)
        for number, row in enumerate(people):
            yield row
            if number % _AT_ONCE == 0:
                read(file.tell())


def people_of(
    kb: KnowledgeBase, name: str, file: BinaryIO, persons: Persons, expected: Expected
) -> Iterator[Row | BadRow]:
    """Yield the people of a file that is open. Raises what is expected where it is no table, or holds nobody."""
    empty = not file.read(1)
    file.seek(0)
    anybody = False
    for row in _rows(kb, name, file, persons, expected):
        anybody = True
        yield row
    if not anybody:
        raise expected.at(name, _EMPTY if empty else _NOBODY)


def _rows(kb: KnowledgeBase, name: str, file: BinaryIO, persons: Persons, expected: Expected) -> Iterator[Row | BadRow]:
    head = file.read(_HEAD)
    file.seek(0)
    if kind_of(head) is Kind.SHEET:
        yield from _workbook(name, file, persons, expected)
        return
    if kind_of(head) is Kind.ANSWERS:
        yield _answered(kb, name, file.read(MAX_BYTES + 1))
        return
    expected.check_kind(name, head)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from persons.of_lines(Lines(name, jsonl_rows(file, name, expected)))
    elif is_form(head):
        for place, form in enumerate(markdown_forms(kb, file, name, expected), 1):
            person = Path(name).stem + (f"-{place}" if place > 1 else "")
            yield from persons.people(Sheet(name, person, iter(form), form[1][0] if place > 1 else 1))
    else:
        rows = csv_rows(file, name, expected, lambda cells: knows(kb, cells))
        yield from persons.people(Sheet(name, Path(name).stem, rows))


def _workbook(name: str, file: BinaryIO, persons: Persons, expected: Expected) -> Iterator[Row | BadRow]:
    """Yield the people of all sheets of a workbook; a sheet of something else is told where one is of people.

    So is a hidden one: whoever opens the workbook does not see them, and may have forgotten them.
    """
    others: list[tuple[str, OpscareerError]] = []
    anybody = False
    with tabs(file, name, expected) as found:
        shown = [tab for tab in found if not tab.hidden and tab.name not in words_of(LEVELS_SHEET)]
        for tab in shown:
            here, person = (name, Path(name).stem) if len(shown) == 1 else (f"{name}[{tab.name}]", tab.name)
            try:
                for row in persons.people(Sheet(here, person, tab.rows), tab.unseen):
                    anybody = True
                    yield row
            except expected.error as other:
                others.append((here, other))
        hidden = [tab for tab in found if tab.hidden and _is_of_people(tab, persons, expected)]
    others += [_hidden(f"{name}[{tab.name}]", expected) for tab in hidden]
    if others and not anybody:
        raise others[0][1]
    yield from (of_file(here, other) for here, other in others)


def _hidden(here: str, expected: Expected) -> tuple[str, OpscareerError]:
    error = expected.at(here, _HIDDEN)
    error.hint = _SHOW_IT
    return here, error


def _is_of_people(tab: Tab, persons: Persons, expected: Expected) -> bool:
    """Return whether a sheet is a table of people, and not the texts of drop-downs."""
    try:
        return next(persons.people(Sheet("", "", tab.rows)), None) is not None
    except expected.error:
        return False


def _answered(kb: KnowledgeBase, name: str, data: bytes) -> Row | BadRow:
    """Return the person of an answers file, who is called as it is."""
    try:
        return Row(name, 1, {ID: Path(name).stem, **read_answers(kb, data, name)})
    except FaultyAnswersError as wrong:
        cells = tuple(BadCell(one.line, one.trail, one.message, one.hint) for one in wrong.faults)
        return BadRow(name, cells[0].row, cells)


def _seekable(file: BinaryIO, name: str, expected: Expected) -> BinaryIO:
    """Return a file to go back and forth in. Raises what is expected where it is too large."""
    if not file.seekable():
        file = BytesIO(file.read(expected.most + 1))
    size = file.seek(0, 2)
    file.seek(0)
    if size > expected.most:
        raise expected.too_large(name, expected.most)
    return file


def of_file(name: str, wrong: OpscareerError) -> BadRow:
    """Return what is wrong with a whole file or sheet, as what is wrong with a row is told: its place stands once."""
    told = [re.fullmatch(rf"{re.escape(clean(name))}(?::(\d+))?: (.*)", one, re.DOTALL) for one in wrong.message]
    zh, en = (found[2] if found else one for found, one in zip(told, wrong.message, strict=True))
    row = int(told[1][1] or 0) if told[1] else 0
    return BadRow(name, 0, (BadCell(row, "", Text(zh, en), wrong.hint),), whole=True)
