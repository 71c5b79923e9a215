"""Job ads for the measurements: read from JSONL, with their labels, in folds that share no company.

Ads of 2017-2021 were labelled by a catalogue of fewer roles: what a title names more truly is taken from it where the
catalogue had no name for it (公关经理 stood under brand).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

from opscareer.model.titles import TitleWords, read_title

FOLDS = 5
OLD, NEW = "2017-2021", "2022-2026"
Row = dict[str, Any]
FORMERLY: Mapping[str, tuple[str, ...]] = {
    "private-domain": ("user-ops",),
    "growth": ("user-ops", "online-promotion", "product-ops"),
    "performance-ads": ("online-promotion",),
    "creator-ops": ("content-ops", "user-ops", "media"),
    "live-commerce": ("store-ops", "new-media-ops"),
    "content-safety": ("content-ops", "content-editor"),
    "cross-border": ("overseas-ops", "store-ops"),
    "pr": ("brand", "media"),
    "marketing": ("brand", "online-promotion"),
    "strategy-ops": ("data-ops", "product-ops"),
    "customer-success": ("customer-service", "sales"),
    "local-services": ("merchant-ops", "store-ops"),
    "ai-ops": ("content-ops", "data-ops", "product-ops"),
    "operations": ("product-ops", "campaign-ops"),
    "marketplace": ("merchant-ops", "store-ops", "category-ops"),
    "commerce": ("store-ops", "merchant-ops"),
    "content": ("content-ops", "content-editor", "new-media-ops"),
}
"""What the catalogue of before called roles that it did not have."""
RUNGS = {"assistant": "specialist", "intern": "specialist"}


class Ad(NamedTuple):
    """An ad with what it is for: roles that are right (none where unknown), rung, its years, and its fold."""

    title: str
    text: str
    roles: tuple[str, ...]
    rung: str
    company: str
    fold: int
    years: str

    @property
    def by_reader(self) -> bool:
        """Whether somebody read it whole to say what it is for."""
        return self.years == NEW


def ads_in(files: Iterable[Path], roles: set[str], words: TitleWords) -> list[Ad]:
    """Return the ads of some files; near-duplicates and all ads of a company stand in one fold."""
    rows = [
        row | {"years": _years(row), "near_dup": f"{file.name} {row.get('near_dup', number)}"}
        for file in files
        for number, row in enumerate(map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines())))
    ]
    return [
        Ad(
            row["title"],
            row["text"],
            tuple(role for role in _labels(row, words) if role in roles),
            RUNGS.get(row["rung"] or "", row["rung"] or ""),
            row["company"],
            fold,
            row["years"],
        )
        for row, fold in zip(rows, _folds(rows), strict=True)
    ]


def _years(row: Row) -> str:
    """Return the years of the count that an ad belongs to; those that a reader labelled are the newer ones."""
    return NEW if "role_name" in row else OLD


def _labels(row: Row, words: TitleWords) -> tuple[str, ...]:
    """Return the roles that are right for an ad, the truest first."""
    told = tuple((row["role"] or "").split("|"))
    if "role_name" in row:
        return told
    read = read_title(words, row["title"]).positions
    role = read[0][0].partition("/")[0] if read else ""
    if set(FORMERLY.get(role, ())) & set(told) or (told == ("market",) and role == "marketing"):
        return (role, *told)
    return tuple(sorted(told, key=lambda one: one != role))


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
