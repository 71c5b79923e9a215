"""Forms as people send them back: each answer in the place and in the words that the form gives."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from opscareer.interview import Answers
from opscareer.interview.both import In
from opscareer.interview.columns import ID
from opscareer.interview.putting import put
from opscareer.model.kb import KnowledgeBase
from opscareer.render.markdown.escaping import escaped
from opscareer.render.markdown.form import form_markdown
from opscareer.render.tables.form import form_table
from opscareer.render.tables.table import as_csv
from opscareer.render.workbook.form import form_xlsx
from opscareer.text import Lang
from opscareer.views.form import FormView, Handing, form_view

People = Mapping[str, Answers]
"""Answers by the id of the person."""


def words(kb: KnowledgeBase, question: str, person: str, answers: Answers, asked: In) -> str:
    """Return what somebody writes for a question; nothing where they do not answer it."""
    if question == ID:
        return person
    return put(kb, question, answers[question]).of(asked) if question in answers else ""


def workbook(kb: KnowledgeBase, people: People, asked: In) -> bytes:
    """Return a workbook with a sheet a person."""
    book = load_workbook(BytesIO(form_xlsx(_form(kb, Handing(False, len(people), asked == "both")), _lang(asked))))
    for sheet, (person, answers) in zip(book.worksheets, people.items(), strict=False):
        for row in sheet.iter_rows(min_row=6):
            if row[0].value:
                _write(row[2], words(kb, row[0].value, person, answers, asked))
    return _saved(book)


def table(kb: KnowledgeBase, people: People, asked: In) -> bytes:
    """Return a workbook with a row a person."""
    form = _form(kb, Handing(True, len(people), asked == "both"))
    book = load_workbook(BytesIO(form_xlsx(form, _lang(asked))))
    columns = [ID, *(question.id for question in form.questions)]
    for row, (person, answers) in zip(book.worksheets[0].iter_rows(min_row=2), people.items(), strict=True):
        for cell, question in zip(row, columns, strict=True):
            _write(cell, words(kb, question, person, answers, asked))
    return _saved(book)


def lines(kb: KnowledgeBase, person: str, answers: Answers, asked: In) -> bytes:
    """Return a CSV file with a line a question."""
    heading, *rows = csv.reader(io.StringIO(as_csv(form_table(_form(kb, Handing(both=asked == "both")), _lang(asked)))))
    for row in rows:
        row[2] = _marked(words(kb, row[0], person, answers, asked))
    return _csv([heading, *rows])


def row_each(kb: KnowledgeBase, people: People, asked: In) -> bytes:
    """Return a CSV file with a row a person."""
    form = _form(kb, Handing(True, both=asked == "both"))
    (heading,) = csv.reader(io.StringIO(as_csv(form_table(form, _lang(asked)))))
    columns = [ID, *(question.id for question in form.questions)]
    told = [[words(kb, column, *one, asked) for column in columns] for one in people.items()]
    return _csv([heading, *([_marked(cell) for cell in row] for row in told)])


def ticked(kb: KnowledgeBase, person: str, answers: Answers, asked: In) -> bytes:
    """Return a form in Markdown; what it has no box for is written under the question."""
    done, question, said = list[str](), "", ""
    for line in form_markdown(_form(kb, Handing(both=asked == "both")), _lang(asked)).splitlines():
        if asks := re.fullmatch(r"### .*`([^`]+)`", line):
            question = asks[1]
            said = escaped(words(kb, question, person, answers, asked))
            done += [line, f"Answer: {said}"] if said else [line]
        else:
            done.append(line)
    return "\n".join(done).encode()


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def _marked(cell: str) -> str:
    """Return a cell with the mark that keeps it text."""
    return f"'{cell}" if cell.lstrip("'").startswith(("=", "+", "-", "@")) else cell


def _form(kb: KnowledgeBase, handing: Handing) -> FormView:
    return form_view(kb, handing)


def _lang(asked: In) -> Lang:
    return "en" if asked == "en" else "zh"


def _write(cell: Any, text: str) -> None:
    cell.value = text or None
    if text:
        cell.data_type = "s"


def _saved(book: Any) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()
