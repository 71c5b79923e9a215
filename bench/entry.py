"""Who comes from outside, and posts written short: does one's own line, or post, come first?

`python bench/entry.py`. From outside come people with what a line's specialist is asked, or its manager, a level less
of it, or half of the skills and nothing else; told is how often that line comes first, of 30 seeded people of every
line with noise of .7 levels. Then every position is written with only its 4, 6 or 9 heaviest requirements, one at a
time, and held against its own people, who have all of the skills: how often it comes first again of the times that it
does when whole. Beside the first the share for naming the commonest line each time.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from opscareer.advice import situation_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SEED, PEOPLE, NOISE = 20261126, 30, 0.7
LENGTHS = (4, 6, 9)


def main() -> int:
    """Print both tables."""
    kb, rng = open_kb(None).whole(), Random(SEED)  # noqa: S311
    lines = [role for role in kb.roles if {f"{role}/specialist", f"{role}/manager"} <= {*kb.positions}]
    print(f"seed {SEED}, {PEOPLE} people of each of {len(lines)} lines\n")
    print("| from outside with | own line first | commonest |\n|---|---|---|")
    for name, levels in _KINDS.items():
        told = [(role, _first(kb, _noisy(rng, levels(kb, role, rng)))) for role in lines for _ in range(PEOPLE)]
        right = sum(first == role for role, first in told) / len(told)
        print(
            f"| {name} | {right:.3f} | {max(Counter(first for _, first in told).values()) / len(told):.3f} |",
            flush=True,
        )
    print("\n| written with its heaviest | first again for its own people |\n|---|---|")
    posts = [f"{role}/{rung}" for role in lines for rung in ("specialist", "manager")]
    for length in LENGTHS:
        held = [one for post in posts for one in _again(kb, post, length, rng)]
        print(f"| {length} | {sum(held) / len(held):.3f} |", flush=True)
    return 0


def _less(levels: Mapping[str, int]) -> dict[str, int]:
    return {skill: max(0, level - 1) for skill, level in levels.items()}


def _half(levels: Mapping[str, int], rng: Random) -> dict[str, int]:
    kept = {*rng.sample(sorted(levels), len(levels) // 2)}
    return {skill: level for skill, level in levels.items() if skill in kept}


_KINDS: Mapping[str, Callable[[KnowledgeBase, str, Random], dict[str, int]]] = {
    "what the specialist is asked": lambda kb, role, _: dict(kb.needed[f"{role}/specialist"]),
    "what the manager is asked": lambda kb, role, _: dict(kb.needed[f"{role}/manager"]),
    "a level less than the specialist": lambda kb, role, _: _less(kb.needed[f"{role}/specialist"]),
    "half of the specialist's skills": lambda kb, role, rng: _half(kb.needed[f"{role}/specialist"], rng),
}


def _noisy(rng: Random, levels: dict[str, int]) -> dict[str, int]:
    return {skill: min(5, max(0, round(level + rng.gauss(0, NOISE)))) for skill, level in levels.items()}


def _first(kb: KnowledgeBase, levels: Mapping[str, int], current: tuple[str, ...] = ()) -> str:
    """Return the line that comes first for somebody who told all that they can."""
    whole = {skill: levels.get(skill, 0) for skill in kb.skills}
    return situation_of(kb, Profile(current, levels=whole)).scales[0].line.role


def _again(kb: KnowledgeBase, post: str, length: int, rng: Random) -> Iterator[bool]:
    """Yield for each of the people of a post whose line it leads, whether it does with its heaviest demands alone."""
    position = kb.positions[post]
    heaviest = sorted(position.requirements, key=lambda r: (-r.weight, r.skill))[:length]
    weight = sum(r.weight for r in heaviest)
    cut = replace(position, requirements=tuple(replace(r, weight=r.weight / weight) for r in heaviest))
    short = replace(kb, positions={**kb.positions, post: cut})
    for _ in range(3):
        levels = _noisy(rng, dict(kb.needed[post]))
        if _first(kb, levels, (post,)) == position.role:
            yield _first(short, levels, (post,)) == position.role


if __name__ == "__main__":
    sys.exit(main())
