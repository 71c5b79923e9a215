import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pyspark = pytest.importorskip("pyspark", reason="needs the extra 'spark'")

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402
from many_people import anybody, rows_of  # noqa: E402
from two_tracks import TWO_TRACKS  # noqa: E402

from opscareer.model.kb import KnowledgeBase  # noqa: E402
from opscareer.team import advised, schema_of  # noqa: E402

pytestmark = pytest.mark.skipif(not shutil.which("java"), reason="needs Java")

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""A machine that lives for half a minute is not worth compiling well for."""
ENV = {
    **os.environ,
    "SPARK_HOME": str(Path(str(pyspark.__file__)).parent),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_SUBMIT_ARGS": " ".join(
        ["--master local[2] --conf spark.ui.enabled=false", f"--driver-java-options '{QUICK}'", "pyspark-shell"]
    ),
}


Rows = list[dict[str, Any]]


def table_of(kb: KnowledgeBase, count: int) -> pa.Table:
    """Return a table of any people."""
    rng = random.Random(4)
    return pa.Table.from_pylist(rows_of(kb, [anybody(kb, rng) for _ in range(count)]), schema=schema_of(kb))


def in_order(rows: Rows) -> Rows:
    """Return what people are told in the order of their ids: Spark keeps none."""
    return sorted(rows, key=lambda row: str(row["id"]))


def ran(*words: str, cwd: Path) -> str:
    """Run Python, and return what it says on stderr."""
    done = subprocess.run([sys.executable, *words], cwd=cwd, env=ENV, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_command_tells_the_same_on_spark(kb: KnowledgeBase, tmp_path: Path) -> None:
    """A table advised on Spark is the one advised here; a row with a fault is left out and told of."""
    people = table_of(kb, 300)
    wrong = pa.Table.from_pylist([{"id": "wrong"}], schema=people.schema)
    pq.write_table(pa.concat_tables([people, wrong]), tmp_path / "people.parquet")
    said = ran("-m", "opscareer.team.spark", str(tmp_path / "people.parquet"), str(tmp_path / "out"), cwd=tmp_path)
    assert in_order(pq.read_table(tmp_path / "out").to_pylist()) == in_order(advised(kb, people).told.to_pylist())
    assert "wrong, current: " in said


def test_an_executor_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    """What a machine was at when it died is worked out again elsewhere: nobody is left out, and nobody told twice."""
    people = table_of(TWO_TRACKS, 600)
    (tmp_path / "in").mkdir()
    for part in range(6):
        pq.write_table(people.slice(part * 100, 100), tmp_path / "in" / f"{part}.parquet")
    script = str(Path(__file__).with_name("on_spark.py"))
    ran(script, "local-cluster[2,1,1024]", str(tmp_path / "in"), str(tmp_path / "out"), str(tmp_path), cwd=tmp_path)
    assert (tmp_path / "killed").exists()
    found = in_order(pq.read_table(tmp_path / "out").to_pylist())
    assert found == in_order(advised(TWO_TRACKS, people).told.to_pylist())
