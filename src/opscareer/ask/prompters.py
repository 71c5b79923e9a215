"""Who puts questions to a person, and which of them this terminal takes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from opscareer.ask.steps import Put, Step
from opscareer.interview import Value
from opscareer.text import Lang, Text


class Prompter(Protocol):
    """Puts a question to a person; keys: what is typed instead of an answer, as it is told at the beginning."""

    keys: Text

    def ask(self, put: Put) -> Value | Step:
        """Return the answer, or a step. Raises InterruptedByUserError."""

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something that is no question, a line each, so that it can be read before what follows."""


def prompter(lang: Lang, *, plain: bool, columns: Callable[[], int]) -> Prompter:
    """Return the prompter for this terminal: the full one, or plain where that is wanted or the full one cannot run."""
    if not plain:
        try:
            from opscareer.ask.terminal.prompter import TerminalPrompter

            return TerminalPrompter(lang, columns)
        except Exception:  # noqa: S110 - a terminal that prompt_toolkit refuses can still read numbers
            pass
    from opscareer.ask.plain.prompter import PlainPrompter

    return PlainPrompter(lang)
