"""The table of what people are told as Parquet, a batch after the other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from opscareer.team.columns import ID, NAME, TOLD
from opscareer.text import clean


@contextmanager
def told_parquet(file: BinaryIO) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """Give what writes batches of what people are told (columns.TOLD) to a file."""
    with pq.ParquetWriter(file, TOLD) as out:
        yield out.write_batch


def rows_of(batch: pa.RecordBatch, size: int = 2048) -> Iterator[dict[str, Any]]:
    """Yield the rows of a batch as plain values, ids and names cleaned to be read; so many are made at once."""
    for first in range(0, batch.num_rows, size):
        for row in batch.slice(first, size).to_pylist():
            yield {**row, **{name: clean(row[name] or "") or None for name in (ID, NAME)}}
