"""The score by which positions are compared: a sum over questions, so that each answer's part in it can be told.

draw = fit - unused: fit alone ranks undemanding work first. A line of work is judged over two rungs, the present one
and the next: half of its score each.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import erf, sqrt
from operator import mul, sub
from typing import NamedTuple

from opscareer.advice.belief import Belief, Beliefs
from opscareer.advice.fit import requirements_of
from opscareer.advice.lines import Line
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.question import Question
from opscareer.model.role import Requirement, Role
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


@lru_cache(maxsize=64)
def capacity_of(kb: KnowledgeBase, standing: Standing) -> float:
    """Return C: how many levels somebody on this rung has to use, on average."""
    peers = kb.on_rung(standing.rung)
    asked = sum(requirement.level for peer in peers for requirement in peer.requirements)
    return kb.rules.constants.unused_scale * asked / len(peers)


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


@lru_cache(maxsize=4096)
def draws_of(
    kb: KnowledgeBase, position: str, entry: bool, capacity: float, leniency: float
) -> Mapping[str, tuple[float, ...]]:
    """Return what each level of each skill adds to the draw of a position: its part of the fit, less what lies unused.

    From outside the fit alone asks a level less. What a short list does not name is not thereby useless.
    """
    asked = {r.skill: r for r in requirements_of(kb, position, entry=entry)}
    called_for = _called_for(kb, position)
    measure = _Measure(kb.top, capacity, leniency)
    return {s: _draw(asked.get(s), called_for.get(s, 0.0), measure) for s in kb.skills}


class _Measure(NamedTuple):
    """How levels are measured: the highest, what there is to use of all, and by how much they are told too high."""

    top: int
    capacity: float
    leniency: float

    @property
    def told(self) -> Iterator[float]:
        """Each level as it is in truth, once the leniency is taken out."""
        return (max(0.0, told - self.leniency) for told in range(self.top + 1))


def _draw(asked: Requirement | None, called_for: float, measure: _Measure) -> tuple[float, ...]:
    unused = _unused(called_for, measure)
    if asked is None:
        return tuple(-part for part in unused)
    there = _shares(asked.level, measure)
    return tuple(asked.weight * share - part for share, part in zip(there, unused, strict=True))


@lru_cache(maxsize=1024)
def _shares(level: int, measure: _Measure) -> tuple[float, ...]:
    """Return the share (0-1) of a required level that each level told is."""
    return tuple(min(told / level, 1) for told in measure.told)


@lru_cache(maxsize=4096)
def _unused(called_for: float, measure: _Measure) -> tuple[float, ...]:
    """Return what of each level told would lie unused where so much is called for, as a share of the capacity."""
    return tuple(max(0.0, told - called_for) / measure.capacity for told in measure.told)


def _halved(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    return tuple((a + b) / 2 for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=1024)
def _called_for(kb: KnowledgeBase, position: str) -> Mapping[str, float]:
    """Return the level that a position calls for of each skill.

    On a list far shorter than its rung's, a skill that it does not name stands at the rung's average, scaled so that
    all together are asked what the rung asks.
    """
    asked = kb.needed[position]
    if len(asked) >= kb.rules.constants.short_list * _usual_length(kb, kb.positions[position].rung):
        return asked
    peers = kb.on_rung(kb.positions[position].rung)
    usual = {skill: sum(kb.needed[p.id].get(skill, 0) for p in peers) / len(peers) for skill in kb.skills}
    rest = {skill: level for skill, level in usual.items() if skill not in asked}
    missing = max(0.0, sum(usual.values()) - sum(asked.values()))
    scale = missing / sum(rest.values()) if sum(rest.values()) else 0.0
    return {**{skill: level * scale for skill, level in rest.items()}, **asked}


@lru_cache(maxsize=64)
def _usual_length(kb: KnowledgeBase, rung: str) -> float:
    """Return how many skills the positions of a rung ask for, in the median."""
    lengths = sorted(len(kb.needed[peer.id]) for peer in kb.on_rung(rung))
    middle = lengths[(len(lengths) - 1) // 2 : len(lengths) // 2 + 1]
    return sum(middle) / len(middle)  # statistics takes longer to import than all of the advice


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
