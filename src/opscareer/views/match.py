"""A job ad as it was understood: every inference with the words of the ad that it rests on.

Nothing here knows of a person: whoever only reads an ad does not wait for the advice.
"""

from collections.abc import Iterable, Mapping

from opscareer.model.ad import Education, Guess, Match, Mention
from opscareer.model.step import Unwanted, Verdict
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.values import IfAsked, Natural, Need, PositionId, Share


@dataclass(frozen=True)
class MentionView:
    """Words of an ad, cleaned, and where they stand in it as it was given (the end excluded)."""

    text: str
    start: Natural
    end: Natural


@dataclass(frozen=True)
class PlaceView:
    """A position that an ad may be for."""

    id: PositionId
    title: Text
    share: Share


@dataclass(frozen=True)
class GuessView:
    """The role or the rung that an ad is for, and the words that speak for it."""

    id: str
    share: Share
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True)
class AskView:
    """A skill that an ad asks, at which level, in which words; wish: whether it is only wished for."""

    skill: str
    name: Text
    level: Need
    wish: bool
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True)
class ConditionsView:
    """What an ad asks besides; null where it does not say."""

    years: Natural | None
    education: Education | None


@dataclass(frozen=True)
class MatchView:
    """What an ad is for and asks, the likeliest position first; ad: its name, where there are several.

    foreign: nothing in it speaks for any role here; unknown: what it asks and the knowledge base does not know.
    """

    ad: IfAsked[str]
    positions: tuple[PlaceView, ...]
    foreign: bool
    role: GuessView
    rung: GuessView
    skills: tuple[AskView, ...]
    conditions: ConditionsView
    unknown: tuple[MentionView, ...]

    @property
    def short_of(self) -> tuple[str, ...]:
        """Which of its conditions a person does not meet: years, at-least (of years), education; none of nobody."""
        return ()

    @property
    def far(self) -> bool:
        """Whether a condition is known to be missed by far; none is by nobody."""
        return False

    @property
    def away(self) -> Unwanted | None:
        """Why it is for a post that a person does not want; None of nobody."""
        return None

    @property
    def near(self) -> tuple[float, Verdict] | None:
        """The fit (0-1) of a person to it, and how near that is; None of nobody."""
        return None

    @property
    def near_told(self) -> str:
        """The fit as it is told: a band where little of what it asks was answered; ? of nobody."""
        return "?"

    @property
    def untold(self) -> bool:
        """Whether nothing of what it asks was answered."""
        return False


@dataclass(frozen=True)
class MatchesView:
    """Several ads, in the order in which they were given."""

    ads: tuple[MatchView, ...]


def match_view(names: Mapping[str, Text], found: Match, ad: str | None = None) -> MatchView:
    """Return an ad as it is told; `names` are those of skills and positions, `ad` its own among several."""
    return MatchView(
        ad=ad,
        positions=tuple(PlaceView(position, names[position], share) for position, share in found.positions),
        foreign=found.foreign,
        role=_guess(found.role),
        rung=_guess(found.rung),
        skills=tuple(
            AskView(one.skill, names[one.skill], one.level, one.wish, _mentions(one.mentions)) for one in found.asked
        ),
        conditions=ConditionsView(found.conditions.years, found.conditions.education),
        unknown=_mentions(found.unknown),
    )


def _guess(guess: Guess) -> GuessView:
    return GuessView(guess.best, guess.shares[guess.best], _mentions(guess.cues))


def _mentions(mentions: Iterable[Mention]) -> tuple[MentionView, ...]:
    return tuple(MentionView(one.text, one.start, one.end) for one in mentions)
