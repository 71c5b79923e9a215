"""The records of a CSV text, each with the lines that it stands on; a quote that is not closed swallows no others.

After such a quote reading goes on with the line below the one in which it opens.
"""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from opscareer.reasons import reason_of
from opscareer.text import NOTHING, Text

_MEND = Text("把多出来的引号删掉，或补上另一半", "take that quote out, or write its other half")


class Record(NamedTuple):
    """A row: the first and the last of its lines, and its cells."""

    line: int
    last: int
    cells: list[str]


class Unclosed(NamedTuple):
    """A row that is none, as its quotes do not match: the line in which the last of them opens, why, what to do."""

    line: int
    reason: Text
    hint: Text


Swallows = Callable[[list[str], str], bool]
"""Tells of the cells of a row over several lines, and what separates cells, whether other rows are within them."""


def records(lines: Iterator[str], separator: str, swallows: Swallows, line: int = 1) -> Iterator[Record | Unclosed]:
    """Yield the rows of a text, also the empty ones; line: the number of its first line."""
    feed = _Feed(lines)
    rows = csv.reader(feed, delimiter=separator, strict=True)
    while True:
        feed.taken.clear()
        wrong: csv.Error | None = None
        cells: list[str] = []
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            wrong = error
        read = len(feed.taken)
        if wrong is None and (read == 1 or not swallows(cells, separator)):
            yield Record(line, line + read - 1, cells)
        else:
            taken = [*feed.taken]
            read = _opened(taken) + 1
            feed.again(read)
            yield _wrong(line + read - 1, taken, wrong)
        line += read


def rowlike(cell: str, separator: str, columns: int) -> bool:
    """Return whether a cell over several lines has in it what separates a row of so many cells.

    In prose a blank stands after a comma.
    """
    between = re.escape(separator)
    return "\n" in cell and len(re.findall(f"{between}(?=\\S|{between})", cell)) >= max(1, columns - 1)


class _Feed:
    """Lines on their way into the reader, some of which may be given once more."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.taken: list[str] = []
        self._lines, self._again = lines, deque[str]()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def again(self, read: int) -> None:
        """Give again what was taken after so many lines."""
        self._again.extendleft(reversed(self.taken[read:]))


def _opened(taken: list[str]) -> int:
    """Return at which of some lines the last quote opens that is still open behind it; the last line if none is."""
    opened, inside = 0, False
    for place, line in enumerate(taken):
        opened = opened if inside else place
        inside ^= line.count('"') % 2 == 1
    return opened


def _wrong(line: int, taken: list[str], error: csv.Error | None) -> Unclosed:
    """Return what is wrong with some lines: their quotes, if they have any and no cell is larger than may be."""
    quoted = any('"' in told for told in taken)
    if error is not None and ("larger" in str(error) or not quoted):
        said = reason_of(error)
        return Unclosed(line, Text(f"不是 CSV：{said.zh}", f"not CSV: {said.en}"), _MEND if quoted else NOTHING)
    told = Text(f"引号没有配对（第 {line} 行的引号没有合上）", f"its quotes do not match (one opens in line {line})")
    return Unclosed(line, told, _MEND)
