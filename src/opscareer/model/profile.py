"""What is known of a person: the answers given, and nothing else."""

from collections.abc import Mapping
from dataclasses import field

from opscareer.records import dataclass

NOT_SURE = "not-sure"
NO_OPPORTUNITY = "no-opportunity"


@dataclass(frozen=True)
class Profile:
    """A person as the answers tell. Levels 0-5; years; a skill without a level is unknown, never zero.

    `current` is empty for someone from outside the trade; `offer` is a position offered or in sight; `avoid` are the
    kinds of work that they will not do any more; `chosen` what else they chose of several, by question, in the order of
    its options. `notes` are told in their own words, by question: no advice reads
    them.
    """

    current: tuple[str, ...] = ()
    years: float | None = None
    years_total: float | None = None
    goal: str | None = None
    offer: str | None = None
    avoid: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    no_opportunity: frozenset[str] = frozenset()

    @property
    def outside(self) -> bool:
        """Whether the person holds no position of the trade yet."""
        return not self.current
