"""The prompter for a full terminal: a question is shown until it is answered, and stays with what was understood."""

from collections.abc import Callable, Sequence

from opscareer.ask.reading import answer_in_words
from opscareer.ask.steps import Put, Step
from opscareer.ask.terminal import hints
from opscareer.ask.terminal.menu import Given
from opscareer.ask.terminal.screen import Screen
from opscareer.ask.terminal.shown import Asking, Reading, Why, state_of
from opscareer.interview import Value
from opscareer.text import Lang, Text
from opscareer.wrapping import wrap

_SPARE = 4  # lines that are told before a question, and are seen beside it where there are so many more than it takes


class TerminalPrompter:
    """Asks by keys."""

    keys = hints.KEYS

    def __init__(self, lang: Lang, columns: Callable[[], int]) -> None:
        self._lang: Lang = lang
        self._screen = Screen(columns)
        self._above = 0

    def ask(self, put: Put) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        state = state_of(put)
        while isinstance(came := self._screen.run(Asking(state, self._lang), above=self._above), Why):
            state = came.state
            self._explain(put)
        self._above = 0
        self._echo(put, came)
        return came.value if isinstance(came, Given) else came

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something, a line each; where the next question would push it off the screen, page by page."""
        told = [self._t(line) for line in lines]
        taken = sum(len(wrap(line, self._screen.width)) for line in told)
        if taken + 2 * _SPARE > self._screen.rows:
            self._read(told, hints.ON, hints.ON)
            taken = 0
        self._above = taken
        for line in told:
            self._screen.say(line)

    def _echo(self, put: Put, came: Given | Step) -> None:
        """Leave the question on the screen with what was understood of the answer."""
        if isinstance(came, Given):
            self._screen.say(self._t(put.question.text), "bold")
            self._screen.say(f"> {self._t(answer_in_words(put.question, came.value))}")

    def _explain(self, put: Put) -> None:
        """Have the person read why a question is asked."""
        question = put.question
        told = [self._t(text) for text in (hints.WHY, question.text, question.help, *put.why())]
        self._read(told, hints.READ, hints.READ_ALL)

    def _read(self, lines: list[str], more: Text, all_read: Text) -> None:
        """Have the person read some lines; more and all_read: what is said of keys before and at the end."""
        keys = (self._t(more), self._t(all_read))
        size = (self._screen.width, self._screen.rows)
        self._screen.run(Reading([line for line in lines if line], keys, size), above=self._above)

    def _t(self, text: Text) -> str:
        return text.of(self._lang)
