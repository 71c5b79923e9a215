"""Ads as a spreadsheet writes them: CSV with commas, semicolons or tabs, its columns named in either language."""

import csv
import re
from collections.abc import Iterator

from opscareer.reasons import reason_of
from opscareer.text import Text, clean, folded

_CELL = 10_000_000  # letters in one cell
_DELIMITERS = ",;\t"
_SHOWN = 8
_CALLED = {
    "text": ("text", "正文", "内容", "描述", "详情", "职位描述", "岗位描述", "职位详情", "招聘内容",
             "description", "content", "jd", "job description", "body"),
    "title": ("title", "标题", "职位", "岗位", "职位名称", "岗位名称", "job title", "position"),
    "company": ("company", "公司", "企业", "公司名称", "企业名称", "employer"),
    "role": ("role",),
    "rung": ("rung",),
}  # fmt: skip
_COLUMN = {folded(name): column for column, names in _CALLED.items() for name in names}


class TableError(Exception):
    """What is wrong with a table, and at which line."""

    def __init__(self, line: int, reason: Text) -> None:
        super().__init__(reason.en)
        self.line, self.reason = line, reason


def table(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows by what their columns are called here, with the number of their last line. Raises TableError."""
    csv.field_size_limit(_CELL)
    first, heading = next(lines)
    delimiter = max(_DELIMITERS, key=heading.count)
    rows = csv.reader((line for _, line in lines), delimiter=delimiter)
    columns = _columns(first, next(csv.reader([heading], delimiter=delimiter)))
    try:
        for row in rows:
            if row:
                named = zip(columns, row, strict=False)
                yield first + rows.line_num, {column: cell for column, cell in named if column}
    except csv.Error as error:
        said = reason_of(error)
        raise TableError(first + rows.line_num, Text(f"不是 CSV：{said.zh}", f"not CSV: {said.en}")) from None


def is_heading(line: str) -> bool:
    """Return whether a line names a column that is read."""
    return any(folded(cell.strip('"')) in _COLUMN for cell in re.split(f"[{_DELIMITERS}]", line))


def _columns(line: int, heading: list[str]) -> list[str]:
    """Return what each column is called here, empty where it is none that is read. Raises TableError without a text."""
    columns = [_COLUMN.get(folded(name), "") for name in heading]
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
