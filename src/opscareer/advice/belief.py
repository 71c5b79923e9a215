"""What is believed of a person's levels, answered or not: a probability for each level from 0 to the highest.

An answered skill is a point. An unanswered one follows from where the person stands: around what the present position
requires, or around what others on the rung know of it. Nobody is sure to be typical, so a second kind of person, of
whom nothing follows, is weighed in by Bayes with each answer (a prior alone makes false confidence).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
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


@lru_cache(maxsize=4096)
def reached(prior: Belief) -> Belief:
    """Return how much each level speaks for somebody who has at least what is typical: above the likeliest no less."""
    return tuple(accumulate(prior, max))


@lru_cache(maxsize=4096)
def not_exceeded(prior: Belief) -> Belief:
    """Return how much each level speaks for somebody who has at most what is typical: below the likeliest no less."""
    return tuple(accumulate(reversed(prior), max))[::-1]


@lru_cache(maxsize=4096)
def beyond(prior: Belief) -> tuple[Belief, Belief]:
    """Return what a prior adds to the belief of which nothing follows: where it raises that, and where it lowers it.

    Both are shares over the levels that add up to nothing. It raises the belief of a level, or a higher one, where it
    makes that likelier.
    """
    over = [a - b for a, b in zip(_or_higher(prior), _or_higher(uniform(len(prior) - 1)), strict=True)]
    return _by_level([max(share, 0.0) for share in over]), _by_level([min(share, 0.0) for share in over])


def agreement(told: Belief, likely: Belief) -> float:
    """Return how likely an answer is, where levels are as likely as this."""
    return sum(share * each for share, each in zip(told, likely, strict=True))


def _typical(before: float, priors: Mapping[str, Belief], told: Mapping[str, Belief]) -> tuple[float, float]:
    """Return how likely the person has at least, and at most, what is typical of the position, after the answers."""
    least = most = before / (1 - before)
    for skill, prior in priors.items():  # not in the order of the answers: the same answers give the same number
        if skill in told:
            for_least, for_most = _speaks_for(told[skill], prior)
            least, most = least * for_least, most * for_most
    return least / (1 + least), most / (1 + most)


@lru_cache(maxsize=4096)
def _speaks_for(told: Belief, prior: Belief) -> tuple[float, float]:
    """Return how much likelier an answer is of who has at least, and at most, what is typical than of anybody."""
    even = agreement(told, uniform(len(prior) - 1))
    return agreement(told, reached(prior)) / even, agreement(told, not_exceeded(prior)) / even


def _mixed(typical: tuple[float, float], prior: Belief) -> Belief:
    (least, most), even = typical, 1 / len(prior)
    return tuple(even + least * more + most * less for more, less in zip(*beyond(prior), strict=True))


def _or_higher(belief: Belief) -> list[float]:
    """Return how likely each level or a higher one is."""
    return [*accumulate(reversed(belief))][::-1]


def _by_level(or_higher: Sequence[float]) -> Belief:
    return tuple(here - above for here, above in pairwise((*or_higher, 0.0)))


def _wish(question: Question, answer: str | None) -> dict[str, float]:
    """Return a share for each option: all on the one chosen, or even where nothing is known."""
    if answer in question.labels:
        return {option.id: float(option.id == answer) for option in question.options}
    return {option.id: 1 / len(question.options) for option in question.options}


def _average(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
