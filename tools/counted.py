"""What ads of two periods ask of each role and of each rung of it, counted as `opscareer demand` does.

An ad of 高级 or 专家 counts for that rung only where nobody says that it leads people. Ads of directors and above count
for no role: what they ask stands in no table of a line that ends below them. Where the catalogue of before had no role
for a title (运营专员), it counts for the role that the title names.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ads import NEW, OLD, Ad, ads_in, told_once

from opscareer.knowledge import open_kb
from opscareer.match.demand import Demand, Posting
from opscareer.match.match import Matcher
from opscareer.model.demand import Row
from opscareer.model.lexicon import Lexicon
from opscareer.model.role import FEW_ADS
from opscareer.model.titles import read_title

LEADS = "manager"
HEADS = ("director", "vp", "chief")
CRAFT = ("senior", "expert")


class Share(NamedTuple):
    """How many of how many ads of which years ask for something."""

    share: float
    ads: int
    years: str

    @property
    def source(self) -> str:
        """The count as a source."""
        return f"ads:{self.share:.2f}/{self.ads}/{self.years}"

    @property
    def few(self) -> bool:
        """Whether it was counted in so few ads that it says little."""
        return self.ads < FEW_ADS


class Period:
    """What the ads of some years ask, by role, and by role and rung."""

    def __init__(self, years: str, ads: Sequence[Ad], lexicon: Lexicon) -> None:
        demand = Demand(Matcher(lexicon))
        demand.add(told for told in (posting(ad, lexicon) for ad in ads) if told.role and told.rung not in HEADS)
        counted = demand.counted()
        self.years = years
        self.roles = {row.role: row for row in counted.roles}
        self.rungs = {(row.role, row.rung): row for row in counted.table}

    def share(self, role: str, skill: str, rung: str = "") -> Share | None:
        """Return how many ads of a role (and rung) ask for a skill, None where there are no ads of it."""
        row = self.rungs.get((role, rung)) if rung else self.roles.get(role)
        return Share(share_of(row, skill), row.ads, self.years) if row else None

    def elsewhere(self, role: str, skill: str) -> float:
        """Return the share (0-1) of the ads of all other roles that ask for a skill."""
        others = [row for id_, row in self.roles.items() if id_ != role]
        return sum(share_of(row, skill) * row.ads for row in others) / sum(row.ads for row in others)


def periods(files: Iterable[Path]) -> list[Period]:
    """Return what the ads of some files ask, the newer years first."""
    lexicon = open_kb(None).lexicon()
    ads = told_ads(files, lexicon)
    return [Period(years, [ad for ad in ads if ad.years == years], lexicon) for years in (NEW, OLD)]


def told_ads(files: Iterable[Path], lexicon: Lexicon) -> list[Ad]:
    """Return the ads of some files, each once."""
    return told_once(ads_in(files, {*lexicon.lines}, lexicon.titles))


def share_of(row: Row, skill: str) -> float:
    """Return the share (0-1) of the ads of a row that ask for a skill."""
    return next((share for id_, _, share in row.skills if id_ == skill), 0.0)


def posting(ad: Ad, lexicon: Lexicon) -> Posting:
    """Return an ad as it is counted: where readers name several roles, for the likeliest by what it says.

    The rule on titles of before knew no experts and took 主编 for a director.
    """
    if ad.by_reader:
        rung = "" if ad.leads and ad.rung in CRAFT else ad.rung
        return Posting(ad.text, ad.title, ad.company, "|".join(ad.roles), rung)
    named = read_title(lexicon.titles, ad.title).positions
    role, _, rung = named[0][0].partition("/") if named else ("", "", "")
    told = ad.rung if not named or ad.rung not in (*CRAFT, *HEADS) else rung
    return Posting(ad.text, ad.title, ad.company, ad.roles[0] if ad.roles else role, told)
