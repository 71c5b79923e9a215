"""Any number of people, a batch after the other, on all cores and in constant memory."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq
from threadpoolctl import threadpool_limits

from opscareer.model.kb import KnowledgeBase
from opscareer.team.advised import Advised, advised
from opscareer.team.columns import TOLD, words_of
from opscareer.team.encode import Fault

BATCH = 32768
"""People in a batch: enough that what is done once a batch is small, few enough that its tables are."""
TOLD_FAULTS = 100
"""So many faults are kept to be told; the others are only counted."""


Given = TypeVar("Given")
Made = TypeVar("Made")


class Streamed(NamedTuple):
    """How many people were advised, how many rows were left out, and the first of their faults, by row of the file."""

    people: int
    left_out: int
    faults: tuple[Fault, ...]


def advise_batches(
    kb: KnowledgeBase, batches: Iterable[pa.RecordBatch], workers: int | None = None
) -> Iterator[Advised]:
    """Yield what the people of each batch are told, in order; so many workers (all cores) are at it.

    Raises UsageError as `advised` does.
    """
    return in_order(partial(advised, kb), batches, workers)


def in_order(work: Callable[[Given], Made], given: Iterable[Given], workers: int | None = None) -> Iterator[Made]:
    """Yield what work makes of each thing given, in order; so many workers (all cores) are at it.

    Threads: the products and the masks let go of the interpreter. No more is drawn than the workers need.
    """
    workers = workers or os.cpu_count() or 1
    waiting: deque[Future[Made]] = deque()
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(workers) as pool:
        for one in given:
            waiting.append(pool.submit(work, one))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def advise_parquet(
    kb: KnowledgeBase,
    source: Path,
    target: Path,
    *,
    workers: int | None = None,
    batch: int = BATCH,
    progress: Callable[[int], None] | None = None,
) -> Streamed:
    """Advise the people of a Parquet file and write what they are told to another, which is there whole or not at all.

    progress is told after each batch how many rows are done. Raises UsageError, OSError, and pyarrow's ArrowException
    where the source is no Parquet file.
    """
    aside = target.with_name(f".{target.name}.part")
    try:
        with opened_parquet(kb, source) as file, pq.ParquetWriter(aside, TOLD) as out:
            done = _written(advise_batches(kb, file.iter_batches(batch), workers), out, progress)
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)
    return done


def opened_parquet(kb: KnowledgeBase, source: Path) -> pq.ParquetFile:
    """Return a Parquet file whose columns of few words are read as such. Raises OSError and ArrowException."""
    words = [field.name for field in pq.read_schema(source) if pa.types.is_string(field.type)]
    return pq.ParquetFile(source, read_dictionary=[name for name in words if name in words_of(kb)])


def _written(found: Iterator[Advised], out: pq.ParquetWriter, progress: Callable[[int], None] | None) -> Streamed:
    """Write what people are told, and return how many they were."""
    people, left_out, faults = 0, 0, list[Fault]()
    for told, wrong in found:
        out.write_batch(told)
        before = people + left_out
        people += told.num_rows
        left_out += len({fault.row for fault in wrong})
        faults += [fault._replace(row=before + fault.row) for fault in wrong[: TOLD_FAULTS - len(faults)]]
        if progress:
            progress(people + left_out)
    return Streamed(people, left_out, tuple(faults))
