"""The way to the next role: the rules of the knowledge base, read over what is known."""

from collections.abc import Mapping
from types import MappingProxyType

from opscareer.advice.conditions import Known, holds
from opscareer.advice.standing import Standing, answered
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.rules import Growth, RouteRule
from opscareer.records import dataclass

COMPUTED = (
    *("years", "years_total", "mastery", "verdict", "kind", "rung", "posts", "offers"),
    *("post", "to_offer", "offer_leads", "own_work"),
)
"""What rules may test besides the answers to questions."""


@dataclass(frozen=True)
class Way:
    """A route, and the rules that led to it: the one that decided first."""

    route: str
    rules: tuple[RouteRule, ...]


def found_of(kind: str | None, mastery: float | None, wishes: Mapping[str, str] = MappingProxyType({})) -> Known:
    """Return what an advice has found that rules and playbooks can test; what is unknown is left out.

    mastery: of the present posts (0-1); wishes: what is known of a post offered and of their own work (offers.py).
    """
    found = {"kind": kind, "mastery": mastery, **wishes}
    return {name: value for name, value in found.items() if value is not None}


def known_of(profile: Profile, standing: Standing, verdict: str, found: Known) -> Known:
    """Return what rules can test, with what was found; what is unknown is left out, so that no rule holds by it."""
    chosen = {question: frozenset(options) for question, options in profile.chosen.items()}
    return {**answered(profile, standing), **chosen, "verdict": verdict, "rung": standing.rung, **found}


def way_of(kb: KnowledgeBase, known: Known) -> Way | None:
    """Return the route of the first rule that holds, with the later rules that say the same."""
    holding = [rule for rule in kb.rules.route_rules if holds(rule.when, known)]
    if not holding:
        return None
    route = holding[0].route
    return Way(route, tuple(rule for rule in holding if rule.route == route))


def rests_on_the_post(way: Way | None, kind: str | None) -> bool:
    """Return whether a way is to do the present post well first, which no step down rests on."""
    if way is None or kind in (None, "stay", "down"):
        return False
    return any(test.name == "mastery" for test in way.rules[0].when)


def growth_of(kb: KnowledgeBase, known: Known) -> tuple[Growth, ...]:
    """Return the advice on growing that applies, in the order of the knowledge base."""
    return tuple(growth for growth in kb.rules.growth if holds(growth.when, known))
