"""`python -m opscareer.team.spark IN OUT`: a table of people in Parquet, on any store that Spark reads, advised.

The one place where a knowledge base is opened for the cluster; `spark-submit` runs this module as well.
"""

import argparse
import sys
from pathlib import Path

from opscareer.errors import OpscareerError
from opscareer.knowledge import open_kb
from opscareer.team.spark import advised_frame, faults_frame
from opscareer.team.stream import BATCH


def main(words: list[str] | None = None) -> int:
    """Advise a table of people, and return the exit code: 0 done, 2 usage, 3 a faulty knowledge base."""
    asked = _parser().parse_args(words)
    try:
        return _advise(asked.people, asked.told, asked.kb)
    except OpscareerError as error:
        hint = f"\n  {error.hint.zh}\n  {error.hint.en}" if error.hint.en else ""
        print(f"{error.message.zh}\n{error.message.en}{hint}", file=sys.stderr)  # noqa: T201
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m opscareer.team.spark", description="Advise a table of people in Parquet, on Spark."
    )
    parser.add_argument("people", metavar="IN", help="the table of people, as opscareer.team reads it")
    parser.add_argument("told", metavar="OUT", help="where what they are told goes; there must be nothing yet")
    parser.add_argument("--kb", metavar="DIR", type=Path, help="another knowledge base, or an overlay")
    return parser


def _advise(source: str, target: str, folder: Path | None) -> int:
    from pyspark.sql import SparkSession

    kb = open_kb(folder).whole()
    spark = SparkSession.builder.appName("opscareer.team").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH))
    people = spark.read.parquet(source)
    advised_frame(kb, people).write.parquet(target)
    faults = faults_frame(kb, people)
    left_out = faults.select("id").distinct().count()
    if left_out:
        first = faults.limit(20).collect()
        print(f"有 {left_out} 行没有算，头几处：\n{left_out} rows are left out; the first faults:", file=sys.stderr)  # noqa: T201
        for one in first:
            print(f"  {one['id']}, {one['column']}: {one['zh']} / {one['en']}", file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
