"""A job ad as it was understood: every inference with the words of the ad that it rests on."""

from collections.abc import Mapping
from typing import NamedTuple


class Mention(NamedTuple):
    """Words of an ad: what they say, cleaned, and where they stand in the text as it was given (the end excluded)."""

    text: str
    start: int
    end: int


class Conditions(NamedTuple):
    """Years of work at the least, and the lowest education that is enough; None where the ad does not say.

    Education is `any`, `secondary`, `college`, `bachelor` or `master`.
    """

    years: int | None
    education: str | None


class Asked(NamedTuple):
    """A skill that an ad asks: a level (1-5), the words that ask it, and whether it is only wished for."""

    skill: str
    level: int
    mentions: tuple[Mention, ...]
    wish: bool


def likeliest(shares: Mapping[str, float]) -> str:
    """Return the id with the largest share; of equal ones the first by id."""
    return min(shares, key=lambda id_: (-shares[id_], id_))


class Guess(NamedTuple):
    """Shares (0-1, adding up to 1) of what an ad may be for, and for the likeliest the words that spoke for it.

    sure: how much those words say for it, as a logarithm of odds.
    """

    shares: Mapping[str, float]
    cues: tuple[Mention, ...]
    sure: float

    @property
    def best(self) -> str:
        """The likeliest; of equal ones the first by id."""
        return likeliest(self.shares)


class Match(NamedTuple):
    """What an ad is for (positions with their shares of 1, the likeliest first), and what it asks.

    unknown: what it asks and the knowledge base does not know; foreign: nothing in it speaks for any of its roles.
    """

    positions: tuple[tuple[str, float], ...]
    role: Guess
    rung: Guess
    asked: tuple[Asked, ...]
    conditions: Conditions
    unknown: tuple[Mention, ...]
    foreign: bool
