"""What reaches the conversation from outside: the window is closed, the machine goes down, the shell puts it aside."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")
_ASIDE = "SIGTSTP"  # as Ctrl-Z sends; Windows has none


@contextmanager
def stopping() -> Iterator[None]:
    """Have a signal that would end the program on the spot stop it as Ctrl-C does: the terminal is left in order."""
    numbers = [number for number in map(_number, _ENDING) if number and signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    raise KeyboardInterrupt
