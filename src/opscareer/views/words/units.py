"""Numbers as people read them: shares, points of fit, stretches of time."""

from opscareer.model.rules import YEAR
from opscareer.text import Text


def percent(share: float) -> str:
    """Return a share of 1 as a whole percentage, rounded down: what is not reached is never shown as reached."""
    return f"{int(100 * share + 1e-9)}%"


def points(share: float) -> str:
    """Return a gain of fit in points of a hundred."""
    return f"+{100 * share:.1f}"


def months_text(months: float) -> Text:
    """Return a stretch of time as people say it: in months, from a year on in years and months."""
    years, rest = divmod(round(months, 1), YEAR)
    if not years:
        return Text(f"{rest:g} 个月", f"{rest:g} month{'' if rest == 1 else 's'}")
    zh = f"{years:g} 年" + (f" {rest:g} 个月" if rest else "")
    en = f"{years:g} year{'' if years == 1 else 's'}" + (f" {rest:g} month{'' if rest == 1 else 's'}" if rest else "")
    return Text(zh, en)


def rise_text(start: int | str, end: int) -> str:
    """Return the level there is and the level to come; without a blank, so that no line is broken between them."""
    return f"{start}>{end}"
