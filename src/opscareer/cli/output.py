"""Writing what came out: to standard output, with colours where a person looks on, or whole to a file."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from opscareer.errors import OpscareerError, UsageError
from opscareer.text import Lang, Text, clean

if TYPE_CHECKING:
    from opscareer.render.screen.page import Line

_OVER = Text("{file} 已经在了，盖掉吗？(y/n) ", "{file} is there already. Write over it? (y/n) ")
_YES = ("y", "yes", "是", "好")
_STYLES = {"": "", "bold": "bold", "dim": "dim", "good": "green", "warn": "yellow", "bad": "red"}


def show(content: "str | list[Line]", *, colours: bool = True, pager: bool = True) -> None:
    """Write text or a page to standard output. Raises OpscareerError where it is closed, OSError where it is full."""
    if sys.stdout is None:
        raise closed()
    if isinstance(content, str):
        as_utf8(sys.stdout)
        sys.stdout.write(content)
    else:
        from opscareer.cli.paging import colours_wanted, page_by, pager_for

        text = _coloured(content) if colours and colours_wanted() else _drawable(as_plain(content))
        through = pager_for(len(content)) if pager else None
        if through and page_by(through, text):
            return
        sys.stdout.write(text)
    sys.stdout.flush()


def closed() -> OpscareerError:
    """Return the error of standard output that is closed."""
    return OpscareerError("标准输出是关着的", "standard output is closed", ("用 -o 写进文件", "-o writes to a file"))


def as_plain(content: "str | list[Line]") -> str:
    """Return text as it is, and a page without its styles."""
    if isinstance(content, str):
        return content
    from opscareer.render.screen.page import as_text

    return as_text(content)


def is_device(file: Path) -> bool:
    """Return whether what is written there goes elsewhere: /dev/stdout, a pipe."""
    return file.exists() and not file.is_file()


def may_write(file: Path, lang: Lang, *, force: bool, ask: bool) -> None:
    """Return where a file is not there yet, or may be written over: as told, or as a person says. Raises UsageError."""
    if force or not file.is_file():
        return
    name = clean(str(file))
    if ask:
        sys.stderr.write(_OVER.fill(file=name).of(lang))
        sys.stderr.flush()
        if input().strip().casefold() in _YES:
            return
    raise UsageError(f"{name} 已经在了", f"{name} is there already", ("加 --force 就盖掉它", "--force writes over it"))


def as_utf8(stream: TextIO) -> None:
    """Have a stream write UTF-8 whatever the locale says, as scripts expect; only a terminal gets what it can show."""
    with suppress(AttributeError, ValueError):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]


def _coloured(lines: "list[Line]") -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    written = StringIO()
    console = Console(
        file=written, force_terminal=True, width=1000, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    for line in lines:
        if any(style for _, style in line):
            console.print(Text.assemble(*((_drawable(span), _STYLES[style]) for span, style in line)))
        else:  # most of a long list, which takes a tenth of the time as it is
            written.write("".join(_drawable(span) for span, _ in line) + "\n")
    return written.getvalue()


def _drawable(text: str) -> str:
    """Return the text with bars that the terminal's encoding has."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if encoding.lower().replace("-", "") == "utf8":
        return text
    return text.replace("▮", "#").replace("▯", ".")
