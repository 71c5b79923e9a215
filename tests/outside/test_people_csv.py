import tracemalloc
from pathlib import Path

import pytest
from small_kb import SMALL

from opscareer.errors import FaultyTeamError
from opscareer.outside.people import PEOPLE, BadRow, Persons, Row, people_rows
from opscareer.text import Text

TABLE = """姓名,现岗位,years,Wording,skill.deals
张三,「Writer」,2年半,3 「Wording 3」,说不准
李四,还没入行,,2,还没有机会做
"""
ZHANG = {"id": "张三", "current": ("writer/specialist",), "years": 2.5, "skill.words": 3, "skill.deals": "not-sure"}
LI = {"id": "李四", "current": (), "skill.words": 2, "skill.deals": "no-opportunity"}


def rows(tmp_path: Path, data: bytes | str, name: str = "people.csv") -> list[Row | BadRow]:
    """Return what a file reads as."""
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(people_rows(SMALL, file))


def cells(found: list[Row | BadRow]) -> list[dict[str, object]]:
    """Return the answers of rows that could all be read."""
    assert all(isinstance(row, Row) for row in found), found
    return [dict(row.cells) for row in found if isinstance(row, Row)]


def told(row: Row | BadRow) -> list[tuple[str, str]]:
    """Return the columns of a row that cannot be read, and why."""
    assert isinstance(row, BadRow)
    return [(cell.column, cell.message.en) for cell in row.cells]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        TABLE.replace(",", ";").encode("gbk"),
        TABLE.replace(",", "\t").encode("utf-16"),
        TABLE.replace("\n", "\r\n").encode("utf-8-sig"),
        ("sep=;\n" + TABLE.replace(",", ";")).encode("utf-8-sig"),
        ("人员表,,\n,,\n" + TABLE).encode(),
        TABLE.replace("\n", "\n\n").encode(),
    ],
)
def test_tables_as_spreadsheets_write_them(tmp_path: Path, data: bytes) -> None:
    """A table is read in UTF-8, UTF-16 or GBK, with or without a mark, between commas, semicolons or tabs."""
    assert cells(rows(tmp_path, data)) == [ZHANG, LI]


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    """A row has the number that it has in a spreadsheet: empty rows count, lines within a cell do not."""
    found = rows(tmp_path, 'id,current,years\n\n"a\nb",Writer,1\nc,Writer,x\n')
    assert [row.number for row in found] == [3, 4]
    assert isinstance(found[0], Row)
    assert found[0].cells["id"] == "a b"


def test_all_that_is_wrong_with_a_row(tmp_path: Path) -> None:
    """A row that cannot be read is told with all its cells that are wrong, and does not stop the others."""
    bad, good = rows(tmp_path, "id,current,years,Wording\n1,Wrtr,long,7\n2,Writer,1,3\n")
    assert [column for column, _ in told(bad)] == ["current", "years", "skill.words"]
    assert isinstance(bad, BadRow)
    assert "writer" in bad.cells[0].hint.en
    assert cells([good]) == [{"id": "2", "current": ("writer/specialist",), "years": 1, "skill.words": 3}]


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("1,,2,3", "current", "the present position is not filled in"),
        ("1,Writer,2,=A1+1", "skill.words", "a formula, not a value"),
        ("1,Writer,2,3,4", "5", "the column has no heading"),
        ('1,Wri"ter,2,3\n2,"Writer"x,2,3', "", "its quotes do not match"),
        ('1,"Writer,2,3', "", "its quotes do not match"),
    ],
)
def test_rows_that_are_wrong(tmp_path: Path, row: str, column: str, why: str) -> None:
    """Formulas, cells beyond the headings, quotes that are not closed and posts that are missing are told by row."""
    *_, last = rows(tmp_path, f"id,current,years,Wording\n{row}\n")
    assert next((found, reason.partition(" (")[0]) for found, reason in told(last)) == (column, why)


def test_mixed_encodings(tmp_path: Path) -> None:
    """A row in another encoding than the file is told as such, whichever is which; the others are read."""
    first, second, third = TABLE.splitlines(keepends=True)
    for one, other in (("utf-8", "gbk"), ("gbk", "utf-8")):
        data = (first + second).encode(one) + third.encode(other) + third.replace("李", "王").encode(one)
        good, bad, after = rows(tmp_path, data)
        assert cells([good, after]) == [ZHANG, {**LI, "id": "王四"}]
        assert ("broken letters" in told(bad)[0][1], bad.number) == (True, 3)


def test_ids_come_out_as_they_went_in(tmp_path: Path) -> None:
    """Zeros before a number stay, marks that keep a cell text go, and what only looks like a formula is none."""
    found = cells(rows(tmp_path, 'id,current\n0071,Writer\n"=""0072""",Writer\n\'-3,Writer\n-4,Writer\n'))
    assert [row["id"] for row in found] == ["0071", "0072", "-3", "-4"]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("", "it is empty"),
        ("\n\n", "nobody has filled in anything"),
        ("id,current\n", "nobody has filled in anything"),
        ("id,post\n1,2\n", "there is no column current (the present position); the first row is: id, post"),
        ("id,current,skill.wrods,foo\n", "no question and no skill is called skill.wrods, foo"),
        ("id,current,Wording,skill.words\n", "two columns are skill.words"),
        ("%PDF-1.7 x", "this is a PDF, not a table of people"),
        ("x" * 1_100_000, "a line without an end"),
    ],
)
def test_files_that_are_no_table_of_people(tmp_path: Path, table: str, why: str) -> None:
    """A file that is empty, of another kind, or whose columns are missing, unknown or there twice is refused whole."""
    with pytest.raises(FaultyTeamError) as wrong:
        rows(tmp_path, table)
    assert why in wrong.value.message.en
    assert str(tmp_path) in wrong.value.message.zh


def test_the_nearest_column(tmp_path: Path) -> None:
    """A column that is not known is refused with the nearest ones, by id or by title."""
    for name, near in (("skill.wrods", "skill.words"), ("Dealin", "Dealing"), ("yers", "years")):
        with pytest.raises(FaultyTeamError) as wrong:
            rows(tmp_path, f"id,current,{name}\n")
        assert near in wrong.value.hint.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be read is told by its name."""
    with pytest.raises(FaultyTeamError, match=r"the table of people .*none\.csv cannot be read"):
        list(people_rows(SMALL, tmp_path / "none.csv"))


def test_no_faulty_row_is_held(tmp_path: Path) -> None:
    """Ten times as many rows with one fault take no more memory."""

    def held(rows: int) -> int:
        file = tmp_path / f"{rows}.csv"
        file.write_text("id,current\n" + "".join(f"p{n},mars\n" for n in range(rows)), encoding="utf-8")
        tracemalloc.start()
        read = people_rows(SMALL, file)
        assert sum(isinstance(row, BadRow) for row in read) == rows
        grown = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return grown

    held(200)  # what is imported, and kept of words, is so by then
    assert held(2_000) < held(200) + 200_000


def test_columns_that_are_no_part_of_a_form(tmp_path: Path) -> None:
    """All columns that are not known are told at once, and that they may be taken out."""
    with pytest.raises(FaultyTeamError) as wrong:
        rows(tmp_path, "id,current,序号,部门,备注\n")
    assert "序号、部门、备注" in wrong.value.message.zh
    assert wrong.value.hint.en.endswith("take out what is no part of the form")


@pytest.mark.parametrize("heads", ["姓名,工号", "工号,姓名", "名字,员工编号", "name,employee id"])
def test_a_number_beside_a_name(tmp_path: Path, heads: str) -> None:
    """Of a name and a number side by side the number tells people apart, and the name goes with it."""
    places = {"姓名": "李", "名字": "李", "name": "李"}
    row = ",".join(places.get(head, "1001") for head in heads.split(","))
    file = tmp_path / "people.csv"
    file.write_text(f"{heads},岗位\n{row},Writer\n", "utf-8")
    notes: list[Text] = []
    found = list(people_rows(SMALL, file, persons=Persons(SMALL, PEOPLE, notes.append)))
    assert cells(found) == [{"id": "1001", "current": ("writer/specialist",)}]
    assert [row.name for row in found if isinstance(row, Row)] == ["李"]
    assert notes == []


def test_names_beside_a_number(tmp_path: Path) -> None:
    """Of two columns with names both are told, once where they are the same; an empty one tells none."""
    file = tmp_path / "people.csv"
    file.write_text(
        "工号,姓名,name,岗位\n1,李,Li,Writer\n2,王,王,Writer\n3,,,Writer\n4,\x1b[31m赵\u202e,,Writer\n", "utf-8"
    )
    found = list(people_rows(SMALL, file, persons=Persons(SMALL, PEOPLE)))
    assert [row.name for row in found if isinstance(row, Row)] == ["李 Li", "王", "", "赵"]


def test_two_numbers_or_two_names(tmp_path: Path) -> None:
    """Two numbers, or two names without a number, are refused as before: which of them counts nobody knows."""
    for heads in ("工号,编号", "姓名,名字"):
        with pytest.raises(FaultyTeamError, match="two columns are id"):
            rows(tmp_path, f"{heads},岗位\n1,2,Writer\n")


def test_the_nearest_to_any_column_that_is_not_known(tmp_path: Path) -> None:
    """What is like a column is told, whichever of several unknown ones it is, and that it is to be renamed, not cut."""
    with pytest.raises(FaultyTeamError) as wrong:
        rows(tmp_path, "id,current,@@,在岗的年数\n")
    assert "years" in wrong.value.hint.zh
    assert "改成这个名字" in wrong.value.hint.zh
    assert "rename" in wrong.value.hint.en
