"""The lists behind the drop-downs of a form, on a hidden sheet: in the rule of a cell Excel takes 255 letters."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from opscareer.interview.both import In
from opscareer.render.workbook.cells import write
from opscareer.text import Lang, Text
from opscareer.views.form import AskedView, FormView

_SHEET = "options"
_CHOOSE = Text("从下拉里选一个", "Choose one from the list")
_WRONG = Text("不在下拉里", "Not in the list")


class Lists:
    """The drop-downs of a form, each list written once."""

    def __init__(self, book: Any, form: FormView, asked: In, lang: Lang) -> None:
        self._sheet = book.create_sheet(_SHEET)
        self._sheet.sheet_state = "hidden"
        self._lang = lang
        self._places: dict[tuple[str, ...], str] = {}
        self._posts = tuple(post.words.of(asked) for post in form.positions)
        self._outside, self._asked = form.outside.of(asked), asked

    def rule(self, question: AskedView) -> DataValidation | None:
        """Return the rule of the cells that answer a question: a list, which only proposes where several may be."""
        words = self._words(question)
        if not words:
            return None
        rule = DataValidation("list", formula1=self._place(words), allow_blank=True)
        rule.showErrorMessage = not question.several
        rule.errorTitle, rule.error = _WRONG.of(self._lang), _CHOOSE.of(self._lang)
        return rule

    def _words(self, question: AskedView) -> tuple[str, ...]:
        if question.kind in ("positions", "position"):
            return (self._outside, *self._posts) if question.kind == "positions" else self._posts
        return tuple(option.words.of(self._asked) for option in question.options)

    def _place(self, words: Sequence[str]) -> str:
        """Return where a list stands, as formulas name it."""
        words = tuple(words)
        if words not in self._places:
            column = len(self._places) + 1
            for row, word in enumerate(words, 1):
                write(self._sheet.cell(row, column), word, boxed=False)
            letter = get_column_letter(column)
            self._places[words] = f"{_SHEET}!${letter}$1:${letter}${len(words)}"
        return self._places[words]
