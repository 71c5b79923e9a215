"""Writing what came out: to standard output, with colours where a person looks on, or whole to a file."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from opscareer.errors import OpscareerError
from opscareer.text import clean

if TYPE_CHECKING:
    from opscareer.render.page import Line

_STYLES = {"": "", "bold": "bold", "dim": "dim", "good": "green", "warn": "yellow", "bad": "red"}


def deliver(content: "str | list[Line]", file: Path | None, *, colours: bool = True) -> None:
    """Write text or a page. Raises OpscareerError where a file, OSError where standard output cannot be written."""
    if file is None and sys.stdout is None:
        raise OpscareerError("标准输出是关着的", "standard output is closed", ("用 -o 写进文件", "-o writes to a file"))
    if (
        file is None
        and colours
        and not isinstance(content, str)
        and sys.stdout.isatty()
        and os.environ.get("TERM") != "dumb"
    ):
        _coloured(content)
        return
    text = content if isinstance(content, str) else _plain(content)
    if file is None:
        if isinstance(content, str):
            as_utf8(sys.stdout)
        sys.stdout.write(_drawable(text))
        sys.stdout.flush()
    else:
        save(file, text)


def as_utf8(stream: TextIO) -> None:
    """Have a stream write UTF-8 whatever the locale says, as scripts expect; only a terminal gets what it can show."""
    with suppress(AttributeError, ValueError):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]


def save(file: Path, text: str) -> None:
    """Write a file whole or not at all. Raises OpscareerError."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        if file.exists() and not file.is_file():  # /dev/stdout, a pipe: cannot be replaced
            file.write_text(text, encoding="utf-8")
            return
        temporary.write_text(text, encoding="utf-8")
        os.replace(temporary, file)
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)
        name, reason = clean(str(file)), clean(error.strerror or str(error))
        raise OpscareerError(f"写不了 {name}：{reason}", f"cannot write {name}: {reason}") from None


def _plain(lines: "list[Line]") -> str:
    from opscareer.render.page import as_text

    return as_text(lines)


def _coloured(lines: "list[Line]") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((_drawable(span), _STYLES[style]) for span, style in line)))


def _drawable(text: str) -> str:
    """Return the text with bars that the terminal's encoding has."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if encoding.lower().replace("-", "") == "utf8":
        return text
    return text.replace("▮", "#").replace("▯", ".")
