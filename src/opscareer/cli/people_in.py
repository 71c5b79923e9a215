"""The people of any number of files and folders, in parts: tables of rows by their reader, Parquet by its own."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from opscareer.cli.progress import Reached
from opscareer.errors import FaultyTeamError, OpscareerError
from opscareer.outside.files import Expected
from opscareer.outside.people import ENDINGS, PEOPLE, BadRow, Persons, Row, of_file, people_rows, unread
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase
    from opscareer.team import Part

LeaveOut = Callable[[BadRow], None]
"""Takes a row that could not be read, or what of a folder is not read."""

_PARQUET, _WORKBOOKS = (".parquet",), (".xlsx", ".xlsm")
_NOT_MEANT = (".", "_", "~$")  # hidden; what Spark writes beside its parts; what Excel writes while a file is open
_STREAMED = replace(PEOPLE, most=sys.maxsize - 1)
"""What a table of any size ought to be: it is read line by line."""


class File(NamedTuple):
    """A file to read; found: whether in a folder, of which the others are read all the same.

    before, size: bytes of the files that are read before it, and its own. unread: why it is not read, and what to do.
    """

    path: Path
    found: bool = False
    before: int = 0
    size: int = 0
    unread: tuple[Text, Text] | None = None

    @property
    def parquet(self) -> bool:
        """Whether it is read as Parquet."""
        return self.path.suffix.lower() in _PARQUET


def files_of(names: Iterable[str]) -> list[File]:
    """Return the files that names stand for, those of folders in the order of their names. Raises FaultyTeamError."""
    found, before = list[File](), 0
    for file in (file for name in names for file in _files_of(Path(name))):
        found.append(file._replace(before=before, size=_size(file.path)))
        before += found[-1].size
    return found


def _files_of(path: Path) -> list[File]:
    if not path.is_dir():
        return [File(path)]
    inside = sorted(file for file in path.iterdir() if not file.name.startswith(_NOT_MEANT))
    found = [File(file, found=True, unread=_unread(file)) for file in inside]
    if all(file.unread for file in found):
        name, endings = clean(str(path)), ", ".join((*ENDINGS, *_PARQUET))
        raise FaultyTeamError(
            f"{name} 里没有人员表", f"there is no table of people in {name}", (f"读：{endings}", f"read are: {endings}")
        )
    return found


def _unread(file: Path) -> tuple[Text, Text] | None:
    """Return why a file of a folder is not read; what the system says of it comes out when it is."""
    if file.suffix.lower() in _PARQUET and file.is_file():
        return None
    try:
        return unread(file)
    except OSError:
        return None


class Takers(NamedTuple):
    """What takes what is to be said: of rows that are left out, and of what is read all the same."""

    leave_out: LeaveOut
    note: Callable[[Text], object]


def people_in(kb: "KnowledgeBase", files: Sequence[File], takers: Takers, reached: Reached) -> "Iterator[Part]":
    """Yield the people of files in parts, in their order. Raises FaultyTeamError where a file cannot be read."""
    from opscareer.team import parts_of_parquet, parts_of_rows

    whole = max(1, sum(file.size for file in files))
    files = [file for file in files if not file.parquet or _is_fine(kb, file, takers.leave_out)]
    for parquet, some in groupby(files, lambda file: file.parquet):
        if parquet:
            for file in some:
                yield from parts_of_parquet(kb, file.path, _shares(file, whole, reached))
        else:
            rows = _rows(kb, some, takers, lambda byte: reached(byte / whole))
            yield from parts_of_rows(kb, map(_with_name, rows))


def _with_name(row: Row) -> tuple[str, int, Mapping[str, object]]:
    """Return a row with what its person is called among its cells."""
    from opscareer.team import NAME

    return row.file, row.number, {**row.cells, NAME: row.name} if row.name else row.cells


def _shares(file: File, whole: int, reached: Reached) -> Reached:
    return lambda share: reached((file.before + share * file.size) / whole)


def _is_fine(kb: "KnowledgeBase", file: File, leave_out: LeaveOut) -> bool:
    """Return whether a Parquet file is a table of people; one of a folder that is none is left out."""
    from opscareer.team import check_parquet

    try:
        check_parquet(kb, file.path)
    except FaultyTeamError as wrong:
        _whole_file(file, wrong, leave_out)
        return False
    return True


def _rows(kb: "KnowledgeBase", files: Iterable[File], takers: Takers, read: Callable[[int], object]) -> Iterator[Row]:
    """Yield the rows that can be read; read is told which byte of all files is reached."""
    leave_out, persons = takers.leave_out, Persons(kb, PEOPLE, takers.note)
    for file in files:
        if file.unread:
            leave_out(of_file(str(file.path), FaultyTeamError(*file.unread[0], file.unread[1])))
            continue
        try:
            for row in _people(kb, file, persons, read):
                if isinstance(row, Row):
                    yield row
                else:
                    leave_out(row)
        except FaultyTeamError as wrong:
            _whole_file(file, wrong, leave_out)


def _people(kb: "KnowledgeBase", file: File, persons: Persons, read: Callable[[int], object]) -> Iterator[Row | BadRow]:
    expected = _expected(file.path)
    return people_rows(kb, file.path, persons=persons, expected=expected, read=lambda byte: read(file.before + byte))


def _whole_file(file: File, wrong: OpscareerError, leave_out: LeaveOut) -> None:
    """Leave out a file of a folder; raise the error of one that was named."""
    if not file.found:
        raise wrong
    leave_out(of_file(str(file.path), wrong))


def _expected(file: Path) -> Expected:
    """Return what a file ought to be: a workbook is not read line by line, and a pipe is read whole before."""
    return _STREAMED if file.is_file() and file.suffix.lower() not in _WORKBOOKS else PEOPLE


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
