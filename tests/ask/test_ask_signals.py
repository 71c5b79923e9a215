"""What reaches the conversation from outside its terminal, tried in a real one."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from screens import CTRL_Z, ENTER, Screen

from opscareer.store import open_store, unfinished


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A terminal in which somebody has said their post, and is asked for years."""
    words = getattr(request, "param", ())
    opened = Screen("assess", "--lang", "zh", *words)
    opened.wait("你现在是什么岗位？")
    opened.wait("答：" if words else "> ")
    opened.child.send(f"产品运营专员{ENTER}{ENTER}")
    opened.wait("做了几年？")
    yield opened
    opened.child.close(force=True)


def kept() -> list[dict[str, object]]:
    """Return the answers of the questionnaires that are not finished."""
    store = open_store(create=False)
    assert store is not None
    left = [dict(sitting.answers) for sitting in unfinished(store)]
    store.close()
    return left


@pytest.mark.parametrize("screen", [(), ("--plain",)], indirect=True)
def test_told_to_end(screen: Screen) -> None:
    """A program that is told to end keeps the answers, says so, and leaves the terminal in order."""
    screen.child.kill(signal.SIGTERM)
    assert screen.end() == 130
    assert "接着答：opscareerassess" in screen.shown()
    assert "Traceback" not in screen.shown()
    assert kept() == [{"current": ["product-ops/specialist"]}]


def test_the_terminal_is_left_in_order() -> None:
    """After the end the shell has its terminal as it was."""
    shell = Screen("--norc", "--noprofile", "-i", program="bash")
    start(shell)
    assert not shell.in_order
    os.killpg(os.tcgetpgrp(shell.child.child_fd), signal.SIGTERM)
    shell.wait("停下了$")  # only then does the shell read again
    shell.child.sendline("stty -a; echo fini''shed")
    shell.wait("finished")
    assert "-icanon" not in shell.shown()
    assert "-echo " not in " ".join(shell.display)
    shell.child.close(force=True)


def test_a_window_that_is_closed(screen: Screen) -> None:
    """A window that is closed over the questions loses no answer."""
    screen.child.kill(signal.SIGHUP)
    assert screen.end() == 130
    assert kept() == [{"current": ["product-ops/specialist"]}]


@pytest.mark.parametrize("by_key", [True, False])
def test_put_aside(by_key: bool) -> None:
    """Put aside the program gives the terminal back, and going on draws the question again with what was typed."""
    shell = Screen("--norc", "--noprofile", "-i", program="bash")
    start(shell)
    shell.child.send("产品运营经")
    shell.wait("> 产品运营经")
    shell.child.send(CTRL_Z) if by_key else os.killpg(os.tcgetpgrp(shell.child.child_fd), signal.SIGTSTP)
    shell.wait("Stopped")
    shell.wait("--langzh$")
    shell.child.sendline("clear; stty -a; echo don''e")
    shell.wait("done")
    assert "-icanon" not in shell.shown()
    shell.child.sendline("clear; fg")
    shell.wait("你现在是什么岗位？")
    shell.wait("> 产品运营经")
    shell.child.send(f"{ENTER}{ENTER}")
    shell.wait("做了几年？")
    assert kept() == [{"current": ["product-ops/manager"]}]
    shell.child.close(force=True)


def start(shell: Screen) -> None:
    """Have a shell run the questionnaire up to its first question."""
    shell.child.sendline(f"PS1='$ '; clear; {sys.executable} -m opscareer assess --lang zh")
    shell.wait("身兼几职")
    shell.wait("[content-ops/specialist]")


def test_two_windows(screen: Screen) -> None:
    """Who begins a second questionnaire beside one is told; both go on, and neither loses an answer."""
    other = Screen("assess", "--lang", "zh")
    other.wait("另一个窗口里正在答一份问卷（答了 1 题）")
    other.wait("你现在是什么岗位？")
    other.wait("> ")
    other.child.send(f"商务专员{ENTER}{ENTER}")
    other.wait("做了几年？")
    screen.child.send(f"2{ENTER}")
    screen.wait("一共做了几年？")
    left = sorted(map(len, kept()))
    assert left == [1, 2]
    other.child.kill(signal.SIGKILL)
    screen.child.kill(signal.SIGKILL)
    other.child.wait()
    screen.child.wait()
    again = Screen("assess", "--lang", "zh")
    again.wait("接着答吗？")
    assert "另一个窗口" not in again.shown()
    again.child.close(force=True)
    other.child.close(force=True)
