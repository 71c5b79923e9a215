"""What is believed of a person's levels, answered or not: a probability for each of the levels 0-5.

An answered skill is a point. An unanswered one follows from where the person stands: around what the present position
requires, or around what others on the rung know of it. Nobody is sure to be typical, so a second kind of person, of
whom nothing follows, is weighed in by Bayes with each answer (a prior alone makes false confidence).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.question import Question
from opscareer.model.skill import LEVELS

Belief = tuple[float, ...]

UNPROVED: Belief = (0.8, 0.2, 0.0, 0.0, 0.0, 0.0)
"""Levels are deeds: who had no opportunity yet stands at 0, seldom at 1. It says nothing of the talent."""

UNIFORM: Belief = tuple(1 / len(LEVELS) for _ in LEVELS)


@dataclass(frozen=True)
class Beliefs:
    """Beliefs of all skills (shares over the levels 0-5) and of all interests (shares over the options).

    answered: the skills of which something was told; unproved: those of them that there was no opportunity for yet.
    """

    skills: Mapping[str, Belief]
    interests: Mapping[str, Mapping[str, float]]
    answered: frozenset[str]
    unproved: frozenset[str] = frozenset()

    def with_levels(self, levels: Mapping[str, int]) -> "Beliefs":
        """Return the same beliefs, supposing that some skills stood at these levels (0-5)."""
        points = {skill: point(level) for skill, level in levels.items()}
        return replace(
            self,
            skills={**self.skills, **points},
            answered=self.answered | points.keys(),
            unproved=self.unproved - points.keys(),
        )


@lru_cache(maxsize=len(LEVELS))
def point(level: int) -> Belief:
    """Return the belief of somebody who knows."""
    return tuple(float(level == other) for other in LEVELS)


@lru_cache(maxsize=1024)  # a search for a way up asks it of the same few beliefs a hundred thousand times
def mean(belief: Belief) -> float:
    """Return the expected level (0-5)."""
    return sum(level * share for level, share in enumerate(belief))


def nearest(expected: float) -> int:
    """Return the level (0-5) nearest to an expected one, a half counting upwards."""
    return int(expected + 0.5)


def supposed(belief: Belief) -> int:
    """Return the level (0-5) that a person is taken to have: the one told, else the nearest to what is believed."""
    return nearest(mean(belief))


def believe(kb: KnowledgeBase, standing: Standing, profile: Profile) -> Beliefs:
    """Return what the answers and the person's position lead one to believe of every skill and every interest."""
    priors = _priors(kb, standing)
    told = {**dict.fromkeys(profile.no_opportunity, UNPROVED), **{s: point(n) for s, n in profile.levels.items()}}
    typical = _typical(kb.rules["prior_typical"], priors, told)
    skills = {skill: told[skill] if skill in told else _mixed(typical, prior) for skill, prior in priors.items()}
    interests = {question.id: _wish(question, profile.facts.get(question.id)) for question in kb.interests}
    return Beliefs(skills, interests, frozenset(profile.levels) | profile.no_opportunity, profile.no_opportunity)


@lru_cache(maxsize=64)  # the same for every question of a conversation
def _priors(kb: KnowledgeBase, standing: Standing) -> Mapping[str, Belief]:
    return {skill: _around(centre, kb.rules["prior_sd"]) for skill, centre in _centres(kb, standing).items()}


def _centres(kb: KnowledgeBase, standing: Standing) -> dict[str, float]:
    """Return the level around which each skill is supposed to stand."""
    peers = kb.on_rung(standing.rung)
    held = [kb.needed[position] for position in standing.positions]
    return {
        skill: kb.rules["prior_present"] * required
        if (required := max((needed.get(skill, 0) for needed in held), default=0))
        else kb.rules["prior_elsewhere"] * _average(kb.needed[peer.id].get(skill, 0) for peer in peers)
        for skill in kb.skills
    }


def _around(centre: float, sd: float) -> Belief:
    """Return a normal distribution cut to the six levels."""
    heights = [exp(-((level - centre) ** 2) / (2 * sd * sd)) for level in LEVELS]
    return tuple(height / sum(heights) for height in heights)


def _typical(before: float, priors: Mapping[str, Belief], told: Mapping[str, Belief]) -> float:
    """Return how likely the person is typical of the position, after the answers (Bayes over two kinds of people)."""
    odds = before / (1 - before)
    for skill, prior in priors.items():  # not in the order of the answers: the same answers give the same number
        if skill in told:
            odds *= _agreement(told[skill], prior) / _agreement(told[skill], UNIFORM)
    return odds / (1 + odds)


def _agreement(told: Belief, prior: Belief) -> float:
    return sum(share * likely for share, likely in zip(told, prior, strict=True))


def _mixed(typical: float, prior: Belief) -> Belief:
    return tuple(typical * likely + (1 - typical) * even for likely, even in zip(prior, UNIFORM, strict=True))


def _wish(question: Question, answer: str | None) -> dict[str, float]:
    """Return a share for each option: all on the one chosen, or even where nothing is known."""
    if answer in question.labels:
        return {option.id: float(option.id == answer) for option in question.options}
    return {option.id: 1 / len(question.options) for option in question.options}


def _average(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
