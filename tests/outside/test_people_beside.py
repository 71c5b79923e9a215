from io import BytesIO

import pytest
from small_kb import SMALL

from opscareer.outside.people import PEOPLE, BadRow, Row
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of
from opscareer.render.tables.form import form_table
from opscareer.render.tables.table import as_csv
from opscareer.views.form import Handing, form_view

HEAD = "Question id,Question,Answer,Choices\ncurrent,,Writer,open the list in the cell\n"


def read(text: str) -> Row | BadRow:
    """Return the only person of a form in CSV."""
    (row,) = people_of(SMALL, "form", BytesIO(text.encode()), Persons(SMALL, PEOPLE), PEOPLE)
    return row


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        ("skill.words,,,4\n", "skill.words", "the answer is not in the column for it"),
        ("years,How long?,,2.5\n", "years", "the answer is not in the column for it"),
        ("goal,,,writer/specialist\n", "goal", "the answer is not in the column for it"),
        ("skill.words,,3,,I think\n", "5", "the column has no heading"),
        ("skill.words,,,,4\n", "5", "the column has no heading"),
    ],
)
def test_an_answer_in_another_column(line: str, column: str, why: str) -> None:
    """An answer that stands beside its place in a form, or under no heading, is told, and not passed over."""
    row = read(HEAD + line)
    assert isinstance(row, BadRow)
    assert [(cell.row, cell.column, cell.message.en) for cell in row.cells] == [(3, column, why)]


@pytest.mark.parametrize("line", ["skill.words,,3,4\n", "skill.words,,,what I do\n", "years,,,\n", ",,,4\n"])
def test_notes_beside_an_answer(line: str) -> None:
    """Words beside an answer, and those that are none, are nobody's answer."""
    assert isinstance(read(HEAD + line), Row)


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_what_a_form_says_beside_its_answers(lang: str) -> None:
    """What a form itself says beside each question is no answer to it."""
    form = as_csv(form_table(form_view(SMALL, Handing(both=lang == "both")), "zh" if lang == "both" else lang))  # type: ignore[arg-type]
    row = read(form.replace('"",', "", 1).replace("current,", "current,", 1) + "current,,Writer,\n")
    assert isinstance(row, Row)
    assert set(row.cells) == {"id", "current"}
