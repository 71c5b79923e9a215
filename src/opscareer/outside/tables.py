"""Ads as a spreadsheet writes them: CSV with commas, semicolons or tabs, its columns named in either language."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence

from opscareer.names import folded
from opscareer.outside.records import Swallows, Unclosed, records, rowlike
from opscareer.text import NOTHING, Text, clean

_CELL = 10_000_000  # letters in one cell
_DELIMITERS = ",;\t"
_SHOWN = 8
_QUOTE = Text("格子里有逗号的，整格加上引号", "put a cell that holds a comma between quotes")
_ROWS = 3  # so many lines of an ad may by chance have as many commas as a row
_CALLED = {
    "text": ("text", "正文", "内容", "描述", "详情", "职位描述", "岗位描述", "职位详情", "招聘内容",
             "description", "content", "jd", "job description", "body", "岗位职责", "工作职责", "工作内容", "职责",
             "任职要求", "岗位要求", "职位要求", "任职资格", "要求", "responsibilities", "duties", "requirements",
             "qualifications"),
    "title": ("title", "标题", "职位", "岗位", "职位名称", "岗位名称", "job title", "position"),
    "company": ("company", "公司", "企业", "公司名称", "企业名称", "employer"),
    "role": ("role",),
    "rung": ("rung",),
}  # fmt: skip
_COLUMN = {folded(name): column for column, names in _CALLED.items() for name in names}


class TableError(Exception):
    """What is wrong with a table, at which line, and what to do, where it is not the whole that is to be otherwise."""

    def __init__(self, line: int, reason: Text, hint: Text = NOTHING) -> None:
        super().__init__(reason.en)
        self.line, self.reason, self.hint = line, reason, hint


def table(
    lines: Iterator[tuple[int, str]], passed_over: Callable[[list[str]], object] = lambda _: None
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows by what their columns are called here, with the number of their last line. Raises TableError.

    passed_over: takes the columns that are none of these, if there are any.
    """
    csv.field_size_limit(_CELL)
    first, heading = next(lines)
    delimiter = max(_DELIMITERS, key=heading.count)
    names = next(csv.reader([heading.replace("\r", " ")], delimiter=delimiter))  # which would end the line for csv
    columns = _columns(first, names)
    others = [clean(name).strip() for name, column in zip(names, columns, strict=True) if not column]
    if any(others):
        passed_over([*filter(None, others)])
    for row in records((line for _, line in lines), delimiter, _swallowing(columns), first + 1):
        if isinstance(row, Unclosed):
            raise TableError(row.line, row.reason, row.hint)
        if any(cell.strip() for cell in row.cells[len(columns) :]):
            raise TableError(row.last, _wider(len(row.cells), len(columns)), _QUOTE)
        if any(cell.strip() for cell in row.cells):
            yield row.last, by_column(names, columns, row.cells)


def _wider(cells: int, columns: int) -> Text:
    return Text(
        f"这一行有 {cells} 格，表头只有 {columns} 格，正文会断掉",
        f"the row has {cells} cells and the heading {columns}, which would cut the ad off",
    )


def columns_of(names: Sequence[str]) -> list[str]:
    """Return what each column is called here, empty where it is none that is read; of two titles the first is."""
    columns: list[str] = []
    for name in names:
        column = _COLUMN.get(folded(name), "")
        columns.append(column if column == "text" or column not in columns else "")
    return columns


def by_column(names: Sequence[str], columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells by what their columns are called here; of an ad in several columns each under its heading."""
    told: dict[str, str] = {}
    several = columns.count("text") > 1
    for name, column, cell in zip(names, columns, cells, strict=False):
        if column == "text" and several:
            told["text"] = f"{told.get('text', '')}{name.strip()}：\n{cell}\n"
        elif column:
            told[column] = cell
    return told


def _swallowing(columns: list[str]) -> Swallows:
    """Return what tells whether a row has others in it: a title is a line, and an ad no table of as many cells."""

    def swallows(cells: list[str], separator: str) -> bool:
        told = enumerate(zip(columns, cells, strict=False))
        return any(
            _table_in(cell, separator, at, len(columns)) if column == "text" else rowlike(cell, separator, len(columns))
            for at, (column, cell) in told
            if "\n" in cell
        )

    return swallows


def _table_in(cell: str, separator: str, at: int, columns: int) -> bool:
    """Return whether the lines of a cell are the rest of its row, whole rows, and the beginning of another."""
    first, *whole, last = (line.count(separator) for line in cell.split("\n"))
    return len(whole) >= _ROWS and (first, last) == (columns - 1 - at, at) and set(whole) == {columns - 1}


def is_heading(line: str) -> bool:
    """Return whether a line names a column that is read."""
    return any(folded(cell.strip('"')) in _COLUMN for cell in re.split(f"[{_DELIMITERS}]", line))


def _columns(line: int, heading: list[str]) -> list[str]:
    """Return what each column is called here, empty where it is none that is read. Raises TableError without a text."""
    columns = columns_of(heading)
    if "text" not in columns:
        found = ", ".join(clean(name)[:40] for name in heading[:_SHOWN])
        raise TableError(
            line,
            Text(
                f"没有写招聘正文的列（text、正文 或 职位描述）；有的列：{found}",
                f"no column holds the text of the ads (text, description or 正文); there are: {found}",
            ),
        )
    return columns
