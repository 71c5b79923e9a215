import csv
import io
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_kb import SMALL

from opscareer.outside.people import PEOPLE, BadRow, Row
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of
from opscareer.outside.records import Record, Unclosed, records
from opscareer.outside.tables import TableError, table

PEOPLE_ROWS = [f"p{n},Writer,3" for n in range(100)]
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=6)


def people(*changed: tuple[int, str]) -> list[Row | BadRow]:
    """Return a hundred people of whom some rows are written otherwise."""
    rows = [dict(changed).get(n, row) for n, row in enumerate(PEOPLE_ROWS)]
    text = "\n".join(["id,current,Wording", *rows]) + "\n"
    return list(people_of(SMALL, "people", BytesIO(text.encode()), Persons(SMALL, PEOPLE), PEOPLE))


def faults(rows: list[Row | BadRow]) -> list[tuple[int, str]]:
    """Return the rows that cannot be read, and why."""
    return [(row.number, row.cells[0].message.en) for row in rows if isinstance(row, BadRow)]


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Return a text as the reader of ads is given it."""
    return iter(enumerate(io.StringIO(text, newline=""), 1))


def test_a_quote_that_is_never_closed() -> None:
    """A quote that nothing closes costs the row that it is in, told by its line; the people below are read."""
    found = people((2, '"p2,Writer,3'))
    assert faults(found) == [(4, "its quotes do not match (one opens in line 4)")]
    assert len(found) == 100


def test_a_quote_that_another_closes() -> None:
    """So does one that is closed by a quote sixty rows below, and by one in the next row."""
    for far in (59, 3):
        found = people((2, '"p2,Writer,3'), (far, f'p{far}",Writer,3'))
        assert faults(found) == [(4, "its quotes do not match (one opens in line 4)")]
        assert len(found) == 100


def test_a_cell_that_never_ends() -> None:
    """A cell of more lines than any form has is no cell, though nothing separates what is in it."""
    text = 'current\n"Writer\n' + "Writer\n" * 100 + '"\n'
    rows = list(people_of(SMALL, "people", BytesIO(text.encode()), Persons(SMALL, PEOPLE), PEOPLE))
    assert sum(isinstance(row, Row) for row in rows) == 100


def test_cells_of_several_lines() -> None:
    """A cell may hold line ends: a name, or several posts with a line each."""
    found = people((2, '"p\n2","Writer\nWriter, Writer",3'))
    assert faults(found) == []
    assert isinstance(found[2], Row)
    assert found[2].cells["id"] == "p 2"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5))
def test_whole_tables(rows: list[list[str]]) -> None:
    """What is written as CSV is read as it was, with the lines on which each row stands."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    found = list(records(iter(io.StringIO(written.getvalue(), newline="")), ",", lambda *_: False))
    assert [row.cells for row in found if isinstance(row, Record)] == rows
    assert [row.last for row in found if isinstance(row, Record)][-1:] == (
        [written.getvalue().count("\n")] if rows else []
    )


@given(st.text('",\na\n', max_size=40))
def test_whatever_the_quotes(text: str) -> None:
    """However quotes stand, each line is told of once, in its order."""
    at = 1
    for row in records(iter(io.StringIO(text, newline="")), ",", lambda cells, _: any("a\na" in one for one in cells)):
        assert at <= row.line
        at = (row.line if isinstance(row, Unclosed) else row.last) + 1
    assert at == text.count("\n") + (not text.endswith("\n") and text != "") + 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title,text\nA,"about us\nB,work\nC,SQL\n', 2),
        ('title,text,company\nA,"work\nlead",X\nB,"quote, work,Y\nC,SQL,Z\n', 4),
        ('title,text\nA,"work\nB,"more work"\n', 2),
        ('title,text,company\n"A,work,X\nB",more,Y\n', 2),
        ('title,text,company\nA,"w,X\nB,w,X\nC,w,Y\nD,w,Y\nE,w",Z\n', 2),
    ],
)
def test_ads_with_a_quote_too_many(text: str, line: int) -> None:
    """A table of ads in which a quote is not closed is refused, by the line in which it opens."""
    with pytest.raises(TableError) as wrong:
        list(table(lines(text)))
    assert (wrong.value.line, wrong.value.reason.en) == (line, f"its quotes do not match (one opens in line {line})")
    assert wrong.value.hint.en


def test_ads_of_several_lines() -> None:
    """An ad may have any lines, with commas in them, and a row of blanks is no ad."""
    text = 'title,text,company\nA,"write,film\nplan,write,film\nlead",X\n , ,\n'
    assert [row["text"] for _, row in table(lines(text))] == ["write,film\nplan,write,film\nlead"]
