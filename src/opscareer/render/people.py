"""What each of many people is told as a table, a row a person, written row by row: CSV, JSON lines.

Nothing is held but the row that is being written, so that a table may be of any length.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import BinaryIO

from opscareer.render.tables.table import no_formula
from opscareer.text import Lang, Text
from opscareer.views.encoding import encode_record
from opscareer.views.person_line import LineGap, PersonLine

Add = Callable[[Iterable[PersonLine]], None]
"""Takes the next rows of a table."""

Names = Mapping[str, Text]
"""What skills are called."""

HEADINGS = (
    "id",
    "name",
    "next",
    "title",
    "kind",
    "then",
    "fit",
    "score",
    "verdict",
    "gates",
    "gaps",
    "missing",
    "gaps_of",
    "mastery",
)


Cell = str | float | None


@contextmanager
def people_csv(file: BinaryIO, names: Names, lang: Lang) -> Iterator[Add]:
    """Give what writes rows as CSV to a file; no cell begins a formula."""
    text = TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEADINGS)
    yield lambda lines: rows.writerows(cells_of(line, names, lang) for line in lines)
    text.detach()  # flushed, and left open to whom it belongs


@contextmanager
def people_json_lines(file: BinaryIO, names: Names, lang: Lang) -> Iterator[Add]:  # noqa: ARG001
    """Give what writes rows to a file as JSON, a line each."""
    yield lambda lines: file.writelines(as_json(line) for line in lines)


def as_json(line: PersonLine) -> bytes:
    """Return a person as JSON with its line end: what the list of people in an answer holds."""
    return (json.dumps(encode_record(line), ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "replace")


def cells_of(line: PersonLine, names: Names, lang: Lang) -> tuple[Cell, ...]:
    """Return the cells of a row; none begins a formula."""
    told = (
        line.id,
        line.name,
        line.next,
        line.title.of(lang) if line.title else None,
        line.kind,
        line.then,
        _rounded(line.fit),
        _rounded(line.score),
        line.verdict,
        "; ".join(line.gates),
        "; ".join(_gap(gap, gap.skill) for gap in line.gaps),
        _BETWEEN.of(lang).join(_gap(gap, names[gap.skill].of(lang)) for gap in line.gaps),
        line.gaps_of,
        _rounded(line.mastery),
    )
    return tuple(no_formula(cell) if isinstance(cell, str) else cell for cell in told)


_BETWEEN = Text("；", "; ")


def _gap(gap: LineGap, name: str) -> str:
    """Return a gap as the pages tell it: the level there is, or ?, and the one that is needed."""
    return f"{name} {'?' if gap.have is None else gap.have}>{gap.need}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
