"""Ground the knowledge base in real ads: `python tools/ground.py OLD.jsonl NEW.jsonl [--write]`.

Counts the ads of both periods as `opscareer demand` does, and tells where a weight contradicts what is counted, which
skills a position lacks that its ads ask for, and where ads ask another degree than a condition says (docs/market.md has
the rules). With --write the sources of data/roles.yaml and data/skills.yaml are set to what is counted; weights are
moved by hand. Nothing but sources is written, and the same counts write the same files.
"""

import sys
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from ads import NEW
from counted import HEADS, Period, Share, periods
from rewriting import Cell, Condition, conditions_grounded, roles_grounded, skills_grounded

from opscareer.knowledge.table import parts_of

DATA = Path(__file__).parents[1] / "data"
BOUNDS = (0.10, 0.22, 0.38, 0.58)  # of the pull: from each on a weight is one higher
ADDED = 4  # the weight from which a skill that a position lacks is told
LEAST_ADS, LEAST_SHARE = 3, 0.05  # of a share that is cited
APART = 0.15  # how far the share of a rung must lie from that of its role for a cell to cite its own
ASKED_MOST = 2  # roles that a skill cites
MOST = 5
KEPT = {  # weights that the ads counted do not settle
    ("user-ops", "product-improvement"): "of the ten five plainly are to take what users say to the product team",
    ("data-ops", "learning"): "seven of the ten are for interns",
    ("ai-ops", "proposal-writing"): "the documents that they are to write are rules for labelling",
    ("customer-service", "service-quality"): "twelve of the thirteen are for managers",
    ("customer-service", "people-development"): "twelve of the thirteen are for managers",
}
SCHOOLING = ("any", "secondary", "college", "bachelor", "master", "doctor")


class Pull(NamedTuple):
    """What tells the weight of a cell: the share, that elsewhere, and whether its ads are mostly of the cell's rung."""

    here: Share
    elsewhere: float
    own_rung: bool

    def weight(self, errors: float = 0.0) -> int:
        """Return the weight (1-5) that the count gives, the share taken so many standard errors higher."""
        share = self.here.share + errors * sqrt(self.here.share * (1 - self.here.share) / self.here.ads)
        return 1 + sum(share / 3 + share - self.elsewhere >= bound for bound in BOUNDS)

    def allowed(self) -> tuple[int, int]:
        """Return the least and the greatest weight that do not contradict the count."""
        leeway = 1 if self.own_rung else 2
        return max(1, self.weight(-1) - leeway), min(MOST, self.weight(1) + leeway)

    def __str__(self) -> str:
        return f"{self.here.source}, elsewhere {self.elsewhere:.2f}"


class Grounds:
    """What the ads say for rows, cells, conditions and skills: sources, and what tells a weight."""

    def __init__(self, counted: Sequence[Period]) -> None:
        self._periods = counted

    def row(self, role: str, skill: str) -> list[Share]:
        """Return the shares that a row cites, the newer first."""
        return _cited(period.share(role, skill) for period in self._periods)

    def cell(self, cell: Cell) -> list[Share]:
        """Return the shares that a cell cites beside those of its row: of its own rung, where they differ."""
        if cell.rung in HEADS:
            return []
        pairs = [(p.share(cell.role, cell.skill), p.share(cell.role, cell.skill, cell.rung)) for p in self._periods]
        told = [(row, own) for row, own in pairs if row and own and not own.few]
        apart = any(abs(own.share - row.share) > APART for row, own in told)
        return _cited(own for _, own in told) if apart else []

    def condition(self, asked: Condition) -> list[Share]:
        """Return the shares of ads that name a degree and ask this one or a higher; the lowest must be the very one."""
        return _cited(self._schooling(period, asked) for period in self._periods)

    def skill(self, skill: str) -> list[tuple[str, Share]]:
        """Return the roles that ask most for a skill, each with its share."""
        told = [
            (role, next((s for p in self._periods if (s := p.share(role, skill)) and not s.few), None))
            for role in dict.fromkeys(role for period in self._periods for role in period.roles)
        ]
        asked = [(role, share) for role, share in told if share and share.share >= 2 * LEAST_SHARE]
        return sorted(asked, key=lambda one: (-one[1].share, one[0]))[:ASKED_MOST]

    def pull(self, cell: Cell) -> Pull | None:
        """Return what tells the weight of a cell: of the newer years where they have ten ads of the role."""
        for period in self._periods:
            row, own = (period.share(cell.role, cell.skill, rung) for rung in ("", cell.rung))
            if row and not row.few:
                alone = own is not None and not own.few
                here = own if own and alone else row
                mostly = alone or (own is not None and 2 * own.ads > row.ads)
                return Pull(here, period.elsewhere(cell.role, cell.skill), mostly)
        return None

    @staticmethod
    def _schooling(period: Period, asked: Condition) -> Share | None:
        rows = [row for (role, rung), row in period.rungs.items() if role == asked.role and rung in asked.rungs]
        if not asked.rungs:
            rows = [period.roles[asked.role]] if asked.role in period.roles else []
        told = [(SCHOOLING.index(level), count) for row in rows for level, count in row.education]
        least, whole = SCHOOLING.index(asked.least), sum(count for _, count in told)
        enough = [count for level, count in told if level == least or (level > least and asked.least != "secondary")]
        return Share(sum(enough) / whole, whole, period.years) if whole else None


def main() -> int:
    """Tell what contradicts the ads, and with --write cite them."""
    grounds = Grounds(periods(Path(name) for name in sys.argv[1:] if not name.startswith("-")))
    roles = yaml.safe_load((DATA / "roles.yaml").read_text(encoding="utf-8"))["roles"]
    skills = [one["id"] for one in yaml.safe_load((DATA / "skills.yaml").read_text(encoding="utf-8"))["skills"]]
    for line in (*_contradictions(roles, grounds), *_lacking(roles, skills, grounds), *_degrees(roles, grounds)):
        print(line)
    if "--write" in sys.argv:
        told = (DATA / "roles.yaml").read_text(encoding="utf-8")
        told = roles_grounded(told, grounds.row, grounds.cell, HEADS)
        (DATA / "roles.yaml").write_text(conditions_grounded(told, grounds.condition), encoding="utf-8")
        told = (DATA / "skills.yaml").read_text(encoding="utf-8")
        (DATA / "skills.yaml").write_text(skills_grounded(told, grounds.skill), encoding="utf-8")
    return 0


def _cited(shares: Iterator[Share | None]) -> list[Share]:
    told = [share for share in shares if share]
    return [share for share in told if share.ads >= LEAST_ADS and round(share.share, 2) >= LEAST_SHARE]


def _contradictions(roles: Sequence[dict[str, Any]], grounds: Grounds) -> Iterator[str]:
    """Yield the cells whose weight contradicts the count, with the nearest weight that does not."""
    for cell, weight, by_article in _cells(roles):
        pull = grounds.pull(cell)
        if pull is None or cell.rung in HEADS or (pull.here.years == NEW and (cell.role, cell.skill) in KEPT):
            continue
        least, greatest = pull.allowed()
        greatest = MOST if by_article else greatest  # the article asks it, whatever ads say
        if not least <= weight <= greatest:
            told = f"{weight:g} -> {min(max(weight, least), greatest):g}; {pull}"
            yield f"{cell.role}/{cell.rung} {cell.skill}: {told}{'' if pull.own_rung else ', of all rungs'}"


def _lacking(roles: Sequence[dict[str, Any]], skills: Sequence[str], grounds: Grounds) -> Iterator[str]:
    """Yield the skills that the ads of a position's own rung ask for and it does not."""
    asked = {cell for cell, _, _ in _cells(roles)}
    for role in roles:
        cells = (Cell(role["id"], skill, rung) for rung in role["positions"] if rung not in HEADS for skill in skills)
        for cell in (cell for cell in cells if cell not in asked):
            pull = grounds.pull(cell)
            if pull and pull.own_rung and pull.weight() >= ADDED:
                yield f"{cell.role}/{cell.rung} lacks {cell.skill}: {pull}, weight {pull.weight()}"


def _degrees(roles: Sequence[dict[str, Any]], grounds: Grounds) -> Iterator[str]:
    """Yield the conditions whose degree most ads that name one do not ask."""
    for role in roles:
        for told in (one for one in role.get("conditions", ()) if one.get("fact") == "education"):
            asked = Condition(role["id"], told["least"], tuple(told.get("rungs", ())))
            if asked.least != "secondary" and any(not s.few and s.share < 0.5 for s in grounds.condition(asked)):
                yield f"{asked.role} {'/'.join(asked.rungs)} {asked.least}: {grounds.condition(asked)}"


def _cells(roles: Sequence[dict[str, Any]]) -> Iterator[tuple[Cell, float, bool]]:
    """Yield every cell with its weight and whether the article of the trade asks it."""
    for role in roles:
        for skill, row in role["asks"].items():
            by_article = any(source.startswith("seed:") for source in row.get("sources", ()))
            for rung, written in row.items():
                if rung != "sources":
                    parts = parts_of(written) or written
                    yield Cell(role["id"], skill, rung), parts.get("weight", 1), by_article


if __name__ == "__main__":
    sys.exit(main())
