"""How often ads ask for what, per role and rung: counted one ad after another, so that any number fits in memory."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum, sqrt
from typing import NamedTuple

from opscareer.match.match import SURE, Matcher
from opscareer.match.reading import read
from opscareer.model.ad import Match
from opscareer.model.demand import Counted, Row

_COMPANIES = 10_000  # that are told apart in one row; the ads of others count as if each had its own
_UNKNOWN = 1000  # words that are no id


class Posting(NamedTuple):
    """An ad with what is told of it: its title, whose it is, and which role and rung it is for."""

    text: str
    title: str = ""
    company: str = ""
    role: str = ""
    rung: str = ""


@dataclass
class _Company:
    """How many ads of a company there are, and how many of them ask for each skill."""

    ads: int = 0
    skills: Counter[str] = field(default_factory=Counter)


@dataclass
class _Counts:
    """What the ads of one role (and rung) ask."""

    ads: int = 0
    skills: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    education: Counter[str] = field(default_factory=Counter)
    companies: dict[str, _Company] = field(default_factory=dict)
    alone: _Company = field(default_factory=_Company)

    def add(self, match: Match, skills: frozenset[str], company: str) -> None:
        self.ads += 1
        self.skills.update(skills)
        room = company and (company in self.companies or len(self.companies) < _COMPANIES)
        whose = self.companies.setdefault(company, _Company()) if room else self.alone
        whose.ads += 1
        whose.skills.update(skills)
        if match.conditions.years is not None:
            self.years[match.conditions.years] += 1
        if match.conditions.education is not None:
            self.education[match.conditions.education] += 1

    def row(self, role: str, rung: str) -> Row:
        """Return the counts; a company's ads count as the root of their number, so that no company decides."""
        told = [(float(self.alone.ads), self.alone), *((sqrt(one.ads), one) for one in self.companies.values())]
        whole = fsum(weight for weight, _ in told)
        shares = {
            skill: fsum(weight * (one.skills[skill] / one.ads) for weight, one in told if skill in one.skills) / whole
            for skill in self.skills
        }
        ranked = sorted(self.skills.items(), key=lambda item: (-item[1], item[0]))
        return Row(
            role=role,
            rung=rung,
            ads=self.ads,
            skills=tuple((skill, n, shares[skill]) for skill, n in ranked),
            years=tuple(sorted(self.years.items())),
            education=tuple(sorted(self.education.items(), key=lambda item: (-item[1], item[0]))),
        )


class Demand:
    """Ads counted so far; `foreign` are those that are for no role of the knowledge base.

    unknown: what was told as a role or a rung and is the id of none, and how often; of very many the first.
    """

    def __init__(self, matcher: Matcher) -> None:
        self.ads = self.foreign = 0
        self.unknown: Counter[str] = Counter()
        self._matcher = matcher
        self._by_role: dict[str, _Counts] = {}
        self._by_rung: dict[str, _Counts] = {}
        self._by_both: dict[tuple[str, str], _Counts] = {}

    def add(self, postings: Iterable[Posting]) -> None:
        """Count some more ads: for the role and the rung that they are told to be, else for those read in them.

        Where the role is told and the rung is not, the ad counts for no rung: a rung read in what the text asks would
        be counted from what it is to explain. What a title says counts as no skill, for the same reason.
        """
        for posting in postings:
            self.ads += 1
            match = self._matcher.match(read(f"{posting.title}\n{posting.text}" if posting.title else posting.text))
            role, rung = _meant(posting, match)
            self._note(posting, match)
            self.foreign += not role
            skills = frozenset(
                one.skill for one in match.asked if any(m.start >= len(posting.title) for m in one.mentions)
            )
            for table, key in ((self._by_role, role), (self._by_rung, rung)):
                if key:
                    table.setdefault(key, _Counts()).add(match, skills, posting.company)
            if role and rung:
                self._by_both.setdefault((role, rung), _Counts()).add(match, skills, posting.company)

    def _note(self, posting: Posting, match: Match) -> None:
        """Count what is told as a role or a rung, and is none."""
        roles = [role for role in posting.role.split("|") if role and role not in match.role.shares]
        rungs = [rung for rung in (posting.rung,) if rung and rung not in match.rung.shares]
        room = len(self.unknown) < _UNKNOWN
        self.unknown.update(word for word in (*roles, *rungs) if room or word in self.unknown)

    def counted(self) -> Counted:
        """Return what was counted so far."""
        table = [counts.row(role, rung) for (role, rung), counts in self._by_both.items()]
        roles = [counts.row(role, "") for role, counts in self._by_role.items()]
        rungs = [counts.row("", rung) for rung, counts in self._by_rung.items()]
        return Counted(self.ads, self.foreign, *map(_commonest_first, (table, roles, rungs)))


def _commonest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.ads, row.role, row.rung)))


def _meant(posting: Posting, match: Match) -> tuple[str, str]:
    """Return the role and the rung that an ad is counted for, empty where none; of several roles the likeliest."""
    told = [role for role in posting.role.split("|") if role in match.role.shares]
    read = "" if match.foreign or match.role.sure < SURE else match.role.best
    role = max(told, key=lambda one: match.role.shares[one], default="") if posting.role else read
    rung = "" if posting.role or posting.rung or match.foreign else match.rung.best
    return role, posting.rung if posting.rung in match.rung.shares else rung
