import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from small_kb import SMALL

from opscareer.errors import FaultyTeamError
from opscareer.outside.people import PEOPLE, BadRow, Persons, Row, people_rows
from opscareer.text import Text

FILLED = Path(__file__).parent / "filled"
ZHANG = {
    "id": "张三",
    "current": ("writer/specialist", "seller/manager"),
    "years": 2.5,
    "years_total": 6,
    "goal": "top/chief",
    "work": "pen",
    "skill.words": 4,
    "skill.deals": "not-sure",
    "skill.sums": "no-opportunity",
    "skill.people": 0,
}
HEADING = ("id", "current", "years", "Wording")


def book(*sheets: Sequence[Sequence[Any]], names: Sequence[str] = ("A", "B", "C"), state: str = "visible") -> Workbook:
    """Return a workbook of sheets of rows; state is that of the last one."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in zip(names, sheets, strict=False):
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.worksheets[-1].sheet_state = state
    return made


def rows(tmp_path: Path, made: Workbook, name: str = "people.xlsx") -> list[Row | BadRow]:
    """Return what a workbook reads as."""
    made.save(tmp_path / name)
    return list(people_rows(SMALL, tmp_path / name))


def told(row: Row | BadRow) -> list[tuple[str, str]]:
    """Return the columns of a row that cannot be read, and why."""
    assert isinstance(row, BadRow), row
    return [(cell.column, cell.message.en) for cell in row.cells]


def test_forms_that_libreoffice_wrote() -> None:
    """A form that was opened and saved by LibreOffice reads as it was filled in: as a workbook, and as Chinese CSV."""
    zhang, other = people_rows(SMALL, FILLED / "libreoffice.xlsx")
    assert isinstance(zhang, Row)
    assert isinstance(other, Row)
    assert zhang.cells == ZHANG
    assert other.cells == {"id": "0072", "current": (), "skill.words": 1, "skill.people": 5}
    assert [row.cells for row in people_rows(SMALL, FILLED / "libreoffice-gbk.csv") if isinstance(row, Row)] == [ZHANG]


def test_cells_as_excel_has_them(tmp_path: Path) -> None:
    """Numbers are levels, years and ids without a fraction; rows that nobody filled in are nobody."""
    good, after = rows(tmp_path, book([HEADING, (7, "Writer", 2.5, 3), (), ("", None), (8.0, "Writer", "半年", "L2")]))
    assert isinstance(good, Row)
    assert good.cells == {"id": "7", "current": ("writer/specialist",), "years": 2.5, "skill.words": 3}
    assert (after.number, isinstance(after, Row) and after.cells["id"]) == (5, "8")


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ((1, "Writer", 1, "=1+2"), "skill.words", "a formula, not a value"),
        (("=A1", "Writer", 1, 2), "id", "a formula, not a value"),
        ((1, "Writer", date(2026, 3, 4), 2), "years", "a date, no answer"),
        ((1, "Writer", 1, True), "skill.words", "skill.words cannot be yes"),
        ((1, "Writer", 1, 2.5), "skill.words", "2.5 is no level"),
        ((310101199001011234, "Writer", 1, 2), "id", "a number this long has lost its last digits in the spreadsheet"),
        ((1, "Writer", 1, 2, "x"), "5", "the column has no heading"),
    ],
)
def test_cells_that_are_no_answer(tmp_path: Path, row: Sequence[Any], column: str, why: str) -> None:
    """A formula, a date, a number that Excel has cut are each told by row and column."""
    bad, good = rows(tmp_path, book([HEADING, row, (2, "Writer", 1, 2)]))
    assert told(bad) == [(column, why)]
    assert isinstance(good, Row)


def test_a_date_where_years_are_asked(tmp_path: Path) -> None:
    """A date in a column of years is answered by how many years, not by the same date as text; elsewhere by text."""
    in_years, elsewhere = rows(
        tmp_path, book([HEADING, (1, "Writer", date(2026, 3, 4), 2), (2, date(2026, 3, 4), 1, 2)])
    )
    assert isinstance(in_years, BadRow)
    assert isinstance(elsewhere, BadRow)
    assert in_years.cells[0].hint.en == "write how many years, as 3.5, not since when"
    assert elsewhere.cells[0].hint.en == "format the cell as text"


def test_the_error_of_a_formula(tmp_path: Path) -> None:
    """What Excel shows instead of a value that it cannot work out is told."""
    made = book([HEADING, (1, "Writer", 1, 2)])
    made.worksheets[0]["D2"] = "#N/A"
    made.worksheets[0]["D2"].data_type = "e"
    assert told(rows(tmp_path, made)[0]) == [("skill.words", "the error of a formula")]


def hiding(*hidden: int, columns: str = "") -> Workbook:
    """Return a table of three people with some of its rows and columns hidden."""
    made = book([HEADING, (1, "Writer", 1, 2), (2, "Writer", 1, 2), (), (3, "Writer", 1, 2)])
    for number in hidden:
        made.worksheets[0].row_dimensions[number].hidden = True
    for letter in columns:
        made.worksheets[0].column_dimensions[letter].hidden = True
    return made


def test_hidden_rows(tmp_path: Path) -> None:
    """People in hidden rows, as a filter leaves them, are not read and told together by their rows, empty ones not."""
    first, wrong = rows(tmp_path, hiding(3, 4, 5))
    assert isinstance(first, Row)
    assert told(wrong) == [("", "hidden rows (filtered away?), whose people are not read: 3, 5")]
    assert isinstance(wrong, BadRow)
    assert (wrong.number, wrong.also) == (0, 1)
    assert len(rows(tmp_path, hiding(1, 4))) == 3  # a heading may be hidden


def test_a_filter(tmp_path: Path) -> None:
    """A filter alone hides nobody."""
    made = hiding()
    made.worksheets[0].auto_filter.ref = "A1:D5"
    assert len(rows(tmp_path, made)) == 3


def noted(tmp_path: Path, made: Workbook) -> tuple[list[Row | BadRow], list[str]]:
    """Return what a workbook reads as, and what is said of it."""
    notes = list[Text]()
    made.save(tmp_path / "people.xlsx")
    persons = Persons(SMALL, PEOPLE, notes.append)
    return list(people_rows(SMALL, tmp_path / "people.xlsx", persons=persons)), [note.en for note in notes]


def test_hidden_columns(tmp_path: Path) -> None:
    """Answers in hidden columns count, and are told; a hidden column without any is not."""
    made = hiding(5, columns="BD")
    made.worksheets[0].column_dimensions.group("F", "H", hidden=True)
    found, notes = noted(tmp_path, made)
    assert [row.cells["skill.words"] for row in found if isinstance(row, Row)] == [2, 2]
    assert notes == [f"{tmp_path / 'people.xlsx'}: hidden columns, whose answers count all the same: current, Wording"]
    assert noted(tmp_path, hiding())[1] == []


def test_a_hidden_column_without_a_heading(tmp_path: Path) -> None:
    """What stands in a hidden column beyond the headings is told by its number."""
    made = hiding(columns="F")
    made.worksheets[0]["F2"] = "x"
    assert noted(tmp_path, made)[1][0].endswith("count all the same: 6")


def test_hidden_answers_of_a_form(tmp_path: Path) -> None:
    """Answers in hidden rows of a form count, and are told."""
    made = book([("question", "answer"), ("current", "Writer"), ("years", 2), ("skill.words", None)])
    for number in (3, 4):
        made.worksheets[0].row_dimensions[number].hidden = True
    (person,), notes = noted(tmp_path, made)
    assert isinstance(person, Row)
    assert person.cells["years"] == 2
    assert [note.partition(": ")[2] for note in notes] == ["hidden rows, whose answers count all the same: 3"]


def test_hidden_sheets(tmp_path: Path) -> None:
    """A sheet of people that is hidden is told by its name and not read; one of anything else is passed over."""
    table = [HEADING, (1, "Writer", 1, 2)]
    for state in ("hidden", "veryHidden"):
        _, other = rows(tmp_path, book(table, [HEADING, (2, "Writer", 1, 2)], state=state))
        assert other.file.endswith("[B]")
        assert told(other) == [("", "the sheet is hidden, and the people in it are not read")]
    assert len(rows(tmp_path, book(table, [("options",), ("Writer",)], state="hidden"))) == 1
    alone = book([("notes",)], table, state="hidden")
    with pytest.raises(FaultyTeamError, match="no column current"):
        rows(tmp_path, alone)


def test_sheets_of_a_workbook(tmp_path: Path) -> None:
    """Each sheet is read and named; empty and level sheets are nobody, and any other is told as row 0."""
    table = [HEADING, (1, "Writer", 1, 2)]
    first, other, second = rows(tmp_path, book(table, [("notes",)], [HEADING, (2, "Writer", 1, 2)]))
    assert [row.file.rpartition("people.xlsx")[2] for row in (first, other, second)] == ["[A]", "[C]", "[B]"]
    assert (second.number, told(second)[0][1][:20]) == (0, "there is no column c")
    assert len(rows(tmp_path, book(table, [], [("",)]))) == 1
    assert [row.file for row in rows(tmp_path, book(table, [("x",)], names=("A", "级别说明")))] == [
        str(tmp_path / "people.xlsx")
    ]


def test_a_form_without_a_name(tmp_path: Path) -> None:
    """Who leaves out who they are goes by the sheet, or by the file that has only one; a form left blank is nobody."""
    form = [("Question", "Answer"), ("id", None), ("current", "Writer")]
    blank = [("Question", "Answer"), ("id", None), ("current", None)]
    assert [row.cells["id"] for row in rows(tmp_path, book(form, blank, form)) if isinstance(row, Row)] == ["A", "C"]
    assert [row.cells["id"] for row in rows(tmp_path, book(form), "Li Si.xlsx") if isinstance(row, Row)] == ["Li Si"]
    with pytest.raises(FaultyTeamError, match="nobody has filled in anything"):
        rows(tmp_path, book(blank))


def test_what_is_wrong_in_a_form(tmp_path: Path) -> None:
    """All that is wrong in a form is told by the lines of its sheet; so is an answer to what is no question."""
    form = [("题号", "问题", "答案"), ("current", "", "Writer"), ("skill.words", "", 9), (), ("skill.wrods", "", 3)]
    (bad,) = rows(tmp_path, book(form))
    assert isinstance(bad, BadRow)
    assert [(cell.row, cell.column) for cell in bad.cells] == [(3, "skill.words"), (5, "skill.wrods")]
    assert "skill.words" in bad.cells[1].hint.en


def test_no_sheet_of_people(tmp_path: Path) -> None:
    """A workbook without a table of people is refused; so are one that is broken, and one of another program."""
    with pytest.raises(FaultyTeamError, match="no column current"):
        rows(tmp_path, book([("name",), ("x",)], [("notes",)]))
    made = BytesIO()
    book([HEADING, (1, "Writer")]).save(made)
    for name, data, why in (
        ("cut.xlsx", made.getvalue()[:3000], "cannot be opened"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Office document of an old format"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FaultyTeamError, match=why):
            list(people_rows(SMALL, tmp_path / name))


def test_a_sheet_that_is_broken(tmp_path: Path) -> None:
    """A workbook whose sheet breaks off is told, and no traceback."""
    made = BytesIO()
    book([HEADING, (1, "Writer")]).save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, data[: len(data) // 2] if "sheet1" in part and "rels" not in part else data)
    with pytest.raises(FaultyTeamError, match="cannot be opened"):
        list(people_rows(SMALL, tmp_path / "broken.xlsx"))


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    """A small file that would unpack to more than memory holds is refused before any of it is unpacked."""
    made = BytesIO()
    book([HEADING, (1, "Writer")]).save(made)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/huge.xml", "w") as part:
        for _ in range(101):
            part.write(bytes(1_000_000))
    (tmp_path / "bomb.xlsx").write_bytes(made.getvalue())
    with pytest.raises(FaultyTeamError, match="unpacks to too much"):
        list(people_rows(SMALL, tmp_path / "bomb.xlsx"))


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library that reads workbooks is missing, the message says what to install."""
    book([HEADING, (1, "Writer")]).save(tmp_path / "people.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FaultyTeamError, match="not installed") as wrong:
        list(people_rows(SMALL, tmp_path / "people.xlsx"))
    assert "opscareer[files]" in wrong.value.hint.en


def test_a_file_larger_than_the_bound(tmp_path: Path) -> None:
    """A table of two gigabytes is refused by its size, without a byte of it being read."""
    file = tmp_path / "huge.csv"
    with file.open("wb") as hole:
        hole.truncate(2_000_000_000)
    with pytest.raises(FaultyTeamError, match="larger than 1000 MB"):
        list(people_rows(SMALL, file))
