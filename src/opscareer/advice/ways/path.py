"""The ways from where a person stands to a goal: which positions, in how many months, and what makes up the months.

A step takes until the plan of its target first has fit enough and no gate of a skill, or until the time due on the rung
is served, whichever is later. Levels gained are carried on, so what a step takes depends on the way so far, and no
shortest path over fixed lengths would find it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from opscareer.advice.advise import Situation
from opscareer.advice.standing import UPWARDS, reachable
from opscareer.advice.ways.leg import SIDEWAYS, Leg
from opscareer.advice.ways.search import Search
from opscareer.model.kb import KnowledgeBase

_NEAR = 1.1
"""Ways that take no longer than so many times the shortest are equal to it."""


@dataclass(frozen=True)
class Path:
    """A way to a goal."""

    legs: tuple[Leg, ...]

    @property
    def goal(self) -> str:
        """Where it leads."""
        return self.legs[-1].position

    @property
    def months(self) -> float:
        """How long all of it takes."""
        return self.legs[-1].begins + self.legs[-1].months

    @property
    def sideways(self) -> int:
        """How many of its steps lead into another line or onto another track."""
        return sum(leg.kind in SIDEWAYS for leg in self.legs)

    @property
    def posts(self) -> tuple[str, ...]:
        """The positions that matter: those to which one rises, and the goal. A step in or aside before is a detail."""
        risen = [leg.position for leg in self.legs if leg.kind in UPWARDS]
        return tuple(dict.fromkeys((*risen, self.goal)))


def goals_of(kb: KnowledgeBase, situation: Situation) -> tuple[str, ...]:
    """Return where one without a goal would rise to: the tops in reach, or for those at the top what is above.

    The top is the highest rung, and who rises from there to another position of it stands above it.
    """
    held, top = situation.standing.positions, max(map(kb.order, kb.positions))
    if held and kb.rungs[situation.standing.rung].order == top:
        above = {up for position in held for up in kb.promotions(position)}
    else:
        into = [m for m in kb.ladder.moves if kb.order(m.end) == top]
        above = {m.end for m in into if kb.order(m.start) < top}
        above -= {m.end for m in into if kb.order(m.start) == top and m.kind == "promotion"}
        above = above & frozenset().union(*(reachable(kb, position) for position in held)) or above
    return tuple(position for position in kb.positions if position in above and position not in held)


def best_paths(
    kb: KnowledgeBase, situation: Situation, goals: Iterable[str], k: int, by: str | None = None
) -> tuple[Path, ...]:
    """Return the k best ways to any of the goals that differ in a position that matters, the best first.

    Shorter is better; but within a tenth of the shortest all are equal, and the ones that begin with a position (`by`)
    stand first, then those with fewer steps. At most so many steps lead sideways as the knowledge base says. From
    outside they set out from the positions that suit best: months know nothing of what one would like.
    """
    walked = _walked(kb, situation, goals, k)
    ranked = sorted(walked, key=lambda path: _rank(path, walked[0].months, by))
    best: dict[tuple[str, ...], Path] = {}
    for path in ranked:
        best.setdefault(path.posts, path)
    return tuple(best.values())[:k]


def straight_path(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> Path | None:
    """Return the shortest way without a sideways step, if there is one."""
    return _first(Search(kb, situation, frozenset(goals), sideways=0))


def path_by(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], first: str) -> Path | None:
    """Return the shortest way whose first step leads to a position, if there is one."""
    return _first(Search(kb, situation, frozenset(goals), first=first))


def _first(search: Search) -> Path | None:
    return next((Path(place.legs) for place in search.places()), None)


def _walked(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], k: int) -> list[Path]:
    """Return the shortest ways: all that are equal to the first, and as many more as it takes for k to differ."""
    walked: list[Path] = []
    for place in Search(kb, situation, frozenset(goals)).places():
        path = Path(place.legs)
        if len({one.posts for one in walked}) >= k and not _equal(path, walked[0].months):
            break
        walked.append(path)
    return walked


def _equal(path: Path, shortest: float) -> bool:
    return round(path.months, 6) <= round(_NEAR * shortest, 6)


def _rank(path: Path, shortest: float, by: str | None) -> tuple[bool, bool, int, float, int, tuple[str, ...]]:
    near, steps = _equal(path, shortest), len(path.legs)
    ids = tuple(leg.position for leg in path.legs)
    return (not near, near and ids[0] != by, steps if near else 0, round(path.months, 6), steps, ids)
