"""People in parts, whatever they came in: a batch of rows, and where each row stands in what was given.

No more than a part is held at once, so that a file may be of any size.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from opscareer.errors import FaultyTeamError, UsageError
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.team.columns import schema_of
from opscareer.team.encode import encode
from opscareer.team.stream import BATCH, opened_parquet
from opscareer.text import clean


class Place(NamedTuple):
    """Where a row stands: the name of its file, and its number as who opens the file counts it."""

    file: str
    row: int


class Part(NamedTuple):
    """Some people (columns.schema_of), and the place of each by its index in the batch."""

    batch: pa.RecordBatch
    place: Callable[[int], Place]


Cells = Mapping[str, Any]
"""What a row says, by column: words, numbers, or lists of words; what it does not say may be absent or None."""


def parts_of_rows(kb: KnowledgeBase, rows: Iterable[tuple[str, int, Cells]], size: int = BATCH) -> Iterator[Part]:
    """Yield rows (file, number, cells) in parts of at most so many."""
    columns = {field.name: pa.types.is_list(field.type) for field in schema_of(kb)}
    some = iter(rows)
    while True:
        places, told = list[Place](), {name: list[Any]() for name in columns}
        for file, number, cells in islice(some, size):
            places.append(Place(file, number))
            for name, listed in columns.items():
                told[name].append(_listed(cells.get(name)) if listed else _word(cells.get(name)))
        if not places:
            return
        yield Part(pa.RecordBatch.from_pydict(told, _in_words(columns)), places.__getitem__)


def check_parquet(kb: KnowledgeBase, source: Path) -> None:
    """Raise FaultyTeamError where it is no Parquet file, or a column is not known, missing, or of another type."""
    with _readable(source), opened_parquet(kb, source) as file:
        try:
            encode(kb, file.schema_arrow.empty_table())
        except UsageError as wrong:
            name, said = clean(str(source)), wrong.message
            raise FaultyTeamError(f"{name}: {said.zh}", f"{name}: {said.en}", wrong.hint) from None


def parts_of_parquet(
    kb: KnowledgeBase, source: Path, read: Callable[[float], object], size: int = BATCH
) -> Iterator[Part]:
    """Yield the people of a Parquet file in parts; read is told after each which share of them is done (0-1).

    Raises FaultyTeamError where it cannot be read.
    """
    before = 0
    with _readable(source), opened_parquet(kb, source) as file:
        for batch in file.iter_batches(size):
            yield Part(batch, _after(str(source), before))
            before += batch.num_rows
            read(before / file.metadata.num_rows)


@contextmanager
def _readable(source: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        name, said = clean(str(source)), clean(getattr(error, "strerror", None) or str(error))
        raise FaultyTeamError(
            f"读不了人员表 {name}：{said}",
            f"the table of people {name} cannot be read: {said}",
            ("要一个 Parquet 文件", "a Parquet file is expected"),
        ) from None


def _after(file: str, before: int) -> Callable[[int], Place]:
    return lambda index: Place(file, before + index + 1)


def _in_words(columns: Mapping[str, bool]) -> pa.Schema:
    """Return the columns with numbers as words too: one of years may say not-sure here and there."""
    words = pa.string()
    return pa.schema([pa.field(name, pa.list_(words) if listed else words) for name, listed in columns.items()])


def _listed(cell: Any) -> list[str] | None:
    """Return several answers; who is not sure of any names none."""
    if cell is None:
        return None
    if cell == NOT_SURE:
        return []
    return [str(_word(one) or "") for one in cell] if isinstance(cell, list | tuple) else [str(_word(cell))]


def _word(cell: Any) -> str | None:
    """Return what a cell says in words: of a whole number its digits alone."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
