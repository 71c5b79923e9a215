"""What is believed of a person's levels, answered or not: a probability for each level from 0 to the highest.

An answered skill is a point. An unanswered one follows from where the person stands: around what the present position
requires, or around what others on the rung know of it. Nobody is sure to be typical, so a second kind of person, of
whom nothing follows, is weighed in by Bayes with each answer (a prior alone makes false confidence).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import exp

from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.levels import TOP
from opscareer.model.profile import Profile
from opscareer.model.question import Question
from opscareer.records import dataclass

Belief = tuple[float, ...]


@dataclass(frozen=True)
class Beliefs:
    """Beliefs of all skills (shares over the levels) and of all interests (shares over the options).

    answered: the skills of which something was told; unproved: those of them that there was no opportunity for yet.
    """

    skills: Mapping[str, Belief]
    interests: Mapping[str, Mapping[str, float]]
    answered: frozenset[str]
    unproved: frozenset[str] = frozenset()

    def with_levels(self, levels: Mapping[str, int]) -> "Beliefs":
        """Return the same beliefs, supposing that some skills stood at these levels."""
        points = {skill: point(level, len(self.skills[skill]) - 1) for skill, level in levels.items()}
        return Beliefs(
            {**self.skills, **points}, self.interests, self.answered | points.keys(), self.unproved - points.keys()
        )


@lru_cache(maxsize=128)
def point(level: int, top: int = TOP) -> Belief:
    """Return the belief of somebody who knows, over the levels up to the highest."""
    return tuple(float(level == other) for other in range(top + 1))


@lru_cache(maxsize=16)
def unproved(top: int = TOP) -> Belief:
    """Return the belief of who had no opportunity yet: levels are deeds, so they stand at 0, seldom at 1.

    It says nothing of the talent.
    """
    return (0.8, 0.2, *(0.0,) * (top - 1))


@lru_cache(maxsize=16)
def uniform(top: int = TOP) -> Belief:
    """Return the belief of which nothing follows."""
    return (1 / (top + 1),) * (top + 1)


UNPROVED, UNIFORM = unproved(), uniform()
"""Those of the built-in number of levels."""


@lru_cache(maxsize=1024)  # a search for a way up asks it of the same few beliefs many thousand times
def mean(belief: Belief) -> float:
    """Return the expected level."""
    return sum(level * share for level, share in enumerate(belief))


def nearest(expected: float) -> int:
    """Return the level nearest to an expected one, a half counting upwards."""
    return int(expected + 0.5)


@lru_cache(maxsize=4096)  # and this as often
def supposed(belief: Belief) -> int:
    """Return the level that a person is taken to have: the one told, else the nearest to what is believed."""
    return nearest(mean(belief))


def believe(kb: KnowledgeBase, standing: Standing, profile: Profile) -> Beliefs:
    """Return what the answers and the person's position lead one to believe of every skill and every interest."""
    priors = _priors(kb, standing)
    told = dict.fromkeys(profile.no_opportunity, unproved(kb.top))
    told |= {skill: point(level, kb.top) for skill, level in profile.levels.items()}
    typical = _typical(kb.rules.constants.prior_typical, priors, told)
    skills = {skill: told[skill] if skill in told else _mixed(typical, prior) for skill, prior in priors.items()}
    interests = {question.id: _wish(question, profile.facts.get(question.id)) for question in kb.interests}
    return Beliefs(skills, interests, frozenset(profile.levels) | profile.no_opportunity, profile.no_opportunity)


@lru_cache(maxsize=64)  # the same for every question of a conversation
def _priors(kb: KnowledgeBase, standing: Standing) -> Mapping[str, Belief]:
    required = required_of(kb, standing)
    return {skill: prior_of(kb, standing.rung, skill, required[skill]) for skill in kb.skills}


def required_of(kb: KnowledgeBase, standing: Standing) -> Mapping[str, int]:
    """Return the level that the present posts ask of each skill, the highest of several; 0 where none asks."""
    held = [kb.needed[position] for position in standing.positions]
    return {skill: max((needed.get(skill, 0) for needed in held), default=0) for skill in kb.skills}


@lru_cache(maxsize=4096)  # few rungs and levels, and many posts
def prior_of(kb: KnowledgeBase, rung: str, skill: str, required: int) -> Belief:
    """Return what is believed of a skill that nobody told: around what is required, else what the rung asks of it."""
    constants = kb.rules.constants
    peers = (kb.needed[peer.id].get(skill, 0) for peer in kb.on_rung(rung))
    centre = constants.prior_present * required if required else constants.prior_elsewhere * _average(peers)
    return _around(centre, constants.prior_sd * (kb.top / TOP), kb.top)  # told for the built-in number of levels


def _around(centre: float, sd: float, top: int) -> Belief:
    """Return a normal distribution cut to the levels that there are."""
    heights = [exp(-((level - centre) ** 2) / (2 * sd * sd)) for level in range(top + 1)]
    return tuple(height / sum(heights) for height in heights)


def _typical(before: float, priors: Mapping[str, Belief], told: Mapping[str, Belief]) -> float:
    """Return how likely the person is typical of the position, after the answers (Bayes over two kinds of people)."""
    odds = before / (1 - before)
    for skill, prior in priors.items():  # not in the order of the answers: the same answers give the same number
        if skill in told:
            odds *= _speaks_for(told[skill], prior)
    return odds / (1 + odds)


@lru_cache(maxsize=4096)  # what would change asks it of the same answers for every skill
def _speaks_for(told: Belief, prior: Belief) -> float:
    """Return how much likelier an answer is of somebody typical than of anybody."""
    return _agreement(told, prior) / _agreement(told, uniform(len(prior) - 1))


def _agreement(told: Belief, prior: Belief) -> float:
    return sum(share * likely for share, likely in zip(told, prior, strict=True))


def _mixed(typical: float, prior: Belief) -> Belief:
    even = (1 - typical) * (1 / len(prior))
    return tuple([typical * likely + even for likely in prior])  # a list first: it takes half as long


def _wish(question: Question, answer: str | None) -> dict[str, float]:
    """Return a share for each option: all on the one chosen, or even where nothing is known."""
    if answer in question.labels:
        return {option.id: float(option.id == answer) for option in question.options}
    return {option.id: 1 / len(question.options) for option in question.options}


def _average(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
