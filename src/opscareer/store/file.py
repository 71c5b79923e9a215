"""The file itself: where it lies, who may read it, and how it is opened and changed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opscareer.reasons import reason_of
from opscareer.store.failing import StoreError, failed, told
from opscareer.store.versions import VERSION, migrate, version_of
from opscareer.text import Text
from opscareer.written.folders import private_folder

if TYPE_CHECKING:  # whoever has kept nothing does not wait for it
    import sqlite3

BUSY_SECONDS = 20
LARGE = 50_000_000  # bytes: a few thousand assessments


class Store:
    """An open file of answers. Every change is a transaction of its own, safe against other processes and a kill."""

    def __init__(self, path: Path, connection: "sqlite3.Connection") -> None:
        self.path = path
        self._connection = connection

    @contextmanager
    def change(self) -> "Iterator[sqlite3.Connection]":
        """Give the connection for a change that happens whole or not at all. Raises StoreError."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query finds. Raises StoreError."""
        with told(self.path):
            return self._connection.execute(query, values).fetchall()

    def damaged(self, reason: Text) -> StoreError:
        """Return the error that tells that what the file holds makes no sense."""
        return failed(self.path, reason, 3)

    def wipe(self) -> None:
        """Leave nothing in the file of what has been deleted, nor of where it was before. Raises StoreError.

        That what is deleted is overwritten (secure_delete) is not enough: of what was moved within a page copies stay.
        """
        with told(self.path):
            if not self.large:
                self._connection.execute("PRAGMA temp_store = MEMORY")  # else a copy of it all lies in a common folder
            self._connection.execute("VACUUM")

    @property
    def large(self) -> bool:
        """Whether it takes a while to write the file anew."""
        return self.path.stat().st_size > LARGE

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def store_path() -> Path:
    """Return where the file lies: in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("opscareer", appauthor=False) / "answers.sqlite3"


def open_store(path: Path | None = None, *, create: bool = True) -> Store | None:
    """Return the file of answers to change, brought to this version; None where there is none and none is wanted.

    Raises StoreError where it is damaged, newer, or cannot be made; a newer file is never written to.
    """
    path = path or store_path()
    if not create and _is_missing(path):
        return None
    with told(path):
        _private(path)
        return _opened(path, str(path))


def read_store() -> Store | None:
    """Return the file of answers to read, which takes no right to write; None where there is none.

    Raises StoreError where it is damaged, newer, or may not be read.
    """
    path = store_path()
    if _is_missing(path):
        return None
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return open_store(create=False)
    with told(path):
        os.close(os.open(path, os.O_RDONLY))  # the system's reason is a better one than SQLite's
        return _opened(path, f"{path.absolute().as_uri()}?mode=ro", read_only=True)


def _opened(path: Path, name: str, *, read_only: bool = False) -> Store:
    import sqlite3

    class Closing(sqlite3.Connection):
        def __del__(self) -> None:  # of what is open at the end Python warns from 3.13 on
            with suppress(sqlite3.Error):  # what could not be opened is not closed
                self.close()

    connection: sqlite3.Connection = sqlite3.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, uri=read_only, factory=Closing, check_same_thread=False
    )
    try:
        if read_only and version_of(path, connection) < VERSION:  # read as if it had been brought to this version
            connection = _in_memory(connection)
        migrate(path, connection)
    except BaseException:
        connection.close()
        raise
    return Store(path, connection)


def _in_memory(connection: "sqlite3.Connection") -> "sqlite3.Connection":
    import sqlite3

    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    connection.close()
    return copy


def _is_missing(path: Path) -> bool:
    try:
        path.stat()  # whether it exists Python from 3.14 on answers also where it may not look
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise failed(path, reason_of(error), 1) from None
    return False


def _private(path: Path) -> None:
    """Make folder and file for the user alone, whatever the umask says."""
    private_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with suppress(PermissionError):  # of a file that is another user's it is not ours to say
        os.chmod(path, 0o600)
