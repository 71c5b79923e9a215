"""How few questions settle what comes next: simulated people on the built-in knowledge base, beside the baselines.

Of those who hold a post half are typical of it; half carry an earlier career in a neighbouring line, from or to which
people really move. From outside come people who can do a little of what one line asks, and mostly wish for its work.
"Same" is the share that are told the same next position as by the full questionnaire, "line" the same line of work,
"or tied" counts lines within the tie; "stated" is the confidence that the program gave, "settled" the share that it
told so. Seeded; `python bench/adaptive.py 200` takes fewer people.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from opscareer.advice import Situation, situation_of
from opscareer.advice.doubt import doubts_of
from opscareer.advice.duel import confidence
from opscareer.advice.rivals import duels_of
from opscareer.interview import Aim, Answers, Value, next_question, profile_of
from opscareer.interview.answers import MORE, SKILL, applying
from opscareer.interview.choosing import enough
from opscareer.knowledge import open_kb
from opscareer.model.kb import KnowledgeBase
from opscareer.model.levels import LEVELS
from opscareer.model.profile import NOT_SURE

SEED, PEOPLE, SPREAD = 20261126, 1000, 1.0
RUNGS, SHARES = ("specialist", "senior", "manager", "director"), (5, 2, 3, 1)
AIM = Aim()
COLUMNS = "questions: mean | p90 | same | same line | or tied | stated | settled |"


@dataclass(frozen=True)
class Person:
    """Somebody with a true level in every skill, of which they know some, and what else they answer."""

    facts: dict[str, Value]
    levels: dict[str, int]
    unsure: frozenset[str] = frozenset()

    def says(self, skill: str) -> Value:
        """Return what they answer about a skill."""
        return NOT_SURE if skill in self.unsure else self.levels[skill]


@dataclass(frozen=True)
class Outcome:
    """What a conversation came to."""

    asked: int
    situation: Situation
    stated: float
    settled: bool


Policy = Callable[[KnowledgeBase, Situation, frozenset[str]], str | None]


def main() -> None:
    """Print the table of policies, those from outside, the stress rows, and the time a question takes."""
    kb = open_kb(None).whole()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    rng = random.Random(SEED)  # noqa: S311 - people, not secrets
    people = [_in_a_post(kb, rng, number) for number in range(count)]
    outside = [_outside(kb, rng) for _ in range(count)]
    _say(f"seed {SEED}, {count} people\n")
    _head("from a post")
    chance = random.Random(SEED + 1)  # noqa: S311
    for name, policy in (
        ("no question at all", _none),
        ("fixed 13, by importance", _first(13)),
        ("by importance, same stop", _until_settled(_by_importance)),
        ("random, same stop", _until_settled(lambda kb, _, asked: chance.choice(sorted(set(kb.skills) - asked)))),
    ):
        _row(kb, name, people, partial(_by_policy, kb, policy=policy))
    _row(kb, "the program", people, lambda person: _by_program(kb, person))
    _head("from outside")
    _row(kb, "no question at all", outside, lambda person: _by_policy(kb, person, _none))
    _row(kb, "the program", outside, lambda person: _by_program(kb, person))
    _row(kb, "the program, .95 asked for", outside, lambda person: _by_program(kb, person, Aim(0.95)))
    _head("stress, by the program")
    for name, changed in _stresses(kb, people):
        _row(kb, name, changed, lambda person: _by_program(kb, person))
    for name, some in (("from a post", people), ("from outside", outside)):
        _timing(kb, name, some[:50])


def _head(name: str) -> None:
    _say(f"\n| {name} | {COLUMNS}\n|---|---|---|---|---|---|---|---|")


def _row(kb: KnowledgeBase, name: str, people: Iterable[Person], talk: Callable[[Person], Outcome]) -> None:
    pairs = [(talk(person), _full(kb, person)) for person in people]
    asked = sorted(outcome.asked for outcome, _ in pairs)
    shares = [
        statistics.mean(shown(outcome, full) for outcome, full in pairs)
        for shown in (
            lambda outcome, full: outcome.situation.leader == full.leader,
            lambda outcome, full: _line(outcome.situation) == _line(full),
            lambda outcome, full: _behind(full, _line(outcome.situation)) <= kb.rules.constants.tie,
            lambda outcome, _: outcome.stated,
            lambda outcome, _: outcome.settled,
        )
    ]
    told = " | ".join(f"{share:.3f}" for share in shares)
    _say(f"| {name} | {statistics.mean(asked):.1f} | {asked[int(0.9 * len(asked))]} | {told} |")


def _line(situation: Situation) -> str:
    return situation.scales[0].line.key if situation.scales else ""


def _behind(full: Situation, line: str) -> float:
    """Return how far a line lies behind the first one, all being answered."""
    return full.scores[_line(full)] - full.scores.get(line, -1.0) if line else 0.0


def _by_program(kb: KnowledgeBase, person: Person, aim: Aim = AIM) -> Outcome:
    """Return what the interview itself comes to, as far as it asks unbidden."""
    answers, asked = _begun(kb, person), 0
    while (question := next_question(kb, answers, aim)) is not None and question.id != MORE:
        answers = {**answers, question.id: person.says(question.id.removeprefix(SKILL))}
        asked += 1
    situation = situation_of(kb, profile_of(kb, answers))
    settled = question is None or "not settled" not in question.text.en
    return Outcome(asked, situation, _sure(kb, situation), settled)


def _by_policy(kb: KnowledgeBase, person: Person, policy: Policy) -> Outcome:
    answers, asked = _begun(kb, person), frozenset[str]()
    while True:
        situation = situation_of(kb, profile_of(kb, answers))
        skill = policy(kb, situation, asked)
        if skill is None or len(asked) >= kb.rules.constants.stop_questions:
            return Outcome(len(asked), situation, _sure(kb, situation), _settled(kb, situation))
        asked |= {skill}
        answers = {**answers, SKILL + skill: person.says(skill)}


def _sure(kb: KnowledgeBase, situation: Situation) -> float:
    return max(0.0, confidence(duels_of(situation)) + confidence(doubts_of(kb, situation)) - 1)


def _settled(kb: KnowledgeBase, situation: Situation) -> bool:
    return enough(kb, AIM, len(situation.profile.levels), _sure(kb, situation))


def _begun(kb: KnowledgeBase, person: Person) -> Answers:
    """Return the answers to all that is asked before the skills."""
    answers: dict[str, Value] = {}
    while left := [question for question in applying(kb, answers) if question.id not in answers]:
        none: Value = () if left[0].kind in ("positions", "choices") else NOT_SURE
        answers[left[0].id] = person.facts.get(left[0].id, none)
    return answers


def _full(kb: KnowledgeBase, person: Person) -> Situation:
    told = {SKILL + skill: person.says(skill) for skill in kb.skills}
    return situation_of(kb, profile_of(kb, {**_begun(kb, person), **told}))


def _none(_kb: KnowledgeBase, _situation: Situation, _asked: frozenset[str]) -> str | None:
    return None


def _first(count: int) -> Policy:
    return lambda kb, situation, asked: _by_importance(kb, situation, asked) if len(asked) < count else None


def _until_settled(choose: Policy) -> Policy:
    def policy(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
        done = _settled(kb, situation) or len(asked) == len(kb.skills)
        return None if done else choose(kb, situation, asked)

    return policy


def _by_importance(kb: KnowledgeBase, situation: Situation, asked: frozenset[str]) -> str | None:
    """Return the unasked skill that weighs most in the positions that could come next."""
    weights: dict[str, float] = {}
    for step in situation.steps.values():
        for requirement in kb.positions[step.position].requirements:
            if requirement.skill not in asked:
                weights[requirement.skill] = weights.get(requirement.skill, 0.0) + requirement.weight
    return min(weights, key=lambda skill: (-weights[skill], skill), default=None)


def _in_a_post(kb: KnowledgeBase, rng: random.Random, number: int) -> Person:
    here = rng.choice(kb.on_rung(rng.choices(RUNGS, SHARES)[0])).id
    near = [m.end for m in kb.moves_from[here] if m.kind == "lateral"]
    near += [m.start for m in kb.ladder.moves if m.kind == "lateral" and m.end == here]
    earlier = rng.choice(near) if number % 2 and near else None
    facts: dict[str, Value] = {"current": (here,), "years": 3, "reports": "some"}
    facts |= {name: _any(kb, rng, name) for name in ("metric", "work", "lead")}
    facts["acting"] = rng.choice(("yes", "no", "no"))
    return Person(facts, _levels(kb, rng, here, earlier, SPREAD))


def _outside(kb: KnowledgeBase, rng: random.Random) -> Person:
    here = rng.choice(kb.on_rung(next(iter(kb.rungs))))
    role = kb.roles[here.role]
    work = role.work[0] if role.work and rng.random() < 0.7 else _any(kb, rng, "work")
    metric = role.metrics[0] if role.metrics and rng.random() < 0.5 else _any(kb, rng, "metric")
    asked = kb.needed[here.id]
    levels = {skill: _rounded(rng.gauss(0.6 * asked[skill] if skill in asked else 0.1, 0.8)) for skill in kb.skills}
    return Person({"work": work, "metric": metric}, levels)


def _any(kb: KnowledgeBase, rng: random.Random, question: str) -> str:
    return rng.choice(list(kb.questions[question].labels))


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
    for share in (0.15, 0.5):
        unsure = [frozenset(skill for skill in kb.skills if rng.random() < share) for _ in people]
        told = [replace(person, unsure=of) for person, of in zip(people, unsure, strict=True)]
        yield f"{share:.0%} not sure", told
    for level, name in ((3, "all threes"), (0, "all zeros"), (5, "all fives")):
        yield name, [replace(person, levels=dict.fromkeys(kb.skills, level)) for person in people]
    noisy = [{skill: _rounded(level + rng.gauss(0, 0.7)) for skill, level in p.levels.items()} for p in people]
    yield "noise of .7 levels", [replace(person, levels=told) for person, told in zip(people, noisy, strict=True)]


def _in_another_post(kb: KnowledgeBase, person: Person, rng: random.Random) -> Person:
    """Return a person whose skills are those of quite another post on the rung."""
    current = person.facts["current"]
    assert isinstance(current, tuple)
    (here,) = current
    other = rng.choice([peer.id for peer in kb.on_rung(kb.positions[here].rung) if peer.id != here])
    return replace(person, levels=_levels(kb, rng, other, None, SPREAD))


def _rounded(level: float) -> int:
    return min(max(LEVELS), max(0, round(level)))


def _timing(kb: KnowledgeBase, name: str, people: list[Person]) -> None:
    """Print how long the processor takes to choose a question, over whole interviews."""
    times = []
    for person in people:
        answers = _begun(kb, person)
        while True:
            start = time.process_time()
            question = next_question(kb, answers)
            times.append(1000 * (time.process_time() - start))
            if question is None or question.id == MORE:
                break
            answers = {**answers, question.id: person.says(question.id.removeprefix(SKILL))}
    times.sort()
    last = times[-max(1, len(times) // 100)]
    _say(f"\ntime to choose a question {name}: median {statistics.median(times):.1f} ms, p99 {last:.1f} ms")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
