"""What reaches the conversation from outside: the shell puts it aside, has it go on, or has it end."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_ASIDE = "SIGTSTP"  # as Ctrl-Z sends; Windows has none
_ENDING = ("SIGTERM", "SIGHUP")


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


@contextmanager
def ended(step: Callable[[], None]) -> Iterator[None]:
    """Have a step taken where a signal would end the program on the spot, in the middle of what it draws.

    Raises KeyboardInterrupt at the end of what was begun. A second signal ends it on the spot: the step may not help.
    """
    before = {number: signal.getsignal(number) for number in map(_number, _ENDING) if number}
    ours = {number: handler for number, handler in before.items() if callable(handler)}
    came = False

    def first(*_: object) -> None:
        nonlocal came
        came = True
        _handle(ours)
        step()

    _handle(dict.fromkeys(ours, first))
    try:
        yield
    finally:
        _handle(ours)
    if came:
        raise KeyboardInterrupt


def step_aside() -> None:
    """Stop, with all that runs beside it in the shell, until the shell has it go on."""
    if number := _number(_ASIDE):
        handler = signal.signal(number, signal.SIG_DFL)
        os.kill(0, number)
        signal.signal(number, handler)


def _handle(handlers: "Mapping[signal.Signals, signal._HANDLER]") -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _number(name: str) -> signal.Signals | None:
    return getattr(signal, name, None)
