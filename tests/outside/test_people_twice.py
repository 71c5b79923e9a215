from io import BytesIO

import pytest
from small_kb import SMALL

from opscareer.errors import FaultyTeamError
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.people import PEOPLE, BadRow, Row
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of


def read(text: str, kb: KnowledgeBase = SMALL) -> list[Row | BadRow]:
    """Return the people of a text."""
    return list(people_of(kb, "people", BytesIO(text.encode()), Persons(kb, PEOPLE), PEOPLE))


@pytest.mark.parametrize(
    ("text", "column", "why"),
    [
        ("Question id,Answer\ncurrent,Writer\nyears,2\nyears,5\n", "years", "answered twice: row 3, row 4"),
        ('{"current": "Writer", "Wording": 2, "words": 5}', "skill.words", "answered twice: Wording, words"),
        ('{"current": "Writer", "current": "Trader"}\n', "", "the key current stands there twice"),
        ('{"id": "1", "编号": "2", "current": "Writer"}\n', "id", "answered twice: id, 编号"),
    ],
)  # fmt: skip
def test_two_answers_to_one_question(text: str, column: str, why: str) -> None:
    """Of two answers to the same question none counts silently: both are told, by their rows or their columns."""
    (row,) = read(text)
    assert isinstance(row, BadRow)
    assert [(cell.column, cell.message.en) for cell in row.cells] == [(column, why)]


def test_two_columns_of_one_question() -> None:
    """Two columns of a table that answer the same question are told by what the table calls both."""
    with pytest.raises(FaultyTeamError) as wrong:
        read("id,current,Wording,skill.words\n")
    assert "two columns are skill.words: Wording, skill.words" in wrong.value.message.en
    assert "“Wording”、“skill.words”都是 skill.words" in wrong.value.message.zh


def test_who_a_form_is_of() -> None:
    """A form that says whose it is goes by that, and not by the name of its file."""
    (row,) = read("Question id,Answer\nid,7\ncurrent,Writer\n")
    assert isinstance(row, Row)
    assert row.cells["id"] == "7"


def test_a_former_skill_that_was_divided(kb: KnowledgeBase) -> None:
    """The level of a former skill holds for those that took its place, but for one that is answered itself."""
    assert set(kb.formerly["video-live"]) == {"short-video", "live-selling"}
    for columns, levels in (
        ("skill.video-live,skill.short-video", "2,4"),
        ("skill.short-video,skill.video-live", "4,2"),
    ):
        (row,) = read(f"id,current,{columns}\n1,user-ops/specialist,{levels}\n", kb)
        assert isinstance(row, Row)
        assert (row.cells["skill.short-video"], row.cells["skill.live-selling"]) == (4, 2)
