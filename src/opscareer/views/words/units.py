"""Numbers as people read them: shares, points of fit, stretches of time."""

MOSTLY = 0.5
"""The share of a position's weight that has to be told, else its fit is shown as a band."""
APART = "\N{NO-BREAK SPACE}>\N{NO-BREAK SPACE}"
"""Between two levels where there is room; no line is broken there."""
_ERROR = 0.15
"""How far the fit lies from the one with all answers, times the share that is estimated: within it for two in three
people (the panel, answers left out at random: .06 with 3 in 10 estimated, .09 with half, .17 with 9 in 10)."""


def percent(share: float) -> str:
    """Return a share of 1 as a whole percentage, rounded down: what is not reached is never shown as reached."""
    return f"{int(100 * share + 1e-9)}%"


def points(share: float) -> str:
    """Return a gain of fit in points of a hundred."""
    return f"+{100 * share:.1f}"


def rise_text(start: int | str, end: int) -> str:
    """Return the level there is and the level to come; without a blank, so that no line is broken between them."""
    return f"{start}>{end}"


def fit_text(fit: float, answered: float) -> str:
    """Return a fit (0-1) as a percentage; as a band where less than half of what it rests on was told."""
    return percent(fit) if answered >= MOSTLY else "{}-{}%".format(*band(fit, answered))


def band(fit: float, answered: float) -> tuple[int, int]:
    """Return between which percentages, in steps of five, a fit lies that rests on few answers."""
    error = _ERROR * (1 - answered)
    low, high = (5 * round(20 * min(1.0, max(0.0, edge))) for edge in (fit - error, fit + error))
    return low, high


def have_text(have: int | None, *, untried: bool = False) -> str:
    """Return the level that a person has: ? where it was not answered, - where there was no opportunity yet."""
    return str(have) if have is not None else "-" if untried else "?"
