"""What of a sheet nobody sees who opens it, and what is said of it.

Whoever filters a table means the people that are left: those in hidden rows are not read. Answers of people who are
read count, hidden or not: a form may hide what it need not show.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from opscareer.outside.people.rows import BadCell, BadRow, Cells, Odd
from opscareer.outside.people.said import blank, cells_told
from opscareer.text import Text, first_of

_SHOWN = 8
_PEOPLE = Text(
    "隐藏的行（筛掉的？）里的人没有读：第 {rows} 行", "hidden rows (filtered away?), whose people are not read: {rows}"
)
_SHOW_THEM = Text(
    "要读就取消隐藏、清除筛选，不要就删掉", "unhide the rows or clear the filter to have them read, or delete them"
)
_ANSWERS = Text(
    "{file}：隐藏的行里的答案照样算：第 {rows} 行", "{file}: hidden rows, whose answers count all the same: {rows}"
)
_COLUMNS = Text(
    "{file}：隐藏的列里的答案照样算：{names}", "{file}: hidden columns, whose answers count all the same: {names}"
)


@dataclass
class Unseen:
    """The hidden rows of a sheet, as far as it has been read, and its hidden columns, as first and last; from 1.

    passed: the hidden rows in which something is; used: the hidden columns in which the others say something.
    """

    rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def seen(self, rows: Iterable[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
        """Yield the rows that are shown, keeping in mind what of the sheet is not."""
        for number, cells in rows:
            if number not in self.rows:
                self.used |= self._hidden_of(cells)
                yield number, cells
            elif cells_told(cells):
                self.passed.append(number)

    def _hidden_of(self, cells: Cells) -> set[int]:
        """Return the hidden columns in which a row says something."""
        if isinstance(cells, Odd) or not self.columns:
            return set()
        return {
            place
            for place, raw in enumerate(cells, 1)
            if not blank(raw) and any(first <= place <= last for first, last in self.columns)
        }


def unread_people(file: str, rows: Sequence[int]) -> BadRow:
    """Return that the people in some hidden rows are not read."""
    message = _PEOPLE.fill(rows=_listed(rows))
    return BadRow(file, 0, (BadCell(0, "", message, _SHOW_THEM),), len(rows) - 1)


def hidden_answers(file: str, rows: Sequence[int]) -> Text:
    """Return that the answers in some hidden rows count."""
    return _ANSWERS.fill(file=file, rows=_listed(rows))


def hidden_columns(file: str, names: Sequence[str]) -> Text:
    """Return that the answers in some hidden columns count."""
    return _COLUMNS.fill(file=file, names=first_of([Text(name, name) for name in names], _SHOWN))


def _listed(rows: Sequence[int]) -> Text:
    return first_of([Text(str(row), str(row)) for row in rows], _SHOWN)
