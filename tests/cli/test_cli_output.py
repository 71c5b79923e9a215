import io
import re
import sys
from pathlib import Path

import pytest
from calling import AD, TEAM, Call, Save

COLOUR = r"\x1b\[(\d+;)*[39]\dm"


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
    assert re.search(COLOUR, shown(call, monkeypatch, "gap bd/manager --answers ME"))


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
    assert "\x1b[1m" in text
    assert not re.search(COLOUR, text)


def test_no_colours_in_a_pipe(call: Call) -> None:
    """What is not read on a terminal has no escapes, and the same text."""
    assert "\x1b" not in call("role bd").out


def test_a_terminal_shows_the_same_text(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours apart, a page is the same on a terminal and in a file."""
    printed = call("gap bd/manager --answers ME --lang zh").out
    coloured = shown(call, monkeypatch, "gap bd/manager --answers ME --lang zh")
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == printed.splitlines()


BARS = {*"▮▯"}


@pytest.mark.parametrize(
    "line", ["assess --answers ME", "gap bd/manager --answers ME", "plan --answers ME", "ladder bd"]
)
@pytest.mark.parametrize("way", ["option", "before", "environment"])
def test_plain_everywhere(call: Call, monkeypatch: pytest.MonkeyPatch, line: str, way: str) -> None:
    """--plain, before or after the command, and OPSCAREER_PLAIN have pages without bars, a sentence a line."""
    usual = call(f"{line} --lang zh").out
    if way == "environment":
        monkeypatch.setenv("OPSCAREER_PLAIN", "1")
    done = call(
        f"--plain {line} --lang zh" if way == "before" else f"{line} --lang zh" + " --plain" * (way == "option")
    )
    assert done.code == 0
    assert not BARS & {*done.out}
    assert len(done.out.splitlines()) <= len(usual.splitlines())


TABLES = ("roles", "skills", "demand ADS", "gap bd/manager --answers ME", "plan --answers ME", "team TEAM", "form")


@pytest.mark.parametrize("line", TABLES)
def test_the_mark_of_a_chinese_table(call: Call, save: Save, tmp_path: Path, line: str) -> None:
    """A table in Chinese for a file has the mark by which Excel knows UTF-8; one for a pipe or in English has none."""
    asked = line.replace("TEAM", str(save("team.csv", TEAM))).replace("ADS", str(save("ads.csv", f"text\n{AD!r}\n")))
    written = tmp_path / "out.csv"
    assert call(f"{asked} -o {written} --lang zh").code == 0
    assert written.read_bytes().startswith(b"\xef\xbb\xbf")
    assert written.read_bytes().count(b"\xef\xbb\xbf") == 1
    assert not call(f"{asked} --format csv --lang zh").out.startswith("\ufeff")
    assert call(f"{asked} -o {written} --force --lang en").code == 0
    assert written.read_bytes().startswith(b"\xef\xbb\xbf") is (line == "form")


def test_the_mark_of_a_table_of_people(call: Call, save: Save, tmp_path: Path) -> None:
    """So has the table of a group that goes beside its page."""
    table = tmp_path / "people.csv"
    assert call(f"team {save('team.csv', TEAM)} --people {table} --lang zh").code == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbfid,")
