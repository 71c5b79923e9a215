"""Job ads for the measurements: read from JSONL, with their labels, in folds that share no company."""

import json
from collections import defaultdict
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

FOLDS = 5
Row = dict[str, Any]


class Ad(NamedTuple):
    """An ad with what it is for: roles that are right (none where unknown), rung, and the fold it stands in."""

    title: str
    text: str
    roles: tuple[str, ...]
    rung: str
    company: str
    fold: int


def ads_in(file: Path, roles: set[str]) -> list[Ad]:
    """Return the ads of a file; near-duplicates and all ads of a company stand in one fold."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    folds = _folds(rows)
    return [
        Ad(
            row["title"],
            row["text"],
            tuple(role for role in (row["role"] or "").split("|") if role in roles),
            row["rung"] or "",
            row["company"],
            fold,
        )
        for row, fold in zip(rows, folds, strict=True)
    ]


def _folds(rows: list[Row]) -> list[int]:
    """Return a fold for each ad: groups of companies and near-duplicates, the largest first into the smallest fold."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for row in rows:
        parent[root(f"c{row['company']}")] = root(f"n{row['near_dup']}")
    groups = defaultdict(list)
    for number, row in enumerate(rows):
        groups[root(f"c{row['company']}")].append(number)
    sizes, folds = [0] * FOLDS, [0] * len(rows)
    for _, members in sorted(groups.items(), key=lambda group: (-len(group[1]), md5(group[0].encode()).hexdigest())):  # noqa: S324
        smallest = sizes.index(min(sizes))
        sizes[smallest] += len(members)
        for number in members:
            folds[number] = smallest
    return folds
