"""How a person fits to what one job ad asks, rather than to what its position usually asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from opscareer.advice.ad_conditions import Unmet, unmet_of
from opscareer.advice.fit import Gap, fit_of, gaps_of
from opscareer.advice.gates import verdict_of
from opscareer.advice.situation import Situation
from opscareer.model.ad import NO_CONDITIONS, Asked, Conditions
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.model.step import Verdict

_HEARD = 3  # mentions; an ad that says a thing oftener does not ask it more
_WISHED = 0.5


@dataclass(frozen=True)
class AdFit:
    """The fit (0-1), the gaps in the order of their gain, and how near that is; an ad has no gates, but conditions.

    unmet: those that the person does not meet.
    """

    fit: float
    gaps: tuple[Gap, ...]
    verdict: Verdict
    unmet: tuple[Unmet, ...] = ()


def fit_to_ad(
    kb: KnowledgeBase, asked: Iterable[Asked], situation: Situation, conditions: Conditions = NO_CONDITIONS
) -> AdFit | None:
    """Return how a person fits to what an ad asks; None where it asks no skill.

    Each skill weighs as much as the ad speaks of it, up to three times, and half of that where it is only wished for.
    """
    asked = tuple(asked)
    heard = {one.skill: min(_HEARD, len(one.mentions)) * (_WISHED if one.wish else 1.0) for one in asked}
    whole = sum(heard.values())
    if not whole:
        return None
    wanted = [Requirement(one.skill, one.level, heard[one.skill] / whole, must=False, sources=()) for one in asked]
    fit = fit_of(wanted, situation.beliefs)
    gaps = gaps_of(wanted, situation.beliefs)
    return AdFit(fit, gaps, verdict_of(kb, fit, (), gaps), unmet_of(kb, conditions, situation.profile))
