import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import opscareer
from opscareer.text import Text
from opscareer.views.words.kinds import kind_name

SOURCE = Path(opscareer.__file__).parent
TWICE: dict[str, str] = {}
"""Pairs that stand in several modules, and why."""


def literals() -> Iterator[tuple[str, str, str]]:
    """Yield each text that is written out in the source: where it stands, its Chinese and its English."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                told = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                if len(told) == 2 and told[0]:
                    yield f"{file.relative_to(SOURCE)}:{node.lineno}", alike(told[0]), alike(told[1])


def alike(told: str) -> str:
    """Return a text as it is compared: apart from case, and from a colon at its end."""
    return told.strip().rstrip(":：").casefold()


@pytest.mark.uncounted
def test_one_translation() -> None:
    """What stands twice in Chinese has one English: a term is called the same on every page and in every message."""
    found = defaultdict(set)
    for _, zh, en in literals():
        found[zh].add(en)
    assert {zh: en for zh, en in found.items() if len(en) > 1} == {}


@pytest.mark.uncounted
def test_nothing_is_written_twice() -> None:
    """No text is written out twice in the source, but for a few with a reason."""
    places = defaultdict(list)
    for place, zh, en in literals():
        places[zh, en].append(place)
    twice = {zh: where for (zh, _), where in places.items() if len(where) > 1}
    assert {zh: where for zh, where in twice.items() if zh not in TWICE} == {}
    assert set(TWICE) <= set(twice)


@pytest.mark.parametrize(
    ("kind", "rise", "zh", "en"),
    [
        ("promotion", 1, "晋升", "promotion"),
        ("promotion", 3, "连升三级", "up three levels"),
        ("diagonal", 1, "换线并升一级", "up a level in another line"),
        ("diagonal", 2, "换线并连升两级", "up two levels in another line"),
        ("down", -1, "低一级", "a level lower"),
        ("down", -2, "低两级", "two levels lower"),
        ("stay", 0, "留下做实", "stay and consolidate"),
        ("entry", 0, "同样的岗位换一家", "the same post in another company"),
    ],
)
def test_how_many_levels(kind: str, rise: int, zh: str, en: str) -> None:
    """A step over several rungs is told by how many levels, in both languages."""
    assert kind_name(kind, inside=True, rise=rise) == Text(zh, en)
