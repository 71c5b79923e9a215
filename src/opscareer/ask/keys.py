"""Keys that work in every prompt of the full terminal, and the completion that finds positions while one types."""

from collections.abc import Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from opscareer.ask.reading import matching
from opscareer.ask.steps import GoBackError
from opscareer.interview import Choice
from opscareer.text import Lang


class WhyError(Exception):
    """The person asks why."""


def keys_for(choosing: bool) -> KeyBindings:
    """Return the keys that work in every prompt; where nothing is typed, plain letters do as well."""
    bindings = KeyBindings()

    def bind(keys: tuple[str, ...], error: type[Exception]) -> None:
        def leave(event: KeyPressEvent) -> None:
            event.app.exit(exception=error())

        for key in keys:
            bindings.add(key, eager=True)(leave)

    bind(("c-b", "b") if choosing else ("c-b",), GoBackError)
    bind(("c-y", "?", "？") if choosing else ("c-y",), WhyError)
    return bindings


class Positions(Completer):
    """Finds positions by a part of any of their names, in either language."""

    def __init__(self, choices: tuple[Choice, ...], lang: Lang) -> None:
        self._choices = choices
        self._lang: Lang = lang

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """Yield the positions that what was typed may mean."""
        said = document.text.strip()
        for choice in matching(self._choices, said) if said else self._choices:
            yield Completion(line_of(choice, self._lang), start_position=-len(document.text))


def line_of(choice: Choice, lang: Lang) -> str:
    """Return a position as it is completed: its title and its id."""
    return f"{choice.label.of(lang)} [{choice.value}]"
