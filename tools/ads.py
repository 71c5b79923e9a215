"""Job ads for the measurements: read from JSONL, with their labels, in folds that share no company.

Ads of 2017-2021 were labelled by a catalogue of fewer roles: what a title names more truly is taken from it where the
catalogue had no name for it (公关经理 stood under brand).

Ads of 2022-2026 were found and restated by several readers, and some twice: `told_once` brings those together.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import md5
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from opscareer.model.title_ranks import TitleWords
from opscareer.model.titles import read_title

FOLDS = 5
OLD, NEW = "2017-2021", "2022-2026"
Row = dict[str, Any]
SPLIT: Mapping[str, tuple[str, ...]] = {
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
}
"""What a catalogue of fewer roles called those that it did not have."""
FORMERLY: Mapping[str, tuple[str, ...]] = {
    **SPLIT,
    "marketplace": ("merchant-ops", "store-ops", "category-ops"),
    "commerce": ("store-ops", "merchant-ops"),
    "content": ("content-ops", "content-editor", "new-media-ops"),
}
"""The same of the labels of ads."""
RUNGS = {"assistant": "specialist", "intern": "specialist"}
ALIKE = 0.40
"""The share (0-1) of the shorter text's runs of four letters from which two ads are one; no pair has .36-.44."""


class Ad(NamedTuple):
    """An ad with what it is for: roles that are right (none where unknown), rung, its years, and its fold.

    group: the same for ads of nearly one text. leads: whether a reader found that it leads people.
    """

    title: str
    text: str
    roles: tuple[str, ...]
    rung: str
    company: str
    fold: int
    years: str
    group: str
    leads: bool

    @property
    def by_reader(self) -> bool:
        """Whether somebody read it whole to say what it is for."""
        return self.years == NEW


def ads_in(files: Iterable[Path], roles: set[str], words: TitleWords) -> list[Ad]:
    """Return the ads of some files; near-duplicates and all ads of a company stand in one fold."""
    rows = [row | {"near_dup": f"{file.name} {row['near_dup']}"} for file in files for row in _rows(file)]
    return [
        Ad(
            row["title"],
            row["text"],
            tuple(role for role in _labels(row, words) if role in roles),
            RUNGS.get(row["rung"] or "", row["rung"] or ""),
            row["company"],
            fold,
            _years(row),
            row["near_dup"],
            row.get("leads_people") is True,
        )
        for row, fold in zip(rows, _folds(rows), strict=True)
    ]


def told_once(ads: Iterable[Ad]) -> list[Ad]:
    """Return the ads with those that several readers restated as one: its texts together, its rung where all agree.

    What a company posted again counts as often as it did: a company's ads weigh as the root of their number.
    """
    groups = defaultdict(list)
    for number, ad in enumerate(ads):
        groups[ad.group if ad.by_reader else str(number)].append(ad)
    return [_as_one(group) for group in groups.values()]


def _as_one(group: list[Ad]) -> Ad:
    longest = max(group, key=lambda ad: len(ad.text))
    return longest._replace(
        text="\n".join(dict.fromkeys(ad.text for ad in group)),
        roles=tuple(dict.fromkeys(role for ad in group for role in ad.roles)),
        rung=longest.rung if len({ad.rung for ad in group}) == 1 else "",
        leads=any(ad.leads for ad in group),
    )


def _rows(file: Path) -> list[Row]:
    """Return the ads of a file; where it does not say which are nearly the same, that is told by their letters."""
    rows: list[Row] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    groups = {number: row.get("near_dup", number) for number, row in enumerate(rows)}
    runs = [_runs(row["text"]) for row in rows]
    for a, b in combinations((number for number, row in enumerate(rows) if "near_dup" not in row), 2):
        if len(runs[a] & runs[b]) >= ALIKE * max(1, min(len(runs[a]), len(runs[b]))):
            groups[b] = groups[a]
    return [row | {"near_dup": groups[number]} for number, row in enumerate(rows)]


def _runs(text: str) -> set[str]:
    letters = re.sub(r"\W", "", text)
    return {letters[start : start + 4] for start in range(len(letters) - 3)}


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
    if len(told) > 1 and role == "customer-service":  # 淘宝客服: labelled by the name of the platform
        return (role,)
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
