import io
import sys

import pytest
from calling import Call


class Screen(io.StringIO):
    """A terminal that shows colours."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Say that a person looks on."""
        return True


def shown(call: Call, monkeypatch: pytest.MonkeyPatch, line: str, **surroundings: str) -> str:
    """Return what a command shows on a terminal."""
    screen = Screen()
    for name, value in {"TERM": "xterm-256color", **surroundings}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", screen)
    assert call(line).code == 0
    return screen.getvalue()


def test_colours_on_a_terminal(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal is given colours."""
    assert "\x1b[" in shown(call, monkeypatch, "role bd")


@pytest.mark.parametrize(
    ("line", "surroundings"),
    [
        ("role bd --plain", {}),
        ("--plain role bd", {}),
        ("role bd", {"TERM": "dumb"}),
        ("role bd --json", {}),
        ("ladder --format dot", {}),
    ],
)
def test_no_colours(call: Call, monkeypatch: pytest.MonkeyPatch, line: str, surroundings: dict[str, str]) -> None:
    """No escape is written where plain output is asked for, to a dumb terminal, and in what scripts read."""
    assert "\x1b" not in shown(call, monkeypatch, line, **surroundings)


def test_no_color(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves bold and dim, and no colour."""
    text = shown(call, monkeypatch, "gap bd/manager --answers ME", NO_COLOR="1")
    assert "\x1b[3" not in text
    assert "\x1b[9" not in text


def test_no_colours_in_a_pipe(call: Call) -> None:
    """What is not read on a terminal has no escapes, and the same text."""
    assert "\x1b" not in call("role bd").out


def test_a_terminal_shows_the_same_text(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours apart, a page is the same on a terminal and in a file."""
    printed = call("gap bd/manager --answers ME --lang zh").out
    plain = shown(call, monkeypatch, "gap bd/manager --answers ME --lang zh --plain")
    assert plain == printed
