"""Numbers as people read them: shares, points of fit, stretches of time."""

from opscareer.model.shares import MOSTLY as MOSTLY
from opscareer.model.shares import band as band
from opscareer.model.shares import fit_text as fit_text
from opscareer.model.shares import percent as percent
from opscareer.text import Text

UNKNOWN, UNTRIED = Text("不知道", "unknown"), Text("还没有过机会", "no opportunity yet")
"""Levels that are none, in words."""
APART = "\N{NO-BREAK SPACE}>\N{NO-BREAK SPACE}"
"""Between two levels where there is room; no line is broken there."""


def points(share: float) -> str:
    """Return a gain of fit in points of a hundred."""
    return f"+{100 * share:.1f}"


def rise_text(start: int | str, end: int) -> str:
    """Return the level there is and the level to come; without a blank, so that no line is broken between them."""
    return f"{start}>{end}"


def have_text(have: int | None, *, untried: bool = False) -> str:
    """Return the level that a person has: ? where it was not answered, - where there was no opportunity yet."""
    return str(have) if have is not None else "-" if untried else "?"
