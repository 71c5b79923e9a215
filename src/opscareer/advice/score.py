"""The score by which positions are compared: a sum over questions, so that each answer's part in it can be told.

draw = fit - unused: fit alone ranks undemanding work first. A line of work is judged over two rungs, the present one
and the next, because all lines converge at the top and the next rung alone could never tell them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import erf, sqrt

from opscareer.advice.belief import Belief, Beliefs
from opscareer.advice.fit import requirements_of
from opscareer.advice.standing import Candidate, Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.question import Question
from opscareer.model.role import Role
from opscareer.model.skill import LEVELS


@dataclass(frozen=True)
class Scale:
    """A candidate's score, taken apart: a constant, and what each level and each option would add (shares of 1)."""

    candidate: Candidate
    constant: float
    skills: Mapping[str, tuple[float, ...]]
    interests: Mapping[str, Mapping[str, float]]


def scales_of(kb: KnowledgeBase, standing: Standing, candidates: tuple[Candidate, ...]) -> tuple[Scale, ...]:
    """Return the scale of each candidate."""
    capacity = _capacity(kb, standing)
    return tuple(_scale(kb, candidate, capacity) for candidate in candidates)


def expected(scale: Scale, beliefs: Beliefs) -> float:
    """Return the expected score."""
    return (
        scale.constant
        + sum(_mean(worth, beliefs.skills[skill]) for skill, worth in scale.skills.items())
        + sum(_liking(worth, beliefs.interests[question]) for question, worth in scale.interests.items())
    )


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
        f"skill.{skill}": _variance([a - b for a, b in zip(worth, rival.skills[skill], strict=True)], belief)
        for skill, worth in leader.skills.items()
        if worth != rival.skills[skill] and max(belief := beliefs.skills[skill]) < 1
    }
    open_wishes = {
        question: _variance([worth[o] - rival.interests[question][o] for o in wishes], tuple(wishes.values()))
        for question, worth in leader.interests.items()
        if max((wishes := beliefs.interests[question]).values()) < 1
    }
    return {**open_skills, **open_wishes}


@lru_cache(maxsize=64)
def _capacity(kb: KnowledgeBase, standing: Standing) -> float:
    """Return C: how many levels somebody on this rung has to use, on average."""
    peers = kb.on_rung(standing.rung)
    asked = sum(requirement.level for peer in peers for requirement in peer.requirements)
    return kb.rules["unused_scale"] * asked / len(peers)


@lru_cache(maxsize=1024)  # the same for every question of a conversation
def _scale(kb: KnowledgeBase, candidate: Candidate, capacity: float) -> Scale:
    """Return the candidate's scale over the positions by which its line is judged (its aim)."""
    entry = candidate.kind == "entry"
    aim = _aim(kb, candidate)
    asked = [{r.skill: (r.level, r.weight) for r in requirements_of(kb, p, entry=entry)} for p in aim]
    skills = {
        skill: tuple(sum(_draw(needs.get(skill), level, capacity) for needs in asked) / len(aim) for level in LEVELS)
        for skill in kb.skills
    }
    line = kb.roles[kb.positions[candidate.start if candidate.kind == "promotion" else candidate.position].role]
    weight = kb.rules["entry_interest" if entry else "interest"]
    interests = {question.id: _worth(question, line, weight) for question in kb.interests}
    return Scale(candidate, kb.rules["promotion"] if candidate.kind == "promotion" else 0.0, skills, interests)


def _aim(kb: KnowledgeBase, candidate: Candidate) -> tuple[str, ...]:
    if candidate.kind == "promotion":
        return (candidate.start, candidate.position)
    if candidate.kind == "lateral":
        return (candidate.position, *kb.promotions(candidate.position)[:1])
    if candidate.kind == "diagonal":
        below = f"{kb.positions[candidate.position].role}/{kb.positions[candidate.start].rung}"
        return (below, candidate.position) if below in kb.positions else (candidate.position,)
    return (candidate.position,)


def _draw(need: tuple[int, float] | None, level: int, capacity: float) -> float:
    """Return what a level adds to the draw of a position: its part of the fit, less what would lie unused."""
    required, weight = need or (0, 0.0)
    used = weight * min(level / required, 1) if required else 0.0
    return used - max(0, level - required) / capacity


def _worth(question: Question, role: Role, weight: float) -> dict[str, float]:
    """Return what each option of an interest question adds for a line of work."""
    entries: tuple[str, ...] = getattr(role, question.reads)
    worth = dict(zip(entries, question.worth, strict=False))
    return {option.id: weight * question.interest * worth.get(option.id, 0.0) for option in question.options}


def _mean(worth: tuple[float, ...], belief: Belief) -> float:
    return sum(value * share for value, share in zip(worth, belief, strict=True))


def _liking(worth: Mapping[str, float], wishes: Mapping[str, float]) -> float:
    return sum(worth[option] * share for option, share in wishes.items())


def _variance(values: list[float], shares: Belief) -> float:
    centre = square = 0.0
    for value, share in zip(values, shares, strict=True):
        centre += value * share
        square += value * value * share
    return max(0.0, square - centre * centre)
