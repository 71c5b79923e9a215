"""The answers of one person out of a form that came back, for commands that advise one."""

from io import BytesIO
from itertools import islice
from pathlib import Path

from opscareer.errors import Fault, FaultyAnswersError, UsageError
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
from opscareer.outside.people.rows import AS_TABLE, BadRow
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


def answers_in(kb: KnowledgeBase, name: str, data: bytes) -> Answers:
    """Return the answers of the only person of a form.

    Raises UsageError where there is none or more than one, FaultyAnswersError with all that is wrong with the answers.
    """
    shown = name_of(name)
    found = people_of(kb, shown, BytesIO(data), Persons(kb, FORM), FORM)
    rows = list(islice((row for row in found if row.number), 2))  # other sheets are nobody
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
    return {question: value for question, value in rows[0].cells.items() if question != ID}
