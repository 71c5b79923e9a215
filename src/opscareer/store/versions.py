"""Which version a file of answers has, and what brings one from version to version."""

from pathlib import Path
from typing import TYPE_CHECKING

from opscareer.reasons import reason_said
from opscareer.store.failing import StoreError, failed, name_of
from opscareer.store.shape import MIGRATING

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


def version_of(path: Path, connection: "sqlite3.Connection") -> int:
    """Return the version of a file. Raises StoreError where this program has none such."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < 0:
        raise failed(path, reason_said(f"version {version}"), 3)
    if version > VERSION:
        raise StoreError(
            f"{name_of(path)} 是更新的 opscareer 写的（版本 {version}），这一版不去动它",
            f"{name_of(path)} was written by a newer opscareer (version {version}); this one leaves it alone",
            ("升级 opscareer 再用", "upgrade opscareer to use it"),
        )
    return int(version)


def migrate(path: Path, connection: "sqlite3.Connection") -> None:
    """Bring an open file to this version. Raises StoreError where this program has none such."""
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
