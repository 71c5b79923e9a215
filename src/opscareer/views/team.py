"""What is told of many people: each as a line where that is asked for, and the group as figures without names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text
from opscareer.views.group import By, GroupFigures
from opscareer.views.person_line import PersonLine
from opscareer.views.values import IfAsked, Level, Natural, Need, OnPages, PositionId, Share, Within

LEAST = 5
"""Groups of fewer people are not broken down, unless another number is asked for."""

Mean = Annotated[float, Within({"minimum": 0})]


@dataclass(frozen=True)
class PartView:
    """A column of the heat map: some people. ids: the roles, rungs or positions in it; empty of those without a post.

    Several, and those without a post among them, where small ones are put together.
    """

    ids: tuple[str, ...]
    name: Text
    people: Natural


@dataclass(frozen=True)
class CellView:
    """A skill in a part. told: people who told a level; have: the mean of those levels; untried: people who had no
    opportunity; need: the mean level that their own posts ask, where any asks it; short: people below what their own
    post asks. None where too few people told a level.
    """

    told: Natural | None
    have: Mean | None
    untried: Natural | None
    need: Mean | None
    short: Natural | None


@dataclass(frozen=True)
class HeatRowView:
    """A skill over the parts, in their order."""

    skill: str
    name: Text
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class HeatView:
    """Skills by parts of the group; by: what people are parted by."""

    by: By
    parts: tuple[PartView, ...]
    skills: tuple[HeatRowView, ...]


@dataclass(frozen=True)
class GroupGapView:
    """A skill that is short. have: the mean level of all who told one; need: the mean level that the positions which
    people work on ask; people: how many are short of it; gain: what closing it for all of them adds to their fits, in
    all (1 is the whole fit of one person).
    """

    skill: str
    name: Text
    have: Mean | None
    need: Mean
    people: Natural
    gain: float


@dataclass(frozen=True)
class CourseView:
    """What it changes if all who are short of a skill rise in it: to the level needed (gain, ready) or by one level.

    gain: added to their fits in all (1 is the whole fit of one person); ready: how many more are ready for the position
    that they work on. step_gain is None where it would tell of too few people.
    """

    skill: str
    name: Text
    people: Natural
    gain: float
    ready: Natural
    step_gain: float | None
    step_ready: Natural


@dataclass(frozen=True)
class PostView:
    """A position: how many hold it, how many others are ready or within reach; *_ids: the first of them by name.

    here: whether it is held in the group, or one that is rises to it.
    """

    id: PositionId
    title: Text
    held: Natural
    ready: Natural
    within_reach: Natural
    here: OnPages[bool]
    ready_ids: IfAsked[tuple[str, ...]]
    within_ids: IfAsked[tuple[str, ...]]


@dataclass(frozen=True)
class CoverView:
    """A skill that a present position asks at a level that one person of the group has, or nobody; by: who, by name."""

    position: PositionId
    title: Text
    skill: str
    name: Text
    level: Need
    must: bool
    have: Level
    by: IfAsked[str]


@dataclass(frozen=True)
class HireView:
    """One more person who has just what a position asks: how many single covers would be two, how many lacks filled."""

    position: PositionId
    title: Text
    rung: str
    rung_name: OnPages[Text]
    doubles: Natural
    fills: Natural
    skills: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A row that was left out: its file, its number there (from 1), the column, and what is wrong."""

    file: str
    row: Natural
    column: str
    reason: Text


@dataclass(frozen=True)
class LeftOutView:
    """How many rows were left out, and the first of them."""

    count: Natural
    first: tuple[LeftOut, ...]


@dataclass(frozen=True)
class SummaryView:
    """The group as a whole: people, kinds and verdicts of their next steps, the mean fit, how many are ready for the
    position they work on. min_group: fewer people than that are not broken down; small: whether the whole is fewer, and
    so nothing else is told.
    """

    people: Natural
    min_group: Natural
    small: bool
    kinds: Mapping[str, Natural]
    verdicts: Mapping[str, Natural]
    fit: Share | None
    ready: Natural | None


@dataclass(frozen=True)
class TeamView:
    """Many people. people: each as a line, or the name of the file where they stand.

    cover: skills that one person alone has; missing: that nobody has; other_gain: what closing all gaps that too few
    people have would add. names: whether people may be named on pages.
    """

    people: tuple[PersonLine, ...] | str
    group: SummaryView
    positions: tuple[PostView, ...]
    skills: tuple[GroupGapView, ...]
    other_gain: float | None
    heat: HeatView
    courses: tuple[CourseView, ...]
    hires: tuple[HireView, ...]
    cover: tuple[CoverView, ...]
    missing: tuple[CoverView, ...]
    left_out: LeftOutView
    names: OnPages[bool]


def team_view(
    kb: KnowledgeBase,
    figures: GroupFigures,
    people: Sequence[PersonLine] | str = (),
    *,
    left_out: Sequence[LeftOut] = (),
    left_out_count: int | None = None,
    min_group: int = LEAST,
    names: bool = False,
) -> TeamView:
    """Return what is told of many people.

    people: each as a line, or the name of the file that they are written to; left_out: the first rows that were, and
    left_out_count how many in all, where they are more.
    """
    _ = kb
    count = len(left_out) if left_out_count is None else left_out_count
    return TeamView(
        people=people if isinstance(people, str) else tuple(people),
        group=SummaryView(figures.people, min_group, figures.people < min_group, {}, {}, None, None),
        positions=(),
        skills=(),
        other_gain=None,
        heat=HeatView(figures.by, (), ()),
        courses=(),
        hires=(),
        cover=(),
        missing=(),
        left_out=LeftOutView(count, tuple(left_out)),
        names=names,
    )
