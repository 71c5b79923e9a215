"""Where a person stands on the ladder, and the steps by which positions are reached from there."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from opscareer.advice.conditions import holds
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move, reached
from opscareer.model.profile import Profile
from opscareer.model.rules import TitleRule
from opscareer.model.step import StepKind
from opscareer.records import dataclass

UPWARDS = ("promotion", "diagonal")


@dataclass(frozen=True)
class Standing:
    """The positions a person is advised from, the highest first, and the rung of the first of them.

    In which order they were told says nothing: what is equally high stands in the order of the rungs, then of the ids.
    `by_title` holds what turned a title into less: the position named, the one advised from, and the rule.
    """

    positions: tuple[str, ...]
    rung: str
    by_title: tuple[tuple[str, str, TitleRule], ...] = ()

    @property
    def outside(self) -> bool:
        """Whether the person comes from outside the trade."""
        return not self.positions

    @property
    def in_name(self) -> Mapping[str, str]:
        """The titles held without their substance, each with the position that it is in truth."""
        return {held: real for held, real, _ in self.by_title}

    def holds(self, position: str) -> bool:
        """Return whether a position is held, be it in name only."""
        return position in self.positions or position in self.in_name


@dataclass(frozen=True)
class Candidate:
    """A position that could come next: how one gets there, from where, by which move (none where no list has it).

    then: of a stay, the promotion that making the post real leads to; empty where there is none.
    """

    position: str
    kind: StepKind
    start: str = ""
    move: Move | None = None
    then: str = ""

    @property
    def entering(self) -> bool:
        """Whether one comes in from outside, and is asked less: who comes back in has a post to start from."""
        return not self.start


def standing_of(kb: KnowledgeBase, profile: Profile) -> Standing:
    """Return where the person stands; a title without its substance counts as the rung that it is in truth."""
    positions = set()
    by_title = []
    for held in _highest_first(kb, profile.current):
        rule = _title_rule(kb, profile, held)
        real = f"{kb.positions[held].role}/{rule.advised_as}" if rule else held
        positions.add(real)
        if rule:
            by_title.append((held, real, rule))
    ordered = _highest_first(kb, positions)
    return Standing(ordered, kb.positions[ordered[0]].rung if ordered else next(iter(kb.rungs)), tuple(by_title))


def _highest_first(kb: KnowledgeBase, positions: Iterable[str]) -> tuple[str, ...]:
    """Return positions in an order of their own, whichever they came in."""
    rungs = list(kb.rungs)
    return tuple(sorted(positions, key=lambda p: (-kb.order(p), rungs.index(kb.positions[p].rung), p)))


def answered(profile: Profile, standing: Standing) -> dict[str, str | float]:
    """Return what a person told that rules can test: facts, years, how many posts they hold and are offered.

    What is unknown is left out, so that no rule holds by it.
    """
    counts = {"posts": float(len(standing.positions)), "offers": float(profile.offer is not None)}
    years = {"years": profile.years, "years_total": profile.years_total}
    return {**profile.facts, **counts, **{name: told for name, told in years.items() if told is not None}}


def candidate_for(kb: KnowledgeBase, standing: Standing, position: str) -> Candidate:
    """Return any position as a candidate, allowed move or not, by how it stands to where the person is.

    Where two moves lead to it, a promotion counts before others. A title held without its substance is made real; from
    it what only it rises to.
    """
    if standing.outside:
        return Candidate(position, "entry")
    if standing.holds(position):
        start = position if position in standing.positions else standing.in_name[position]
        return Candidate(position, "stay", start, None, next(iter(kb.promotions(position)), ""))
    held = highest_of(kb, standing)
    moves = _moves(kb, held, position) or [m for m in _moves(kb, standing.in_name, position) if m.kind == "promotion"]
    if moves:
        move = min(moves, key=lambda m: m.kind != "promotion")
        return Candidate(position, move.kind, move.start, move)
    start = next((start for start in held if _rises_to(kb, start, position)), held[0])
    return Candidate(position, _by_height(kb, start, position), start)


def _moves(kb: KnowledgeBase, starts: Iterable[str], position: str) -> list[Move]:
    return [move for start in starts for move in kb.moves_from[start] if move.end == position]


def highest_of(kb: KnowledgeBase, standing: Standing) -> list[str]:
    """Return the positions that the person is advised from at the greatest height, on whichever track."""
    return [p for p in standing.positions if kb.order(p) == kb.rungs[standing.rung].order]


@lru_cache(maxsize=4096)  # lines are asked where they lead again and again
def reachable(kb: KnowledgeBase, position: str) -> frozenset[str]:
    """Return the position and all that promotions lead to from it."""
    return reached((position,), kb.promotions)


def joined_to(kb: KnowledgeBase, position: str) -> frozenset[str]:
    """Return the position and all that any moves lead to from it, sideways too."""
    return reached((position,), lambda post: [move.end for move in kb.moves_from[post]])


def _by_height(kb: KnowledgeBase, start: str, position: str) -> StepKind:
    """Return what kind of step leads to a position that no move joins."""
    rise = kb.order(position) - kb.order(start)
    if rise > 0:
        return "promotion" if _rises_to(kb, start, position) else "diagonal"
    return "down" if rise < 0 else "lateral"


def _rises_to(kb: KnowledgeBase, start: str, position: str) -> bool:
    """Return whether a position is of one's own line, or of those into which it rises."""
    return kb.positions[position].role == kb.positions[start].role or position in reachable(kb, start)


def _title_rule(kb: KnowledgeBase, profile: Profile, held: str) -> TitleRule | None:
    position = kb.positions[held]
    for rule in kb.rules.titles:
        known = f"{position.role}/{rule.advised_as}" in kb.positions
        spared = bool(rule.unless) and holds(rule.unless, profile.facts)
        if position.rung == rule.rung and known and holds(rule.when, profile.facts) and not spared:
            return rule
    return None
