from pathlib import Path

import pytest
from small_kb import SMALL

from opscareer.errors import FaultyTeamError
from opscareer.outside.people import PEOPLE, BadRow, Persons, Row, people_rows
from opscareer.text import Text


def rows(tmp_path: Path, text: str | bytes) -> list[Row | BadRow]:
    """Return what lines of JSON read as."""
    file = tmp_path / "people.jsonl"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(people_rows(SMALL, file))


def test_lines_of_json(tmp_path: Path) -> None:
    """A person is an object a line, with the keys that columns have, lists for several answers, and null for none."""
    first, second = rows(
        tmp_path,
        '\ufeff{"id": 7, "current": ["Writer", "head"], "years": 2.5, "skill.words": "3", "work": null}\n\n'
        '{"工号": "8", "现岗位": [], "Wording": 0}\n',
    )
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    posts = ("writer/specialist", "head/director")
    assert first.cells == {"id": "7", "current": posts, "years": 2.5, "skill.words": 3}
    assert (second.number, second.cells) == (3, {"id": "8", "current": (), "skill.words": 0})


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        ('{"id": 1, "current": ["Writer"], "skill.wrods": 3}', "skill.wrods", "no question and no skill is called"),
        ('{"id": 1, "current": ["Writer"], "skill.words": {}}', "skill.words", "no text, number or list of texts"),
        ('{"id": 1, "current": ["Writer"], "skill.words": true}', "skill.words", "cannot be yes"),
        ('{"id": 1}', "current", "not filled in"),
        ("[1]", "", "not an object"),
        ('{"id": ', "", "not JSON"),
        ("[" * 100_000, "", "not JSON"),
        (b'{"id": "\xd5\xc5"}', "", "not UTF-8"),
    ],
)
def test_lines_that_are_wrong(tmp_path: Path, line: str | bytes, column: str, why: str) -> None:
    """A line that is no person is told with its number, and the next is read."""
    data = line if isinstance(line, bytes) else line.encode()
    first, bad, good = rows(tmp_path, b'{"id": 0, "current": []}\n' + data + b'\n{"id": 2, "current": "Writer"}\n')
    assert isinstance(bad, BadRow)
    assert (bad.number, bad.cells[0].column) == (2, column)
    assert why in bad.cells[0].message.en
    assert isinstance(first, Row)
    assert isinstance(good, Row)


def test_a_line_without_an_end(tmp_path: Path) -> None:
    """A file that is one line of a million letters is no table of people."""
    with pytest.raises(FaultyTeamError, match="a line without an end"):
        rows(tmp_path, '{"id": "' + "x" * 1_000_001)


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People are read from standard input too, which cannot be read twice."""
    import os
    import sys

    reading, writing = os.pipe()
    os.write(writing, b'{"id": 7, "current": "Writer"}\n')
    os.close(writing)
    with os.fdopen(reading) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert [row.file for row in people_rows(SMALL, "-")] == ["stdin"]


def test_a_number_beside_a_name(tmp_path: Path) -> None:
    """Of a name and a number in lines of JSON the number tells people apart, and the name goes with it."""
    file, notes = tmp_path / "people.jsonl", list[Text]()
    file.write_text('{"姓名": "李", "工号": "1", "current": []}\n{"姓名": "王", "工号": "2", "current": []}\n', "utf-8")
    found = list(people_rows(SMALL, file, persons=Persons(SMALL, PEOPLE, notes.append)))
    assert [(row.cells["id"], row.name) for row in found if isinstance(row, Row)] == [("1", "李"), ("2", "王")]
    assert notes == []
