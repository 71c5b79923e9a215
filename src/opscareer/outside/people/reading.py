"""Tables of people, of whatever kind, as rows: one file, several, or folders of them."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from opscareer.errors import FaultyTeamError
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.files import Expected, name_of, opened
from opscareer.outside.people.csv_file import csv_rows
from opscareer.outside.people.headings import knows
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.rows import ID, PEOPLE, BadCell, BadRow, Row, Sheet
from opscareer.text import Text

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".jsonl", ".ndjson")
"""How the files of a folder end that are read; Parquet is the team's."""


def people_rows(kb: KnowledgeBase, names: Iterable[str | Path]) -> Iterator[Row | BadRow]:
    """Yield the people of tables, each file, standard input (-) or all files of a folder; an id comes only once.

    Raises FaultyTeamError where a file that was named is no table of people; of a folder it is told as a bad row 0.
    """
    persons, seen = Persons(kb, PEOPLE), dict[str, str]()
    for name in names:
        folder = Path(name) if str(name) != "-" and Path(name).is_dir() else None
        for file in [str(name)] if folder is None else map(str, files_in(folder)):
            try:
                for row in rows_of(kb, file, persons, PEOPLE):
                    yield _once(row, seen)
            except FaultyTeamError as wrong:
                if folder is None:
                    raise
                yield BadRow(name_of(file), 0, (BadCell(0, "", wrong.message, wrong.hint),))


def files_in(folder: Path) -> list[Path]:
    """Return the tables of a folder that are read here, in order of their names; none that a program has open."""
    found = (file for file in folder.iterdir() if file.suffix.lower() in ENDINGS and file.is_file())
    return sorted(file for file in found if not file.name.startswith((".", "~$")))


def rows_of(kb: KnowledgeBase, name: str, persons: Persons, expected: Expected) -> Iterator[Row | BadRow]:
    """Yield the people of one file. Raises what is expected where it is no table of people, or holds nobody."""
    anybody = False
    with opened(name, expected) as file:
        for sheet in _sheets(kb, name, _seekable(file, name, expected), expected):
            for row in persons.people(sheet):
                anybody = True
                yield row
    if not anybody:
        raise expected.at(name_of(name), Text("一个人都没有填", "nobody has filled in anything"))


def _sheets(kb: KnowledgeBase, name: str, file: BinaryIO, expected: Expected) -> Iterator[Sheet]:
    shown = name_of(name)
    yield Sheet(shown, Path(shown).stem, csv_rows(file, shown, expected, lambda cells: knows(kb, cells)))


def _seekable(file: BinaryIO, name: str, expected: Expected) -> BinaryIO:
    """Return a file to go back and forth in. Raises what is expected where it is too large."""
    if not file.seekable():
        file = BytesIO(file.read(expected.most + 1))
    size = file.seek(0, 2)
    file.seek(0)
    if size > expected.most:
        most = expected.most // 1_000_000
        raise expected.wrong(name_of(name), Text(f"超过 {most} MB", f"larger than {most} MB"))
    return file


def _once(row: Row | BadRow, seen: dict[str, str]) -> Row | BadRow:
    """Return a person who was not there before; else say where."""
    if isinstance(row, BadRow) or ID not in row.cells:
        return row
    id_, here = str(row.cells[ID]), f"{row.file}:{row.number}"
    before = seen.setdefault(id_, here)
    if before == here:
        return row
    told = Text(f"{id_} 已经有了，在 {before}", f"{id_} is there already, at {before}")
    return BadRow(row.file, row.number, (BadCell(row.number, ID, told),))
