"""More people than one machine holds: the same kernel, a batch after the other, wherever Spark has cut the table.

Spark cuts, moves, retries and writes; here a DataFrame of people becomes a DataFrame of what they are told. A row knows
nothing of another, so a part that is worked out again, on another machine, is the same.
"""

import pickle
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pyarrow as pa
from threadpoolctl import threadpool_limits

from opscareer.errors import OpscareerError
from opscareer.model.kb import KnowledgeBase
from opscareer.team import advised, encode

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema
except ModuleNotFoundError as missing:
    raise OpscareerError(
        f"没有安装 {missing.name}",
        f"{missing.name} is not installed",
        ("装上它：pip install 'opscareer[spark]'", "install it: pip install 'opscareer[spark]'"),
    ) from missing

from opscareer.team.columns import ID, TOLD

FAULTS = pa.schema([(ID, pa.string()), ("column", pa.string()), ("zh", pa.string()), ("en", pa.string())])
"""What is wrong with rows that are left out: the person, the column, and what is wrong, in both languages."""


def advised_frame(kb: KnowledgeBase, people: DataFrame) -> DataFrame:
    """Return what people are told (columns.TOLD), a row each, but for those whose rows have faults."""
    packed, names = _packed(kb), people.columns

    def told(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with threadpool_limits(1, user_api="blas"):  # a worker a core, as Spark has it
            for batch in batches:
                yield advised(_unpacked(packed), batch.rename_columns(names)).told

    return _numbered(people).mapInArrow(told, from_arrow_schema(TOLD))


def faults_frame(kb: KnowledgeBase, people: DataFrame) -> DataFrame:
    """Return the faults of the rows that `advised_frame` leaves out, a row each (FAULTS)."""
    packed, names = _packed(kb), people.columns

    def faults(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            found, ids = encode(_unpacked(packed), batch.rename_columns(names)).faults, batch.column(names.index(ID))
            rows = [
                {ID: str(ids[fault.row]), "column": fault.column, "zh": fault.message.zh, "en": fault.message.en}
                for fault in found
            ]
            yield pa.RecordBatch.from_pylist(rows, schema=FAULTS)

    return _numbered(people).mapInArrow(faults, from_arrow_schema(FAULTS))


def _numbered(people: DataFrame) -> DataFrame:
    """Return a table with numbers for names: Spark takes a dot in a name, as of `skill.ID`, for a part of a column."""
    return people.toDF(*(f"c{number}" for number in range(len(people.columns))))


def _packed(kb: KnowledgeBase) -> bytes:
    """Return a knowledge base as it travels to each worker, once a job."""
    return zlib.compress(pickle.dumps(kb))


@lru_cache(maxsize=2)  # what follows from a knowledge base is remembered with it, from one part of a table to the next
def _unpacked(packed: bytes) -> KnowledgeBase:
    kb: Any = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed above, by the program that reads it
    assert isinstance(kb, KnowledgeBase)
    return kb


__all__ = ["FAULTS", "advised_frame", "faults_frame"]
