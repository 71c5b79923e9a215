"""The file itself: where it lies, who may read it, which version it has, and what happens when it cannot be written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.errors import OpscareerError
from opscareer.text import clean

if TYPE_CHECKING:  # whoever has kept nothing does not wait for it
    import sqlite3

VERSION = 1
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (
        """CREATE TABLE sitting (
            id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT, kb_sha256 TEXT NOT NULL)""",
        """CREATE TABLE answer (
            sitting INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE, number INTEGER NOT NULL,
            question TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (sitting, question))""",
        """CREATE TABLE assessment (
            id INTEGER PRIMARY KEY, taken_at TEXT NOT NULL, kb_sha256 TEXT NOT NULL,
            answers TEXT NOT NULL, advice TEXT NOT NULL)""",
    ),
}
"""What brings a file from the version before to each version. A released entry is never changed."""

BUSY_SECONDS = 20


class StoreError(OpscareerError):
    """The file of answers cannot be used: damaged, from a newer program, or not to be written."""

    code = "store"
    exit_code = 3


class Store:
    """An open file of answers. Every change is a transaction of its own, safe against other processes and a kill."""

    def __init__(self, path: Path, connection: "sqlite3.Connection") -> None:
        self.path = path
        self._connection = connection

    @contextmanager
    def change(self) -> "Iterator[sqlite3.Connection]":
        """Give the connection for a change that happens whole or not at all. Raises StoreError."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def rows(self, query: str, *values: object) -> "list[sqlite3.Row]":
        """Return what a query finds. Raises StoreError."""
        with _told(self.path):
            return self._connection.execute(query, values).fetchall()

    def damaged(self, reason: str) -> StoreError:
        """Return the error that tells that what the file holds makes no sense."""
        return _failed(self.path, reason, 3)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def store_path() -> Path:
    """Return where the file lies: in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("opscareer", appauthor=False) / "answers.sqlite3"


def open_store(*, create: bool = True) -> Store | None:
    """Return the file of answers, brought to this version; None where there is none and none is wanted.

    Raises StoreError where it is damaged, newer, or cannot be made; a newer file is never written to.
    """
    path = store_path()
    if not create and _is_missing(path):
        return None
    with _told(path):
        import sqlite3

        _private(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            _migrate(path, connection)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection)


def _is_missing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError as error:
        raise _failed(path, error.strerror or str(error), 1) from None


def _private(path: Path) -> None:
    """Make folder and file for the user alone, whatever the umask says."""
    if not path.parent.is_dir():
        os.makedirs(path.parent, exist_ok=True)
        os.chmod(path.parent, 0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    os.chmod(path, 0o600)


def _migrate(path: Path, connection: "sqlite3.Connection") -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise StoreError(
            f"{_name(path)} 是更新的 opscareer 写的（版本 {version}），这一版不去动它",
            f"{_name(path)} was written by a newer opscareer (version {version}); this one leaves it alone",
            ("升级 opscareer，或加 --no-save", "upgrade opscareer, or add --no-save"),
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()  # another process may have been faster
    for step in range(version + 1, VERSION + 1):
        for statement in MIGRATIONS[step]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step}")
    connection.commit()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into a sentence."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        # what has no code of SQLite's own, or only its general one, is content that is not ours: no such table, no text
        damaged = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR
        raise _failed(path, str(error), 3 if damaged else 1) from None
    except sqlite3.DatabaseError as error:
        raise _failed(path, str(error), 3) from None
    except OSError as error:
        raise _failed(path, error.strerror or str(error), 1) from None


def _failed(path: Path, reason: str, exit_code: int) -> StoreError:
    said = clean(reason)
    failed = StoreError(
        f"答案存不进或读不出 {_name(path)}：{said}",
        f"the answers cannot be kept in or read from {_name(path)}: {said}",
        ("加 --no-save 可以不存", "--no-save does without"),
    )
    failed.exit_code = exit_code
    return failed


def _name(path: Path) -> str:
    return clean(str(path))
