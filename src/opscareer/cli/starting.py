"""Ctrl-C while the program starts: nothing is read or written yet, so it ends on the spot and without a word.

As an exception it would come up wherever the start happens to be: where Python passes over it with a traceback and goes
on, or makes another error of it.
"""

import os
import signal
from contextlib import suppress
from types import FrameType

INTERRUPTED = 130


def leave_at_once() -> None:
    """Have Ctrl-C end the program on the spot, unless it is to be ignored, or this is no thread that has signals."""
    _exchange(signal.default_int_handler, _leave)


def stop_in_order() -> None:
    """Have Ctrl-C raise KeyboardInterrupt again, where it would end the program on the spot."""
    _exchange(_leave, signal.default_int_handler)


def _exchange(here: object, then: "signal._HANDLER") -> None:
    if signal.getsignal(signal.SIGINT) is here:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, then)


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    os._exit(INTERRUPTED)
