"""What many people's answers come to: tallies of a batch after the other, in constant memory.

All that is counted are whole numbers, so that it is the same in whatever order it is added.
"""

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import NONE, Ints
from opscareer.team.beliefs import Beliefs
from opscareer.team.bench import Next, bench_of
from opscareer.team.columns import UNPROVED
from opscareer.team.figures import figures_of
from opscareer.team.kernel import Known, known_of
from opscareer.team.named import Named
from opscareer.team.people import People
from opscareer.team.short import Aims, Sums, billionths, short_of
from opscareer.team.standings import Standings
from opscareer.team.steps import KINDS
from opscareer.team.tables import Tables, tables_of
from opscareer.team.told import VERDICTS, Told, is_eased
from opscareer.team.who import Who
from opscareer.views.group import By, GroupFigures

_AT_ONCE = 2048
"""People whose fits to all positions are worked out at once: few enough to stay near the processor."""


class Tally:
    """Counts and sums over people; names: whether to keep who the first ones are, which nothing else does.

    Adding one batch after another, or tallies that were made apart (`merge`), is the same as adding all at once.
    """

    def __init__(self, kb: KnowledgeBase, by: By = "role", *, names: bool = False) -> None:
        self._tables, self._by = tables_of(kb), by
        self._sums: Sums = {}
        self._named = Named(kb) if names else None

    def add(self, people: People, told: Told, known: Known | None = None) -> None:
        """Count some people and what they were told (`tell`); known: what it was told by, if that is still at hand."""
        known = known or known_of(self._tables, people)
        for first in range(0, len(people), _AT_ONCE):
            part = slice(first, first + _AT_ONCE)
            self._take(_steps(told, part))
            who, steps, aim = known.who.only(part), told.steps.only(part), told.aim[part]
            eased = is_eased(self._tables, who, steps) & (aim == steps.position)
            next_one = Next(steps.position, told.verdict[part])
            self._stand(people.only(part), who, known.standings, known.beliefs.only(part), Aims(aim, eased), next_one)

    def merge(self, other: "Tally") -> None:
        """Count the people of another tally of the same knowledge base, as ones who come after."""
        self._take(other._sums)
        if self._named and other._named:
            self._named.merge(other._named)

    def found(self) -> GroupFigures:
        """Return what was counted, in plain Python."""
        return figures_of(self._tables, self._by, self._sums, self._named)

    def _stand(
        self, people: People, who: Who, standings: Standings, beliefs: Beliefs, aims: Aims, next_one: Next
    ) -> None:
        """Count how people stand to what they hold, to what they work on, and to all positions."""
        tables = self._tables
        bench = bench_of(tables, who, standings, beliefs, people.posts, next_one)
        self._take(_levels(tables, people))
        self._take(short_of(tables, who, standings, beliefs, aims))
        self._take({"post_ready": bench.ready.sum(axis=0), "post_within": bench.within.sum(axis=0)})
        if self._named:
            self._named.add(people, bench)

    def _take(self, sums: Sums) -> None:
        for name, found in sums.items():
            self._sums[name] = self._sums[name] + found if name in self._sums else found


def _steps(told: Told, part: slice) -> Sums:
    """Return how many people are told which kind of step and which verdict, and the sum of their fits."""
    going = told.steps.position[part] != NONE
    return {
        "people": np.array([len(going)]),
        "kinds": np.bincount(told.steps.kind[part][going], minlength=len(KINDS)),
        "verdicts": np.bincount(told.verdict[part][going], minlength=len(VERDICTS)),
        "fit": billionths(told.fit[part][going]).sum(keepdims=True),
    }


def _levels(tables: Tables, people: People) -> Sums:
    """Return how many people hold each position, and by the post that each counts for, how many told which level.

    The last but one of the levels is of no opportunity, the last of what is unknown.
    """
    top, count = tables.kb.top, len(tables.positions)
    states = np.where(people.skills >= 0, people.skills, np.where(people.skills == UNPROVED, top + 1, top + 2))
    shape = (count + 1, states.shape[1], top + 3)
    posts = post_of(tables, people.posts)
    place = np.ravel_multi_index((posts[:, None], np.arange(shape[1])[None, :], states.astype(np.intp)), shape)
    return {
        "states": np.bincount(place.ravel(), minlength=int(np.prod(shape))).reshape(shape),
        "held": np.bincount(people.posts[people.posts != NONE], minlength=count),
        "counted": np.bincount(posts, minlength=count + 1),
    }


def post_of(tables: Tables, posts: Ints) -> Ints:
    """Return the post that each person counts for: the highest held, the first told of several; no post is the last."""
    height = np.where(posts == NONE, NONE, tables.order[posts])
    first = np.take_along_axis(posts, np.argmax(height, axis=1)[:, None], axis=1)[:, 0]
    return np.where(first == NONE, len(tables.positions), first)
