"""A job ad that a person is held against: how they fit to what it asks, and what they lack for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from opscareer.advice import Situation
from opscareer.advice.ad_fit import fit_to_ad
from opscareer.model.ad import Match
from opscareer.model.kb import KnowledgeBase
from opscareer.model.step import Verdict
from opscareer.text import Text
from opscareer.views.gaps import GapView, gap_views
from opscareer.views.match import MatchView, match_view
from opscareer.views.values import Share


@dataclass(frozen=True)
class HeldView(MatchView):
    """An ad and how a person fits to it; all null where too little was read in it to say."""

    fit: Share | None
    verdict: Verdict | None
    gaps: tuple[GapView, ...] | None

    @property
    def near(self) -> tuple[float, Verdict] | None:
        """The fit (0-1) of the person to it, and how near that is; None where nobody can be held against it."""
        return None if self.fit is None or self.verdict is None else (self.fit, self.verdict)


def held_view(
    kb: KnowledgeBase, situation: Situation, names: Mapping[str, Text], found: Match, ad: str | None = None
) -> HeldView:
    """Return an ad as it is told to a person; `names` are those of skills and positions, `ad` its own among several."""
    told = vars(match_view(names, found, ad))
    fit = fit_to_ad(kb, found.asked, situation) if found.comparable else None
    if fit is None:
        return HeldView(**told, fit=None, verdict=None, gaps=None)
    return HeldView(**told, fit=fit.fit, verdict=fit.verdict, gaps=gap_views(kb, situation.profile, fit.gaps))
