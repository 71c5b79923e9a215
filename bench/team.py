"""How fast many people are advised, Parquet to Parquet, beside other ways to the same arithmetic in the same run.

`python bench/team.py [SIZE ...]` (10000 100000 1000000): people and seconds, seconds of the processor, peak memory, and
the ratio to the floor: reading the file, a bare matrix product of that size, writing what was told. Then the ways that
only work out the fits, on a sample, as multiples of what the kernel takes for the whole advice.
`python bench/team.py --equality [COUNT]` (5000): random people told together and each alone, on three knowledge bases.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import crowd
import numpy as np
import polars
import pyarrow as pa
import pyarrow.parquet as pq
from threadpoolctl import threadpool_limits

from opscareer.advice import advise
from opscareer.interview import profile_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.team import advise_parquet, advised, encode, schema_of
from opscareer.team.columns import words_of
from opscareer.team.stream import BATCH

sys.path.append(str(Path(__file__).parents[1] / "tests"))

SIZES = (10_000, 100_000, 1_000_000)
SAMPLE, FEW = 20_000, 200


class Cost(NamedTuple):
    """What something took: seconds on the wall and of the processor, and megabytes at most."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    """Print a table, or run one part of it in a process of its own."""
    words = sys.argv[1:]
    if words[:1] == ["--equality"]:
        return equality(int(words[1]) if words[1:] else 5000)
    if words[:1] == ["--part"]:
        print(json.dumps(PARTS[words[1]](Path(words[2]), Path(words[3]))))
        return 0
    _table([int(word) for word in words] or list(SIZES))
    return 0


def _table(sizes: list[int]) -> None:
    kb = open_kb(None).whole()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; seed {crowd.SEED}\n")
    print("| people | seconds | a second | processor | MB | floor: seconds | processor | ratio | by processor |")
    print("|" + "---|" * 9)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            source, target = Path(folder) / f"{size}.parquet", Path(folder) / "told.parquet"
            crowd.write(kb, size, source)
            told, floor = _part("kernel", source, target), _part("floor", source, target)
            print(
                f"| {size} | {told.wall:.1f} | {size / told.wall:.0f} | {told.processor:.1f} | {told.memory:.0f} | "
                f"{floor.wall:.1f} | {floor.processor:.1f} | {told.wall / floor.wall:.1f} | "
                f"{told.processor / floor.processor:.1f} |",
                flush=True,
            )
        _others(kb, source, size, told)


def _part(name: str, source: Path, target: Path) -> Cost:
    """Return what a part costs in a process of its own."""
    told = subprocess.run(
        [sys.executable, __file__, "--part", name, str(source), str(target)], check=True, capture_output=True
    )
    return Cost(*json.loads(told.stdout))


def _measured(work: Callable[[], object]) -> Cost:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(time.perf_counter() - wall, time.process_time() - processor, memory)


def kernel(source: Path, target: Path) -> Cost:
    """Return what it costs to advise the people of a file."""
    kb = open_kb(None).whole()
    return _measured(lambda: advise_parquet(kb, source, target))


def floor(source: Path, target: Path) -> Cost:
    """Return what cannot be done without: read, multiply people by positions, write what was told (it lies there)."""
    kb = open_kb(None).whole()
    return _measured(lambda: _floor(kb, source, target))


def _floor(kb: KnowledgeBase, source: Path, target: Path) -> None:
    people = np.random.default_rng(1).integers(0, 2, (BATCH, len(kb.skills) * kb.top)).astype(float)
    weights = np.ones((people.shape[1], len(kb.positions)))
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(os.cpu_count()) as pool:
        file, told = pq.ParquetFile(source, read_dictionary=list(words_of(kb))), pq.ParquetFile(target)
        products = [pool.submit(lambda n: (people[:n] @ weights).sum(), len(b)) for b in file.iter_batches(BATCH)]
        with pq.ParquetWriter(target.with_suffix(".again"), told.schema_arrow) as out:
            for batch in told.iter_batches(BATCH):
                out.write_batch(batch)
        assert all(product.result() >= 0 for product in products)


PARTS = {"kernel": kernel, "floor": floor}


def _others(kb: KnowledgeBase, source: Path, size: int, told: Cost) -> None:
    """Print how long other ways take for as many people."""
    batch = next(pq.ParquetFile(source).iter_batches(SAMPLE))
    levels = np.maximum(encode(kb, batch).people.skills, 0).astype(float)
    print(f"\n| another way, {size} people (from a sample) | seconds | times the kernel's |\n|---|---|---|")
    for name, count, work in _ways(kb, batch, levels):
        cost = _measured(work)
        seconds = cost.wall * size / count
        print(f"| {name} | {seconds:.1f} | {seconds / told.wall:.1f} |", flush=True)


def _ways(kb: KnowledgeBase, batch: Any, levels: Any) -> Iterator[tuple[str, int, Callable[[], object]]]:
    asked = [
        [(list(kb.skills).index(r.skill), r.level, r.weight) for r in p.requirements] for p in kb.positions.values()
    ]
    few = levels[:FEW].tolist()
    people = [_answers_of(row) for row in batch.slice(0, FEW).to_pylist()]
    yield "the advice, one person after the other", FEW, lambda: [advise(kb, profile_of(kb, one)) for one in people]
    yield (
        "fits alone, a loop in Python",
        FEW,
        lambda: [[sum(w * min(x[s] / r, 1) for s, r, w in one) for one in asked] for x in few],
    )
    needs, weights = np.ones((len(asked), levels.shape[1])), np.zeros((len(asked), levels.shape[1]))
    for place, one in enumerate(asked):
        for skill, need, weight in one:
            needs[place, skill], weights[place, skill] = need, weight
    some = levels[:2000]
    yield (
        "fits alone, a broadcast in numpy",
        len(some),
        lambda: (np.minimum(some[:, None, :] / needs, 1) * weights).sum(axis=2),
    )
    frame = polars.DataFrame({f"s{n}": column for n, column in enumerate(levels.T)})
    fits = [
        polars.sum_horizontal([(polars.col(f"s{s}") / r).clip(upper_bound=1.0) * w for s, r, w in one]).alias(f"p{n}")
        for n, one in enumerate(asked)
    ]
    yield "fits alone, in Polars", len(levels), lambda: frame.lazy().select(fits).collect()


def _answers_of(row: dict[str, Any]) -> dict[str, Any]:
    """Return the answers of a row of a table."""
    told = {name: value for name, value in row.items() if name != "id" and value is not None}
    return {
        name: tuple(value)
        if isinstance(value, list)
        else int(value)
        if isinstance(value, str) and value.isdecimal()
        else value
        for name, value in told.items()
    }


def equality(count: int) -> int:
    """Print how many of so many random people are told something else together than alone; return 1 if any is."""
    from many_people import anybody, differences, rows_of, told_alone
    from small_kb import SMALL
    from two_tracks import TWO_TRACKS

    whole: Counter[str] = Counter()
    for name, kb in {"built in": open_kb(None).whole(), "small": SMALL, "two tracks": TWO_TRACKS}.items():
        rng = random.Random(crowd.SEED)  # noqa: S311 - people, not secrets
        people = [anybody(kb, rng) for _ in range(count)]
        batch = pa.RecordBatch.from_pylist(rows_of(kb, people), schema=schema_of(kb))
        told, faults = advised(kb, batch)
        alone = [told_alone(kb, one) for one in people]
        kinds = Counter(str(one["kind"]) for one in alone)
        differ = Counter(d for a, b in zip(alone, told.to_pylist(), strict=True) for d in differences(a, b))
        whole += differ
        print(f"{name}: {count} people, {len(faults)} faults; {dict(kinds)}; told otherwise together: {dict(differ)}")
    return int(bool(whole))


if __name__ == "__main__":
    sys.exit(main())
