"""What a group is short of, by what closing it would bring, and what one course would change."""

from collections.abc import Iterable, Mapping

from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.group import GapFigures, GroupFigures
from opscareer.views.heat import CellView, Mean, whole_of
from opscareer.views.values import Natural, OnPages


@dataclass(frozen=True)
class GroupGapView:
    """A skill that many are short of for the position that each works on.

    have, need: the mean level of those whose own post asks it, and the mean level that it asks: all of the heat map's
    row in one; None of too few people; people: how many are short for the position they work on; gain: what closing it
    for all of them adds to their fits in all, of which 1 is the whole fit of one person.
    """

    skill: str
    name: Text
    have: Mean | None
    need: Mean | None
    people: Natural
    gain: float
    now: OnPages[CellView | None]


@dataclass(frozen=True)
class CourseView:
    """What it changes if all who are short of a skill rise in it: to the level needed, or (step_*) by one level.

    people: how many those are; gain: what it adds to their fits in all; ready: how many more are then ready for the
    position that they work on. step_gain is None where it would tell of too few people.
    """

    skill: str
    name: Text
    people: Natural
    gain: float
    ready: Natural
    step_gain: float | None
    step_ready: Natural


def gap_views(kb: KnowledgeBase, figures: GroupFigures, least: int) -> tuple[GroupGapView, ...]:
    """Return what many are short of, the largest gain first; equal gains in the order of the knowledge base."""
    whole = whole_of(figures, least)
    found = [_gap(kb, skill, gap, whole.get(skill)) for skill, gap in _many(figures.gaps, least).items()]
    return tuple(sorted(found, key=lambda gap: -gap.gain))


def course_views(
    kb: KnowledgeBase, figures: GroupFigures, gaps: Iterable[GroupGapView], least: int
) -> tuple[CourseView, ...]:
    """Return what a course in each of some gaps would change: who makes most people ready first, then by gain."""
    found = [_course(kb, gap.skill, figures.gaps[gap.skill], least) for gap in gaps]
    return tuple(sorted(found, key=lambda course: (-course.ready, -course.gain)))


def other_gain(figures: GroupFigures, gaps: Iterable[GroupGapView]) -> float:
    """Return what closing all the other gaps adds, which too few people have to tell of each."""
    shown = {gap.skill for gap in gaps}
    return round(sum(gap.gain for skill, gap in figures.gaps.items() if skill not in shown), 9)


def _many(gaps: Mapping[str, GapFigures], least: int) -> dict[str, GapFigures]:
    """Return the gaps that may be told of.

    What is left over is told as one sum. It is of many people too: beside the gaps of few stands one of many.
    """
    short = {skill: gap for skill, gap in gaps.items() if gap.short}
    many = {skill: gap for skill, gap in short.items() if gap.short >= least}
    if many and len(many) < len(short):
        del many[min(reversed(many), key=lambda skill: many[skill].gain)]
    return many


def _gap(kb: KnowledgeBase, skill: str, gap: GapFigures, now: CellView | None) -> GroupGapView:
    return GroupGapView(
        skill=skill,
        name=kb.skills[skill].name,
        have=now.have if now else None,
        need=now.need if now else None,
        people=gap.short,
        gain=round(gap.gain, 9),
        now=now,
    )


def _course(kb: KnowledgeBase, skill: str, gap: GapFigures, least: int) -> CourseView:
    few = 0 < gap.further < least
    return CourseView(
        skill=skill,
        name=kb.skills[skill].name,
        people=gap.short,
        gain=round(gap.gain, 9),
        ready=gap.ready,
        step_gain=None if few else round(gap.step_gain, 9),
        step_ready=gap.step_ready,
    )
