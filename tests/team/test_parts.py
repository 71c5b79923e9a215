import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from many_people import anybody, rows_of
from two_tracks import TWO_TRACKS as KB

from opscareer.errors import FaultyTeamError
from opscareer.team import Place, Seen, advised, check_parquet, parts_of_parquet, parts_of_rows, schema_of, work_on
from opscareer.team import rows_of as told_rows


@given(seed=st.integers(0, 1000), size=st.integers(1, 9))
def test_rows_are_advised_as_a_table_is(seed: int, size: int) -> None:
    """Answers as they are kept, cut into parts of any size, are told what the same answers in a table are told."""
    people = [anybody(KB, random.Random(f"{seed}-{n}")) for n in range(12)]
    whole = advised(KB, pa.Table.from_pylist(rows_of(KB, people), schema=schema_of(KB)))
    rows = (("people.csv", n + 2, {"id": str(n), **one}) for n, one in enumerate(people))
    found = [work_on(KB, part, None, names=False) for part in parts_of_rows(KB, rows, size)]
    assert [row for one in found for row in told_rows(one.told)] == whole.told.to_pylist()
    assert [one.part.batch.num_rows for one in found][:-1] == [size] * (len(found) - 1)
    assert found[-1].part.place(0).file == "people.csv"


@pytest.mark.parametrize(("cell", "level"), [(3, 3), (3.0, 3), ("3", 3), ("not-sure", -2), (None, -1), ("", -1)])
def test_a_cell_of_a_row(cell: Any, level: int) -> None:
    """A level may be a number or a word; nothing is not asked."""
    from opscareer.team import encode

    (part,) = parts_of_rows(KB, [("f", 2, {"current": (), "skill.words": cell})])
    assert encode(KB, part.batch).people.skills[0, 0] == level


def test_not_sure_of_several_choices() -> None:
    """Somebody who is not sure what to avoid avoids nothing, and is no fault."""
    rows = [("f", 2, {"current": ("writer/specialist",), "avoid": "not-sure", "years": "not-sure", "goal": "not-sure"})]
    (part,) = parts_of_rows(KB, rows)
    assert work_on(KB, part, None, names=False).faults == ()


def test_places_of_a_parquet_file(tmp_path: Path) -> None:
    """Rows of Parquet are counted from one over all parts, and it is told which share of the file is done."""
    file, shares = tmp_path / "people.parquet", list[float]()
    people: list[dict[str, Any]] = rows_of(KB, [anybody(KB, random.Random(n)) for n in range(10)])
    people[5]["skill.words"] = "much"
    pq.write_table(pa.Table.from_pylist(people, schema=schema_of(KB)), file)
    found = [work_on(KB, part, "role", names=False) for part in parts_of_parquet(KB, file, shares.append, 4)]
    assert [one.part.place(0) for one in found] == [Place(str(file), row) for row in (1, 5, 9)]
    assert [one.part.place(fault.row) for one in found for fault in one.faults] == [Place(str(file), 6)]
    assert [one.left_out for one in found] == [0, 1, 0]
    assert found[1].place(1) == Place(str(file), 7)  # the second of those who were advised
    assert shares == [0.4, 0.8, 1.0]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"id": ["a"]}, "current"),
        ({"current": ["writer/specialist"]}, "string"),
        ({"current": [["writer/specialist"]], "skill.wordz": ["1"]}, "skill.wordz"),
        ({"current": [["writer/specialist"]], "skill.words": [True]}, "bool"),
        ({"current": [["writer/specialist"]], "years": [[1]]}, "years"),
        ({"current": [["writer/specialist"]], "id": [{"number": 1}]}, "column id is of type struct"),
        ({"current": [["writer/specialist"]], "id": [["a"]]}, "column id is of type list"),
    ],
)
def test_columns_of_other_types(tmp_path: Path, columns: dict[str, list[Any]], said: str) -> None:
    """A Parquet file with a column that is missing, not known or of another type is refused before any row is read."""
    pq.write_table(pa.table(columns), tmp_path / "people.parquet")
    with pytest.raises(FaultyTeamError, match=said) as refused:
        check_parquet(KB, tmp_path / "people.parquet")
    assert "people.parquet" in refused.value.message.zh


@pytest.mark.parametrize("id_", [pa.array([7]), pa.array([b"7"]), pa.array(["7"]), pa.array(["7"]).dictionary_encode()])
def test_ids_of_any_simple_type(id_: Any) -> None:
    """What tells people apart may be a number; it comes out as text."""
    table = pa.table({"id": id_, "current": [["writer/specialist"]]})
    assert advised(KB, table).told.column("id").to_pylist() == ["7"]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"id,current\n", b"PAR1" + b"x" * 200 + b"PAR1"])
def test_no_parquet_at_all(tmp_path: Path, content: bytes) -> None:
    """A file that is no Parquet, or broken, is told as such; so is one that is not there."""
    (tmp_path / "people.parquet").write_bytes(content)
    for file in (tmp_path / "people.parquet", tmp_path / "nowhere.parquet"):
        with pytest.raises(FaultyTeamError, match=file.name):
            check_parquet(KB, file)


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e", None, ""]), max_size=6), max_size=12))
def test_ids_that_come_again(batches: list[list[str | None]]) -> None:
    """An id is found again in the same rows or in any before them; who has none repeats nobody."""
    seen, before = Seen(), set[str]()
    for ids in batches:
        expected = []
        for id_ in ids:
            expected.append(bool(id_) and id_ in before)
            before |= {id_} if id_ else set()
        assert seen.again(ids).tolist() == expected
