"""When the file of answers cannot be used: what SQLite and the system say, told in a sentence with what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from opscareer.errors import OpscareerError
from opscareer.reasons import reason_of
from opscareer.text import Text, clean

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
        f"答案存不进或读不出 {name_of(path)}：{reason.zh}",
        f"the answers cannot be kept in or read from {name_of(path)}: {reason.en}",
        _RECOVER if exit_code == StoreError.exit_code else _RIGHTS,
    )
    error.exit_code, error.damaged = exit_code, exit_code == StoreError.exit_code
    return error


def name_of(path: Path) -> str:
    """Return what messages call a file."""
    return clean(str(path))
