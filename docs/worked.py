"""The numbers of docs/worked.md: those of one person's advice, each from the function that advises."""

from collections.abc import Iterator, Sequence
from math import isclose
from pathlib import Path

from opscareer.advice import Situation, situation_of
from opscareer.advice.belief import Belief
from opscareer.advice.draw import capacity_of, draws_of
from opscareer.advice.fit import fit_of, mastery_of, met, requirements_of
from opscareer.advice.leniency import leniency_of
from opscareer.advice.score import Scale, expected
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.given import answers_of

EXAMPLE = Path(__file__).parents[1] / "examples" / "new-media-specialist.yaml"
_LINES = 3
Rows = list[tuple[str, ...]]


def person(kb: KnowledgeBase) -> Situation:
    """Return where the person of the example stands."""
    return situation_of(kb, profile_of(kb, answers_of(kb, str(EXAMPLE))))


def fit_rows(kb: KnowledgeBase) -> Rows:
    """Return a row for each skill that the next position asks, the heaviest first, and their sum."""
    situation = person(kb)
    assert situation.leader is not None
    asked = sorted(requirements_of(kb, situation.leader), key=lambda r: -r.weight)
    rows: Rows = [("skill", "has", "asked", "weight w", "there: min(x/r, 1)", "adds: w × there", "gap returns")]
    for one in asked:
        told = situation.profile.levels.get(one.skill)
        there = met(situation.beliefs.skills[one.skill], one.level)
        parts = (one.weight, there, one.weight * there, one.weight * (1 - there))
        rows.append((kb.skills[one.skill].name.en, "?" if told is None else f"{told}", f"{one.level}", *_shown(parts)))
    fit = fit_of(asked, situation.beliefs)
    gains = sum(r.weight * (1 - met(situation.beliefs.skills[r.skill], r.level)) for r in asked)
    assert isclose(fit + gains, 1)
    return [*rows, ("**together**", "", "", *_shown((sum(r.weight for r in asked),)), "", *_shown((fit, gains)))]


def unknown_rows(kb: KnowledgeBase, skill: str = "short-video") -> Rows:
    """Return how likely each level of a skill is that was not told, and how much of what is asked each would be."""
    situation = person(kb)
    assert situation.leader is not None
    (need,) = (r.level for r in requirements_of(kb, situation.leader) if r.skill == skill)
    belief: Belief = situation.beliefs.skills[skill]
    levels = range(len(belief))
    return [
        (f"{kb.skills[skill].name.en}, {need} asked", *(f"level {level}" for level in levels), "expected"),
        ("how likely", *_shown(belief), f"{_expected(levels, belief):.2f} levels"),
        ("there: min(x/r, 1)", *_shown([min(level / need, 1) for level in levels]), *_shown((met(belief, need),))),
    ]


def line_rows(kb: KnowledgeBase) -> Rows:
    """Return a row for each of the first lines of work: its two draws, what is added, and its score."""
    situation = person(kb)
    shown = situation.scales[:_LINES]
    head = ("line", "draw now", "draw one up", "half of both", "wishes", "own line", "score")
    return [head, *(_line(kb, situation, scale) for scale in shown)]


def _line(kb: KnowledgeBase, situation: Situation, scale: Scale) -> tuple[str, ...]:
    line, beliefs = scale.line, situation.beliefs
    lenient, capacity = leniency_of(kb, situation.standing, situation.profile), capacity_of(kb, situation.standing)
    now, *ups = (
        sum(
            _expected(worth, beliefs.skills[s]) for s, worth in draws_of(kb, position, False, capacity, lenient).items()
        )
        for position in (line.present, *line.ups)
    )
    wishes = sum(worth[o] * beliefs.interests[q][o] for q, worth in scale.interests.items() for o in worth)
    score = expected(scale, beliefs)
    up = min(ups, key=lambda up: abs((now + up) / 2 + wishes + scale.constant - score))
    assert isclose((now + up) / 2 + wishes + scale.constant, score)
    name = kb.positions[line.present].title.en
    return (name, *_shown((now, up, (now + up) / 2, wishes, scale.constant, score)))


def step_lines(kb: KnowledgeBase) -> Iterator[str]:
    """Yield what decides on the step and on its verdict."""
    situation, constants = person(kb), kb.rules.constants
    assert situation.next is not None
    mastery = mastery_of(kb, situation.standing.positions, situation.profile)
    assert mastery is not None
    fit = fit_of(requirements_of(kb, situation.next.position), situation.beliefs)
    lenient = leniency_of(kb, situation.standing, situation.profile)
    title = kb.positions[situation.next.position].title.en
    yield f"- Mastery of the present position is {mastery:.3f}; less than {constants.mastery:g} would be told first."
    yield f"- Leniency taken out before the lines were compared: {lenient:g} of a level."
    reach, ready = constants.within_reach, constants.ready
    yield f"- The fit is {fit:.3f}: *within reach* is from {reach:g}, *ready* from {ready:g}."
    yield f"- So the step in the line that comes first is a {situation.next.kind}, to *{title}*."


def _expected(worth: Sequence[float], belief: Belief) -> float:
    return sum(one * share for one, share in zip(worth, belief, strict=True))


def _shown(numbers: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{number:.3f}" for number in numbers)
