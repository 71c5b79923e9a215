"""What kinds of step people are told: seeded people of every position, kind by kind.

`python bench/people.py` prints the shares of each kind of step; `python bench/people.py typical` what a typical holder
of each position is told. Typical people meet what their post asks (each level within one, mostly on it); those ahead
stand a level above in a third of it, those behind a level below; a lenient one answers all a level too high; a misfit
has the levels of another line that a move leads into; a wishful one would merely like its work. All skills are
answered, three years in the post. Beside the line that is meant (one's own, or that of the misfit) stands how often
plain fit would name it: of the post and all that a move leads into, the one of which most is there.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Mapping

from opscareer.advice import advise, situation_of
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile

SEED, EACH = 20261126, 4
KINDS = ("stay", "promotion", "diagonal", "lateral", "down", "entry")
Levels = dict[str, int]


def main() -> int:
    """Print a table."""
    kb = open_kb(None).whole()
    if "typical" in sys.argv[1:]:
        _typical_told(kb)
        return 0
    print(f"seed {SEED}, {EACH} people of each of {len(kb.positions)} positions\n")
    print("| people | " + " | ".join(KINDS) + " | into another line | into the line meant | by plain fit |")
    print("|" + "---|" * (len(KINDS) + 4))
    for name, person in PEOPLE.items():
        _row(kb, name, person)
    _outside(kb)
    return 0


def _row(kb: KnowledgeBase, name: str, person: "Person") -> None:
    rng = random.Random(f"{SEED} {name}")  # noqa: S311 - people, not secrets
    kinds: Counter[str] = Counter()
    meant = by_fit = 0
    for position in kb.positions:
        for _ in range(EACH):
            made = person(kb, rng, position)
            step = situation_of(kb, made[0]).next if made else None
            if made and step:
                kinds[step.kind] += 1
                meant += kb.positions[step.position].role == made[1]
                by_fit += kb.positions[_fittest(kb, position, made[0].levels)].role == made[1]
    whole = kinds.total()
    shares = " | ".join(f"{kinds[kind] / whole:.2f}" for kind in KINDS)
    aside = (kinds["lateral"] + kinds["diagonal"]) / whole
    print(f"| {name} | {shares} | {aside:.2f} | {meant / whole:.2f} | {by_fit / whole:.2f} |")


def _fittest(kb: KnowledgeBase, position: str, levels: Mapping[str, int]) -> str:
    """Return the post of which most is there, of one's own (before its equals) and those that a move leads into."""

    def fit(other: str) -> float:
        return sum(r.weight * min(levels.get(r.skill, 0) / r.level, 1) for r in kb.positions[other].requirements)

    return max((position, *(move.end for move in kb.moves_from[position])), key=fit)


def _levels(kb: KnowledgeBase, rng: random.Random, position: str, by: Callable[[], int]) -> Levels:
    """Return levels around what a position asks; elsewhere a third of what its rung asks in the mean."""
    peers = kb.on_rung(kb.positions[position].rung)
    levels = {}
    for skill in kb.skills:
        asked = kb.needed[position].get(skill)
        usual = sum(kb.needed[peer.id].get(skill, 0) for peer in peers) / len(peers)
        noise = rng.choice((-1, 0, 0, 0, 1))
        levels[skill] = min(5, max(0, asked + noise + by() if asked else round(0.35 * usual + rng.random() - 0.5)))
    return levels


def _profile(kb: KnowledgeBase, position: str, levels: Levels, work_of: str) -> Profile:
    line = kb.roles[work_of]
    facts = {"work": line.work[0], **({"metric": line.metrics[0]} if line.metrics else {}), "reports": "some"}
    return Profile(current=(position,), years=3, facts=facts, levels=levels)


Person = Callable[[KnowledgeBase, random.Random, str], "tuple[Profile, str] | None"]


def _typical(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    role = kb.positions[position].role
    return _profile(kb, position, _levels(kb, rng, position, lambda: 0), role), role


def _ahead(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    role = kb.positions[position].role
    return _profile(kb, position, _levels(kb, rng, position, lambda: rng.choice((0, 0, 1))), role), role


def _behind(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    role = kb.positions[position].role
    return _profile(kb, position, _levels(kb, rng, position, lambda: rng.choice((-1, -1, 0))), role), role


def _lenient(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    role = kb.positions[position].role
    levels = _levels(kb, rng, position, lambda: 0)
    return _profile(kb, position, {skill: min(5, level + 1) for skill, level in levels.items()}, role), role


def _elsewhere(kb: KnowledgeBase, rng: random.Random, position: str) -> str | None:
    """Return a position of another line on the same rung into which a move leads."""
    role = kb.positions[position].role
    ends = [m.end for m in kb.moves_from[position] if m.kind == "lateral" and kb.positions[m.end].role != role]
    return rng.choice(ends) if ends else None


def _misfit(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    other = _elsewhere(kb, rng, position)
    return _wishing(kb, rng, position, other, able_in=other) if other else None


def _wishful(kb: KnowledgeBase, rng: random.Random, position: str) -> "tuple[Profile, str] | None":
    other = _elsewhere(kb, rng, position)
    return _wishing(kb, rng, position, other, able_in=position) if other else None


def _wishing(kb: KnowledgeBase, rng: random.Random, position: str, other: str, *, able_in: str) -> tuple[Profile, str]:
    """Return somebody in a position who would like the line of another, with the skills of one of the two."""
    role = kb.positions[other].role
    return _profile(kb, position, _levels(kb, rng, able_in, lambda: 0), role), role


PEOPLE: Mapping[str, Person] = {
    "typical": _typical,
    "ahead": _ahead,
    "behind": _behind,
    "all a level too high": _lenient,
    "with another line's skills": _misfit,
    "merely wishing for another line": _wishful,
}


def _outside(kb: KnowledgeBase) -> None:
    """Print how people from outside spread, and how many are told the line that they wished for."""
    rng = random.Random(SEED)  # noqa: S311
    named: Counter[str] = Counter()
    wishes: Counter[str] = Counter()
    wished = 0
    entries = [p.role for p in kb.on_rung(next(iter(kb.rungs)))]
    for _ in range(400):
        role = rng.choice(entries)
        levels = {skill: min(5, max(0, round(rng.gauss(0.5, 1.0)))) for skill in kb.skills}
        line = kb.roles[role]
        facts = {"work": line.work[0], "metric": line.metrics[0]} if line.metrics else {"work": line.work[0]}
        step = situation_of(kb, Profile(facts=facts, levels=levels)).next
        assert step
        named[step.position] += 1
        wishes[line.work[0]] += 1
        wished += kb.roles[kb.positions[step.position].role].work[0] == line.work[0]
    most, count = named.most_common(1)[0]
    print(f"\nfrom outside: {len(named)} of {len(entries)} lines named, the commonest ({most}) to {count / 400:.2f};")
    common = wishes.most_common(1)[0][1]
    print(f"the kind of work wished for named to {wished / 400:.2f}, always the commonest {common / 400:.2f}")


def _typical_told(kb: KnowledgeBase) -> None:
    """Print what somebody who exactly meets each position is told."""
    for position in kb.positions.values():
        profile = Profile(
            current=(position.id,), years=3, facts={"reports": "some"}, levels=dict(kb.needed[position.id])
        )
        advice = advise(kb, profile)
        if advice.next is None:
            print(f"{position.id}: at the top")
            continue
        told = advice.next
        gaps = ", ".join(f"{gap.skill} {gap.have}>{gap.need}" for gap in told.gaps[:3])
        then = f" then {told.candidate.then}" if told.candidate.then else ""
        others = ", ".join(f"{o.candidate.kind} {o.position} {o.fit:.2f}" for o in advice.alternatives[:2])
        step = f"{told.candidate.kind} {told.position}{then} {told.fit:.2f} {told.verdict}"
        print(f"{position.id}: {step}; {gaps} | {others}")


if __name__ == "__main__":
    sys.exit(main())
