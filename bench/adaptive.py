"""How few questions settle what comes first: simulated people on the built-in knowledge base, beside the baselines.

Half of the people are typical of their post; half carry an earlier career in a neighbouring line, from or to which
people really move. "Same" is the share that are told the same next role as by the full questionnaire, "or tied" counts
those for whom the two lie within the tie; "stated" is the confidence that the program gave. Seeded;
`python bench/adaptive.py 200` takes fewer people.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from opscareer.advice import Situation, situation_of
from opscareer.advice.duel import confidence, duels_of
from opscareer.interview.choosing import Aim, enough, most_telling
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.skill import LEVELS

SEED, PEOPLE, SPREAD = 20261123, 1000, 1.0
AIM = Aim()


@dataclass(frozen=True)
class Person:
    """Somebody in a post, with a true level in every skill, of which they know some."""

    profile: Profile
    levels: dict[str, int]
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What a conversation came to."""

    asked: int
    leader: str | None
    stated: float


Policy = Callable[[KnowledgeBase, Situation, frozenset[str]], str | None]


def main() -> None:
    """Print the table of policies, the stress rows, and the time a question takes."""
    kb = open_kb(None).whole()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    people = list(_people(kb, count, random.Random(SEED)))  # noqa: S311 - people, not secrets
    _say(f"seed {SEED}, {count} people\n")
    columns = "questions: mean | p90 | same as all questions | same or tied | stated | stated - same |"
    _say(f"| policy | {columns}\n|---|---|---|---|---|---|---|")
    chance = random.Random(SEED + 1)  # noqa: S311
    for name, policy in (
        ("no question at all", _none),
        ("fixed 13, by importance", _first(13)),
        ("by importance, same stop", _until_settled(_by_importance)),
        ("random, same stop", _until_settled(lambda kb, _, asked: chance.choice(sorted(set(kb.skills) - asked)))),
        ("the program", _until_settled(_telling)),
    ):
        _row(kb, name, people, policy)
    _say(f"\n| stress, by the program | {columns}\n|---|---|---|---|---|---|---|")
    for name, changed in _stresses(kb, people):
        _row(kb, name, changed, _until_settled(_telling))
    _timing(kb, people[:50])


def _row(kb: KnowledgeBase, name: str, people: Iterable[Person], policy: Policy) -> None:
    outcomes = [(_conversation(kb, person, policy), _full(kb, person)) for person in people]
    asked = sorted(outcome.asked for outcome, _ in outcomes)
    same = statistics.mean(outcome.leader == full.leader for outcome, full in outcomes)
    tied = statistics.mean(_behind(full, outcome.leader) <= kb.rules["tie"] for outcome, full in outcomes)
    stated = statistics.mean(outcome.stated for outcome, _ in outcomes)
    figures = f"{statistics.mean(asked):.1f} | {asked[int(0.9 * len(asked))]} | {same:.3f} | {tied:.3f} | {stated:.3f}"
    _say(f"| {name} | {figures} | {stated - same:+.3f} |")


def _behind(full: Situation, leader: str | None) -> float:
    """Return how far a position lies behind the first one, all being answered."""
    return full.scores[full.leader] - full.scores[leader] if full.leader and leader else 0.0


def _conversation(kb: KnowledgeBase, person: Person, policy: Policy) -> Outcome:
    profile, asked = person.profile, frozenset[str]()
    while True:
        situation = situation_of(kb, profile)
        skill = policy(kb, situation, asked) if situation.scales else None
        if skill is None or len(asked) >= kb.rules["stop_questions"]:
            return Outcome(len(asked), situation.leader, confidence(duels_of(situation)))
        asked |= {skill}
        if skill not in person.unsure:
            profile = replace(profile, levels={**profile.levels, skill: person.levels[skill]})


def _full(kb: KnowledgeBase, person: Person) -> Situation:
    known = {skill: level for skill, level in person.levels.items() if skill not in person.unsure}
    return situation_of(kb, replace(person.profile, levels=known))


def _none(_kb: KnowledgeBase, _situation: Situation, _asked: frozenset[str]) -> str | None:
    return None


def _first(count: int) -> Policy:
    return lambda kb, situation, asked: _by_importance(kb, situation, asked) if len(asked) < count else None


def _until_settled(choose: Policy) -> Policy:
    def policy(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
        sure = confidence(duels_of(situation))
        settled = enough(kb, AIM, len(situation.profile.levels), sure) or len(asked) == len(kb.skills)
        return None if settled else choose(kb, situation, asked)

    return policy


def _telling(_kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
    return most_telling(duels_of(situation), asked)


def _by_importance(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
    """Return the unasked skill that weighs most in the positions that could come next."""
    weights: dict[str, float] = {}
    for scale in situation.scales:
        for requirement in kb.positions[scale.candidate.position].requirements:
            if requirement.skill not in asked:
                weights[requirement.skill] = weights.get(requirement.skill, 0.0) + requirement.weight
    return min(weights, key=lambda skill: (-weights[skill], skill), default=None)


def _people(kb: KnowledgeBase, count: int, rng: random.Random) -> Iterator[Person]:
    for number in range(count):
        rung = "specialist" if rng.random() < 0.6 else "manager"
        here = rng.choice(kb.on_rung(rung)).id
        near = [m.end for m in kb.moves_from[here] if m.kind == "lateral"]
        near += [m.start for m in kb.ladder.moves if m.kind == "lateral" and m.end == here]
        earlier = rng.choice(near) if number % 2 and near else None
        facts = {name: rng.choice(list(kb.questions[name].labels)) for name in ("metric", "work")}
        yield Person(Profile(current=(here,), years=3, facts=facts), _levels(kb, rng, here, earlier, SPREAD))


def _levels(kb: KnowledgeBase, rng: random.Random, here: str, earlier: str | None, spread: float) -> dict[str, int]:
    """Return levels around nine tenths of what the post requires; of an earlier career, whatever it required more."""
    peers = kb.on_rung(kb.positions[here].rung)
    found = {}
    for skill in kb.skills:
        usual = sum(kb.needed[peer.id].get(skill, 0) for peer in peers) / len(peers)
        centre = 0.9 * kb.needed[here][skill] if skill in kb.needed[here] else 0.35 * usual
        if earlier:
            centre = max(centre, 0.9 * kb.needed[earlier].get(skill, 0))
        found[skill] = _rounded(rng.gauss(centre, spread))
    return found


def _stresses(kb: KnowledgeBase, people: list[Person]) -> Iterator[tuple[str, list[Person]]]:
    rng = random.Random(SEED + 2)  # noqa: S311
    yield "prior of a wrong role", [_in_another_post(kb, person, rng) for person in people]
    unsure = [frozenset(skill for skill in kb.skills if rng.random() < 0.15) for _ in people]
    yield "15% not sure", [replace(person, unsure=of) for person, of in zip(people, unsure, strict=True)]
    for level, name in ((3, "all threes"), (0, "all zeros"), (5, "all fives")):
        yield name, [replace(person, levels=dict.fromkeys(kb.skills, level)) for person in people]
    noisy = [{skill: _rounded(level + rng.gauss(0, 0.7)) for skill, level in p.levels.items()} for p in people]
    yield "noise of .7 levels", [replace(person, levels=told) for person, told in zip(people, noisy, strict=True)]


def _in_another_post(kb: KnowledgeBase, person: Person, rng: random.Random) -> Person:
    """Return a person whose skills are those of quite another post on the rung."""
    (here,) = person.profile.current
    other = rng.choice([peer.id for peer in kb.on_rung(kb.positions[here].rung) if peer.id != here])
    return replace(person, levels=_levels(kb, rng, other, None, SPREAD))


def _rounded(level: float) -> int:
    return min(max(LEVELS), max(0, round(level)))


def _timing(kb: KnowledgeBase, people: list[Person]) -> None:
    """Print how long it takes to choose a question: the person's post, and from outside, where all lines are open."""
    for name, profiles in (("from a post", [p.profile for p in people]), ("from outside", [Profile()] * len(people))):
        times = []
        for profile, person in zip(profiles, people, strict=True):
            levels: dict[str, int] = {}
            for _ in range(8):
                start = time.perf_counter()
                skill = most_telling(duels_of(situation_of(kb, replace(profile, levels=levels))), levels)
                times.append(1000 * (time.perf_counter() - start))
                if skill is None:
                    break
                levels = {**levels, skill: person.levels[skill]}
        times.sort()
        last = times[-len(times) // 100]
        _say(f"\ntime to choose a question {name}: median {statistics.median(times):.1f} ms, p99 {last:.1f} ms")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
