"""Who the first ones are, where that is asked for: no tally holds an id otherwise."""

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.bench import Bench
from opscareer.team.people import People
from opscareer.text import clean

FIRST = 20
"""So many are named for each position; the others are only counted."""


class Named:
    """The first people who are ready for each position, or within reach, and the first who told each level or more."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._top = kb.top
        self.ready: list[list[str]] = [[] for _ in kb.positions]
        self.within: list[list[str]] = [[] for _ in kb.positions]
        self.holders: list[list[str]] = [[""] * kb.top for _ in kb.skills]
        self._names: dict[str, str] = {}

    def add(self, people: People, bench: Bench) -> None:
        """Keep the first of some people."""
        for kept, found in ((self.ready, bench.ready), (self.within, bench.within)):
            for ids, column in zip(kept, found.T, strict=True):
                rows = np.flatnonzero(column)[: FIRST - len(ids)]
                ids += [self._id(people, int(row)) for row in rows]
        for skill, levels in enumerate(self.holders):
            for level in range(1, self._top + 1):
                reached = people.skills[:, skill] >= level
                if not levels[level - 1] and reached.any():
                    levels[level - 1] = self._id(people, int(np.argmax(reached)))

    def merge(self, other: "Named") -> None:
        """Keep the first of other people, who come after."""
        for kept, more in ((self.ready, other.ready), (self.within, other.within)):
            for ids, later in zip(kept, more, strict=True):
                ids += later[: FIRST - len(ids)]
        for mine, theirs in zip(self.holders, other.holders, strict=True):
            mine[:] = [one or two for one, two in zip(mine, theirs, strict=True)]
        self._names = other._names | self._names

    @property
    def called(self) -> dict[str, str]:
        """What those of them are called whose ids are numbers, by their ids."""
        kept = sorted({id_ for ids in (*self.ready, *self.within, *self.holders) for id_ in ids})
        return {id_: self._names[id_] for id_ in kept if id_ in self._names}

    def _id(self, people: People, row: int) -> str:
        """Return who somebody is, and keep what they are called; ? where the table does not tell."""
        id_ = people.ids[row].as_py() or "?"
        if name := people.names[row].as_py():
            self._names.setdefault(id_, clean(name))
        return id_
