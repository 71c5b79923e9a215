import pytest

from opscareer.outside.tables import TableError, is_heading, table


def rows(text: str) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a table."""
    return list(table(iter(list(enumerate(text.splitlines(keepends=True), 1)))))


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("title,text", "BD,Sell"),
        ("Title,Text", "BD,Sell"),
        ("标题,正文", "BD,Sell"),
        ("职位名称;职位描述", "BD;Sell"),
        ("job title\tjob description", "BD\tSell"),
        ("Position,wage,Description", "BD,5k,Sell"),
    ],
)
def test_columns_as_people_call_them(heading: str, row: str) -> None:
    """Columns are known by the names that people and job sites give them, between commas, semicolons or tabs."""
    assert is_heading(heading)
    assert rows(f"{heading}\n{row}\n") == [(2, {"title": "BD", "text": "Sell"})]


def test_no_column_with_a_text() -> None:
    """Where no column holds the text of the ads the columns are told; so of a file whose heading is missing."""
    for heading in ("标题,薪资", "BD,Sell all day"):
        with pytest.raises(TableError) as wrong:
            rows(f"{heading}\n")
        assert heading.replace(",", ", ") in wrong.value.reason.en
        assert wrong.value.line == 1
    assert not is_heading("BD,Sell all day")


def test_cells_of_several_lines() -> None:
    """A row is told by its last line, and empty lines are none."""
    assert rows('text\n"one\ntwo"\n\nthree\n') == [(3, {"text": "one\ntwo"}), (5, {"text": "three"})]
