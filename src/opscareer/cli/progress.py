"""How far a long piece of work is: a bar on standard error where a person looks on, once it has lasted two seconds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from opscareer.cli import environment
from opscareer.text import Lang, Text

Reached = Callable[[float], object]
"""Is told how much of the work is done, as a share of all of it (0-1)."""

PATIENCE = 2.0
"""Seconds; what takes no longer needs no bar."""


@contextmanager
def progress(told: Text, lang: Lang, *, plain: bool, patience: float = PATIENCE) -> Iterator[Reached]:
    """Give what is to be told how much is done."""
    if plain or not environment.person_there():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(told.of(lang), total=1.0)
    began = monotonic()

    def reached(share: float) -> None:
        bar.update(task, completed=share)
        if not bar.live.is_started and monotonic() - began > patience:
            bar.start()

    try:
        yield reached
    finally:
        bar.stop()
