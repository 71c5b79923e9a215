"""A job ad that a person is held against: how they fit to what it asks, and what they lack for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from opscareer.advice import Situation
from opscareer.advice.ad_conditions import Unmet
from opscareer.advice.ad_fit import fit_to_ad
from opscareer.model.ad import Match
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import Verdict
from opscareer.text import Text
from opscareer.views.gaps import GapView, gap_views
from opscareer.views.match import MatchView, match_view
from opscareer.views.values import OnPages, Share


@dataclass(frozen=True)
class UnmetView:
    """A condition of an ad that a person does not meet: years, or the id of a degree; both also in words."""

    condition: Literal["years", "education"]
    asked: int | str
    have: float | str
    asked_told: OnPages[Text]
    have_told: OnPages[Text]


@dataclass(frozen=True)
class HeldView(MatchView):
    """An ad and how a person fits to it; all null where too little was read in it to say."""

    fit: Share | None
    verdict: Verdict | None
    gaps: tuple[GapView, ...] | None
    conditions_unmet: tuple[UnmetView, ...] | None

    @property
    def short_of(self) -> tuple[str, ...]:
        """Which of its conditions the person does not meet: years, education."""
        return tuple(one.condition for one in self.conditions_unmet or ())

    @property
    def near(self) -> tuple[float, Verdict] | None:
        """The fit (0-1) of the person to it, and how near that is; None where nobody can be held against it."""
        return None if self.fit is None or self.verdict is None else (self.fit, self.verdict)


def held_view(
    kb: KnowledgeBase, situation: Situation, names: Mapping[str, Text], found: Match, ad: str | None = None
) -> HeldView:
    """Return an ad as it is told to a person; `names` are those of skills and positions, `ad` its own among several."""
    told = vars(match_view(names, found, ad))
    fit = fit_to_ad(kb, found.asked, situation, found.conditions) if found.comparable else None
    if fit is None:
        return HeldView(**told, fit=None, verdict=None, gaps=None, conditions_unmet=None)
    gaps, unmet = gap_views(kb, situation.profile, fit.gaps), tuple(_unmet(kb, one) for one in fit.unmet)
    return HeldView(**told, fit=fit.fit, verdict=fit.verdict, gaps=gaps, conditions_unmet=unmet)


def _unmet(kb: KnowledgeBase, one: Unmet) -> UnmetView:
    return UnmetView(one.condition, one.asked, one.have, _worth(kb, one.asked), _worth(kb, one.have))


def _worth(kb: KnowledgeBase, told: float | str) -> Text:
    """Return years, or a degree, in words."""
    return kb.questions["education"].labels[told] if isinstance(told, str) else Text(f"{told:g}", f"{told:g}")
