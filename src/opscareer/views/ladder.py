"""The ladder: its rungs, the positions on them, the moves between those.

Named tuples, not dataclasses: they take a tenth of the time to define, and the ladder is the program's quickest answer.
"""

from typing import Annotated, Literal, NamedTuple

from opscareer.model.ladder import Kind, Ladder, Move, Post, Rung, of_role
from opscareer.text import Text
from opscareer.views.values import Key, OnPages, PositionId


class Years(NamedTuple):
    """How long one stays on a rung."""

    min: float
    typical: float


class RungView(NamedTuple):
    """A step of the ladder."""

    id: str
    order: int
    track: Literal["lead", "craft", None]
    name: Text
    years: Years


class PostView(NamedTuple):
    """A position: where it stands, what it is called."""

    id: PositionId
    role: str
    rung: str
    title: Text


class MoveView(NamedTuple):
    """A move between two positions, with the reason for it."""

    start: Annotated[PositionId, Key("from")]
    end: Annotated[PositionId, Key("to")]
    kind: Kind
    why: OnPages[Text]


class LadderView(NamedTuple):
    """The whole ladder, or what of it concerns one role."""

    rungs: tuple[RungView, ...]
    positions: tuple[PostView, ...]
    moves: tuple[MoveView, ...]
    role: OnPages[str | None]


def ladder_view(ladder: Ladder, role: str | None = None) -> LadderView:
    """Return the ladder as it is told; of one role its positions, what they rise to, and the moves between those."""
    told = ladder if role is None else of_role(ladder, role)
    return LadderView(
        rungs=tuple(map(_rung, told.rungs)),
        positions=tuple(map(_post, told.posts)),
        moves=tuple(map(_move, told.moves)),
        role=role,
    )


def _rung(rung: Rung) -> RungView:
    return RungView(rung.id, rung.order, rung.track, rung.name, Years(rung.years_min, rung.years_typical))


def _post(post: Post) -> PostView:
    return PostView(post.id, post.role, post.rung, post.title)


def _move(move: Move) -> MoveView:
    return MoveView(move.start, move.end, move.kind, move.why)
