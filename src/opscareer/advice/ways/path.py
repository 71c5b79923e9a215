"""The ways from where a person stands to a goal: which positions, in how many months, and what makes up the months.

A step takes until the plan of its target first has fit enough and no gate of a skill, or until the time due on the rung
is served, whichever is later. Levels gained are carried on, so what a step takes depends on the way so far, and no
shortest path over fixed lengths would find it.
"""

from collections.abc import Iterable

from opscareer.advice.advise import Situation
from opscareer.advice.lines import shuns, wanted
from opscareer.advice.standing import UPWARDS
from opscareer.advice.ways.leg import SIDEWAYS, Leg
from opscareer.advice.ways.search import Search
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass


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


def best_paths(
    kb: KnowledgeBase, situation: Situation, goals: Iterable[str], k: int, by: str | None = None
) -> tuple[Path, ...]:
    """Return the k best ways to any of the goals that differ in a position that matters, the best first.

    Shorter is better; but within a tenth of the shortest all are equal, and the ones that begin with a position (`by`)
    stand first, then those with fewer steps. At most so many steps lead sideways as the knowledge base says. From
    outside they set out from the positions that suit best: months know nothing of what one would like. Through lines
    whose chief work the person will not do any more, and posts on the track that they do not want, they lead only where
    no other way does. Where a title is to be given its substance, they begin with that.
    """
    goals = frozenset(goals)
    searches = (
        Search(kb, situation, goals, first=first, without=without - goals)
        for first in _beginnings(situation)
        for without in _unwanted(kb, situation)
    )
    return next((found for search in searches if (found := _differing(search, k, by))), ())


def straight_path(kb: KnowledgeBase, situation: Situation, goals: Iterable[str]) -> Path | None:
    """Return the shortest way without a sideways step, if there is one."""
    goals = frozenset(goals)
    ways = (_shortest(Search(kb, situation, goals, sideways=0, first=first)) for first in _beginnings(situation))
    return next((way for way in ways if way), None)


def path_by(kb: KnowledgeBase, situation: Situation, goals: Iterable[str], first: str) -> Path | None:
    """Return the shortest way whose first step leads to a position, if there is one."""
    return _shortest(Search(kb, situation, frozenset(goals), first=first))


def _shortest(search: Search) -> Path | None:
    place = search.shortest()
    return Path(place.legs) if place else None


def _differing(search: Search, k: int, by: str | None) -> tuple[Path, ...]:
    """Return the k best ways that differ in a position that matters."""
    found: dict[tuple[str, ...], Path] = {}
    for place in search.best(by):
        path = Path(place.legs)
        found.setdefault(path.posts, path)
        if len(found) == k:
            break
    return tuple(found.values())


def _beginnings(situation: Situation) -> tuple[str | None, ...]:
    """Return what ways begin with: the title that is to be given its substance, if one is; else anything."""
    step = situation.next
    in_name = step is not None and step.kind == "stay" and step.position in situation.standing.in_name
    return (step.position, None) if step and in_name else (None,)


def _unwanted(kb: KnowledgeBase, situation: Situation) -> tuple[frozenset[str], ...]:
    """Return the positions that ways keep out of, fewer and fewer: also the track that is not wanted, the lines whose
    chief work the person will not do any more, none."""
    profile = situation.profile
    shunned = frozenset(p.id for p in kb.positions.values() if shuns(kb, profile, p.role))
    away = frozenset(kb.positions).difference(wanted(kb, profile, kb.positions))
    return tuple(dict.fromkeys((shunned | away, shunned, frozenset[str]())))
