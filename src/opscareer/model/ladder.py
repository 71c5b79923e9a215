"""The ladder: rungs, the positions that stand on them, and the moves between those."""

from dataclasses import dataclass
from typing import Literal

from opscareer.text import Text

Kind = Literal["promotion", "lateral"]


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder. Years: least and usual time spent on it before the next."""

    id: str
    order: int
    name: Text
    summary: Text
    years_min: float
    years_typical: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A position as the ladder shows it: where it stands and what it is called."""

    id: str
    role: str
    rung: str
    title: Text


@dataclass(frozen=True, slots=True)
class Move:
    """An allowed step between two positions, with the reason a person would say aloud."""

    start: str
    end: str
    kind: Kind
    why: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """One of the figures that operations moves."""

    id: str
    name: Text
    summary: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One of the large parts of an internet company, and how operations works with it."""

    id: str
    name: Text
    summary: Text
    works_with: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs from the lowest, all posts, all moves; of a post's promotions the first is the usual one."""

    rungs: tuple[Rung, ...]
    posts: tuple[Post, ...]
    moves: tuple[Move, ...]
