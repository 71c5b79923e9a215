import os
import sys

import pexpect
import pytest
from calling import Call


def on_a_screen(line: str, rows: int, **surroundings: str) -> str:
    """Return what a terminal of so many rows shows of a command."""
    env = {**os.environ, "PAGER": "sed s/^/paged:/", "TERM": "xterm", **surroundings}
    words = [sys.executable, "-m", "opscareer", *line.split()]
    return str(pexpect.run(" ".join(words), env=env, timeout=60, dimensions=(rows, 80), encoding="utf-8"))


@pytest.mark.parametrize(
    ("line", "rows", "surroundings", "paged"),
    [
        ("role bd", 24, {}, True),
        ("role bd", 500, {}, False),
        ("role bd --no-pager", 24, {}, False),
        ("--no-pager role bd", 24, {}, False),
        ("role bd", 24, {"PAGER": "cat"}, False),
        ("role bd", 24, {"PAGER": ""}, False),
        ("role bd", 24, {"PAGER": "no-such-pager"}, False),
        ("role bd", 24, {"PAGER": "false"}, False),
        ("role bd", 24, {"PAGER": "less '"}, False),
        ("role bd", 24, {"PAGER": "cat", "OPSCAREER_PAGER": "sed s/^/paged:/"}, True),
        ("role bd --json", 24, {}, False),
    ],
)
def test_pager(line: str, rows: int, surroundings: dict[str, str], paged: bool) -> None:
    """What is longer than the screen goes through the pager that is wanted, what fits or scripts read does not."""
    shown = on_a_screen(line, rows, **surroundings)
    assert "bd/manager" in shown
    assert shown.startswith("paged:") == paged


@pytest.mark.parametrize(("own", "told"), [({}, "utf-8"), ({"LESSCHARSET": "latin1"}, "latin1")])
def test_the_letters_of_a_pager(own: dict[str, str], told: str) -> None:
    """The pager is told in which letters the answer is, whatever locale is missing, unless it is told otherwise."""
    surroundings = {"PAGER": "sh -c 'env; cat'", "LANG": "xx_YY.UTF-8", "PYTHONUTF8": "1", **own}
    assert f"LESSCHARSET={told}" in on_a_screen("role bd", 24, **surroundings).split()


def test_no_pager_in_a_pipe(program: Call) -> None:
    """In a pipe there is no pager, however long the answer is."""
    assert "paged:" not in program("role bd", env={"PAGER": "sed s/^/paged:/"}).out


@pytest.mark.parametrize(
    ("surroundings", "styled"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR": "1"}, False),
    ],
)
def test_colours_in_a_pipe(program: Call, surroundings: dict[str, str], styled: bool) -> None:
    """In a pipe there are colours only where they are forced."""
    assert ("\x1b[" in program("role bd", env=surroundings).out) == styled


@pytest.mark.parametrize(
    ("surroundings", "escapes"),
    [({}, True), ({"CLICOLOR": "0"}, False), ({"TERM": "dumb"}, False), ({"CLICOLOR": "0", "FORCE_COLOR": "1"}, True)],
)
def test_colours_on_a_screen(surroundings: dict[str, str], escapes: bool) -> None:
    """On a screen there are colours unless they are not wanted."""
    assert ("\x1b[" in on_a_screen("role bd", 500, **surroundings)) == escapes
