"""What is shown at present, a question or something to read: keys change it, until one of them ends it."""

from dataclasses import replace

from opscareer.ask.steps import BACK_KEYS, ENOUGH_KEYS, WHY_KEYS, Put, Step
from opscareer.ask.terminal.layout import Line, drawn, page_of
from opscareer.ask.terminal.menu import Given, Menu, menu
from opscareer.ask.terminal.typed import Field, Finder
from opscareer.ask.terminal.words import Words
from opscareer.text import NOTHING, Lang

State = Menu | Finder | Field | Words


def state_of(put: Put) -> State:
    """Return the state that a question begins with, by its kind."""
    kind = put.question.kind
    if kind in ("positions", "position"):
        return Finder(put)
    if kind == "text":
        return Words(put)
    return Field(put) if kind == "years" else menu(put)


class Why:
    """The person asks why; the state to come back to."""

    def __init__(self, state: State) -> None:
        self.state = state


class Asking:
    """A question on the screen, at its present state."""

    def __init__(self, state: State, lang: Lang) -> None:
        self._state: State = state
        self._lang: Lang = lang

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Return what is drawn."""
        return drawn(self._state.face(), self._lang, columns, rows)

    def press(self, key: str) -> "Given | Step | Why | None":
        """Take a key; return what it comes to, None where the question stands."""
        if key in WHY_KEYS:
            return Why(self._state)
        then = _step_of(key) or self._state.press(key)
        if isinstance(then, Given | Step):
            objection = self._state.put.objection(then.value if isinstance(then, Given) else then)
            if objection == NOTHING:
                return then
            then = replace(self._state, said=objection)
        self._state = then
        return None


class Reading:
    """Something to read, page by page; any key but space and down ends it."""

    def __init__(self, text: list[str], keys: tuple[str, str], size: tuple[int, int]) -> None:
        self._text, self._keys = text, keys
        self._top, self._size = 0, size

    def lines(self, columns: int, rows: int) -> list[Line]:
        """Return what is drawn."""
        self._size = columns, rows
        return self._page()[0]

    def press(self, key: str) -> bool | None:
        """Take a key; return True where it ends the reading."""
        shown, more = self._page()
        if key not in (" ", "down", "pagedown") or not more:
            return True
        self._top += 1 if key == "down" else max(1, len(shown) - 1)
        return None

    def _page(self) -> tuple[list[Line], bool]:
        return page_of(self._text, *self._size, self._top, self._keys)


def _step_of(key: str) -> Step | None:
    if key in (*BACK_KEYS, "back"):
        return Step.BACK
    return Step.ENOUGH if key in ENOUGH_KEYS else None
