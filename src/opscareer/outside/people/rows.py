"""What a table of people is read into: a row a person, and what is wrong with the rows that cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from opscareer.errors import FaultyTeamError
from opscareer.interview import Value
from opscareer.outside.files import Expected
from opscareer.outside.kinds import Kind
from opscareer.text import NOTHING, Text

MOST = 1_000_000_000
"""Bytes of a table in text; some four million people."""


ENDLESS = Text("这一行太长了", "a line without an end")


class Row(NamedTuple):
    """One person: the file (with its sheet), the row as a spreadsheet counts it (from 1), and what they answered.

    cells: by `id` and the ids of questions and skills (`skill.ID`), answers as they are kept; what is blank is absent,
    but never `current`. name: what they are called, where that stands beside the number that is their `id`.
    """

    file: str
    number: int
    cells: Mapping[str, Value]
    name: str = ""


class BadCell(NamedTuple):
    """What is wrong at one place of a row: the row, the column (empty where it is the whole), why, and what to do.

    place: the number of the column, where the file has numbers of columns.
    """

    row: int
    column: str
    message: Text
    hint: Text = NOTHING
    place: int = 1


class BadRow(NamedTuple):
    """A person who cannot be read, with all that is wrong.

    also: how many others of the file are not read for the same reason, and told with this one. whole: whether it is no
    person but a file of a folder, or a sheet, of which nothing is read; its number is 0.
    """

    file: str
    number: int
    cells: tuple[BadCell, ...]
    also: int = 0
    whole: bool = False


class Odd(NamedTuple):
    """A cell that holds no value: a formula, a date, letters that are broken."""

    message: Text
    hint: Text = NOTHING


DATE = Odd(Text("是日期，不是答案", "a date, no answer"), Text("把单元格设成文本再填", "format the cell as text"))
FORMULA = Odd(Text("是公式，不是值", "a formula, not a value"), Text("粘贴成值再给", "paste it as a value"))

Raw = str | int | float | Sequence[str] | Odd | None
"""A cell as a file has it."""


Cells = Sequence[Raw] | Odd
"""A row as a file has it, or why it cannot be read."""


class Sheet(NamedTuple):
    """A table as a file has it: what messages call it, whose it is if of one person, its rows with their numbers.

    first: the row of that person, where several of them stand in a file one after another.
    """

    file: str
    person: str
    rows: Iterator[tuple[int, Cells]]
    first: int = 1


class Lines(NamedTuple):
    """A table of JSON lines: what messages call it, and each line by its keys."""

    file: str
    rows: Iterator[tuple[int, Mapping[str, Raw] | Odd]]


AS_TABLE = Text("另存为 .xlsx 或 CSV 再给", "save it as .xlsx or CSV")
"""What to do with a table of another kind."""
PEOPLE = Expected(
    Text("人员表", "table of people"),
    Text(
        "一人一行的 CSV、XLSX 或 JSONL，或者 opscareer form 给的表；空表也用它生成",
        "a CSV, XLSX or JSONL file with a row a person, or what opscareer form hands out",
    ),
    FaultyTeamError,
    (Kind.SHEET,),
    most=MOST,
    tables=AS_TABLE,
)
