"""Where one person is the only cover, what nobody covers, and which one hire would change most of that."""

from collections.abc import Iterable, Iterator, Sequence

from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Requirement
from opscareer.records import dataclass
from opscareer.text import Text
from opscareer.views.group import GroupFigures
from opscareer.views.values import IfAsked, Level, Natural, Need, OnPages, PositionId


@dataclass(frozen=True)
class CoverView:
    """A skill that a position held in the group asks at a level which one person of the group told, or nobody.

    have: how many told it (0 or 1); by: who, where names were asked for.
    """

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
    """One more person who has what a position asks, just so: how many single covers would be two, how many gaps filled.

    Both count what stands in `cover` and in `missing`; skills: those of them.
    """

    position: PositionId
    title: Text
    rung: str
    doubles: Natural
    fills: Natural
    skills: tuple[str, ...]
    rung_name: OnPages[Text]
    names: OnPages[tuple[Text, ...]]


def cover_views(kb: KnowledgeBase, figures: GroupFigures, have: int, *, names: bool) -> tuple[CoverView, ...]:
    """Return what positions that are held ask and just so many (0 or 1) told: musts first, then by weight."""
    asked = [
        (position, r)
        for position, post in figures.posts.items()
        if post.held
        for r in kb.positions[position].requirements
        if figures.reach[r.skill][r.level - 1] == have
    ]
    asked.sort(key=lambda one: (-one[1].must, -one[1].weight))
    named = names and have == 1
    return tuple(_cover(kb, position, r, have, _holder(figures, r) if named else None) for position, r in asked)


def _cover(kb: KnowledgeBase, position: str, asked: Requirement, have: int, by: str | None) -> CoverView:
    return CoverView(
        position=position,
        title=kb.positions[position].title,
        skill=asked.skill,
        name=kb.skills[asked.skill].name,
        level=asked.level,
        must=asked.must,
        have=have,
        by=by,
    )


def _holder(figures: GroupFigures, asked: Requirement) -> str | None:
    """Return who alone told what is asked, where the tally kept it."""
    return figures.holders[asked.skill][asked.level - 1] if figures.holders else None


def hire_views(
    kb: KnowledgeBase, figures: GroupFigures, cover: Sequence[CoverView], missing: Sequence[CoverView]
) -> tuple[HireView, ...]:
    """Return whom to hire, on the rungs that the group has, so that most changes; who changes nothing is left out."""
    rungs = {kb.positions[position].rung for position, post in figures.posts.items() if post.held}
    found = [_hire(kb, p.id, cover, missing) for p in kb.positions.values() if p.rung in rungs]
    changing = [one for one in found if one.doubles or one.fills]
    return tuple(sorted(changing, key=lambda one: -(one.doubles + one.fills)))


def _hire(kb: KnowledgeBase, position: str, cover: Iterable[CoverView], missing: Iterable[CoverView]) -> HireView:
    needed, where = kb.needed[position], kb.positions[position]
    doubled, filled = ([one for one in some if needed.get(one.skill, 0) >= one.level] for some in (cover, missing))
    skills = tuple(dict.fromkeys(one.skill for one in (*filled, *doubled)))
    return HireView(
        position=position,
        title=where.title,
        rung=where.rung,
        doubles=len(doubled),
        fills=len(filled),
        skills=skills,
        rung_name=kb.rungs[where.rung].name,
        names=tuple(kb.skills[skill].name for skill in skills),
    )


def best_hires(hires: Iterable[HireView]) -> Iterator[HireView]:
    """Yield the first of each rung: whoever is higher covers more, and is no choice against who is lower."""
    told: set[str] = set()
    for hire in hires:
        if hire.rung not in told:
            told.add(hire.rung)
            yield hire
