"""A job ad as it was understood: every inference with the words of the ad that it rests on."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Education = Literal["any", "secondary", "college", "bachelor", "master"]
"""What an ad asks at the least, in the order of what it takes."""


class Mention(NamedTuple):
    """Words of an ad: what they say, cleaned, and where they stand in the text as it was given (the end excluded)."""

    text: str
    start: int
    end: int


class Conditions(NamedTuple):
    """Years of work at the least, and the lowest education that is enough; None where the ad does not say."""

    years: int | None
    education: Education | None


NO_CONDITIONS = Conditions(None, None)


class Asked(NamedTuple):
    """A skill that an ad asks: a level (1-5), the words that ask it, and whether it is only wished for."""

    skill: str
    level: int
    mentions: tuple[Mention, ...]
    wish: bool


def likeliest(shares: Mapping[str, float]) -> str:
    """Return the id with the largest share; of equal ones the first, as of rungs the lowest."""
    return max(shares, key=lambda id_: shares[id_])


class Said(NamedTuple):
    """Words of an ad that speak for what it is for: whose own they are, and what they say for each id.

    says: a logarithm of odds.
    """

    mention: Mention
    own: tuple[str, ...]
    says: Mapping[str, float]


class Guess(NamedTuple):
    """Shares (0-1, adding up to 1) of what an ad may be for, and what speaks for it: its words, and else its title.

    told: what is told of the ad, where that follows from something else than these shares.
    """

    shares: Mapping[str, float]
    said: tuple[Said, ...]
    lean: Mapping[str, float]
    told: str = ""

    @property
    def best(self) -> str:
        """What is told of the ad: the likeliest, where nothing else is."""
        return self.told or likeliest(self.shares)

    @property
    def cues(self) -> tuple[Mention, ...]:
        """The words that speak for the best, the strongest first."""
        best = self.best
        own = (said for said in self.said if best in said.own and said.says[best] > 0)
        return tuple(said.mention for said in sorted(own, key=lambda said: (-said.says[best], said.mention.start)))

    @property
    def sure(self) -> float:
        """How much speaks for the best, as a logarithm of odds."""
        best = self.best
        own = (said.says[best] for said in self.said if best in said.own)
        return sum(says for says in own if says > 0) + self.lean.get(best, 0.0)


class Match(NamedTuple):
    """What an ad is for (positions with their shares of 1, the likeliest first), and what it asks.

    role and rung are those of the first position. unknown: what it asks and the knowledge base does not know; foreign:
    nothing in it speaks for any of its roles.
    """

    positions: tuple[tuple[str, float], ...]
    role: Guess
    rung: Guess
    asked: tuple[Asked, ...]
    conditions: Conditions
    unknown: tuple[Mention, ...]
    foreign: bool

    @property
    def comparable(self) -> bool:
        """Whether somebody can be held against it: it is of this trade, and more than one word of a skill was read."""
        return not self.foreign and sum(len(one.mentions) for one in self.asked) > 1
