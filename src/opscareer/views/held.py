"""A job ad that a person is held against: how they fit to what it asks, and what they lack for it."""

from collections.abc import Mapping
from typing import Literal

from opscareer.advice import Situation
from opscareer.advice.ad_conditions import Unmet
from opscareer.advice.ad_fit import fit_to_ad
from opscareer.advice.fit import answered_of
from opscareer.advice.prospect import Prospect
from opscareer.model.ad import Match
from opscareer.model.kb import KnowledgeBase
from opscareer.model.shares import fit_text
from opscareer.model.step import Unwanted, Verdict
from opscareer.model.stretches import years_text
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.gaps import GapView, gap_views
from opscareer.views.match import MatchView, match_view
from opscareer.views.values import OnPages, PositionId, Share


@dataclass(frozen=True)
class UnmetView:
    """A condition of an ad that a person does not meet: years, or the id of a degree; both also as they are told.

    at_least: these years are those in the present post, and those in the trade are not known; far: it is missed by more
    than half.
    """

    condition: Literal["years", "education"]
    asked: int | str
    have: float | str
    at_least: bool
    far: bool
    asked_told: OnPages[Text]
    have_told: OnPages[Text]


@dataclass(frozen=True)
class UsualView:
    """What the position of an ad usually asks, where the ad names little of that: how near a person is to it."""

    position: PositionId
    fit: Share
    verdict: Verdict
    title: OnPages[Text]
    fit_told: OnPages[str]


@dataclass(frozen=True)
class HeldView(MatchView):
    """An ad and how a person fits to it; all null where too little was read in it to say.

    usual: null where the ad itself names enough; answered: how much of what it asks was told; unwanted: why the person
    does not want its position, null where they may or it is not clear; falls: by how many levels that is below theirs.
    """

    fit: Share | None
    verdict: Verdict | None
    gaps: tuple[GapView, ...] | None
    conditions_unmet: tuple[UnmetView, ...] | None
    usual: UsualView | None
    unwanted: Unwanted | None
    answered: OnPages[Share] = 0.0
    falls: OnPages[int] = 0

    @property
    def gaps_tell(self) -> bool:
        """Whether its gaps say how near the person is: none in an ad that names little do not."""
        return bool(self.gaps) or self.usual is None

    @property
    def short_of(self) -> tuple[str, ...]:
        """Which of its conditions the person does not meet: years, at-least (of years), education."""
        return tuple("at-least" if one.at_least else one.condition for one in self.conditions_unmet or ())

    @property
    def far(self) -> bool:
        """Whether a condition is known to be missed by far."""
        return any(one.far and not one.at_least for one in self.conditions_unmet or ())

    @property
    def away(self) -> Unwanted | None:
        """Why it is for a post that the person does not want; None where they may."""
        return self.unwanted

    @property
    def near(self) -> tuple[float, Verdict] | None:
        """The fit (0-1) of the person to it, and how near that is; None where nobody can be held against it."""
        return None if self.fit is None or self.verdict is None else (self.fit, self.verdict)

    @property
    def near_told(self) -> str:
        """The fit as it is told: a band where little of what it asks was answered; ? where nobody can be held to it."""
        return "?" if self.fit is None else fit_text(self.fit, self.answered)

    @property
    def untold(self) -> bool:
        """Whether nothing of what it asks was answered."""
        return self.fit is not None and not self.answered


def held_view(
    kb: KnowledgeBase, situation: Situation, names: Mapping[str, Text], found: Match, ad: str | None = None
) -> HeldView:
    """Return an ad as it is told to a person; `names` are those of skills and positions, `ad` its own among several."""
    told = vars(match_view(names, found, ad))
    likeliest = found.positions[0]
    fit = fit_to_ad(kb, found.asked, situation, found.conditions, likeliest) if found.comparable else None
    if fit is None:
        return HeldView(**told, fit=None, verdict=None, gaps=None, conditions_unmet=None, usual=None, unwanted=None)
    gaps, unmet = gap_views(kb, situation.profile, fit.gaps), tuple(_unmet(kb, one) for one in fit.unmet)
    usual = _usual(kb, situation, names, fit.usual) if fit.usual else None
    return HeldView(
        **told,
        fit=fit.fit,
        verdict=fit.verdict,
        gaps=gaps,
        conditions_unmet=unmet,
        usual=usual,
        unwanted=fit.unwanted,
        answered=fit.answered,
        falls=fit.falls,
    )


def _usual(kb: KnowledgeBase, situation: Situation, names: Mapping[str, Text], position: Prospect) -> UsualView:
    told = fit_text(position.fit, answered_of(kb, situation.profile, position.position))
    return UsualView(position.position, position.fit, position.own_verdict, names[position.position], told)


def _unmet(kb: KnowledgeBase, one: Unmet) -> UnmetView:
    degrees = kb.questions["education"].labels
    asked = degrees[one.asked] if isinstance(one.asked, str) else years_text(one.asked)
    have = degrees[one.have] if isinstance(one.have, str) else Text(f"{one.have:g}", f"{one.have:g}")
    return UnmetView(one.condition, one.asked, one.have, one.at_least, one.far, asked, have)
