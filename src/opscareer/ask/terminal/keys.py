"""The keys of a terminal, by the names that the states know them by."""

from collections.abc import Callable

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from opscareer.ask.steps import BACK_KEYS, ENOUGH_KEYS, WHY_KEYS
from opscareer.ask.terminal.line import MOST
from opscareer.ask.terminal.signals import step_aside

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


def bindings_of(press: Callable[[str], object]) -> KeyBindings:
    """Return the keys as the states know them; what is pasted is typed, its first line only.

    press: takes a key, and returns what is to come of it, None where what is shown stays.
    """
    bindings = KeyBindings()

    def take(event: KeyPressEvent, *keys: str) -> None:
        for key in keys:
            result = press(key)
            if result is not None:
                event.app.exit(result=result)
                return

    bindings.add(Keys.Any)(lambda event: take(event, event.data))
    bindings.add(Keys.BracketedPaste)(lambda event: take(event, *_pasted(event.data)))
    bindings.add(Keys.Escape)(lambda _: None)  # an escape alone means nothing here
    for named, name in _NAMES.items():
        bindings.add(named)(lambda event, name=name: take(event, name))
    _stop(bindings)
    return bindings


def _pasted(data: str) -> list[str]:
    line = (data.splitlines() or [""])[0]
    return [key for key in line[:MOST] if key not in _STEPS]


def _stop(bindings: KeyBindings) -> None:
    """Bind what puts the program aside, and what ends it."""
    bindings.add(Keys.ControlZ)(lambda _: run_in_terminal(step_aside) and None)
    for stop in (Keys.ControlC, Keys.ControlD):
        bindings.add(stop)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
