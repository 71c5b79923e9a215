"""The file itself: where it lies, who may read it, which version it has, and what happens when it cannot be written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opscareer.errors import OpscareerError
from opscareer.reasons import reason_of
from opscareer.reasons import told as said
from opscareer.store.shape import MIGRATING
from opscareer.text import Text, clean
from opscareer.written.folders import private_folder

if TYPE_CHECKING:  # whoever has kept nothing does not wait for it
    import sqlite3

VERSION = 2
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
    # What a list tells of each, so that it is not all read for one: a thousand assessments are 20 MB.
    2: (
        """CREATE TABLE summary (
            assessment INTEGER PRIMARY KEY REFERENCES assessment ON DELETE CASCADE,
            taken_at TEXT NOT NULL, kb_sha256 TEXT NOT NULL, current TEXT, next TEXT)""",
        "CREATE INDEX summary_by_time ON summary (taken_at, assessment)",
        "UPDATE assessment SET taken_at = utc_of(CAST(taken_at AS BLOB))",
        """INSERT INTO summary SELECT id, taken_at, kb_sha256,
            current_of(CAST(answers AS BLOB)), next_of(CAST(advice AS BLOB)) FROM assessment""",
    ),
}
"""What brings a file from the version before to each version. A released entry is never changed."""

BUSY_SECONDS = 20
LARGE = 50_000_000  # bytes: a few thousand assessments
_RECOVER = Text(
    "opscareer history --recover 把读得出的救出来，坏的文件留在旁边",
    "opscareer history --recover saves what can be read, and leaves the damaged file beside it",
)
_RIGHTS = Text(
    "看看这个文件和文件夹的权限，还有磁盘空间", "see who may read and write file and folder, and what space is left"
)


class StoreError(OpscareerError):
    """The file of answers cannot be used: damaged, from a newer program, or not to be written."""

    code = "store"
    exit_code = 3
    damaged = False


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
        _migrate(path, connection)
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


def version_of(path: Path, connection: "sqlite3.Connection") -> int:
    """Return the version of a file. Raises StoreError where this program has none such."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < 0:
        raise failed(path, said(f"version {version}"), 3)
    if version > VERSION:
        raise StoreError(
            f"{_name(path)} 是更新的 opscareer 写的（版本 {version}），这一版不去动它",
            f"{_name(path)} was written by a newer opscareer (version {version}); this one leaves it alone",
            ("升级 opscareer 再用", "upgrade opscareer to use it"),
        )
    return int(version)


def _migrate(path: Path, connection: "sqlite3.Connection") -> None:
    version = version_of(path, connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
    if version == VERSION:
        return
    for name, function in MIGRATING.items():
        connection.create_function(name, 1, function)
    connection.execute("BEGIN IMMEDIATE")
    version = version_of(path, connection)  # another process may have been faster
    for step in range(version + 1, VERSION + 1):
        for statement in MIGRATIONS[step]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step}")
    connection.commit()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into a sentence."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        # what has no code of SQLite's own, or only its general one, is content that is not ours: no such table, no text
        damaged = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR
        raise failed(path, reason_of(error), 3 if damaged else 1) from None
    except sqlite3.DatabaseError as error:
        raise failed(path, reason_of(error), 3) from None
    except OSError as error:
        raise failed(path, reason_of(error), 1) from None


def failed(path: Path, reason: Text, exit_code: int) -> StoreError:
    """Return the error that the file cannot be used: with 3 it is damaged, with 1 the system does not let us."""
    error = StoreError(
        f"答案存不进或读不出 {_name(path)}：{reason.zh}",
        f"the answers cannot be kept in or read from {_name(path)}: {reason.en}",
        _RECOVER if exit_code == StoreError.exit_code else _RIGHTS,
    )
    error.exit_code, error.damaged = exit_code, exit_code == StoreError.exit_code
    return error


def _name(path: Path) -> str:
    return clean(str(path))
