"""Level texts that name a longer time than their months: nobody has done for a year what is reached in four months."""

import re
from collections.abc import Iterator

from opscareer.errors import Fault
from opscareer.knowledge.shapes.kb import KbShape
from opscareer.knowledge.trail import located
from opscareer.text import Text
from opscareer.written.yaml_nodes import Node

_LONGER = Text(
    "说的是 {told} 个月的事，这一级却只给 {months} 个月", "tells of {told} months, yet the level is reached in {months}"
)
_HINT = Text("改写这一级，或在 months 里给够时间", "write the level otherwise, or give it the time under months")
_DIGITS = dict(zip("一两二三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {"a": 1, **{word: number for number, word in enumerate(_NUMBERS, 1)}}
# A stretch that something lasted; not what was planned for (三年方向) nor what stood before (去年).
_ZH = re.compile(
    r"(?:满|连着|连续|用了|做了|管了|带了|过了|跑了|整整)\s?(?:了)?"
    r"(?P<n>[一两二三四五六七八九十]|\d{1,2})?(?P<half>半)?\s?(?P<unit>个?季度|个?月|年|个?财年)"
)
_EN = re.compile(
    r"\b(?:for|over|through) (?:at least )?(?:a |an |the )?(?:full |whole |entire )?"
    r"(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})? ?(?P<half>half(?: a)?[ -])?"
    r"(?P<unit>quarter|month|year)s?\b(?! later| ahead| ago)"
)
_MONTHS = {"季度": 3, "月": 1, "年": 12, "quarter": 3, "month": 1, "year": 12}


def levels_fit_their_months(root: Node, shape: KbShape) -> Iterator[Fault]:
    """Warn where a level's text names a stretch of time longer than the step to it."""
    for index, skill in enumerate(shape.skills):
        for level, months in {**shape.months, **skill.months}.items():
            text = skill.levels[level]
            for lang, said, pattern in (("zh", text.zh, _ZH), ("en", text.en, _EN)):
                told = max((_months(found) for found in pattern.finditer(said)), default=0.0)
                if told > months:
                    message = _LONGER.fill(told=f"{told:g}", months=f"{months:g}")
                    path = ("skills", index, "levels", level, lang)
                    yield located(root, path, message, _HINT)._replace(severity="warning")


def _months(found: re.Match[str]) -> float:
    """Return a stretch of time in months."""
    number = found["n"] or ("" if found["half"] else "1")
    count = float(number) if number.isdigit() else float(_DIGITS.get(number, _WORDS.get(number, 0)))
    unit = next(months for name, months in _MONTHS.items() if found["unit"].endswith(name))
    return unit * (count + (0.5 if found["half"] else 0.0))
