"""Fit, gap and gain: how much of what a position asks a person has, and what closing each gap returns.

fit = sum of w * min(x / r, 1); gain = w * (1 - min(x / r, 1)); so the gains add up to 1 - fit. A surplus in one skill
never pays for a lack in another. An unknown level enters every term as its expectation.
"""

from collections.abc import Iterable
from functools import lru_cache

from opscareer.advice.belief import Belief, Beliefs, mean, nearest
from opscareer.advice.standing import Candidate
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.role import Requirement
from opscareer.records import dataclass


@dataclass(frozen=True)
class Gap:
    """A skill that is short of what a position needs.

    have: the level told (0-5), None where unknown or where there was no opportunity yet; assumed: whether it is
    supposed and not told; expected: the level believed (0-5); gain: points of fit (0-1) that closing it returns; step:
    the next level to reach.
    """

    skill: str
    have: int | None
    expected: float
    need: int
    weight: float
    gain: float
    assumed: bool = False

    @property
    def step(self) -> int:
        """The level to work on now: the one above what the person has, or is believed to have."""
        return min(self.need, nearest(self.expected) + 1)


@dataclass(frozen=True)
class GroupFit:
    """A group of skills: its part of what a position asks, how much of that part is there, and was told (0-1)."""

    group: str
    weight: float
    met: float
    answered: float


def requirements_of(kb: KnowledgeBase, position: str, *, entry: bool = False) -> tuple[Requirement, ...]:
    """Return what a position requires; of somebody entering the trade each level is asked a step lower, at least 1.

    That is so only where people begin: whoever comes in higher is taken for what they can do.
    """
    return _lowered(kb, position) if entry and kb.enters(position) else kb.positions[position].requirements


def asked_of(kb: KnowledgeBase, candidate: Candidate, position: str = "") -> tuple[Requirement, ...]:
    """Return what a candidate is asked: by its own position, or by another one that is worked on instead."""
    return requirements_of(kb, position or candidate.position, entry=candidate.entering)


@lru_cache(maxsize=1024)  # every part of an advice asks it anew, of each line that is open from outside
def _lowered(kb: KnowledgeBase, position: str) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(r.skill, max(1, r.level - kb.step), r.weight, r.must, r.sources)
        for r in kb.positions[position].requirements
    )


@lru_cache(maxsize=1024)  # see mean
def met(belief: Belief, level: int) -> float:
    """Return the expected share (0-1) of a required level that is there: E[min(x / r, 1)]."""
    return sum(share * min(x / level, 1) for x, share in enumerate(belief))


def fit_of(requirements: Iterable[Requirement], beliefs: Beliefs) -> float:
    """Return the fit (0-1) of a person to requirements."""
    return sum(r.weight * met(beliefs.skills[r.skill], r.level) for r in requirements)


def answered_of(kb: KnowledgeBase, profile: Profile, position: str) -> float:
    """Return the share (0-1) of a position's weight that was told; that there was no opportunity is an answer."""
    return told_of(kb.positions[position].requirements, profile)


def told_of(requirements: Iterable[Requirement], profile: Profile) -> float:
    """Return the same share (0-1) of the weight of any requirements."""
    told = profile.levels.keys() | profile.no_opportunity
    return round(sum(r.weight for r in requirements if r.skill in told), 9)


def gaps_of(requirements: Iterable[Requirement], beliefs: Beliefs) -> tuple[Gap, ...]:
    """Return the gaps, the largest gain first; equal gains in the order of the skill ids."""
    gaps = [gap for r in requirements if (gap := _gap(r, beliefs)).gain > 0]
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, gap.skill)))


def by_group(kb: KnowledgeBase, requirements: Iterable[Requirement], beliefs: Beliefs) -> tuple[GroupFit, ...]:
    """Return the fit of each group of skills that is asked for, in the order of the knowledge base."""
    asked = tuple(requirements)
    parts = {g.id: [r for r in asked if kb.skills[r.skill].group == g.id] for g in kb.groups}
    return tuple(
        GroupFit(group, weight, min(1.0, fit_of(part, beliefs) / weight), _told(part, beliefs) / weight)
        for group, part in parts.items()
        if (weight := sum(r.weight for r in part))
    )


def mastery_of(kb: KnowledgeBase, positions: Iterable[str], profile: Profile) -> float | None:
    """Return the fit (0-1) of the present positions over their answered skills, weights brought to 1; their mean.

    None while no position has enough of its weight answered. Sums of shares are rounded before they are held against a
    bound, so that no last digit decides.
    """
    measured = [
        sum(r.weight * min(profile.levels[r.skill] / r.level, 1) for r in told) / answered
        for position in positions
        if (told := [r for r in kb.positions[position].requirements if r.skill in profile.levels])
        and round(answered := sum(r.weight for r in told), 9) >= kb.rules.constants.mastery_answered
    ]
    return round(sum(measured) / len(measured), 9) if measured else None


def _told(requirements: Iterable[Requirement], beliefs: Beliefs) -> float:
    return sum(r.weight for r in requirements if r.skill in beliefs.answered)


def _gap(requirement: Requirement, beliefs: Beliefs) -> Gap:
    belief = beliefs.skills[requirement.skill]
    expected = mean(belief)
    return Gap(
        skill=requirement.skill,
        have=nearest(expected) if requirement.skill in beliefs.answered - beliefs.unproved else None,
        expected=expected,
        need=requirement.level,
        weight=requirement.weight,
        gain=requirement.weight * (1 - met(belief, requirement.level)),
        assumed=requirement.skill not in beliefs.answered,
    )
