"""How far one is: which question it is, and about how many come after it.

What is still to come is an estimate, and it is told so that it never grows: a list that gets longer while one works at
it is why people leave. Nothing here waits, prints or reads.
"""

from dataclasses import replace

from opscareer.records import dataclass

FALL = 2
"""By so many questions at once what is still to come is told to be less: an estimate that fell too far would stand
still until the truth had caught up with it."""


@dataclass(frozen=True)
class Progress:
    """Which question it is (from 1), about how many come after it, and how sure (0-1) the advice is so far.

    confidence: None where no skill is asked yet, or what comes first is not asked for any more; filling: whether the
    question only completes the list of gaps, or all there is.
    """

    number: int
    remaining: int
    confidence: float | None = None
    filling: bool = False

    @property
    def total(self) -> int:
        """About how many questions there are in all."""
        return self.number + self.remaining


def steadied(now: Progress, before: Progress | None) -> Progress:
    """Return the progress as it is told after what was told at the question before: what is to come never grows."""
    if before is None or before.filling != now.filling:
        return now
    least = max(0, before.remaining - FALL)
    return replace(now, remaining=min(before.remaining, max(least, now.remaining)))
