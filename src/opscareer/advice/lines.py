"""The lines of work that a person may go on in: their own, and those that moves lead into.

A line is judged over two rungs, the present one and the next, because all lines converge at the top and the next rung
alone could never tell them apart. Which step it means comes after (step.py).
"""

from collections.abc import Iterable, Iterator

from opscareer.advice.standing import Standing, highest_of, reachable
from opscareer.model.kb import KnowledgeBase
from opscareer.model.ladder import Move
from opscareer.model.profile import Profile
from opscareer.records import dataclass

LEAD, CRAFT = "lead", "craft"
_UNWANTED = {"yes": CRAFT, "no": LEAD}


@dataclass(frozen=True)
class Line:
    """A line of work: its position on the present height (empty where it has none), and those one rung up.

    start: the position held from which it is reached (empty from outside); lateral and diagonal: the moves into it;
    begins: whether one begins in it anew, as anybody may, by the post on the present height.
    """

    role: str
    present: str
    ups: tuple[str, ...]
    own: bool = False
    start: str = ""
    lateral: Move | None = None
    diagonal: Move | None = None
    begins: bool = False

    @property
    def key(self) -> str:
        """What tells it from other lines: the position on the present height, else the one above."""
        return self.present or self.ups[0]


def lines_of(kb: KnowledgeBase, standing: Standing, profile: Profile, *, own_only: bool = False) -> tuple[Line, ...]:
    """Return the lines that come into question; where some lead to the goal, only those and one's own.

    Lines whose chief work the person will not do any more are left out, unless none were left. own_only: whoever has
    just begun in a post is not sent on.
    """
    found = _entries(kb) if standing.outside else [*_own(kb, standing, profile), *_others(kb, standing, profile)]
    willing = [line for line in found if not shuns(kb, profile, line.role)]
    leading = [line for line in willing or found if profile.goal in _leads_to(kb, line)]
    kept = [line for line in willing or found if line.own or line in leading] if leading else willing or found
    return tuple(line for line in kept if line.own) if own_only and any(line.own for line in kept) else tuple(kept)


def shuns(kb: KnowledgeBase, profile: Profile, role: str) -> bool:
    """Return whether the chief work of a role is what a person will not do any more."""
    return not profile.avoid.isdisjoint(kb.roles[role].work[:1])


def wanted(kb: KnowledgeBase, profile: Profile, positions: Iterable[str]) -> list[str]:
    """Return the positions on the tracks that a person wants: all where they have not said."""
    unwanted = _UNWANTED.get(profile.facts.get("lead", ""))
    return [p for p in positions if unwanted is None or kb.rungs[kb.positions[p].rung].track != unwanted]


def ups_of(kb: KnowledgeBase, profile: Profile, position: str) -> tuple[str, ...]:
    """Return the positions one rung above one: of its promotions to the lowest height, the usual one on each track."""
    rising = wanted(kb, profile, kb.promotions(position))
    height = min(map(kb.order, rising), default=0)
    by_track: dict[str | None, str] = {}
    for up in (up for up in rising if kb.order(up) == height):
        by_track.setdefault(kb.rungs[kb.positions[up].rung].track, up)
    return tuple(by_track.values())


def _entries(kb: KnowledgeBase) -> list[Line]:
    return [Line(position.role, position.id, ()) for position in kb.positions.values() if kb.enters(position.id)]


def _own(kb: KnowledgeBase, standing: Standing, profile: Profile) -> Iterator[Line]:
    for held in highest_of(kb, standing):
        ups = tuple(up for up in ups_of(kb, profile, held) if up not in standing.positions)  # what is held is no rise
        yield Line(kb.positions[held].role, held, ups, own=True, start=held)


def _others(kb: KnowledgeBase, standing: Standing, profile: Profile) -> Iterator[Line]:
    """Yield the lines into which moves lead from the highest positions held."""
    own = {kb.positions[p].role for p in standing.positions}
    moves: dict[str, dict[str, Move]] = {}
    for held in highest_of(kb, standing):
        for move in _wanted_first(kb, profile, kb.moves_from[held]):
            role = kb.positions[move.end].role
            if move.kind != "promotion" and role not in own:
                moves.setdefault(role, {}).setdefault(move.kind, move)
    for role, into in moves.items():
        yield _other(kb, profile, role, into.get("lateral"), into.get("diagonal"))
    if line := line_begun(kb, standing, profile):
        yield line


def line_begun(kb: KnowledgeBase, standing: Standing, profile: Profile) -> Line | None:
    """Return the line of a goal where one begins on the height of who names it, where no move leads into the line and
    no way up to the goal.

    Somebody from outside may begin there; so may they, by the goal itself or a post that rises to it.
    """
    goal, held = profile.goal, highest_of(kb, standing)
    if not goal or not held or any(goal in reachable(kb, post) for post in held):
        return None
    role = kb.positions[goal].role
    known = {kb.positions[p].role for p in (*standing.positions, *(m.end for p in held for m in kb.moves_from[p]))}
    first = (p.id for p in kb.positions.values() if p.role == role and kb.enters(p.id))
    post = next((p for p in first if kb.order(p) == kb.order(held[0]) and goal in reachable(kb, p)), "")
    return (
        Line(role, post, ups_of(kb, profile, post), start=held[0], begins=True) if post and role not in known else None
    )


def _wanted_first(kb: KnowledgeBase, profile: Profile, moves: Iterable[Move]) -> list[Move]:
    """Return moves with those first that lead to the track that a person wants."""
    return sorted(moves, key=lambda move: not wanted(kb, profile, [move.end]))


def _other(kb: KnowledgeBase, profile: Profile, role: str, lateral: Move | None, diagonal: Move | None) -> Line:
    move = lateral or diagonal
    assert move is not None
    beside = f"{role}/{kb.positions[move.start].rung}"
    present = lateral.end if lateral else beside if beside in kb.positions else ""
    ups = ups_of(kb, profile, present) if present else ()
    if diagonal and diagonal.end not in ups:
        ups = (*ups, *wanted(kb, profile, [diagonal.end])) or (diagonal.end,)
    return Line(role, present, ups, start=move.start, lateral=lateral, diagonal=diagonal)


def _leads_to(kb: KnowledgeBase, line: Line) -> frozenset[str]:
    """Return all positions that a line leads to."""
    starts = [position for position in (line.present, *line.ups) if position]
    return frozenset().union(*(reachable(kb, position) for position in starts))
