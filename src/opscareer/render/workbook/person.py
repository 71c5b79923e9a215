"""The sheet of one person: a line a question, its answers in a list and beside it to be read."""

from typing import Any

from opscareer.interview.both import In, words_of
from opscareer.interview.columns import ANSWER, ID, QUESTION
from opscareer.render.workbook.cells import BOLD, GREY, GROUP, HEADING, TITLE, height, to_fill_in, write
from opscareer.render.workbook.lists import Lists
from opscareer.views.form import AskedView, FormView
from opscareer.views.telling.form import ANSWER_HERE, CHOICES, HOW, WHAT, answers, lines, title, told

_WIDE = {"A": 16, "B": 46, "C": 44, "D": 84}
_HEADED, _FIRST = 5, 6
"""The row of the headings, and that of who it is."""


def person(sheet: Any, form: FormView, lists: Lists, asked: In) -> None:
    """Write a form for one person."""
    for letter, columns in _WIDE.items():
        sheet.column_dimensions[letter].width = columns
    _across(sheet, 1, title(form, asked), font=TITLE)
    _across(sheet, 2, lines(ANSWER_HERE, asked))
    _across(sheet, 3, lines(HOW, asked))
    for column, heading in enumerate((QUESTION, WHAT, ANSWER, CHOICES), 1):
        write(sheet.cell(_HEADED, column), words_of(heading).of(asked), font=BOLD, fill=HEADING)
    write(sheet.cell(_FIRST, 1), ID, font=GREY)
    write(sheet.cell(_FIRST, 2), form.person.of(asked), font=BOLD)
    to_fill_in(sheet.cell(_FIRST, 3), as_text=True)
    _sections(sheet, form, lists, asked)
    sheet.freeze_panes = sheet.cell(_FIRST, 1)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _sections(sheet: Any, form: FormView, lists: Lists, asked: In) -> None:
    row = _FIRST
    for section in form.sections:
        row += 1
        for column in range(1, len(_WIDE) + 1):
            write(sheet.cell(row, column), lines(section.name, asked) if column == 2 else "", font=BOLD, fill=GROUP)
        for question in section.questions:
            row += 1
            _line(sheet, row, question, lists, asked)


def _line(sheet: Any, row: int, question: AskedView, lists: Lists, asked: In) -> None:
    """Write one question."""
    asks, choices = told(question, asked), answers(question, asked)
    write(sheet.cell(row, 1), question.id, font=GREY)
    write(sheet.cell(row, 2), asks)
    to_fill_in(sheet.cell(row, 3))
    write(sheet.cell(row, 4), choices)
    sheet.row_dimensions[row].height = height((question.id, _WIDE["A"]), (asks, _WIDE["B"]), (choices, _WIDE["D"]))
    if (rule := lists.rule(question)) is not None:
        rule.add(sheet.cell(row, 3))
        sheet.add_data_validation(rule)


def _across(sheet: Any, row: int, text: str, **style: Any) -> None:
    """Write text over the whole width."""
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDE))
    write(sheet.cell(row, 1), text, boxed=False, **style)
    sheet.row_dimensions[row].height = height((text, sum(_WIDE.values()))) * (1.4 if row == 1 else 1)
