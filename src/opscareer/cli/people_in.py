"""The people of any number of files and folders, in parts: tables of rows by their reader, Parquet by its own."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.cli.progress import Far
from opscareer.errors import FaultyTeamError
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase
    from opscareer.team import Part, Place

LeaveOut = Callable[["Place", str, Text], None]
"""Takes a row that could not be read: its place, its column, and the reason."""

READ = (".csv", ".tsv", ".txt", ".xlsx", ".jsonl", ".ndjson", ".parquet")
"""Endings of the files that are read of a folder."""
_NOT_MEANT = (".", "_", "~$")  # hidden; what Spark writes beside its parts; what Excel writes while a file is open


def files_of(names: Sequence[str]) -> list[Path]:
    """Return the files that names stand for, those of folders in the order of their names. Raises FaultyTeamError."""
    return [file for name in names for file in _files_of(Path(name))]


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in READ and file.is_file())
    found = [file for file in inside if not file.name.startswith(_NOT_MEANT)]
    if not found:
        name, endings = clean(str(path)), ", ".join(READ)
        raise FaultyTeamError(
            f"{name} 里没有人员表", f"there is no table of people in {name}", (f"读：{endings}", f"read are: {endings}")
        )
    return found


def people_in(
    kb: "KnowledgeBase", files: Sequence[Path], leave_out: LeaveOut, further: Far
) -> "Iterator[Part]":
    """Yield the people of files in parts, in their order. Raises FaultyTeamError where a file cannot be read."""
    from opscareer.team import check_parquet, parts_of_parquet, parts_of_rows

    sizes = {file: _size(file) for file in files}
    whole = max(1, sum(sizes.values()))

    def read(file: Path) -> Far:
        return lambda share: further(share * sizes[file] / whole)

    for file in filter(is_parquet, files):
        check_parquet(kb, file)
    for parquet, some in groupby(files, is_parquet):
        if parquet:
            for file in some:
                yield from parts_of_parquet(kb, file, read(file))
        else:
            yield from parts_of_rows(kb, _rows(kb, list(some), leave_out, read))


def is_parquet(file: Path) -> bool:
    """Return whether a file is read as Parquet: by its name."""
    return file.suffix.lower() == ".parquet"


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _rows(kb, files, leave_out, read):
    return []
