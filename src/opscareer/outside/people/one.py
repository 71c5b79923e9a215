"""The answers of one person out of a form that came back, for commands that advise one."""

from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import islice
from pathlib import Path

from opscareer.errors import Fault, FaultyAnswersError, OpscareerError, UsageError
from opscareer.interview import Answers
from opscareer.interview.columns import ID
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.files import Expected, name_of
from opscareer.outside.kinds import Kind, kind_of
from opscareer.outside.people.csv_file import csv_rows
from opscareer.outside.people.headings import SEARCHED, heading_of, knows
from opscareer.outside.people.markdown_file import is_form
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of
from opscareer.outside.people.rows import AS_TABLE, BadCell, BadRow, Row
from opscareer.text import Text

_ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".md", ".markdown", ".jsonl")
FORM = Expected(
    Text("填好的问卷", "filled-in form"),
    Text("空的问卷用 opscareer form 生成", "opscareer form writes an empty one"),
    UsageError,
    (Kind.SHEET,),
    tables=AS_TABLE,
)


def is_table(kb: KnowledgeBase, name: str, data: bytes) -> bool:
    """Return whether a file is a form or a table of people, by its name, else by what it holds."""
    if Path(name).suffix.lower() in _ENDINGS or kind_of(data) is Kind.SHEET or is_form(data):
        return True
    if kind_of(data) is not None:
        return False
    rows = csv_rows(BytesIO(data), name_of(name), FORM, lambda cells: knows(kb, cells))
    return any(heading_of(kb, cells) for _, cells in islice(rows, SEARCHED) if len(cells) > 1)


def answers_in(kb: KnowledgeBase, name: str, data: bytes, note: Callable[[Text], object] = lambda _: None) -> Answers:
    """Return the answers of the only person of a form; note: takes what else there is to say of the file.

    Raises UsageError where there is none or more than one, FaultyAnswersError with all that is wrong with the answers.
    """
    shown = name_of(name)
    rows, others = _two(people_of(kb, shown, BytesIO(data), Persons(kb, FORM, note), FORM))
    if not rows:
        raise FORM.error(*others[0].message, others[0].hint)
    if len(rows) > 1:
        told = Text("里面不止一个人", "there is more than one person in it")
        error = FORM.at(shown, told)
        error.hint = Text("这里一次看一个人，一人一个文件", "this advises one; give a file for each")
        raise error
    if isinstance(rows[0], BadRow):
        bad = rows[0]
        raise FaultyAnswersError(
            tuple(Fault(bad.file, cell.row, cell.place, cell.column, cell.message, cell.hint) for cell in bad.cells)
        )
    for other in others:
        note(other.whole)
    return {question: value for question, value in rows[0].cells.items() if question != ID}


def _two(people: Iterable[Row | BadRow]) -> tuple[list[Row | BadRow], list[OpscareerError]]:
    """Return the first two people of a file, and why others of it, or sheets, are not read."""
    rows, others = list[Row | BadRow](), list[OpscareerError]()
    for row in people:
        if row.number:
            rows.append(row)
        elif isinstance(row, BadRow):
            others += (_aside(row.file, cell) for cell in row.cells)
        if len(rows) > 1:
            break
    return rows, others


def _aside(file: str, cell: BadCell) -> OpscareerError:
    """Return why other people of a file are not read, or another sheet."""
    error = FORM.at(file, cell.message)
    error.hint = cell.hint
    return error
