"""Prompts on a terminal: a thin loop around the states of menu.py and typed.py, drawn by layout.py.

Drawn on standard error, so that standard output carries the answer alone, and run as a questionary question is.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from prompt_toolkit import print_formatted_text
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style
from questionary import Question

from opscareer.ask import hints
from opscareer.ask.layout import Line, drawn, page_of
from opscareer.ask.menu import Given, Menu, menu
from opscareer.ask.reading import answer_in_words
from opscareer.ask.signals import aside, step_aside
from opscareer.ask.steps import BACK_KEYS, ENOUGH_KEYS, WHY_KEYS, Put, Step
from opscareer.ask.typed import MOST, Field, Finder
from opscareer.ask.words import Words
from opscareer.errors import InterruptedByUserError
from opscareer.interview import Value
from opscareer.text import NOTHING, Lang, Text
from opscareer.wrapping import wrap

State = Menu | Finder | Field | Words

_STYLE = Style([("bold", "bold"), ("dim", "fg:ansibrightblack"), ("warn", "fg:ansiyellow")])
_STEPS = (*BACK_KEYS, *WHY_KEYS, *ENOUGH_KEYS)
"""Keys that lead elsewhere: only where they are pressed, not in what is pasted."""
_NAMES = {
    Keys.Enter: "enter",
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.Home: "home",
    Keys.End: "end",
    Keys.Backspace: "backspace",
    Keys.ControlU: "clear",
    Keys.ControlW: "word",
    Keys.ControlP: "up",
    Keys.ControlN: "down",
    Keys.BackTab: "back",
    Keys.Tab: "down",
}
_ROOMY = 12
"""Rows from which on one is left free: of a screen that is erased from its first row tmux keeps a copy."""
_SPARE = 4  # lines that are told before a question, and are seen beside it where there are so many more than it takes


class TerminalPrompter:
    """Asks by keys."""

    keys = hints.KEYS

    def __init__(self, lang: Lang, columns: Callable[[], int]) -> None:
        self._lang: Lang = lang
        self._columns = columns
        self._output = create_output(stdout=sys.stderr)
        self._above = 0

    def ask(self, put: Put) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        state = _state(put)
        while True:
            value = self._run(_Asking(state, self._lang))
            if not isinstance(value, _Why):
                break
            state = value.state
            self._read([self._t(hints.WHY), self._t(put.question.text), self._t(put.question.help), *self._whys(put)])
        self._above = 0
        self._echo(put, value)
        return value.value if isinstance(value, Given) else value

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something, a line each; where the next question would push it off the screen, page by page."""
        told = [self._t(line) for line in lines]
        size = self._output.get_size()
        taken = sum(len(wrap(line, self._width(size.columns))) for line in told)
        if taken + 2 * _SPARE > size.rows:
            self._read(told, hints.ON)
            taken = 0
        self._above = taken
        for line in told:
            self._say(line)

    def _whys(self, put: Put) -> list[str]:
        return [self._t(reason) for reason in put.why()]

    def _read(self, lines: list[str], done: Text = hints.READ_ALL) -> None:
        more = self._t(hints.READ if done is hints.READ_ALL else done)
        size = self._output.get_size()
        keys = (more, self._t(done))
        self._run(_Reading([line for line in lines if line], keys, (self._width(size.columns), size.rows)))

    def _run(self, shown: "_Asking | _Reading") -> Any:
        """Return what the keys come to. Raises InterruptedByUserError when the person stops."""
        control = FormattedTextControl(lambda: self._fragments(shown), focusable=True, show_cursor=True)
        application: Application[Any] = Application(
            Layout(Window(control, wrap_lines=False, always_hide_cursor=False)),
            key_bindings=_bindings(shown),
            style=_STYLE,
            output=self._output,
            erase_when_done=True,
        )
        application.ttimeoutlen = 0.05
        try:
            with aside(lambda: _soon(application)):
                return Question(application).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise InterruptedByUserError("停下了", "stopped") from None

    def _fragments(self, shown: "_Asking | _Reading") -> FormattedText:
        size = self._output.get_size()
        spare = self._above or size.rows >= _ROOMY  # what was told stays on the screen
        lines = shown.lines(self._width(size.columns), size.rows - int(spare))
        parts: list[tuple[str, str]] = []
        for number, line in enumerate(lines):
            parts.append((f"class:{line.style}" if line.style else "", line.text))
            if line.typed:
                parts.append(("[SetCursorPosition]", ""))
            if number < len(lines) - 1:
                parts.append(("", "\n"))
        return FormattedText(parts)

    def _echo(self, put: Put, value: "Given | Step") -> None:
        """Leave the question on the screen with what was understood of the answer."""
        if not isinstance(value, Given):
            return
        self._say(self._t(put.question.text), "bold")
        self._say(f"> {self._t(answer_in_words(put.question, value.value))}")

    def _width(self, columns: int) -> int:
        return max(10, min(self._columns(), columns - 1))

    def _t(self, text: Text) -> str:
        return text.of(self._lang)

    def _say(self, text: str, style: str = "") -> None:
        lines = "\n".join(wrap(text, self._width(self._output.get_size().columns)))
        fragments = FormattedText([(f"class:{style}" if style else "", lines)])
        print_formatted_text(fragments, style=_STYLE, output=self._output)


class _Why:
    """The person asks why; the state to come back to."""

    def __init__(self, state: State) -> None:
        self.state = state


class _Asking:
    """A question on the screen, at its present state."""

    def __init__(self, state: State, lang: Lang) -> None:
        self._state: State = state
        self._lang: Lang = lang

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Return what is drawn."""
        return drawn(self._state.face(), self._lang, columns, rows)

    def press(self, key: str) -> "Given | Step | _Why | None":
        """Take a key; return what it comes to, None where the question stands."""
        if key in WHY_KEYS:
            return _Why(self._state)
        then = _step(key) or self._state.press(key)
        if isinstance(then, Given | Step):
            objection = self._state.put.objection(then.value if isinstance(then, Given) else then)
            if objection == NOTHING:
                return then
            then = replace(self._state, said=objection)
        self._state = then
        return None


class _Reading:
    """Something to read, page by page; any key but space and down ends it."""

    def __init__(self, text: list[str], keys: tuple[str, str], size: tuple[int, int]) -> None:
        self._text, self._keys = text, keys
        self._top, self._size = 0, size

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Return what is drawn."""
        self._size = columns, rows
        return self._page()[0]

    def press(self, key: str) -> bool | None:
        """Take a key; return True where it ends the reading."""
        shown, more = self._page()
        if key not in (" ", "down", "pagedown") or not more:
            return True
        self._top += 1 if key == "down" else max(1, len(shown) - 1)
        return None

    def _page(self) -> tuple[list[Line], bool]:
        return page_of(self._text, *self._size, self._top, self._keys)


def _soon(application: Application[Any]) -> None:
    """Put the program aside once the loop that has the terminal can let go of it."""
    if application.loop:
        application.loop.call_soon_threadsafe(lambda: run_in_terminal(step_aside))


def _step(key: str) -> Step | None:
    if key in (*BACK_KEYS, "back"):
        return Step.BACK
    return Step.ENOUGH if key in ENOUGH_KEYS else None


def _state(put: Put) -> State:
    kind = put.question.kind
    if kind in ("positions", "position"):
        return Finder(put)
    if kind == "text":
        return Words(put)
    return Field(put) if kind == "years" else menu(put)


def _bindings(shown: _Asking | _Reading) -> KeyBindings:
    """Return the keys as the states know them; what is pasted is typed, its first line only."""
    bindings = KeyBindings()

    def take(event: KeyPressEvent, *keys: str) -> None:
        for key in keys:
            result = shown.press(key)
            if result is not None:
                event.app.exit(result=result)
                return

    @bindings.add(Keys.Any)
    def _typed(event: KeyPressEvent) -> None:
        take(event, event.data)

    @bindings.add(Keys.BracketedPaste)
    def _pasted(event: KeyPressEvent) -> None:
        line = (event.data.splitlines() or [""])[0]
        take(event, *(key for key in line[:MOST] if key not in _STEPS))

    @bindings.add(Keys.Escape)
    def _nothing(event: KeyPressEvent) -> None:
        """Do nothing: an escape alone means nothing here."""

    _name(bindings, take)
    return bindings


def _name(bindings: KeyBindings, take: Callable[[KeyPressEvent, str], None]) -> None:
    """Bind the keys that are no letters."""
    bindings.add(Keys.ControlZ)(lambda _: run_in_terminal(step_aside) and None)
    for stop in (Keys.ControlC, Keys.ControlD):
        bindings.add(stop)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
    for named, name in _NAMES.items():
        bindings.add(named)(lambda event, name=name: take(event, name))
