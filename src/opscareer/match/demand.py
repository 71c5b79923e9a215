"""How often ads ask for what, per role and rung: counted one ad after another, so that any number fits in memory."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Match
from opscareer.model.demand import Row


@dataclass
class _Counts:
    """What the ads of one role and rung ask."""

    ads: int = 0
    skills: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    education: Counter[str] = field(default_factory=Counter)

    def add(self, match: Match) -> None:
        self.ads += 1
        self.skills.update(one.skill for one in match.asked)
        if match.conditions.years is not None:
            self.years[match.conditions.years] += 1
        if match.conditions.education is not None:
            self.education[match.conditions.education] += 1


@dataclass
class Demand:
    """Ads counted so far: by role and rung; `foreign` are those that are for no role of the knowledge base."""

    ads: int = 0
    foreign: int = 0
    _counts: dict[tuple[str, str], _Counts] = field(default_factory=dict)

    def add(self, matcher: Matcher, texts: Iterable[str]) -> None:
        """Count some more ads."""
        for text in texts:
            match = matcher.match(read(text))
            self.ads += 1
            if match.foreign:
                self.foreign += 1
            else:
                self._counts.setdefault((match.role.best, match.rung.best), _Counts()).add(match)

    def rows(self) -> Iterator[Row]:
        """Yield what was counted, the commonest role and rung first."""
        for (role, rung), counts in sorted(self._counts.items(), key=lambda item: (-item[1].ads, item[0])):
            yield Row(
                role=role,
                rung=rung,
                ads=counts.ads,
                skills=tuple(sorted(counts.skills.items(), key=lambda item: (-item[1], item[0]))),
                years=tuple(sorted(counts.years.items())),
                education=tuple(sorted(counts.education.items(), key=lambda item: (-item[1], item[0]))),
            )
