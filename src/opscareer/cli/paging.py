"""Whether an answer goes through a pager, and which colours it has: as terminals and their users have agreed."""

import os
import subprocess
import sys
from shutil import get_terminal_size, which

_PAGER = "less -FRX"  # leaves a short answer on the screen, and a long one when it is left


def colours_wanted() -> bool:
    """Return whether standard output gets styles: as FORCE_COLOR and CLICOLOR say, else where it is a terminal.

    no-color.org and bixense.com/clicolors; NO_COLOR takes away colours alone, so styles stay on a terminal.
    """
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return sys.stdout.isatty()


def pager_for(lines: int) -> list[str] | None:
    """Return the command that shows so many lines, screen by screen; None where they fit or nobody can turn pages."""
    import shlex  # only a page asks

    try:
        wanted = shlex.split(os.environ.get("OPSCAREER_PAGER", os.environ.get("PAGER", _PAGER)))
    except ValueError:  # a quote that is not closed
        return None
    there = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if not there or not wanted or wanted == ["cat"] or lines < get_terminal_size().lines or which(wanted[0]) is None:
        return None
    return wanted


def page_by(pager: list[str], text: str) -> bool:
    """Show a text by a pager, and return whether it could; one that is left early has shown enough."""
    letters = sys.stdout.encoding or "utf-8"
    try:
        with subprocess.Popen(pager, stdin=subprocess.PIPE, env=_surroundings(letters)) as shown:  # noqa: S603 - the person's own pager
            try:
                shown.communicate(text.encode(letters, "replace"))
            except KeyboardInterrupt:
                shown.terminate()
    except OSError:  # no program
        return False
    return shown.returncode <= 0


def _surroundings(letters: str) -> dict[str, str]:
    """Return what a pager finds around it: less goes by a locale that may not be there, and writes Chinese in hex."""
    charset = {"LESSCHARSET": "utf-8"} if letters.lower().replace("-", "") == "utf8" else {}
    less = os.environ.get("LESS", "-FX") + " -R"  # or colours are shown as the letters that they are
    return {**charset, **os.environ, "LESS": less}
