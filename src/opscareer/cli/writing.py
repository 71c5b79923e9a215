"""Writing a file: whole or not at all, where a link leads, and for no more eyes than could read it before."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from opscareer.errors import OpscareerError, UsageError
from opscareer.reasons import reason_of
from opscareer.text import Text, clean

_PRIVATE, _COMMON = 0o600, 0o666


def save(file: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write a file whole or not at all. One that is there keeps its mode; a new private one is for its owner alone.

    Raises OpscareerError.
    """
    try:
        target = _led_to(file)
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe: cannot be replaced; a folder refuses
            target.write_bytes(_bytes(content))
        else:
            _replace(target, _bytes(content), private=private)
    except (OSError, ValueError) as error:
        raise _unwritable(file, error) from None


@contextmanager
def aside(file: Path, *, private: bool = False) -> Iterator[Path]:
    """Give the name of a new file to write to, which takes the place of this one when all went well, and else is gone.

    What is written to a device goes straight there. Raises OpscareerError where the file cannot be written.
    """
    try:
        target = _led_to(file)
        if target.exists() and not target.is_file():
            target.open("ab").close()  # a folder refuses
            yield target
            return
        with _beside(target, private=private) as (handle, temporary):
            os.close(handle)
            yield temporary
            _synced(temporary)
    except OSError as error:
        raise _unwritable(file, error) from None


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def check_writable(file: Path) -> None:
    """Raise OpscareerError where a file could not be written, without touching it."""
    try:
        target = _led_to(file)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.is_file() or not target.exists():
            _replace(target, b"", private=True, keep=False)
    except (OSError, ValueError) as error:
        raise _unwritable(file, error) from None


def refuse_overwriting(output: Path | None, name: str | Path) -> None:
    """Raise UsageError where what is to be written is also what is read."""
    with suppress(OSError, ValueError):
        if output is not None and str(name) != "-" and os.path.samefile(output, name):
            shown = clean(str(output))
            told = Text(f"{shown} 是读进来的文件，不能写在它上面", f"{shown} is what is read, and not written over")
            raise UsageError(*told, ("-o 换一个文件名", "give -o another name"))


def _unwritable(file: Path, error: Exception) -> OpscareerError:
    name = clean(str(file))
    reason = reason_of(error)
    return OpscareerError(f"写不了 {name}：{reason.zh}", f"cannot write {name}: {reason.en}")


def _led_to(file: Path) -> Path:
    """Return the file that a name leads to through all links. Raises OSError where they go in a circle, or where it is
    there and may not be written: another would take its place, and who made it read-only meant it."""
    target = Path(os.path.realpath(file))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.is_file() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _replace(target: Path, content: bytes, *, private: bool, keep: bool = True) -> None:
    """Write a file beside the target and then, if it is to be kept, put it in its place."""
    with _beside(target, private=private, keep=keep) as (handle, _), os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)


@contextmanager
def _beside(target: Path, *, private: bool, keep: bool = True) -> Iterator[tuple[int, Path]]:
    """Give a file whose name nobody can guess beside the target; if it is to be kept, it then takes its place."""
    from tempfile import mkstemp

    handle, temporary = mkstemp(prefix=".opscareer-", dir=target.parent)
    try:
        yield handle, Path(temporary)
        if keep:
            os.chmod(temporary, _mode(target, private=private))
            os.replace(temporary, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)


def _synced(file: Path) -> None:
    """Have a file that others wrote lie on the disk."""
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _mode(target: Path, *, private: bool) -> int:
    """Return the mode for a file: that which it has, else what its kind asks for."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    if private:
        return _PRIVATE
    umask = os.umask(0o077)  # there is no way to ask for it without setting it
    os.umask(umask)
    return _COMMON & ~umask
