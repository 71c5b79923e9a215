"""Ground the knowledge base in real ads: `python bench/ground.py ADS.jsonl [--write]`.

Counts the ads as `opscareer demand` does, and tells where a weight contradicts what is counted (docs/market.md has the
rule) and which skills a position lacks that its ads ask for. With --write the shares in the sources of data/roles.yaml
and data/skills.yaml are set to those counted, and the weights that contradict them are moved.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from opscareer.cli.ad_files import postings
from opscareer.knowledge import open_kb
from opscareer.match.demand import Demand
from opscareer.match.match import Matcher
from opscareer.model.demand import Row
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import FEW_ADS, Position

DATA = Path(__file__).parents[1] / "data"
BOUNDS = (0.10, 0.22, 0.38, 0.58)  # of the pull: from each on a weight is one higher
ADDED = 4  # the weight from which a skill that a position lacks is added
KEPT = {  # contradictions that the ads counted do not settle
    ("sales/specialist", skill): "half of the sales ads counted are of foreign trade and factories"
    for skill in ("client-development", "orders-contracts", "overseas-markets")
}
LEFT_OUT = {  # skills that ads ask for and a position still lacks
    ("product-ops/specialist", "market-research"): "of the managers' ads one in fourteen asks it",
    ("brand/specialist", "strategic-planning"): "half of the ads counted are managers'",
}
OF_ALL_LINES = ("management", "strategy", "self")  # groups whose weight at director ads of all lines may tell


class Count(NamedTuple):
    """How many of how many ads ask for a skill, how many elsewhere, and whether that is of the position's own rung."""

    share: float
    ads: int
    elsewhere: float
    own_rung: bool

    @property
    def source(self) -> str:
        """The count as a source."""
        return f"ads:{self.share:.2f}/{self.ads}"

    def weight(self, errors: float = 0.0) -> int:
        """Return the weight (1-5) that the count gives, the share taken so many standard errors higher."""
        share = self.share + errors * sqrt(self.share * (1 - self.share) / self.ads)
        return 1 + sum(share / 3 + share - self.elsewhere >= bound for bound in BOUNDS)

    def allowed(self) -> tuple[int, int]:
        """Return the least and the greatest weight that do not contradict the count."""
        leeway = 1 if self.own_rung else 2
        return max(1, self.weight(-1) - leeway), min(5, self.weight(1) + leeway)


class Counts:
    """What ads ask, by role and rung, by role, and by rung."""

    def __init__(self, kb: KnowledgeBase, file: str) -> None:
        demand = Demand(Matcher(open_kb(None).lexicon()))
        demand.add(postings(file, lambda _: None))
        counted = demand.counted()
        self._kb = kb
        self._both = {(row.role, row.rung): row for row in counted.table if row.ads >= FEW_ADS}
        self.roles = {row.role: row for row in counted.roles}
        self._rungs = {row.rung: row for row in counted.rungs}

    def of(self, position: Position, skill: str) -> Count | None:
        """Return what the ads of a position say of a skill, None where there are none of it."""
        if position.rung in self._rungs and position.role not in self.roles:
            row, below = self._rungs[position.rung], self._rungs.get(self._below(position.rung))
            return Count(share_of(row, skill), row.ads, share_of(below, skill) if below else 0.0, own_rung=True)
        row_or_none = self._both.get((position.role, position.rung)) or self.roles.get(position.role)
        if row_or_none is None or position.rung not in self._rungs:
            return None
        own = bool(row_or_none.rung) or position.rung == next(iter(self._kb.rungs))  # most ads are for the lowest rung
        return Count(share_of(row_or_none, skill), row_or_none.ads, self._elsewhere(position.role, skill), own)

    def _below(self, rung: str) -> str:
        rungs = list(self._kb.rungs)
        return rungs[rungs.index(rung) - 1]

    def _elsewhere(self, role: str, skill: str) -> float:
        others = [row for id_, row in self.roles.items() if id_ != role]
        return sum(share_of(row, skill) * row.ads for row in others) / sum(row.ads for row in others)


def share_of(row: Row, skill: str) -> float:
    """Return the share (0-1) of the ads of a row that ask for a skill."""
    return next((share for id_, _, share in row.skills if id_ == skill), 0.0)


def main() -> int:
    """Tell what contradicts the ads, and with --write mend it."""
    kb = open_kb(None).whole()
    counts = Counts(kb, sys.argv[1])
    moved = dict(_contradictions(kb, counts))
    for (position, skill), (old, new) in moved.items():
        count = counts.of(kb.positions[position], skill)
        assert count
        print(f"{position} {skill}: {old} -> {new}; {count.source}, elsewhere {count.elsewhere:.2f}")
    for position, skill, count in _lacking(kb, counts):
        print(f"{position} lacks {skill}: {count.source}, elsewhere {count.elsewhere:.2f}, weight {count.weight()}")
    if "--write" in sys.argv:
        new = {key: weight for key, (_, weight) in moved.items()}
        _rewrite("roles.yaml", _roles(kb, counts, new))
        _rewrite("skills.yaml", _skills(counts))
    return 0


def _contradictions(kb: KnowledgeBase, counts: Counts) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    """Yield the requirements whose weight contradicts the count, with their weight and the nearest that does not."""
    for position in kb.positions.values():
        unit = min((r.weight for r in position.requirements), default=1)
        for asked in position.requirements:
            count, weight = counts.of(position, asked.skill), round(asked.weight / unit)
            if count is None or count.ads < FEW_ADS or not _judged(kb, counts, position, asked.skill):
                continue
            least, greatest = count.allowed()
            if any(source.startswith("seed:") for source in asked.sources):
                greatest = 5  # the article asks it, whatever ads say
            if not least <= weight <= greatest and (position.id, asked.skill) not in KEPT:
                yield (position.id, asked.skill), (weight, min(max(weight, least), greatest))


def _judged(kb: KnowledgeBase, counts: Counts, position: Position, skill: str) -> bool:
    """Return whether a count tells the weight: of a position of several lines only what all lines ask."""
    return position.role in counts.roles or kb.skills[skill].group in OF_ALL_LINES


def _lacking(kb: KnowledgeBase, counts: Counts) -> Iterator[tuple[str, str, Count]]:
    """Yield the skills that the ads of a position's own rung ask for and it does not."""
    for position in kb.positions.values():
        asked = {one.skill for one in position.requirements}
        for skill in (id_ for id_ in kb.skills if id_ not in asked and (position.id, id_) not in LEFT_OUT):
            count = counts.of(position, skill)
            told = count and count.ads >= FEW_ADS and count.own_rung and position.role in counts.roles
            if count and told and count.weight() >= ADDED:
                yield position.id, skill, count


def _rewrite(name: str, lines: Iterator[str]) -> None:
    (DATA / name).write_text("".join(lines), encoding="utf-8")


def _roles(kb: KnowledgeBase, counts: Counts, moved: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield the lines of the roles with the sources and weights of requirements set."""
    role = rung = ""
    for line in (DATA / "roles.yaml").read_text(encoding="utf-8").splitlines(keepends=True):
        if found := re.match(r"  - id: ([a-z-]+)$", line.rstrip()):
            role = found[1]
        elif found := re.match(r"      ([a-z]+):$", line.rstrip()):
            rung = found[1]
        asked = re.match(r"          ([a-z-]+): +\{level: ", line)
        count = counts.of(kb.positions[f"{role}/{rung}"], asked[1]) if asked else None
        yield _grounded(line, count, moved.get((f"{role}/{rung}", asked[1]))) if asked and count else line


def _grounded(line: str, count: Count, weight: int | None) -> str:
    if weight is not None:
        line = re.sub(r"weight: \d", f"weight: {weight}", line)
    told = re.findall(r'"([^"]+)"', line[line.index("sources:") :])
    others = [source for source in told if not source.startswith("ads:") and source != "judgement"]
    counted = [count.source] if count.share >= 0.005 else []
    judged = ["judgement"] if count.ads < FEW_ADS or not (counted or others) else []
    sources = ", ".join(f'"{source}"' for source in (*counted, *others, *judged))
    return re.sub(r"sources: \[.*?\]", f"sources: [{sources}]", line)


def _skills(counts: Counts) -> Iterator[str]:
    """Yield the lines of the skills with the three roles that ask most for each set as its sources."""
    skill = ""
    for line in (DATA / "skills.yaml").read_text(encoding="utf-8").splitlines(keepends=True):
        if found := re.match(r"  - id: ([a-z-]+)$", line.rstrip()):
            skill = found[1]
        yield _asked_by(line, skill, counts) if line.startswith("    sources: [") else line


def _asked_by(line: str, skill: str, counts: Counts) -> str:
    kept = [source for source in re.findall(r'"([^"]+)"', line) if not source.startswith("ads:")]
    rows = [row for row in counts.roles.values() if row.ads >= FEW_ADS and share_of(row, skill) >= 0.1]
    rows = sorted(rows, key=lambda row: -share_of(row, skill))[:3]
    if rows:
        kept = [source for source in kept if source != "judgement"]
    told = [*kept, *(f"ads:{share_of(row, skill):.2f}/{row.ads}" for row in rows)] or ["judgement"]
    names = f"   # {', '.join(row.role for row in rows)}" if rows else ""
    quoted = ", ".join(f'"{source}"' for source in told)
    return f"    sources: [{quoted}]{names}\n"


if __name__ == "__main__":
    sys.exit(main())
