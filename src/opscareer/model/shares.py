"""Shares of one as people read them: whole percentages, and bands where too little was told for a figure."""

MOSTLY = 0.5
"""The share of a position's weight that has to be told, else its fit is shown as a band."""
_ERROR = 0.15
"""How far the fit lies from the one with all answers, times the share that is estimated: within it for two in three
people (the panel, answers left out at random: .06 with 3 in 10 estimated, .09 with half, .17 with 9 in 10)."""


def percent(share: float) -> str:
    """Return a share of 1 as a whole percentage, rounded down: what is not reached is never shown as reached."""
    return f"{int(100 * share + 1e-9)}%"


def fit_text(fit: float, answered: float) -> str:
    """Return a fit (0-1) as a percentage; as a band where less than half of what it rests on was told."""
    return percent(fit) if answered >= MOSTLY else "{}-{}%".format(*band(fit, answered))


def band(fit: float, answered: float) -> tuple[int, int]:
    """Return between which percentages, in steps of five, a fit lies that rests on few answers."""
    error = _ERROR * (1 - answered)
    low, high = (5 * round(20 * min(1.0, max(0.0, edge))) for edge in (fit - error, fit + error))
    return low, high
