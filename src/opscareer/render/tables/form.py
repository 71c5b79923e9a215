"""A form as a table: a line a question, or a column each for a row a person."""

from opscareer.interview.both import In, words_of
from opscareer.interview.columns import ANSWER, ID, QUESTION
from opscareer.render.tables.table import Table
from opscareer.text import Lang
from opscareer.views.form import FormView
from opscareer.views.telling.form import CHOICES, WHAT, told


def form_table(form: FormView, lang: Lang) -> Table:
    """Return a form: a line a question, or the heading of a table with a row a person."""
    asked: In = "both" if form.handing.both else lang
    if form.handing.rows:
        return Table((form.person.of(asked), *(one.column.of(asked) for one in form.questions)), ())
    headings = (QUESTION, WHAT, ANSWER, CHOICES)
    return Table(
        [words_of(heading).of(asked) for heading in headings],
        [
            (ID, form.person.of(asked), "", ""),
            *(
                (one.id, told(one, asked), "", "\n".join(choice.words.of(asked) for choice in one.options))
                for one in form.questions
            ),
        ],
    )
