"""Positions side by side: what each asks, and what they share."""

from collections.abc import Sequence

from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass


@dataclass(frozen=True)
class Asked:
    """What each of some positions asks of one skill: a level (1-5), None where it does not ask, and a weight (0-1)."""

    skill: str
    levels: tuple[int | None, ...]
    weights: tuple[float, ...]

    @property
    def shared(self) -> bool:
        """Whether all of the positions ask for it."""
        return None not in self.levels


def compared(kb: KnowledgeBase, positions: Sequence[str]) -> tuple[Asked, ...]:
    """Return all that the positions ask: first what they share, then what most of them ask, the heaviest first."""
    asked = [{r.skill: r for r in kb.positions[position].requirements} for position in positions]
    rows = [
        Asked(
            skill,
            tuple(needs[skill].level if skill in needs else None for needs in asked),
            tuple(needs[skill].weight if skill in needs else 0.0 for needs in asked),
        )
        for skill in kb.skills
        if any(skill in needs for needs in asked)
    ]
    return tuple(sorted(rows, key=lambda row: (row.levels.count(None), -sum(row.weights), row.skill)))
