"""How good the advice is: what it says to a panel of people beside what independent raters would tell them.

`python bench/panel.py [FOLDER ...] [-v] [--bare]`: folders with people.jsonl, rater-*.jsonl and answers/NNN.yaml; all
that lie here without one. A table for each. Beside the advice stand two baselines that do no arithmetic: always the
first promotion, always to stay; and the raters among themselves.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from opscareer.advice import advise
from opscareer.interview import profile_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.outside.given import answers_of

sys.path.append(str(Path(__file__).parents[1] / "tools"))  # which roles were divided, as those who label ads know too

from ads import SPLIT

Rated = Mapping[int, Mapping[str, Any]]
ROLES: Mapping[str, tuple[str, ...]] = {
    **SPLIT,
    "business": ("operations", "coo", "cmo"),
}
RUNGS: Mapping[str, tuple[str, ...]] = {
    "senior": ("specialist",),
    "expert": ("specialist", "manager"),
    "vp": ("director", "chief"),
}
SKILLS = {
    "short-video": "video-live",
    "live-selling": "video-live",
    "private-domain": "user-incentives",
    "creator-partnerships": "media-relations",
    "profit-and-loss": "budget-resources",
    "content-safety": "content-editing",
}
"""What a raters' catalogue of fewer roles, rungs and skills called what it did not have."""


BARE = (
    *("current", "years", "years_total", "goal", "reports", "metric"),
    *("work", "education", "opening", "turnover", "company"),
)
"""With --bare: all that is told besides the skills, by who says nothing of what brings them."""


class Told(NamedTuple):
    """What somebody is told: positions, the best first, and what a rater also says."""

    next: tuple[str, ...]
    verdict: str | None
    route: str | None
    gaps: tuple[str, ...]


def main() -> int:
    """Print a table for each panel."""
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    kb = open_kb(None).whole()
    for folder in named or sorted(Path(__file__).parent.glob("panel*/")):
        _panel(kb, folder)
    return 0


def _panel(kb: KnowledgeBase, folder: Path) -> None:
    profiles = {n: _profile(kb, folder, n) for n in _jsonl(folder / "people.jsonl")}
    raters = {file.stem: _jsonl(file) for file in sorted(folder.glob("rater-*.jsonl"))}
    former = _former(raters)
    print(f"\n{folder.name}: {len(profiles)} people\n")
    print("| who tells | next right | in the first four | bad advice by most | verdict | route | gaps of five |")
    print("|---|---|---|---|---|---|---|")
    advised = {n: _advised(kb, one, former) for n, one in profiles.items()}
    _row("the program", advised, raters)
    _row("always the first promotion", {n: _promoted(kb, one) for n, one in profiles.items()}, raters)
    _row("always to stay", {n: Told(one.current[:1], None, None, ()) for n, one in profiles.items()}, raters)
    for name, rated in raters.items():
        others = {other: told for other, told in raters.items() if other != name}
        _row(f"{name}, by the others", {n: _rated(one) for n, one in rated.items()}, others)
    if "-v" in sys.argv:
        _cases(advised, raters)


def _former(raters: Mapping[str, Rated]) -> Mapping[str, str]:
    """Return what these raters called skills that their catalogue did not have: none that one of them names."""
    named = {skill for rated in raters.values() for one in rated.values() for skill in one["gaps"]}
    return {skill: was for skill, was in SKILLS.items() if skill not in named}


def _jsonl(file: Path) -> dict[int, dict[str, Any]]:
    rows = map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines()))
    return {row["n"]: row for row in rows}


def _profile(kb: KnowledgeBase, folder: Path, n: int) -> Profile:
    answers = answers_of(kb, str(folder / "answers" / f"{n:03d}.yaml"))
    bare = {id_: value for id_, value in answers.items() if id_ in BARE or id_.startswith("skill.")}
    return profile_of(kb, bare if "--bare" in sys.argv else answers)


def _advised(kb: KnowledgeBase, profile: Profile, former: Mapping[str, str]) -> Told:
    advice = advise(kb, profile)
    if advice.next is None:
        return Told((), None, None, ())
    return Told(
        next=(advice.next.position, *(other.position for other in advice.alternatives[:3])),
        verdict=advice.next.verdict,
        route=advice.way.route if advice.way else None,
        gaps=tuple(former.get(gap.skill, gap.skill) for gap in advice.next.gaps[:5]),
    )


def _promoted(kb: KnowledgeBase, profile: Profile) -> Told:
    up = kb.promotions(profile.current[0])[:1] if profile.current else ()
    return Told(up or profile.current[:1], None, None, ())


def _rated(rated: Mapping[str, Any]) -> Told:
    return Told(tuple(rated["next"][:1]), rated["verdict"], rated["route"], tuple(rated["gaps"][:5]))


def _row(who: str, told: Mapping[int, Told], raters: Mapping[str, Rated]) -> None:
    """Print a row of the table: shares of the people of whom a rater says something."""
    people = [n for n in told if any(n in rated for rated in raters.values())]
    by = {n: [rated[n] for rated in raters.values() if n in rated] for n in people}
    right = _share(any(_is_right(told[n].next[:1], one) for one in by[n]) for n in people)
    four = _share(any(_is_right(told[n].next, one) for one in by[n]) for n in people)
    harmful = _share(2 * sum(_harms(told[n], one) for one in by[n]) > len(by[n]) for n in people)
    pairs = [(told[n], one) for n in people for one in by[n]]
    verdict = _share(one["verdict"] == mine.verdict for mine, one in pairs)
    route = _share(one["route"] == mine.route for mine, one in pairs)
    gaps = sum(len({*mine.gaps[:5]} & {*one["gaps"][:5]}) / 5 for mine, one in pairs) / len(pairs)
    cells = " | ".join(f"{share:.2f}" for share in (right, four, harmful, verdict, route, gaps))
    print(f"| {who} | {cells} |")


def _share(held: Iterable[bool]) -> float:
    listed = list(held)
    return sum(listed) / len(listed)


def _is_right(positions: Iterable[str], rated: Mapping[str, Any]) -> bool:
    return any(_names(position) & {*rated["next"]} for position in positions)


def _harms(told: Told, rated: Mapping[str, Any]) -> bool:
    right = _is_right(told.next[:1], rated)
    return not right and any(_names(p, loose=False) & {*rated["must_not"]} for p in told.next[:1])


def _names(position: str, *, loose: bool = True) -> set[str]:
    """Return all that the raters' catalogue may have called a position; loosely also on the rungs it did not part."""
    role, _, rung = position.partition("/")
    rungs = (rung, *RUNGS.get(rung, ())) if loose else (rung,)
    return {f"{one}/{height}" for one in (role, *ROLES.get(role, ())) for height in rungs} | {position}


def _cases(advised: Mapping[int, Told], raters: Mapping[str, Rated]) -> None:
    for n, told in advised.items():
        print(f"\n{n}: {told.next[:1]}, {told.verdict}, {told.route}, {', '.join(told.gaps)}")
        for name, rated in raters.items():
            if n in rated:
                one = _rated(rated[n])
                print(f"  {name}: {rated[n]['next']}, {one.verdict}, {one.route}, {', '.join(one.gaps)}")


if __name__ == "__main__":
    sys.exit(main())
