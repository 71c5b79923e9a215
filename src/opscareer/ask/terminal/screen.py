"""A terminal on which something is shown until a key ends it, and on which lines stay.

Drawn on standard error, so that standard output carries the answer alone, and run as a questionary question is.
"""

import sys
from collections.abc import Callable
from typing import Any

from prompt_toolkit import print_formatted_text
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style
from questionary import Question

from opscareer.ask.terminal.keys import bindings_of
from opscareer.ask.terminal.layout import Line
from opscareer.ask.terminal.shown import Asking, Reading
from opscareer.ask.terminal.signals import aside, ended, step_aside
from opscareer.errors import InterruptedByUserError
from opscareer.wrapping import wrap

_STYLE = Style([("bold", "bold"), ("dim", "fg:ansibrightblack"), ("warn", "fg:ansiyellow")])
_ROOMY = 12
"""Rows from which on one is left free: of a screen that is erased from its first row tmux keeps a copy."""


class Screen:
    """The terminal that standard error is; columns: how many the person wants at most."""

    def __init__(self, columns: Callable[[], int]) -> None:
        self._columns = columns
        self._output = create_output(stdout=sys.stderr)

    @property
    def width(self) -> int:
        """How many columns a line may take."""
        return self._within(self._output.get_size().columns)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._output.get_size().rows

    def run(self, shown: Asking | Reading, *, above: int) -> Any:
        """Return what the keys come to; above: lines that were said before, and are to stay on the screen.

        Raises InterruptedByUserError when the person stops.
        """
        control = FormattedTextControl(lambda: self._drawn(shown, above), focusable=True, show_cursor=True)
        application: Application[Any] = Application(
            Layout(Window(control, wrap_lines=False, always_hide_cursor=False)),
            key_bindings=bindings_of(shown.press),
            style=_STYLE,
            output=self._output,
            erase_when_done=True,
        )
        application.ttimeoutlen = 0.05
        try:
            with aside(lambda: _soon(application)), ended(lambda: _end(application)):
                return Question(application).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise InterruptedByUserError("停下了", "stopped") from None

    def say(self, text: str, style: str = "") -> None:
        """Leave a text on the screen."""
        fragments = FormattedText([_styled("\n".join(wrap(text, self.width)), style)])
        print_formatted_text(fragments, style=_STYLE, output=self._output)

    def _within(self, columns: int) -> int:
        return max(10, min(self._columns(), columns - 1))

    def _drawn(self, shown: Asking | Reading, above: int) -> FormattedText:
        size = self._output.get_size()
        spare = above or int(size.rows >= _ROOMY)
        return _fragments(shown.lines(self._within(size.columns), size.rows - spare))


def _fragments(lines: list[Line]) -> FormattedText:
    parts: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        parts.append(_styled(line.text, line.style))
        if line.typed:
            parts.append(("[SetCursorPosition]", ""))
        if number < len(lines) - 1:
            parts.append(("", "\n"))
    return FormattedText(parts)


def _styled(text: str, style: str) -> tuple[str, str]:
    return f"class:{style}" if style else "", text


def _soon(application: Application[Any]) -> None:
    """Put the program aside once the loop that has the terminal can let go of it."""
    if application.loop:
        application.loop.call_soon_threadsafe(lambda: run_in_terminal(step_aside))


def _end(application: Application[Any]) -> None:
    """End what is shown once it is drawn: half a drawing cannot be erased. Raises KeyboardInterrupt if nothing is."""
    if application.loop is None:
        raise KeyboardInterrupt
    application.loop.call_soon_threadsafe(lambda: application.is_done or application.exit(exception=KeyboardInterrupt))
