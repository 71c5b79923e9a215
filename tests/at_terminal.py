"""People at a terminal who type what a test has them type."""

import io
import sys

import pytest

POST = ["产品运营专员", "", "2", "5", ""]
"""The position, no other one, years, years in all, no goal."""

WANTS = ["7", "", "1", "2"]
"""How do I stand; no offer; would lead people, and has led nobody."""

PERSON = [*POST, *WANTS, "3", "1", "0", "2", "1", "2", "1", "0"]
"""Then what draws the person, nothing that they will not do, their education, their company, nothing particular: all
before skills."""


class Terminal(io.StringIO):
    """A stream that a person looks at, or types into; typed, ^C is Ctrl-C."""

    def isatty(self) -> bool:
        """Say that a person is there."""
        return True

    def readline(self, size: int = -1) -> str:  # type: ignore[override]
        """Return what was typed next."""
        if (line := super().readline(size)) == "^C\n":
            raise KeyboardInterrupt
        return line


class Answering(Terminal):
    """Somebody who types some lines, then the second choice of everything: no position, and no change at the end."""

    def readline(self, size: int = -1) -> str:  # type: ignore[override]
        """Return what was typed next."""
        if line := super().readline(size):
            return line
        assert isinstance(sys.stderr, io.StringIO)
        prompt = sys.stderr.getvalue().splitlines()[-2:]
        alone = ("Enter alone shows the advice", "直接回车看结果", "part of a title", "岗位名的一部分")
        return "\n" if any(words in told for told in prompt for words in alone) else "2\n"


def person(monkeypatch: pytest.MonkeyPatch, *lines: str) -> io.StringIO:
    """Have a person at a terminal type lines, and then close it; return what they read beside the answer."""
    talk = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stderr", talk)
    return talk


def willing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> io.StringIO:
    """Have a person type lines and then go on to the end; return what they read beside the answer."""
    talk = person(monkeypatch)
    monkeypatch.setattr(sys, "stdin", Answering("".join(f"{line}\n" for line in lines)))
    return talk
