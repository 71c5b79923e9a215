"""Stretches of time as people say them."""

from math import ceil

from opscareer.model.rules import YEAR
from opscareer.text import Text


def years_text(years: float) -> Text:
    """Return a number of years in words."""
    return Text(f"{years:g} 年", f"{years:g} year{'' if years == 1 else 's'}")


def months_text(months: float) -> Text:
    """Return a stretch of time as people say it: in months, from a year on in years and months.

    A month begun counts as one: nobody is told to be through before they are.
    """
    years, rest = divmod(ceil(round(months, 1)), YEAR)
    if not years:
        return Text(f"{rest:g} 个月", f"{rest:g} month{'' if rest == 1 else 's'}")
    zh = f"{years:g} 年" + (f" {rest:g} 个月" if rest else "")
    en = f"{years:g} year{'' if years == 1 else 's'}" + (f" {rest:g} month{'' if rest == 1 else 's'}" if rest else "")
    return Text(zh, en)


_NUMBERS = (
    Text("两", "two"),
    Text("三", "three"),
    Text("四", "four"),
    Text("五", "five"),
    Text("六", "six"),
    Text("七", "seven"),
    Text("八", "eight"),
)
_LEVELS = Text("{n}级", "{n} levels")


def levels_text(n: int) -> Text:
    """Return two levels or more of a ladder in words."""
    return _LEVELS.fill(n=_NUMBERS[n - 2] if n - 2 < len(_NUMBERS) else Text(f" {n} ", f"{n}"))
