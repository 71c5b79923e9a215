"""The ladder: rungs, the positions that stand on them, the moves between those, and what lies ahead of a position.

Named tuples, not dataclasses: they take a tenth of the time to define, and every start of the program defines these.
"""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from opscareer.text import Text

Kind = Literal["promotion", "lateral", "diagonal"]
Track = Literal["lead", "craft"]


class Rung(NamedTuple):
    """A step of the ladder. Years: least and usual time spent on it before the next.

    words: by which titles tell the rung. track: reached by leading people or by mastery of the craft; None where the
    tracks have not parted yet. Rungs of one order stand beside each other on different tracks.
    """

    id: str
    order: int
    name: Text
    summary: Text
    years_min: float
    years_typical: float
    sources: tuple[str, ...]
    track: Track | None = None
    words: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """What it is called, each part of a name like 主管/经理 by itself."""
        return tuple(part.strip() for name in self.name for part in name.split("/"))


class Post(NamedTuple):
    """A position as the ladder shows it: where it stands and what it is called."""

    id: str
    role: str
    rung: str
    title: Text


class Move(NamedTuple):
    """An allowed step between two positions, with the reason a person would say aloud.

    A promotion rises in one's line or where lines converge; a lateral stays on its height, in another line or on
    another track; a diagonal rises by one into another line.
    """

    start: str
    end: str
    kind: Kind
    why: Text
    sources: tuple[str, ...]


class Ladder(NamedTuple):
    """All rungs from the lowest, all posts, all moves; of a post's promotions the first is the usual one."""

    rungs: tuple[Rung, ...]
    posts: tuple[Post, ...]
    moves: tuple[Move, ...]


def reached(starts: Iterable[str], ahead: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Return where one gets from some places, these included; `ahead` tells where each leads to at once."""
    found: set[str] = set()
    left = list(starts)
    while left:
        here = left.pop()
        if here not in found:
            found.add(here)
            left += ahead(here)
    return frozenset(found)


def of_role(ladder: Ladder, role: str) -> Ladder:
    """Return a role's positions, all that promotions reach from them, and the moves between those."""
    above: dict[str, list[str]] = {}
    for move in ladder.moves:
        if move.kind == "promotion":
            above.setdefault(move.start, []).append(move.end)
    kept = reached((post.id for post in ladder.posts if post.role == role), lambda post: above.get(post, ()))
    posts = tuple(post for post in ladder.posts if post.id in kept)
    rungs = {post.rung for post in posts}
    return Ladder(
        rungs=tuple(rung for rung in ladder.rungs if rung.id in rungs),
        posts=posts,
        moves=tuple(move for move in ladder.moves if move.start in kept and move.end in kept),
    )
