import pytest
from calling import Call

from opscareer.cli import environment


@pytest.mark.parametrize(
    ("surroundings", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW.UTF-8", "LANG": "C"}, "zh"),
        ({"OPSCAREER_LANG": "zh", "LC_ALL": "C"}, "zh"),
        ({"OPSCAREER_LANG": "ZH", "LANG": "C"}, "zh"),
        ({"OPSCAREER_LANG": "En", "LANG": "zh_CN"}, "en"),
        ({"OPSCAREER_LANG": "zh-CN", "LANG": "C"}, "zh"),
        ({"OPSCAREER_LANG": "english", "LANG": "zh_CN"}, "zh"),
        ({"OPSCAREER_LANG": "fr", "LANG": "zh_CN"}, "zh"),
    ],
)
def test_language(monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], lang: str) -> None:
    """The language is the program's own variable, else that of the locale by its usual order, else English."""
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert environment.language() == lang


@pytest.mark.parametrize(
    ("value", "locale", "said"),
    [
        (
            "fr",
            "C",
            'opscareer: OPSCAREER_LANG is "fr": zh or en is expected. This time it is English, as the locale has it',
        ),
        ("chinese", "zh_CN", "opscareer: 环境变量 OPSCAREER_LANG 是“chinese”：要写 zh 或 en。这次照系统的语言，用中文"),
        (" en_GB ", "zh_CN", ""),
        (" ", "C", ""),
    ],
)
def test_no_language(call: Call, monkeypatch: pytest.MonkeyPatch, value: str, locale: str, said: str) -> None:
    """A value of the program's own variable that names no language is told once, with those there are."""
    monkeypatch.setenv("OPSCAREER_LANG", value)
    monkeypatch.setenv("LANG", locale)
    done = call("roles")
    assert (done.code, done.err.strip()) == (0, said)
    assert call("roles --lang en").err == ""
    assert call("roles --json").err == ""


def test_no_language_in_an_error(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a command is refused too, each is told once."""
    monkeypatch.setenv("OPSCAREER_LANG", "\x1b[31mfr")
    said = call("role nothing-of-the-kind").err
    assert said.count('OPSCAREER_LANG is "fr"') == 1
    assert "nothing-of-the-kind" in said


@pytest.mark.parametrize(("told", "columns"), [("10", 20), ("72", 72), ("300", 100), ("", 80)])
def test_columns(monkeypatch: pytest.MonkeyPatch, told: str, columns: int) -> None:
    """Pages are as wide as the terminal, at least 20 and at most 100 columns; 80 where there is none."""
    monkeypatch.setenv("COLUMNS", told)
    assert environment.columns() == columns


@pytest.mark.parametrize(
    ("name", "value", "plain"),
    [("OPSCAREER_PLAIN", "1", True), ("TERM", "dumb", True), ("TERM", "unknown", True), ("TERM", "xterm", False)],
)
def test_plain_wanted(monkeypatch: pytest.MonkeyPatch, name: str, value: str, plain: bool) -> None:
    """Plain prompts are for those who ask for them, and for terminals that can show no others."""
    monkeypatch.setenv(name, value)
    assert environment.plain_wanted() is plain
