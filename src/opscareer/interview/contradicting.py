"""What two answers cannot both be. Each is valid by itself, so that neither is refused where it stands alone."""

from opscareer.interview.answers import Answers
from opscareer.text import NOTHING, Text

OF_YEARS = ("years", "years_total")
ROUNDED = 0.5
"""Years within which people round as they like."""
_LONGER = Text(
    "在这一级做了 {level} 年，在这一行一共却只有 {total} 年，对不上：改其中一个。",
    "Years at this level: {level}, but in the trade: {total}. One of them must be wrong.",
)


def contradiction(answers: Answers) -> Text:
    """Return what does not go together: longer at one's level than in the trade. Nothing where all does."""
    level, total = (answers.get(question) for question in OF_YEARS)
    if not isinstance(level, int | float) or not isinstance(total, int | float) or level <= total + ROUNDED:
        return NOTHING
    return _LONGER.fill(level=f"{level:g}", total=f"{total:g}")
