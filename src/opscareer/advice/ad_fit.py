"""How a person fits to what one job ad asks, rather than to what its position usually asks."""

from collections.abc import Collection, Iterable

from opscareer.advice.ad_conditions import Unmet, unmet_of
from opscareer.advice.fit import Gap, fit_of, gaps_of, told_of
from opscareer.advice.gates import verdict_of
from opscareer.advice.openings import levels_below, unwanted
from opscareer.advice.prospect import Prospect, held_against
from opscareer.advice.situation import Situation
from opscareer.model.ad import NO_CONDITIONS, Asked, Conditions
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.step import Unwanted, Verdict
from opscareer.records import dataclass

_HEARD = 3  # mentions; an ad that says a thing oftener does not ask it more
_WISHED = 0.5
_LITTLE = 0.3  # of what its position usually asks, by weight: of 1,280 real ads 23% name less
_CLEAR = 0.5  # the share of the likeliest position, from which an ad is taken to be for it
_NEAREST: tuple[Verdict, ...] = ("ready", "within-reach", "build-first")


@dataclass(frozen=True)
class AdFit:
    """The fit (0-1), the gaps in the order of their gain, and how near that is; an ad has no gates, but conditions.

    answered: the share (0-1) of its weight that was told; unmet: those conditions that the person does not meet; usual:
    the position of an ad that names little of what it usually asks, as the person stands to it: the ad is no nearer
    than that; unwanted: why the person does not want its position; falls: by how many levels that lies below all they
    hold; both where it is clear.
    """

    fit: float
    gaps: tuple[Gap, ...]
    verdict: Verdict
    answered: float = 1.0
    unmet: tuple[Unmet, ...] = ()
    usual: Prospect | None = None
    unwanted: Unwanted | None = None
    falls: int = 0


def fit_to_ad(
    kb: KnowledgeBase,
    asked: Iterable[Asked],
    situation: Situation,
    conditions: Conditions = NO_CONDITIONS,
    likeliest: tuple[str, float] | None = None,
) -> AdFit | None:
    """Return how a person fits to what an ad asks; None where it asks no skill, or few and its position is not clear.

    likeliest: the position that the ad is for, and how likely that is (0-1).
    Each skill weighs as much as the ad speaks of it, up to three times, and half of that where it is only wished for.
    """
    asked = tuple(asked)
    wanted = _requirements(asked)
    if not wanted:
        return None
    clear = likeliest[0] if likeliest and likeliest[1] >= _CLEAR else ""
    little = likeliest is not None and _names_little(kb, likeliest[0], asked)
    if little and not clear:
        return None
    known = held_against(kb, situation, clear) if clear else None
    usual = known if little else None
    fit, gaps = fit_of(wanted, situation.beliefs), gaps_of(wanted, situation.beliefs)
    unmet = unmet_of(kb, conditions, situation.profile)
    near = [verdict_of(kb, fit, (), gaps), *([usual.own_verdict] if usual else [])]
    if any(one.far for one in unmet) or (known and known.verdict == "build-first"):
        near.append("within-reach")  # what else its post asks is not yet there, whatever the ad names of it
    away = unwanted(kb, situation.profile, clear) if clear else None
    told, falls = told_of(wanted, situation.profile), _falls(kb, situation, clear) if clear else 0
    return AdFit(fit, gaps, max(near, key=_NEAREST.index), told, unmet, usual, away, falls)


def _falls(kb: KnowledgeBase, situation: Situation, position: str) -> int:
    """Return by how many levels a position lies below all that are held; 0 where it does not, or is where they go: on
    the way back in, to their goal, as their next step."""
    going = (situation.profile.goal, situation.next.position if situation.next else None)
    if situation.back_in or position in going:
        return 0
    return levels_below(kb, situation.standing, position)


def _requirements(asked: Collection[Asked]) -> list[Requirement]:
    """Return what an ad asks as requirements whose weights sum to 1; none where it asks no skill."""
    heard = {one.skill: min(_HEARD, len(one.mentions)) * (_WISHED if one.wish else 1.0) for one in asked}
    whole = sum(heard.values())
    if not whole:
        return []
    return [Requirement(one.skill, one.level, heard[one.skill] / whole, must=False, sources=()) for one in asked]


def _names_little(kb: KnowledgeBase, position: str, asked: Collection[Asked]) -> bool:
    """Return whether an ad says too little of what its position usually asks to tell by that alone how near it is."""
    named = {one.skill for one in asked if not one.wish}
    return round(sum(r.weight for r in kb.positions[position].requirements if r.skill in named), 9) < _LITTLE
