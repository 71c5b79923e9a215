"""A sheet with a row a person, and beside it one that tells what each column asks."""

from typing import Any

from opscareer.interview.both import In, words_of
from opscareer.render.workbook.cells import BOLD, HEADING, TITLE, height, to_fill_in, write
from opscareer.render.workbook.lists import Lists
from opscareer.views.form import FormView
from opscareer.views.telling.form import CHOICES, HOW, WHAT, answers, lines, title, told

_COLUMN = 26
_WIDE = {"A": 46, "B": 100}


def people(sheet: Any, form: FormView, lists: Lists, asked: In) -> None:
    """Write the headings, and leave a row a person to be filled in."""
    headings = [form.person.of(asked), *(question.column.of(asked) for question in form.questions)]
    for column, heading in enumerate(headings, 1):
        cell = sheet.cell(1, column)
        write(cell, heading, font=BOLD, fill=HEADING)
        sheet.column_dimensions[cell.column_letter].width = _COLUMN
    sheet.row_dimensions[1].height = height(*((heading, _COLUMN) for heading in headings))
    last = form.handing.people + 1
    for row in range(2, last + 1):
        for column in range(1, len(headings) + 1):
            to_fill_in(sheet.cell(row, column), as_text=column == 1)
    for column, question in enumerate(form.questions, 2):
        if (rule := lists.rule(question)) is not None:
            letter = sheet.cell(1, column).column_letter
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "B2"


def guide(sheet: Any, form: FormView, asked: In) -> None:
    """Write what each column asks and what may be answered, to be read beside the table."""
    for letter, columns in _WIDE.items():
        sheet.column_dimensions[letter].width = columns
    write(sheet["A1"], title(form, asked), font=TITLE, boxed=False)
    write(sheet["B1"], lines(HOW, asked), boxed=False)
    sheet.row_dimensions[1].height = height((lines(HOW, asked), _WIDE["B"]))
    for column, heading in enumerate((WHAT, CHOICES), 1):
        write(sheet.cell(2, column), words_of(heading).of(asked), font=BOLD, fill=HEADING)
    for row, question in enumerate(form.questions, 3):
        asks, choices = told(question, asked), answers(question, asked)
        write(sheet.cell(row, 1), asks)
        write(sheet.cell(row, 2), choices)
        sheet.row_dimensions[row].height = height((asks, _WIDE["A"]), (choices, _WIDE["B"]))
    sheet.freeze_panes = "A3"
