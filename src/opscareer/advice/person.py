"""A person held against positions: the fit, and whether a post is in reach."""

from opscareer.advice.belief import Beliefs, mean
from opscareer.advice.fit import fit_of, requirements_of
from opscareer.advice.leading import leads, may_lead
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import Profile
from opscareer.model.role import Requirement
from opscareer.model.rules import SituationRule

BEGUN = 1.5
"""The expected level from which a skill that nobody told counts as begun."""


class Person:
    """What is known of a person; `reach` is the fit (0-1) from which a post is in reach."""

    def __init__(self, kb: KnowledgeBase, profile: Profile, standing: Standing, beliefs: Beliefs) -> None:
        self.kb, self.profile, self.standing, self.beliefs = kb, profile, standing, beliefs
        self.reach = kb.rules.constants.within_reach

    def in_reach(self, position: str, reach: float) -> bool:
        """Return whether a post is in reach from a fit (0-1) on, and nothing says that the person could not lead it."""
        may = not leads(self.kb, position) or may_lead(self.kb, self.profile, self.beliefs, unknown=self._begun)
        return may and self.fit(position) >= reach

    def _begun(self, skill: str) -> bool:
        return mean(self.beliefs.skills[skill]) >= BEGUN

    def is_hollow(self, title: str, rule: SituationRule | None) -> bool:
        """Return whether a title would count for nothing elsewhere, to who has to look there: most of it is missing."""
        leaving = rule is not None and rule.step == "elsewhere"
        return leaving and self.fit(title) < self.kb.rules.constants.offer_reach

    def fit(self, position: str) -> float:
        """Return the fit, rounded: no last digit of a sum decides between two posts, or at a bound."""
        return round(fit_of(self.asked(position), self.beliefs), 9)

    def asked(self, position: str) -> tuple[Requirement, ...]:
        """Return what a position asks; of who enters the trade less."""
        return requirements_of(self.kb, position, entry=self.standing.outside)
