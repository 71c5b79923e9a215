"""The prompter for any terminal: a question is said, a line is read, what was understood is said back."""

from collections.abc import Sequence

from opscareer.ask.plain.answering import answer_to
from opscareer.ask.plain.hints import KEYS
from opscareer.ask.plain.listening import Instead
from opscareer.ask.plain.voice import Voice
from opscareer.ask.steps import Put, Step
from opscareer.interview import Value
from opscareer.text import NOTHING, Lang, Text


class PlainPrompter:
    """Asks by lines of text."""

    keys = KEYS

    def __init__(self, lang: Lang) -> None:
        self._voice = Voice(lang)

    def ask(self, put: Put) -> Value | Step:
        """Return the answer to a question, or a step. Raises InterruptedByUserError."""
        self._voice.part()
        try:
            self._voice.pose(put)
            value = answer_to(self._voice, put)
            while (objection := put.objection(value)) != NOTHING:
                self._voice.say(objection)
                value = answer_to(self._voice, put)
        except Instead as instead:
            return instead.step
        self._voice.understood(put.question, value)
        return value

    def tell(self, lines: Sequence[Text]) -> None:
        """Tell something, a line each."""
        self._voice.say(*lines)
