import pytest

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
