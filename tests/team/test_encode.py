from typing import Any

import pyarrow as pa
import pytest
from two_tracks import TWO_TRACKS as KB

from opscareer.errors import UsageError
from opscareer.team import Encoded, encode
from opscareer.team.columns import UNASKED, UNPROVED, UNSURE


def encoded(**columns: Any) -> Encoded:
    """Return the people of a table that has these columns, and posts unless others are told."""
    count = len(next(iter(columns.values())))
    return encode(KB, pa.table({"current": [["writer/specialist"]] * count, **columns}))


def words(encoded_: Encoded, question: str) -> list[str | None]:
    """Return the answers to a question of choice."""
    labels = [*KB.questions[question].labels]
    return [labels[code] if code >= 0 else None for code in encoded_.people.words[question]]


@pytest.mark.parametrize(
    "levels",
    [
        pa.array(["0", "5", "not-sure", "no-opportunity", "", None]),
        pa.array(["0", "5", "not-sure", "no-opportunity", "", None]).dictionary_encode(),
    ],
)
def test_a_level_is_a_word(levels: Any) -> None:
    """A level, no opportunity, not sure and not asked are kept apart, however the words are held."""
    people = encoded(**{"skill.words": levels}).people
    assert people.skills[:, 0].tolist() == [0, 5, UNSURE, UNPROVED, UNASKED, UNASKED]
    assert set(people.skills[:, 1].tolist()) == {UNASKED}


@pytest.mark.parametrize("type_", [pa.int8(), pa.int64(), pa.float64()])
def test_a_level_may_be_a_number(type_: Any) -> None:
    """A whole number of any type is a level."""
    levels = pa.array([0, 3, None], type=type_)
    assert encoded(**{"skill.words": levels}).people.skills[:, 0].tolist() == [0, 3, UNASKED]


@pytest.mark.parametrize("level", ["6", "-1", "often", "2.5", "true"])
def test_a_wrong_level_is_told_with_its_row(level: str) -> None:
    """Of what is no level the row and the column are told, the row is left out, and the others are not."""
    people, faults = encoded(id=["a", "b", "c"], **{"skill.words": ["1", level, "2"]})
    assert [(fault.row, fault.column) for fault in faults] == [(1, "skill.words")]
    assert "skill.words" in faults[0].message.zh
    assert people.ids.to_pylist() == ["a", "c"]


def test_all_faults_of_a_row_are_told() -> None:
    """A row with two faults is told twice and left out once."""
    people, faults = encoded(lead=["perhaps", "yes"], years=[-1.0, 2.0])
    assert [(fault.row, fault.column) for fault in faults] == [(0, "lead"), (0, "years")]
    assert len(people) == 1


def test_choices_and_positions_by_their_ids() -> None:
    """Not sure and blank are no answer; a position may be shortened where it is clear."""
    found = encoded(lead=["yes", "not-sure", None], goal=["first", "", "top/chief"], years=["2.5", None, "not-sure"])
    assert words(found, "lead") == ["yes", None, None]
    assert [[*KB.positions][code] if code >= 0 else None for code in found.people.words["goal"]] == [
        "first/chief",
        None,
        "top/chief",
    ]
    assert str(found.people.numbers["years"].tolist()) == "[2.5, nan, nan]"


def test_posts_are_a_list() -> None:
    """An empty list is somebody from outside; a post told twice is held once; none told is a fault."""
    posts = [[], ["writer/senior", "seller/manager", "writer/senior"], None, ["writer/baker"]]
    people, faults = encoded(current=pa.array(posts, type=pa.list_(pa.string())))
    places = [*KB.positions]
    assert [[places[p] for p in row if p >= 0] for row in people.posts] == [[], ["writer/senior", "seller/manager"]]
    assert [(fault.row, fault.column) for fault in faults] == [(2, "current"), (3, "current")]


def test_several_choices_are_a_list() -> None:
    """What one will not do may be several things."""
    avoid = pa.array([["pen", "phone"], [], None, ["ink"]])
    people, faults = encoded(avoid=avoid)
    assert people.several["avoid"].tolist() == [[True, True], [False, False], [False, False]]
    assert [fault.row for fault in faults] == [3]


def test_columns_that_nothing_is_asked_by() -> None:
    """An unknown column is an error that names the nearest one; the present posts must be there."""
    with pytest.raises(UsageError, match="skill\\.wordz") as refused:
        encoded(**{"skill.wordz": ["1"]})
    assert "skill.words" in refused.value.hint.en
    with pytest.raises(UsageError, match="current"):
        encode(KB, pa.table({"id": ["a"]}))


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("skill.words", pa.array([[1]])),
        ("lead", pa.array([True])),
        ("years", pa.array([[1]])),
        ("current", pa.array(["writer/specialist"])),
        ("avoid", pa.array([1])),
    ],
)
def test_columns_of_other_types(column: str, values: Any) -> None:
    """A column whose type cannot be read is an error that names it and its type."""
    with pytest.raises(UsageError, match=column):
        encoded(**{column: values})


def test_nobody() -> None:
    """A table without rows has no people and no faults."""
    people, faults = encode(KB, pa.table({"current": pa.array([], type=pa.list_(pa.string()))}))
    assert (len(people), faults) == (0, ())
