"""Folders that this program makes for itself: for the user alone, whatever the umask says."""

import os
from contextlib import suppress
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone. Raises OSError."""
    if not folder.is_dir():
        private_folder(folder.parent)
        with suppress(FileExistsError):  # another process was faster
            os.mkdir(folder, 0o700)
            os.chmod(folder, 0o700)
