"""What many people's answers come to, as plain counts and sums that can be added up: nobody is told apart in them.

`opscareer.team.Tally` counts them over arrays; `views.team` makes of them what is told, and hides small groups.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

By = Literal["role", "rung", "position"]
"""What people are parted by: what they hold, by its role, its rung, or the post itself."""

OUTSIDE = ""
"""The part of those who hold no post."""


class CellFigures(NamedTuple):
    """One skill in one part of the group, of those whose own post asks it; of those without a post, of all.

    told: people who told a level; levels: the sum of those levels; untried: people who had no opportunity; asking: how
    many are asked, and needs the sum of the levels that their posts ask; short: people who told less than theirs asks.
    """

    told: int = 0
    levels: int = 0
    untried: int = 0
    asking: int = 0
    needs: int = 0
    short: int = 0


class PartFigures(NamedTuple):
    """A part of the group: its id (OUTSIDE of those without a post), its people, and its cells by skill.

    Everybody is in one part: that of the highest post held, the first told of several.
    """

    id: str
    people: int
    cells: Mapping[str, CellFigures]


class GapFigures(NamedTuple):
    """One skill over all, held against the position that each works on (whose gaps `assess` tells).

    asking: people whose position asks it, and needs the sum of those levels; short: people of whom it is a gap; gain:
    the sum of their gains (points of fit, 0-1 a person); step_gain: what it comes to where each rises by a level only;
    further: those of whom a level is not enough; ready, step_ready: how many more would be ready for the position they
    work on if all who are short had the level needed, or rose by a level.
    """

    asking: int = 0
    needs: int = 0
    short: int = 0
    gain: float = 0.0
    step_gain: float = 0.0
    further: int = 0
    ready: int = 0
    step_ready: int = 0


class PostFigures(NamedTuple):
    """A position: how many hold it, and of the others how many are ready for it, or within reach of it, as `gap` tells.

    Whoever would step down to it is not counted. *_ids: the first of them in the order of the rows, where names were
    asked for.
    """

    held: int = 0
    ready: int = 0
    within_reach: int = 0
    ready_ids: tuple[str, ...] = ()
    within_ids: tuple[str, ...] = ()


class GroupFigures(NamedTuple):
    """All of a group.

    people: how many were advised; kinds, verdicts: of their next steps, in numbers; fit: the sum of fits (0-1 a person)
    of those who have a next step, and ready how many are ready for the position they work on; reach: of each skill how
    many told at least level 1, 2, ...; holders: one who told at least that level, where names were asked for;
    called: what those of them are called whose ids are numbers.
    """

    by: By
    people: int
    kinds: Mapping[str, int]
    verdicts: Mapping[str, int]
    fit: float
    ready: int
    parts: tuple[PartFigures, ...]
    gaps: Mapping[str, GapFigures]
    posts: Mapping[str, PostFigures]
    reach: Mapping[str, tuple[int, ...]]
    holders: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str] = MappingProxyType({})
