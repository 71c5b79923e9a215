"""Advise a table of people on a cluster, and kill the machine of one part of it while it is at work.

`python on_spark.py MASTER IN OUT FOLDER`: FOLDER is where the part leaves word that it was killed, so that it is once.
"""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import SparkSession

sys.path.append(str(Path(__file__).parents[1]))

from two_tracks import TWO_TRACKS

from opscareer.team.spark import advised_frame

PART = 2


def main() -> None:
    """Do so."""
    master, source, target, folder = sys.argv[1:]
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.files.maxPartitionBytes": "8192",  # a part a file
        "spark.sql.files.openCostInBytes": "8192",
    }
    session = SparkSession.builder.master(master).config(map=settings).getOrCreate()
    told = advised_frame(TWO_TRACKS, session.read.parquet(source))
    told.mapInArrow(_deadly(Path(folder)), told.schema).write.parquet(target)
    session.stop()


def _deadly(folder: Path):  # type: ignore[no-untyped-def]
    def killed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch
            context = TaskContext.get()
            if context and context.partitionId() == PART and _for_the_first_time(folder):
                os.kill(_parent(os.getppid()), signal.SIGKILL)

    return killed


def _for_the_first_time(folder: Path) -> bool:
    try:
        (folder / "killed").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _parent(process: int) -> int:
    """Return the parent of a process: of the daemon that keeps the workers, the executor."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


if __name__ == "__main__":
    main()
