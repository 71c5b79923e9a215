"""What reaches the conversation from outside: the shell puts it aside, and has it go on."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_ASIDE = "SIGTSTP"  # as Ctrl-Z sends; Windows has none


@contextmanager
def aside(step: Callable[[], None]) -> Iterator[None]:
    """Have a step taken instead where the shell would put the program aside at once, its terminal as it is."""
    number = _number(_ASIDE)
    before = signal.signal(number, lambda *_: step()) if number else None
    try:
        yield
    finally:
        if number:
            signal.signal(number, before)


def step_aside() -> None:
    """Stop, with all that runs beside it in the shell, until the shell has it go on."""
    if number := _number(_ASIDE):
        handler = signal.signal(number, signal.SIG_DFL)
        os.kill(0, number)
        signal.signal(number, handler)


def _number(name: str) -> signal.Signals | None:
    return getattr(signal, name, None)
