"""Whether the commands tell one person the same: seeded people, and what each command says, held against the others.

`python bench/agreement.py [PEOPLE [SEED]]` prints how many contradictions there are, by kind, with the people.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from random import Random
from typing import NamedTuple

from made_lives import life

from opscareer.advice import (
    Advice,
    Prospect,
    Situation,
    advise,
    effects_of,
    held_against,
    steadiness_of,
    supposition_of,
)
from opscareer.advice.lines import wanted
from opscareer.advice.ways import Journey, Leg, journey_of, schedule_of
from opscareer.interview import Answers, Value, profile_of
from opscareer.knowledge import open_kb
from opscareer.knowledge.open import Opened
from opscareer.match.match import Matcher
from opscareer.match.reading import read
from opscareer.model.kb import KnowledgeBase
from opscareer.views.held import held_view
from opscareer.views.steps import step_words

PEOPLE, SEED = 150, 20261127
_LITTLE = 1e-9


class Contradiction(NamedTuple):
    """What two commands tell differently: of which kind, and what each says."""

    kind: str
    said: tuple[object, ...]


def main() -> int:
    """Print a table; 1 where there is a contradiction."""
    count, seed = (int(word) for word in (*sys.argv[1:], *map(str, (PEOPLE, SEED)[len(sys.argv) - 1 :])))
    opened, kinds, people = open_kb(None), Counter[str](), set[int]()
    for number in range(count):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - people, not secrets
        for found in contradictions(opened, life(opened.whole(), rng), rng):
            kinds[found.kind] += 1
            people.add(number)
            print(number, *found)
    print(f"\nseed {seed}: {count} people, {kinds.total()} contradictions told to {len(people)} of them")
    for kind, often in kinds.most_common():
        print(f"| {kind} | {often} |")
    return int(bool(kinds))


def contradictions(opened: Opened, answers: Answers, rng: Random) -> Iterator[Contradiction]:
    """Yield what the commands tell one person that does not go together."""
    one = _Person(opened, answers)
    for check in CHECKS:
        yield from check(one, rng)


class _Person:
    """Somebody, and what the commands say."""

    def __init__(self, opened: Opened, answers: Answers) -> None:
        self.opened, self.answers, self.kb = opened, answers, opened.whole()
        self.advice: Advice = advise(self.kb, profile_of(self.kb, answers))

    @property
    def situation(self) -> Situation:
        """Where they stand."""
        return self.advice.situation

    @property
    def next(self) -> Prospect | None:
        """The next role of `assess`."""
        return self.advice.next

    @cached_property
    def journey(self) -> Journey:
        """The ways of `path`."""
        return journey_of(self.kb, self.situation, None, 3)

    @property
    def why(self) -> str:
        """Why the next role is named."""
        return " ".join(reason.en for reason in self.next.why) if self.next else ""

    @property
    def remarks(self) -> str:
        """What `path` says of its ways."""
        return " ".join(remark.en for remark in self.journey.remarks)

    def near(self, prospect: Prospect) -> str:
        """Return how near a position is, in words."""
        return step_words(self.kb, self.situation.profile, prospect, self.advice).near.en

    def wants(self, position: str) -> bool:
        """Return whether a position is on a track that is wanted."""
        return bool(wanted(self.kb, self.situation.profile, [position]))

    def answering(self, more: dict[str, int]) -> Prospect | None:
        """Return the next role by other levels, as it would really be told."""
        told: dict[str, Value] = {f"skill.{skill}": level for skill, level in more.items()}
        return advise(self.kb, profile_of(self.kb, {**self.answers, **told})).next


Check = Callable[[_Person, Random], Iterator[Contradiction]]


def _gap_and_plan(one: _Person, _: Random) -> Iterator[Contradiction]:
    """`gap` and `plan` tell kind, verdict and words of each position as `assess` does."""
    for told in (*([one.next] if one.next else []), *one.advice.alternatives):
        gap, plan = (
            held_against(one.kb, one.situation, told.position),
            schedule_of(one.kb, one.situation, told.position),
        )
        ours = (told.candidate.kind, told.verdict, one.near(told))
        for name, other in (("gap", gap), ("plan", plan.prospect)):
            theirs = (other.candidate.kind, other.verdict, one.near(other))
            if theirs != ours:
                yield Contradiction(name, (told.position, *ours, *theirs))


def _months(one: _Person, _: Random) -> Iterator[Contradiction]:
    """Who is ready has nothing to wait for in the plan, who is not has; and is ready when it is through."""
    for told in one.advice.alternatives:
        plan = schedule_of(one.kb, one.situation, told.position)
        through = max(plan.plan.ready, plan.due)
        in_name = told.candidate.kind == "stay" and told.position in one.situation.standing.in_name
        if plan.prospect.gaps_of == told.position and not in_name and (told.verdict == "ready") is (through > 0):
            yield Contradiction("plan waits", (told.position, told.verdict, through))
        by = schedule_of(one.kb, one.situation, told.position, month=through).by
        if plan.prospect.gaps_of == told.position and by and by.prospect.verdict != "ready":
            yield Contradiction("plan is through", (told.position, through, by.prospect.verdict))


def _step(one: _Person, _: Random) -> Iterator[Contradiction]:
    """A promotion is at least within reach; who is told to stay is not ready for what that leads to."""
    if one.next is None or one.situation.offered:
        return
    step, rule = one.next.candidate, one.situation.rule
    if step.kind in ("promotion", "diagonal") and one.next.verdict == "build-first":
        yield Contradiction("promotion out of reach", (step.position,))
    held = one.situation.profile.goal in one.situation.standing.positions
    if step.then and not held and not (rule and rule.step in ("other", "elsewhere", "own")):
        onward = held_against(one.kb, one.situation, step.then)
        if onward.verdict == "ready":
            yield Contradiction("stays and is ready", (step.position, step.then))


def _track(one: _Person, _: Random) -> Iterator[Contradiction]:
    """What is not wanted is named nowhere without a word: not as the next role, nor as what it leads to."""
    if one.next is None or "want to lead" in one.why:
        return
    named = {one.next.position, one.next.candidate.then, one.next.gaps_of} - {"", one.situation.profile.goal}
    for position in sorted(named):
        if not one.wants(position):
            yield Contradiction("unwanted next", (position,))


def _ways(one: _Person, _: Random) -> Iterator[Contradiction]:
    """No way leads through what is not wanted without a word."""
    for way in one.journey.paths[:1]:
        unwanted = [leg.position for leg in way.legs if not one.wants(leg.position)]
        if unwanted and "want to lead" not in one.remarks:
            yield Contradiction("unwanted way", (*unwanted,))


def _first_leg(one: _Person, _: Random) -> Iterator[Contradiction]:
    """The first way begins with the next role, or with what that leads to; else it is told why."""
    if one.next is None or not one.journey.paths:
        return
    leg, step = one.journey.paths[0].legs[0], one.next.candidate
    expected = step.then if step.position in one.situation.standing.positions else step.position
    if expected and leg.position != expected and one.kb.positions[expected].title.en not in one.remarks:
        yield Contradiction("first leg", (step.position, step.then, leg.position))
    yield from _leg(one, leg)


def _leg(one: _Person, leg: Leg) -> Iterator[Contradiction]:
    """A step of a way takes as long as the plan of its position, and is of the same kind."""
    plan = schedule_of(one.kb, one.situation, leg.position)
    ours = (leg.kind, round(leg.ready, 6), round(leg.due, 6))
    theirs = (plan.prospect.candidate.kind, round(plan.plan.ready, 6), round(plan.due, 6))
    if plan.prospect.gaps_of == leg.position and ours != theirs:
        yield Contradiction("leg and plan", (leg.position, *ours, *theirs))


def _what_if(one: _Person, rng: Random) -> Iterator[Contradiction]:
    """What is supposed adds what the gaps say that it would, and each level more does what supposing it does."""
    for effect in effects_of(one.kb, one.advice):
        supposed = supposition_of(one.kb, one.advice, {effect.skill: effect.to}).after
        if effect.next != (supposed.position if supposed else ""):
            yield Contradiction("effect", (effect.skill, effect.to, effect.next, supposed and supposed.position))
    gaps = one.next.gaps if one.next else ()
    closed = rng.sample(gaps, min(3, len(gaps)))
    then = supposition_of(one.kb, one.advice, {gap.skill: gap.need for gap in closed}).after
    if one.next and then and then.gaps_of == one.next.gaps_of:
        promised = one.next.fit + sum(gap.gain for gap in closed)
        if abs(then.fit - promised) > _LITTLE:
            yield Contradiction("what-if", (then.position, then.fit, promised))


def _steady(one: _Person, _: Random) -> Iterator[Contradiction]:
    """What comes of answers a level higher and lower is told as it would be."""
    steady, levels = steadiness_of(one.kb, one.advice), one.situation.profile.levels
    for by, shifted in ((-1, steady.lower), (1, steady.higher)):
        real = one.answering({skill: min(one.kb.top, max(0, level + by)) for skill, level in levels.items()})
        if (shifted.position, shifted.verdict) != _told(real):
            yield Contradiction("steadiness", (by, shifted, _told(real)))


def _told(prospect: Prospect | None) -> tuple[str | None, str | None]:
    return (prospect.position, prospect.verdict) if prospect else (None, None)


def _ads(one: _Person, rng: Random) -> Iterator[Contradiction]:
    """Nobody is told to apply now to what is not within reach, or what they do not want."""
    about = [*(told.position for told in one.advice.alternatives[:3]), *([one.next.position] if one.next else [])]
    for position in (*about, rng.choice([*one.kb.positions])):
        found = _matcher(one.opened).match(read(_ad(one.kb, rng, position)))
        view = held_view(one.kb, one.situation, one.opened.lexicon().names, found)
        likeliest, share = found.positions[0]
        told = held_against(one.kb, one.situation, likeliest)
        if share >= 0.5 and view.verdict == "ready" and told.verdict == "build-first":
            yield Contradiction("apply now", (likeliest, view.fit, told.fit))
        if share >= 0.5 and view.verdict and not one.wants(likeliest) and not view.unwanted:
            yield Contradiction("unwanted ad", (likeliest,))


def _ad(kb: KnowledgeBase, rng: Random, position: str) -> str:
    """Return an ad for a position: some of what it asks, or all, at its level or below, with years or without."""
    heaviest = sorted(kb.positions[position].requirements, key=lambda r: -r.weight)
    asked, lower = heaviest[: rng.choice((3, 6, len(heaviest)))], rng.choice((0, 0, 1))
    years = rng.choice(("", "", "1 年以上工作经验；", "3 年以上工作经验；", "8 年以上工作经验；"))
    verbs = ("了解", "了解", "熟悉", "精通", "精通", "精通")
    lines = [f"{verbs[max(0, r.level - lower)]}{next(iter(kb.skills[r.skill].aliases.zh), r.skill)}；" for r in asked]
    return "\n".join((f"招聘{kb.positions[position].title.zh}", "岗位要求：", years, *lines))


_MATCHERS: dict[int, Matcher] = {}


def _matcher(opened: Opened) -> Matcher:
    return _MATCHERS.setdefault(id(opened), Matcher(opened.lexicon()))


CHECKS: tuple[Check, ...] = (_gap_and_plan, _months, _step, _track, _ways, _first_leg, _what_if, _steady, _ads)

if __name__ == "__main__":
    sys.exit(main())
