import random
from pathlib import Path

import filled_forms
import pytest
from many_people import anybody
from openpyxl import Workbook
from small_kb import SMALL

from opscareer.errors import FaultyAnswersError, UsageError
from opscareer.outside.answers import write_answers
from opscareer.outside.given import answers_of
from opscareer.text import Text

ANSWERS = anybody(SMALL, random.Random(3))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", filled_forms.workbook(SMALL, {"A": ANSWERS}, "zh")),
        ("a", filled_forms.table(SMALL, {"A": ANSWERS}, "both")),
        ("a.csv", filled_forms.lines(SMALL, "A", ANSWERS, "en")),
        ("a", filled_forms.lines(SMALL, "", ANSWERS, "zh").decode("utf-8-sig").encode("gb18030")),
        ("a.txt", filled_forms.row_each(SMALL, {"A": ANSWERS}, "zh")),
        ("a", filled_forms.ticked(SMALL, "A", ANSWERS, "both")),
        ("a.md", filled_forms.ticked(SMALL, "A", ANSWERS, "zh").decode().encode("gb18030")),
        ("a.yaml", write_answers(ANSWERS).encode()),
        ("a.csv.yaml", write_answers(ANSWERS).encode()),
    ],
)
def test_answers_of_a_form(tmp_path: Path, name: str, data: bytes) -> None:
    """A form that was filled in is read where answers are, by its name or by what it holds; so are answers files."""
    (tmp_path / name).write_bytes(data)
    assert answers_of(SMALL, str(tmp_path / name)) == ANSWERS


def hiding(tmp_path: Path, *hidden: int) -> str:
    """Return the name of a table of two people with some of its rows hidden, beside a sheet of something else."""
    made = Workbook()
    people, other = made.worksheets[0], made.create_sheet("notes")
    for row in (("id", "current"), (1, "Writer"), (2, "Writer")):
        people.append(row)
    other.append(("remember",))
    for number in hidden:
        people.row_dimensions[number].hidden = True
    made.save(tmp_path / "a.xlsx")
    return str(tmp_path / "a.xlsx")


def test_hidden_people(tmp_path: Path) -> None:
    """Of a filtered table the person who is left is advised; that others are hidden is said, so is another sheet."""
    notes = list[Text]()
    assert answers_of(SMALL, hiding(tmp_path, 3), notes.append) == {"current": ("writer/specialist",)}
    hidden, other = (note.en for note in notes)
    assert "[Sheet]: hidden rows (filtered away?), whose people are not read: 3" in hidden
    assert "[notes]: there is no column current" in other
    with pytest.raises(UsageError, match="whose people are not read: 2, 3") as told:
        answers_of(SMALL, hiding(tmp_path, 2, 3))
    assert told.value.hint.en.startswith("unhide the rows")


def test_all_faults_of_a_form(tmp_path: Path) -> None:
    """What is wrong in a form is told at once, each with its row, and ends as a faulty answers file does."""
    file = tmp_path / "a.csv"
    file.write_text("id,what,answer\ncurrent,,Wrter\nskill.words,,9\nskill.deals,,3\n")
    with pytest.raises(FaultyAnswersError) as told:
        answers_of(SMALL, str(file))
    assert [(fault.line, fault.trail) for fault in told.value.faults] == [(2, "current"), (3, "skill.words")]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("id,current\n1,Writer\n2,Writer\n", "there is more than one person in it"),
        ("id,current\n", "nobody has filled in anything"),
        ("id,post\n", "there is no column current"),
        ("", "it is empty"),
    ],
)
def test_no_form_of_one_person(tmp_path: Path, table: str, why: str) -> None:
    """A table of several people, of nobody, or of something else is refused as a wrong answers file is."""
    (tmp_path / "a.csv").write_text(table)
    with pytest.raises(UsageError, match=why):
        answers_of(SMALL, str(tmp_path / "a.csv"))


def test_markdown_that_is_no_text(tmp_path: Path) -> None:
    """Bytes that are no text are refused, whatever the file is called."""
    (tmp_path / "a.md").write_bytes(b"### post `current`\n\xff\xfe\x80\x81\x82" + bytes(range(128, 256)) * 9)
    with pytest.raises(UsageError):
        answers_of(SMALL, str(tmp_path / "a.md"))


def test_where_a_fault_stands(tmp_path: Path) -> None:
    """What is wrong in a table or a form is told by its row and its column."""
    file = tmp_path / "a.csv"
    for table, places in (
        ("id,current,years\n1,Writer,long\n", [(2, 3)]),
        ("id,what,answer\ncurrent,,Wrter\nskill.words,,3,,4\n", [(2, 3), (3, 5)]),
        ('"",x,answer,id\n,,3,\n,,Writer,current\n', [(2, 3)]),
    ):
        file.write_text(table)
        with pytest.raises(FaultyAnswersError) as told:
            answers_of(SMALL, str(file))
        assert [(fault.line, fault.column) for fault in told.value.faults] == places
    assert told.value.hint.en == "write the id of the question before it, as current"
