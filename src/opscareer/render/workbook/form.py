"""A form as an Excel workbook: a sheet a person with a line a question, or one sheet with a row a person."""

from openpyxl import Workbook

from opscareer.interview.both import In
from opscareer.interview.columns import LEVELS_SHEET
from opscareer.render.workbook.cells import in_bytes
from opscareer.render.workbook.crowd import guide, people
from opscareer.render.workbook.lists import Lists
from opscareer.render.workbook.person import person
from opscareer.text import Lang, Text
from opscareer.views.form import FormView

_FORM, _PEOPLE = Text("问卷", "Form"), Text("人员", "People")


def form_xlsx(form: FormView, lang: Lang) -> bytes:
    """Return the bytes of a workbook."""
    asked: In = "both" if form.handing.both else lang
    book = Workbook()
    book.remove(book.active)
    if form.handing.rows:
        table, levels = book.create_sheet(_PEOPLE.of(lang)), book.create_sheet(LEVELS_SHEET.of(lang))
        people(table, form, Lists(book, form, asked, lang), asked)
        guide(levels, form, asked)
    else:
        names = [str(n) for n in range(1, form.handing.people + 1)]
        sheets = [book.create_sheet(name) for name in (names if len(names) > 1 else [_FORM.of(lang)])]
        lists = Lists(book, form, asked, lang)
        for sheet in sheets:
            person(sheet, form, lists, asked)
    return in_bytes(book)
