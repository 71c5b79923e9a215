"""What brings a person, and what that changes: the first of the situations that speaks for them."""

from opscareer.advice.conditions import Known, holds
from opscareer.advice.standing import Standing, answered
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import SituationRule


def rule_of(kb: KnowledgeBase, profile: Profile, standing: Standing) -> SituationRule | None:
    """Return the rule by which lines and steps are judged: it knows what was told, and no advice yet."""
    return _first(kb, _known(profile, standing))


def book_of(kb: KnowledgeBase, profile: Profile, standing: Standing, found: Known) -> SituationRule | None:
    """Return the rule whose reason and playbook are told.

    found: what is known by then besides: what becomes of a post offered, the kind of step, mastery (0-1).
    """
    return _first(kb, {**_known(profile, standing), **found})


def own_ahead(kb: KnowledgeBase, rule: SituationRule | None) -> float:
    """Return what one's own line has ahead of others (a share of 1).

    Nothing for who wants another one, more for who came for something else than their line.
    """
    constants = kb.rules.constants
    if rule is None or rule.step == "usual":
        return constants.promotion
    return 0.0 if rule.step == "other" else constants.settled


def _first(kb: KnowledgeBase, known: Known) -> SituationRule | None:
    return next((rule for rule in kb.rules.situations if holds(rule.when, known)), None)


def _known(profile: Profile, standing: Standing) -> dict[str, str | float]:
    """Return what rules of situations can test before any advice; from outside one stands on no rung."""
    rung = {} if standing.outside else {"rung": standing.rung}
    return {**answered(profile, standing), **rung}
