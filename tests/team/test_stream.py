import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from many_people import anybody, rows_of
from two_tracks import TWO_TRACKS as KB

from opscareer.errors import UsageError
from opscareer.team import TOLD, advise_parquet, advised, schema_of


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Return a file of any people, the eleventh of them with a level that is none."""
    rows: list[dict[str, Any]] = rows_of(KB, [anybody(KB, random.Random(n)) for n in range(50)])
    rows[10]["skill.words"] = "much"
    pq.write_table(pa.Table.from_pylist(rows, schema=schema_of(KB)), tmp_path / "people.parquet", row_group_size=20)
    return tmp_path / "people.parquet"


@pytest.mark.parametrize(("batch", "workers"), [(7, 1), (7, 3), (1000, 2)])
def test_a_file_is_advised_as_one_batch(people: Path, tmp_path: Path, batch: int, workers: int) -> None:
    """However many are advised at once, and by however many, all are told the same and in their order."""
    done: list[int] = []
    found = advise_parquet(KB, people, tmp_path / "told", batch=batch, workers=workers, progress=done.append)
    assert pq.read_table(tmp_path / "told").to_pylist() == advised(KB, pq.read_table(people)).told.to_pylist()
    assert (found.people, found.left_out, [fault.row for fault in found.faults]) == (49, 1, [10])
    assert done[-1] == 50


def test_nobody_is_told_nothing(tmp_path: Path) -> None:
    """A file without rows becomes a file without rows, with all columns."""
    pq.write_table(schema_of(KB).empty_table(), tmp_path / "people")
    assert advise_parquet(KB, tmp_path / "people", tmp_path / "told").people == 0
    assert pq.read_table(tmp_path / "told").schema.names == TOLD.names


def test_no_half_file_is_left(tmp_path: Path) -> None:
    """Where the work fails, what was there before stands, and nothing lies beside it."""
    (tmp_path / "told").write_text("before")
    pq.write_table(pa.table({"id": ["a"]}), tmp_path / "people")
    with pytest.raises(UsageError):
        advise_parquet(KB, tmp_path / "people", tmp_path / "told")
    assert (tmp_path / "told").read_text() == "before"
    assert {file.name for file in tmp_path.iterdir()} >= {"told", "people"}
    assert not [*tmp_path.glob("*.part"), *tmp_path.glob(".*.part")]
