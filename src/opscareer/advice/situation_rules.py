"""What brings a person, and what that changes: the first of the situations that speaks for them."""

from opscareer.advice.conditions import Known, holds
from opscareer.advice.standing import Standing, answered
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule


def rule_of(kb: KnowledgeBase, profile: Profile, standing: Standing) -> SituationRule | None:
    """Return the rule by which lines and steps are judged: it knows what was told, and no advice yet."""
    return _first(kb, _known(profile, standing))


def book_of(kb: KnowledgeBase, profile: Profile, standing: Standing, *, offered: bool) -> SituationRule | None:
    """Return the rule whose reason and playbook are told: it also knows whether a post offered is advised."""
    known = _known(profile, standing)
    if profile.offer is not None:
        known["post"] = "offered" if offered else "declined"
    return _first(kb, known)


def _first(kb: KnowledgeBase, known: Known) -> SituationRule | None:
    return next((rule for rule in kb.rules.situations if holds(rule.when, known)), None)


def _known(profile: Profile, standing: Standing) -> dict[str, str | float]:
    """Return what rules of situations can test before any advice; from outside one stands on no rung."""
    rung = {} if standing.outside else {"rung": standing.rung}
    return {**answered(profile, standing), **rung}
