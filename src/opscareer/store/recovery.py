"""A damaged file: what can be read of it is written into a whole one; the damaged one is left beside it."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from opscareer.model.assessment import Assessment
from opscareer.store.assessments import READ, copy_all, read_row
from opscareer.store.failing import StoreError, told
from opscareer.store.file import Store, open_store, store_path
from opscareer.store.shape import ShapeError
from opscareer.store.sittings import Sitting, readable, take_in
from opscareer.store.versions import version_of

if TYPE_CHECKING:
    import sqlite3

_IDS = ("SELECT id FROM assessment ORDER BY id", "SELECT id FROM assessment ORDER BY id DESC")
_LISTED = ("SELECT assessment FROM summary ORDER BY 1", "SELECT assessment FROM summary ORDER BY 1 DESC")
_BETWEEN = 100_000  # ids that are tried one by one, where neither end of the table leads to them
_BESIDE = ("-journal", "-wal", "-shm")


class Recovered(NamedTuple):
    """How many assessments were saved, the ids of those that were not, and where the damaged file is now."""

    saved: int
    lost: tuple[int, ...]
    damaged: Path


def recover() -> Recovered | None:
    """Put a whole file in the place of the damaged one; None where there is none. Raises StoreError if it cannot be."""
    path = store_path()
    if not path.exists():
        return None
    whole = path.with_name(f".{secrets.token_hex(8)}")
    with told(path):
        saved, lost = _copied(path, whole)
        aside = path.with_name(f"{path.stem}.damaged-{secrets.token_hex(4)}{path.suffix}")
        for end in ("", *_BESIDE):
            with suppress(FileNotFoundError):  # a journal is of its own file: to the whole one it would be poison
                os.replace(f"{path}{end}", f"{aside}{end}")
        os.replace(whole, path)
    return Recovered(saved, lost, aside)


def damaged_files() -> tuple[Path, ...]:
    """Return the damaged files that were left beside the file of answers."""
    path = store_path()
    return tuple(path.parent.glob(f"{path.stem}.damaged-*"))


def _copied(path: Path, whole: Path) -> tuple[int, tuple[int, ...]]:
    """Write what can be read into a whole file, one after another: all at once takes gigabytes where there are many.

    Return how many assessments that are, and the ids of those that cannot be read.
    """
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _refuse_newer(path, connection)
        known, between = _ids(connection)
        found: set[int] = set()
        _write(whole, _each(connection, sorted({*known, *between}), found), readable(Store(path, connection)))
        return len(found), tuple(sorted(known - found))
    finally:
        connection.close()


def _each(connection: "sqlite3.Connection", ids: Iterable[int], found: set[int]) -> Iterator[Assessment]:
    """Yield the assessments that can be read, and note the ids of those."""
    for id_ in ids:
        if one := _one(connection, id_):
            found.add(one.id)
            yield one


def _refuse_newer(path: Path, connection: "sqlite3.Connection") -> None:
    """Raise StoreError for what a newer program wrote: that is not damaged."""
    import sqlite3

    try:
        version_of(path, connection)
    except sqlite3.DatabaseError:
        return
    except StoreError as error:
        if not error.damaged:
            raise


def _ids(connection: "sqlite3.Connection") -> tuple[set[int], range]:
    """Return the ids of which there are traces, and those between the two ends from which the table can be read."""
    up, down = (_until_damage(connection, query) for query in _IDS)
    low, high = max(up, default=0) + 1, min(down, default=0)
    listed = (id_ for query in _LISTED for id_ in _until_damage(connection, query))
    return {*up, *down, *listed}, range(low, min(high, low + _BETWEEN))


def _until_damage(connection: "sqlite3.Connection", query: str) -> list[int]:
    import sqlite3

    found: list[int] = []
    with suppress(sqlite3.DatabaseError):
        found.extend(id_ for (id_,) in connection.execute(query))
    return found


def _one(connection: "sqlite3.Connection", id_: int) -> Assessment | None:
    import sqlite3

    with suppress(sqlite3.DatabaseError, ShapeError):
        for row in connection.execute(f"{READ} WHERE id = ?", (id_,)):
            return read_row(row)
    return None  # nothing there, or nothing that can be read


def _write(path: Path, found: Iterable[Assessment], sittings: tuple[Sitting, ...]) -> None:
    store = open_store(path)
    assert store is not None
    try:
        copy_all(store, found)
        for sitting in sittings:
            take_in(store, sitting)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise
    finally:
        store.close()
