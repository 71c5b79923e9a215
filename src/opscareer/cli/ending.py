"""What ends a command from outside: the window is closed, the machine goes down, somebody has it end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from opscareer.cli.starting import stop_in_order

_ENDING = ("SIGTERM", "SIGHUP")  # Windows has the first of them


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Have a signal that would end the program on the spot raise what Ctrl-C raises, so that nothing is left half.

    What is to be ignored stays so (nohup), and only the main thread of a program has signals.
    """
    stop_in_order()
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    ours = [n for n in numbers if current_thread() is main_thread() and signal.getsignal(n) == signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    raise KeyboardInterrupt
