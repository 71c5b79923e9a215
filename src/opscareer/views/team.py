"""What is told of many people: each as a line where that is asked for, and the group as figures without names."""

from collections.abc import Iterator, Mapping, Sequence

from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.courses import CourseView, GroupGapView, course_views, gap_views, other_gain
from opscareer.views.cover import CoverView, HireView, cover_views, hire_views
from opscareer.views.group import GroupFigures, PostFigures
from opscareer.views.heat import HeatView, heat_view
from opscareer.views.person_line import PersonLine
from opscareer.views.values import IfAsked, Natural, OnPages, PositionId, Share

LEAST = 5
"""Groups of fewer people are not broken down, unless another number is asked for."""


@dataclass(frozen=True)
class PostView:
    """A position: how many hold it, and how many others are ready for it, or within reach, as `gap` tells.

    *_ids: the first of those, where names were asked for; here: whether it is held in the group, or one that is rises
    to it.
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
class LeftOut:
    """What was left out: the file, the row there (0: all of it), the column, and what is wrong."""

    file: str
    row: Natural
    column: str
    reason: Text


@dataclass(frozen=True)
class LeftOutView:
    """How many rows were left out, and the first of them.

    files: of how many files and sheets nothing was read; they stand first, all of them, and count as a row each.
    """

    count: Natural
    files: Natural
    first: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Repeated:
    """A row that counts, though its id came before: its file, and its number there."""

    file: str
    row: Natural


@dataclass(frozen=True)
class RepeatedView:
    """How many rows have an id that came before, and the first of them."""

    count: Natural
    first: tuple[Repeated, ...]


@dataclass(frozen=True)
class WholeView:
    """The group as a whole.

    kinds, verdicts: of the next steps, in people; fit: the mean of the fits that people are told; ready: how many are
    ready for the position that they work on. min_group: fewer people than that are not broken down; small: whether the
    whole group is fewer, and so nothing else is told of it. None, or nothing, where it would tell of too few people.
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

    other_gain: what closing the gaps adds that are not among the skills, for too few people have them; cover: what one
    person alone has; missing: what nobody has; names: whether pages may name people;
    called: what those are called whose ids are numbers.
    """

    people: tuple[PersonLine, ...] | str
    group: WholeView
    positions: tuple[PostView, ...]
    skills: tuple[GroupGapView, ...]
    other_gain: float | None
    heat: HeatView
    courses: tuple[CourseView, ...]
    hires: tuple[HireView, ...]
    cover: tuple[CoverView, ...]
    missing: tuple[CoverView, ...]
    left_out: LeftOutView
    repeated: RepeatedView
    names: OnPages[bool]
    called: OnPages[Mapping[str, str]]


def team_view(
    kb: KnowledgeBase,
    figures: GroupFigures,
    people: Sequence[PersonLine] | str = (),
    *,
    unread: Sequence[LeftOut] = (),
    left_out: Sequence[LeftOut] = (),
    left_out_count: int | None = None,
    repeated: Sequence[Repeated] = (),
    repeated_count: int | None = None,
    min_group: int = LEAST,
    names: bool = False,
) -> TeamView:
    """Return what is told of many people.

    people: each as a line, or the name of the file that they are written to; unread: files of which nothing was read;
    left_out, repeated: the first rows that were, and *_count how many in all, where they are more.
    """
    small = figures.people < max(1, min_group)
    going = 0 if small else sum(figures.verdicts.values())
    told = going >= max(1, min_group)
    skills = gap_views(kb, figures, min_group) if told else ()
    told_first = [gap.skill for gap in skills]
    cover, missing = ((() if small else cover_views(kb, figures, have, names=names)) for have in (1, 0))
    return TeamView(
        people=people if isinstance(people, str) else tuple(people),
        group=_whole(figures, min_group, going, small=small, told=told),
        positions=() if small else tuple(_posts(kb, figures, names=names)),
        skills=skills,
        other_gain=other_gain(figures, skills) if told else None,
        heat=HeatView(figures.by, (), (), kb.top) if small else heat_view(kb, figures, min_group, told_first),
        courses=course_views(kb, figures, skills, min_group),
        hires=hire_views(kb, figures, cover, missing),
        cover=cover,
        missing=missing,
        left_out=_left_out(unread, left_out, left_out_count),
        repeated=RepeatedView(len(repeated) if repeated_count is None else repeated_count, tuple(repeated)),
        names=names,
        called=figures.called,
    )


def _left_out(unread: Sequence[LeftOut], rows: Sequence[LeftOut], count: int | None) -> LeftOutView:
    counted = len(rows) if count is None else count
    return LeftOutView(len(unread) + counted, len(unread), (*unread, *rows))


def _whole(figures: GroupFigures, min_group: int, going: int, *, small: bool, told: bool) -> WholeView:
    """Return what is told of all together; going: how many of them go anywhere; told: that they are enough for it."""
    return WholeView(
        people=figures.people,
        min_group=min_group,
        small=small,
        kinds=figures.kinds if told else {},
        verdicts=figures.verdicts if told else {},
        fit=round(figures.fit / going, 9) if told else None,
        ready=figures.ready if told else None,
    )


def _posts(kb: KnowledgeBase, figures: GroupFigures, *, names: bool) -> Iterator[PostView]:
    held = [position for position, post in figures.posts.items() if post.held]
    here = {*held, *(up for position in held for up in kb.promotions(position))}
    for position, post in figures.posts.items():
        yield PostView(
            id=position,
            title=kb.positions[position].title,
            held=post.held,
            ready=post.ready,
            within_reach=post.within_reach,
            here=position in here,
            **_ids(post, names=names),
        )


def _ids(post: PostFigures, *, names: bool) -> dict[str, tuple[str, ...] | None]:
    return {name: getattr(post, name) if names else None for name in ("ready_ids", "within_ids")}
