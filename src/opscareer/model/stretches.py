"""Stretches of time as people say them."""

from opscareer.model.rules import YEAR
from opscareer.text import Text


def months_text(months: float) -> Text:
    """Return a stretch of time as people say it: in months, from a year on in years and months."""
    years, rest = divmod(round(months, 1), YEAR)
    if not years:
        return Text(f"{rest:g} 个月", f"{rest:g} month{'' if rest == 1 else 's'}")
    zh = f"{years:g} 年" + (f" {rest:g} 个月" if rest else "")
    en = f"{years:g} year{'' if years == 1 else 's'}" + (f" {rest:g} month{'' if rest == 1 else 's'}" if rest else "")
    return Text(zh, en)
