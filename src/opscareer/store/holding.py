"""Which sittings are being answered at this moment, in whatever window.

A byte of a file beside the answers stands for each, and the process that goes on with a sitting has its byte locked.
Nothing is ever written there, and with its process a lock is gone, however that ended. Where the system has no such
locks every sitting is free, as if there were one window.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

LOCK = "answers.lock"
_BYTES = 2**31 - 1  # a place that every system's offsets can tell; that two sittings share one is no harm


class Holding:
    """The sittings that this process holds. A closed file frees them all, so that there is one of it a process."""

    def __init__(self, folder: Path) -> None:
        self._file: int | None = None
        self._own: set[int] = set()
        with suppress(OSError):
            self._file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, sitting: int) -> bool:
        """Return whether a sitting is this process's from now on: no other one goes on with it."""
        if sitting not in self._own and not self._lock(sitting):
            return False
        self._own.add(sitting)
        return True

    def leave(self, sitting: int) -> None:
        """Leave a sitting to whoever goes on with it."""
        if sitting in self._own:
            self._own.remove(sitting)
            self._unlock(sitting)

    def elsewhere(self, sitting: int) -> bool:
        """Return whether another process goes on with a sitting."""
        free = sitting in self._own or self.take(sitting)
        if free:
            self.leave(sitting)
        return not free

    def close(self) -> None:
        """Leave them all."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._own.clear()

    def _lock(self, sitting: int) -> bool:
        if self._file is None or sys.platform == "win32":
            return True
        import fcntl

        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, sitting % _BYTES)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def _unlock(self, sitting: int) -> None:
        if self._file is None or sys.platform == "win32":
            return
        import fcntl

        with suppress(OSError):
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, sitting % _BYTES)
