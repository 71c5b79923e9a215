"""The knowledge base as one frozen whole, with the look-ups that follow from it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from opscareer.model.ladder import Ladder, Move, Rung
from opscareer.model.levels import TOP
from opscareer.model.question import Question
from opscareer.model.role import Position, Role
from opscareer.model.rules import Rules
from opscareer.model.skill import Group, Skill
from opscareer.model.trade import Block, Metric
from opscareer.records import dataclass
from opscareer.text import Text


@dataclass(frozen=True)
class KnowledgeBase:
    """All that is known of a trade. Mappings are by id, in the order of the files.

    other_trades: what titles of posts end with that are none of it.
    """

    name: Text
    version: str
    sha256: str
    groups: tuple[Group, ...]
    skills: Mapping[str, Skill]
    metrics: tuple[Metric, ...]
    blocks: tuple[Block, ...]
    role_groups: tuple[Group, ...]
    roles: Mapping[str, Role]
    positions: Mapping[str, Position]
    ladder: Ladder
    questions: Mapping[str, Question]
    rules: Rules
    sources: Mapping[str, Text]
    other_trades: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return which one it is: all that it holds would be half a million letters."""
        return f"KnowledgeBase({self.name.en!r}, version={self.version!r}, sha256={self.sha256[:8]!r})"

    __hash__ = object.__hash__
    """By identity: what follows from one knowledge base alone may be remembered with it."""

    @cached_property
    def top(self) -> int:
        """The highest level: the same of all skills."""
        return len(next(iter(self.skills.values())).levels) - 1

    @cached_property
    def step(self) -> int:
        """How many levels are about as much as one of five: 1 of up to five levels, 2 of six and more."""
        return -(-self.top // TOP)

    @cached_property
    def rungs(self) -> Mapping[str, Rung]:
        """The rungs by id, lowest first."""
        return {rung.id: rung for rung in sorted(self.ladder.rungs, key=lambda rung: rung.order)}

    @cached_property
    def moves_from(self) -> Mapping[str, tuple[Move, ...]]:
        """The moves that leave each position, in the order of the files."""
        leaving: dict[str, list[Move]] = {id_: [] for id_ in self.positions}
        for move in self.ladder.moves:
            leaving[move.start].append(move)
        return {id_: tuple(moves) for id_, moves in leaving.items()}

    @cached_property
    def needed(self) -> Mapping[str, Mapping[str, int]]:
        """The level (from 1) that each position requires of each skill it asks for."""
        return {p.id: {r.skill: r.level for r in p.requirements} for p in self.positions.values()}

    @cached_property
    def formerly(self) -> Mapping[str, tuple[str, ...]]:
        """What took the place of each former id of a skill or a position: several, where one was divided."""
        found: dict[str, tuple[str, ...]] = {}
        skills = [(was, skill.id) for skill in self.skills.values() for was in skill.was]
        positions = [(was, position.id) for position in self.positions.values() for was in position.was]
        for was, now in (*skills, *positions):
            found[was] = (*found.get(was, ()), now)
        return found

    @cached_property
    def interests(self) -> tuple[Question, ...]:
        """The questions that say which line of work draws the person."""
        return tuple(q for q in self.questions.values() if q.interest)

    @cached_property
    def lines(self) -> Mapping[str, Mapping[str, str]]:
        """For each role the position on each rung: its own, or the one that its line usually rises to there."""
        return {role: dict(self._line(role)) for role in self.roles}

    def _line(self, role: str) -> Iterator[tuple[str, str]]:
        held = [id_ for id_ in (f"{role}/{rung}" for rung in self.rungs) if id_ in self.positions]
        for rung in self.rungs.values():
            own = f"{role}/{rung.id}"
            for start in [own] if own in held else reversed(held):
                position = self._risen(start, rung.order)
                if position and self.positions[position].rung == rung.id:
                    yield rung.id, position
                    break

    def _risen(self, position: str, order: int) -> str:
        """Return the position that one usually rises to, as high as an order or higher; empty if there is none."""
        while position and self.order(position) < order:
            position = next(iter(self.promotions(position)), "")
        return position

    def begins(self, role: str) -> bool:
        """Return whether a line begins with a role: on the lowest rung, or higher where nobody rises to it."""
        lowest = min((p.id for p in self.positions.values() if p.role == role), key=self.order, default="")
        return bool(lowest) and (self.positions[lowest].rung == next(iter(self.rungs)) or lowest not in self._risen_to)

    @cached_property
    def _risen_to(self) -> frozenset[str]:
        return frozenset(move.end for move in self.ladder.moves if move.kind == "promotion")

    def order(self, position: str) -> int:
        """Return how high the rung of a position stands."""
        return self.rungs[self.positions[position].rung].order

    def enters(self, position: str) -> bool:
        """Return whether people from outside begin in a position: on the lowest rung, and where it says so."""
        one = self.positions[position]
        return one.entry or one.rung == next(iter(self.rungs))

    def on_rung(self, rung: str) -> tuple[Position, ...]:
        """Return all positions of a rung."""
        return tuple(p for p in self.positions.values() if p.rung == rung)

    def years(self, position: str) -> tuple[float, float]:
        """Return the least and the usual years in a position before the next one."""
        rung = self.rungs[self.positions[position].rung]
        return self.positions[position].years or (rung.years_min, rung.years_typical)

    def promotions(self, position: str) -> tuple[str, ...]:
        """Return where a position can rise to, the usual way first."""
        return tuple(m.end for m in self.moves_from[position] if m.kind == "promotion")
