"""Standard input, output and error, each a terminal, a pipe, closed or /dev/null: when a question is put, and where."""

import os
import select
import subprocess
import sys
from collections.abc import Callable
from itertools import product

import pytest
from calling import Done

KINDS = ("terminal", "pipe", "closed", "null")
STREAMS = ("stdin", "stdout", "stderr")
PATIENCE = 30
"""Seconds after which a program that says nothing and does not end is a failure."""

Person = Callable[[str], str]
"""What somebody types after having read what is new on their screen."""


class Ends:
    """The two ends of each stream: the program's, and ours to read from."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.theirs: dict[str, int] = {}
        self.ours: dict[str, int] = {}
        for stream, kind in zip(STREAMS, kinds, strict=True):
            if kind == "terminal":
                self.ours[stream], self.theirs[stream] = os.openpty()
            elif kind == "pipe":
                read, write = os.pipe()
                self.theirs[stream] = read if stream == "stdin" else write
                self.ours[stream] = write if stream == "stdin" else read
            else:
                self.theirs[stream] = os.open(os.devnull, os.O_RDWR)
        if kinds[0] == "pipe":
            os.close(self.ours.pop("stdin"))  # nothing comes, and nothing can

    def started(self) -> None:
        """Leave the program's ends to the program."""
        while self.theirs:
            os.close(self.theirs.popitem()[1])

    def close(self) -> None:
        """Close what is open."""
        self.started()
        while self.ours:
            os.close(self.ours.popitem()[1])


def run(line: str, kinds: tuple[str, ...], person: Person) -> Done:
    """Run a command line on streams of some kinds, with a person at the terminals, until it ends."""
    closed = " ".join(f"{number}>&-" for number, kind in enumerate(kinds) if kind == "closed")
    words = ["sh", "-c", f'exec "$0" "$@" {closed}', sys.executable, "-m", "opscareer", *line.split()]
    ends = Ends(kinds)
    try:
        with subprocess.Popen(words, **ends.theirs) as process:  # type: ignore[call-overload]
            ends.started()
            try:
                told = _told(ends.ours, person)
                code = process.wait(PATIENCE)
            finally:
                process.kill()
    finally:
        ends.close()
    return Done(code, told["stdout"], told["stderr"])


def _told(ours: dict[str, int], person: Person) -> dict[str, str]:
    """Read all streams to their ends, and type what the person types after each piece of talk; return what was read."""
    told = dict.fromkeys(STREAMS, b"")
    answered = 0
    still = {fd: stream for stream, fd in ours.items()}
    while still:
        ready, _, _ = select.select(list(still), [], [], PATIENCE)
        assert ready, f"the program waits, having said {told}"
        for fd in ready:
            piece = _read(fd)
            told[still[fd]] += piece
            if not piece:
                del still[fd]
        if typed := person(told["stderr"][answered:].decode(errors="ignore")):
            answered = len(told["stderr"])
            os.write(ours["stdin"], typed.encode())
    return {stream: said.decode().replace("\r\n", "\n") for stream, said in told.items()}


def _read(fd: int) -> bytes:
    try:
        return os.read(fd, 65536)
    except OSError:  # how a terminal ends that no program has open any more
        return b""


def newcomer(talk: str) -> str:
    """Type for somebody outside the trade, who skips what can be skipped and is sure of no skill."""
    if not talk.endswith("Answer: "):
        return ""
    if "s not sure" in talk:
        return "s\n"
    return "2\n" if "Type a number" in talk and "Enter" not in talk else "\n"


def stopping(talk: str) -> str:
    """Type for somebody who stops at the first question."""
    return "q\n" if talk.endswith("Answer: ") else ""


def pressing(key: str) -> Person:
    """Be somebody who presses the same key at each full prompt, on a terminal that tells where its cursor is.

    Whether to answer more takes an answer of its own: no.
    """

    def pressed(talk: str) -> str:
        if "Choose one" in talk:
            return f"2{key}"
        return f"\x1b[1;1R{key}" if "\x1b[6n" in talk else ""  # once it is asked, the keyboard is read

    return pressed


def nobody(talk: str) -> str:
    """Type nothing."""
    return ""


QUESTION = "What is your present position?"


def advice_only(out: str) -> bool:
    """Whether a text is the advice, without a word or an escape of the prompts before or in it."""
    prompts = (QUESTION, "\x1b[6n", "Answer: ", "q stops", "Ctrl-C")
    return out.startswith("Next:") and not any(said in out for said in prompts)


PAIRS = [
    (KINDS[i], KINDS[(i + j) % len(KINDS)], KINDS[j]) for i, j in product(range(len(KINDS)), repeat=2)
]  # every two streams in every way; all three where there is a person
SURROUNDINGS = list(dict.fromkeys([*PAIRS, *(("terminal", stdout, "terminal") for stdout in KINDS)]))


@pytest.mark.parametrize("kinds", SURROUNDINGS, ids="-".join)
def test_every_surrounding(kinds: tuple[str, str, str]) -> None:
    """A question is put only where input and error are terminals, and never on standard output; else the code is 4."""
    stdin, stdout, stderr = kinds
    person_there = stdin == stderr == "terminal"
    done = run("assess --no-save --plain", kinds, newcomer if person_there else nobody)
    assert "Traceback" not in done.out + done.err
    if not person_there:
        assert (done.code, done.out) == (4, "")
        assert QUESTION not in done.err
        assert ("--answers" in done.err) == (stderr in ("terminal", "pipe"))
        return
    assert QUESTION in done.err
    assert done.code == (1 if stdout == "closed" else 0)
    assert ("\n  current: []\n" in done.err) == (stdout == "closed")  # answers without advice are shown, not lost
    assert advice_only(done.out) == (stdout in ("terminal", "pipe"))


@pytest.mark.parametrize("stdout", KINDS)
@pytest.mark.parametrize("person", [stopping, pressing("\x03")], ids=["plain", "full"])
def test_stopping(stdout: str, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops at the first question gets 130 and no advice, whatever standard output is."""
    monkeypatch.setenv("TERM", "xterm")
    plain = "--plain" if person is stopping else ""
    done = run(f"assess --no-save {plain}", ("terminal", stdout, "terminal"), person)
    assert (done.code, done.out) == (130, "")
    assert QUESTION in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("stdout", ["pipe", "closed"])
def test_full_prompts(stdout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The full prompts, too, are drawn on standard error alone, and work to the end without standard output."""
    monkeypatch.setenv("TERM", "xterm")
    done = run("assess --no-save", ("terminal", stdout, "terminal"), pressing("\r"))
    assert "Traceback" not in done.out + done.err
    assert QUESTION in done.err
    assert done.code == (1 if stdout == "closed" else 0)
    assert advice_only(done.out) == (stdout == "pipe")
