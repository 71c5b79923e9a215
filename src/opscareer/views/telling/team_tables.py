"""The tables that are told of a group: a heading, what it says, columns and rows, which all formats lay out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from opscareer.text import Text

_MORE = Text("还有 {n} 行没列。", "{n} more {n|row is|rows are} not listed.")

Cell = Text | str


class TableWords(NamedTuple):
    """A part of the page: its name, what it is, and a table.

    figures: the columns that are numbers, from 0; more: how many rows are not listed, if any.
    """

    name: str
    heading: Text
    notes: tuple[Text, ...]
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: tuple[int, ...]
    more: Text | None = None


def told_first(parts: Iterable[TableWords], most: int | None) -> Iterator[TableWords]:
    """Yield the tables that have any rows, at most so many of each."""
    yield from (_cut(part, most) for part in parts if part.rows)


def _cut(part: TableWords, most: int | None) -> TableWords:
    if most is None or len(part.rows) <= most:
        return part
    return part._replace(rows=part.rows[:most], more=_MORE.fill(n=len(part.rows) - most))
