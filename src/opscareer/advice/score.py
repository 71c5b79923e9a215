"""The score by which positions are compared: a sum over questions, so that each answer's part in it can be told.

A line of work is judged over two rungs, the present one and the next: half of its score each.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import erf, sqrt
from operator import mul, sub

from opscareer.advice.belief import Belief, Beliefs
from opscareer.advice.draw import capacity_of, draws_of
from opscareer.advice.lines import Line
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.question import Question
from opscareer.model.role import Role
from opscareer.records import dataclass


@dataclass(frozen=True)
class Scale:
    """A line's score, taken apart: a constant, and what each level and each option would add (shares of 1)."""

    line: Line
    constant: float
    skills: Mapping[str, tuple[float, ...]]
    interests: Mapping[str, Mapping[str, float]]


def scales_of(kb: KnowledgeBase, standing: Standing, line: Line, leniency: float, ahead: float) -> tuple[Scale, ...]:
    """Return the scales of a line, one for each position one rung up: a person goes by the one that suits better.

    leniency: by how many levels a person rates themselves too high, which is taken out before lines are compared.
    ahead: what one's own line has ahead of others (a share of 1).
    """
    capacity = capacity_of(kb, standing)
    known = ahead if line.own else 0.0
    return tuple(_scale(kb, line, up, capacity, leniency, known) for up in line.ups or ("",))


def expected(scale: Scale, beliefs: Beliefs) -> float:
    """Return the expected score."""
    believed = beliefs.skills  # what would change asks for some thousand of these sums
    of_skills: list[float] = [sum(map(mul, worth, believed[skill])) for skill, worth in scale.skills.items()]
    return (
        scale.constant
        + sum(of_skills)
        + sum(_liking(worth, beliefs.interests[question]) for question, worth in scale.interests.items())
    )


def shift(scale: Scale, skill: str, before: Beliefs, after: Beliefs) -> float:
    """Return by how much the expected score moves where one skill is believed otherwise."""
    worth = scale.skills[skill]
    return _mean(worth, after.skills[skill]) - _mean(worth, before.skills[skill])


def contributions(scale: Scale, beliefs: Beliefs) -> dict[str, float]:
    """Return what each skill adds to the expected score."""
    return {skill: _mean(worth, beliefs.skills[skill]) for skill, worth in scale.skills.items()}


def chance(lead: float, variance: float) -> float:
    """Return how likely (0-1) a normal variable falls below zero: Phi(-mu / sqrt V); without variance a tie."""
    if variance < 1e-12:
        return 0.0 if lead > 1e-9 else 0.5
    return 0.5 * (1 + erf(-lead / sqrt(2 * variance)))


def spread(leader: Scale, rival: Scale, beliefs: Beliefs) -> dict[str, float]:
    """Return the variance that each unanswered question still brings to the difference of two scores, by its id."""
    open_skills = {
        f"skill.{skill}": _variance(tuple(map(sub, worth, other)), belief)
        for skill, worth in leader.skills.items()
        if worth != (other := rival.skills[skill]) and 1.0 not in (belief := beliefs.skills[skill])
    }
    open_wishes = {
        question: _variance(tuple(worth[o] - rival.interests[question][o] for o in wishes), tuple(wishes.values()))
        for question, worth in leader.interests.items()
        if max((wishes := beliefs.interests[question]).values()) < 1
    }
    return {**open_skills, **open_wishes}


@lru_cache(maxsize=4096)  # the same for every question of a conversation
def _scale(kb: KnowledgeBase, line: Line, up: str, capacity: float, leniency: float, known: float) -> Scale:
    """Return a line's scale over the positions by which it is judged (its aim): the present one, and one rung up."""
    entry = not line.start
    draws = [draws_of(kb, position, entry, capacity, leniency) for position in (line.present, up) if position]
    skills = draws[0] if len(draws) == 1 else {skill: _halved(*(draw[skill] for draw in draws)) for skill in kb.skills}
    constants = kb.rules.constants
    weight = constants.entry_interest if entry else constants.interest
    interests = {question.id: worth_of(question, kb.roles[line.role], weight) for question in kb.interests}
    return Scale(line, known, skills, interests)


def _halved(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    return tuple((a + b) / 2 for a, b in zip(one, other, strict=True))


def worth_of(question: Question, role: Role, weight: float) -> dict[str, float]:
    """Return what each option of an interest question adds for a line of work."""
    entries: tuple[str, ...] = getattr(role, question.reads)
    worth = dict(zip(entries, question.worth, strict=False))
    return {option.id: weight * question.interest * worth.get(option.id, 0.0) for option in question.options}


def _mean(worth: tuple[float, ...], belief: Belief) -> float:
    total: float = sum(map(mul, worth, belief))
    return total


def _liking(worth: Mapping[str, float], wishes: Mapping[str, float]) -> float:
    total: float = sum(map(mul, map(worth.__getitem__, wishes), wishes.values()))
    return total


def _variance(values: tuple[float, ...], shares: Belief) -> float:
    centre: float = sum(map(mul, values, shares))
    squares: float = sum(map(mul, map(mul, values, values), shares))
    return max(0.0, squares - centre * centre)
