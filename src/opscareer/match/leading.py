"""How far an ad asks to lead: by the number of people it tells, as the words for leading say that alone."""

import re
from collections.abc import Iterable, Iterator

_CHINESE = "一两二三四五六七八九十"
_ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_N = rf"(?<![\d.])(\d{{1,3}}|[{_CHINESE}]{{1,3}}|(?:{'|'.join(_ENGLISH)})\b)"
_TO = rf"(?: ?(?:[-~—–至到]|to) ?(?:\d{{1,3}}|[{_CHINESE}]{{1,3}}))?"
_MANY = rf"{_N}{_TO}[余多来几+]? ?[个名位]?"
_LED = (
    rf"{_MANY}人\+?(?:及?以上|左右)?(?:规模)?的?[^,;。\d]{{0,6}}(?:团队|小组|队伍|部门|下属|组)",
    rf"(?:带|管理|领导|下属|手下|团队规模)[^,;。\d]{{0,8}}?{_MANY}(?:人(?!次|民|群)|下属|实习生)",
    rf"(?:team|group) of (?:(?:at least|about|around|up to|over) )?{_N}",
    rf"{_N}{_TO}\+? (?:direct )?(?:reports\b|subordinates)",
    rf"{_N}{_TO}\+?[- ]person team",
)
_ANY = tuple(map(re.compile, _LED))
_FIGURES = {word: n for n, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_LEVELS = ((10, 4), (3, 3), (1, 2))
"""From how many people on which level: ten are led through others, three report to somebody, two do a job together."""


def level_led(texts: Iterable[str]) -> int:
    """Return the level (of five) that the most people tell whom one of some clauses has one lead; 0 where none does."""
    most = max((led for text in texts for led in _led(text)), default=0)
    return next((level for least, level in _LEVELS if most >= least), 0)


def _led(text: str) -> Iterator[int]:
    """Yield how many people a text has one lead, of a range the fewest."""
    for pattern in _ANY:
        for found in pattern.finditer(text):
            yield _number(found[1])


def _number(told: str) -> int:
    """Return a number in figures or in words: 12, 十二, twelve; of 两三 the first."""
    if told.isdecimal():
        return int(told)
    tens, ten, ones = told.partition("十")
    if ten:
        return _FIGURES.get(tens, 1) * 10 + _FIGURES.get(ones, 0)
    return _ENGLISH.get(told) or _FIGURES[told[0]]
