"""From the sums of a tally to figures in plain Python, by the ids of the knowledge base."""

from collections.abc import Iterable, Iterator

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import Array, Ints
from opscareer.team.named import Named
from opscareer.team.short import BILLION, Sums
from opscareer.team.steps import KINDS
from opscareer.team.tables import Tables
from opscareer.team.told import VERDICTS
from opscareer.views.group import OUTSIDE, By, CellFigures, GapFigures, GroupFigures, PartFigures, PostFigures


def figures_of(tables: Tables, by: By, sums: Sums, named: Named | None) -> GroupFigures:
    """Return the figures of a group; of nobody they are all empty."""
    kb = tables.kb
    if not sums:
        return GroupFigures(by, 0, {}, {}, 0.0, 0, (), {}, {}, {}, {})
    return GroupFigures(
        by=by,
        people=int(sums["people"][0]),
        kinds=_counted(KINDS, sums["kinds"]),
        verdicts=_counted(VERDICTS, sums["verdicts"]),
        fit=int(sums["fit"][0]) / BILLION,
        ready=int(sums["ready"][0]),
        parts=tuple(_parts(tables, by, sums)),
        gaps={skill: _gap(sums, place) for place, skill in enumerate(kb.skills)},
        posts={position: _post(sums, named, place) for place, position in enumerate(kb.positions)},
        reach=_reach(kb, sums["states"]),
        holders=dict(zip(kb.skills, map(tuple, named.holders), strict=True)) if named else {},
        called=named.called if named else {},
    )


def _counted(names: Iterable[str], counts: Ints) -> dict[str, int]:
    return dict(zip(names, map(int, counts), strict=True))


def _gap(sums: Sums, skill: int) -> GapFigures:
    counts = {name: int(sums[name][skill]) for name in ("asking", "needs", "short", "further")}
    return GapFigures(
        **counts,
        gain=int(sums["gain"][skill]) / BILLION,
        step_gain=int(sums["step_gain"][skill]) / BILLION,
        ready=int(sums["to_need"][skill]),
        step_ready=int(sums["to_step"][skill]),
    )


def _post(sums: Sums, named: Named | None, place: int) -> PostFigures:
    return PostFigures(
        held=int(sums["held"][place]),
        ready=int(sums["post_ready"][place]),
        within_reach=int(sums["post_within"][place]),
        ready_ids=tuple(named.ready[place]) if named else (),
        within_ids=tuple(named.within[place]) if named else (),
    )


def _reach(kb: KnowledgeBase, states: Array) -> dict[str, tuple[int, ...]]:
    levels = states[:, :, 1 : kb.top + 1].sum(axis=0)
    at_least = np.cumsum(levels[:, ::-1], axis=1)[:, ::-1]
    return {skill: tuple(map(int, row)) for skill, row in zip(kb.skills, at_least, strict=True)}


def _parts(tables: Tables, by: By, sums: Sums) -> Iterator[PartFigures]:
    """Yield the parts that have people, in the order of the knowledge base; those without a post last."""
    parts: dict[str, list[int]] = {}
    for place, position in enumerate(tables.positions):
        parts.setdefault(_part(tables.kb, by, position), []).append(place)
    parts[OUTSIDE] = [len(tables.positions)]
    order = {rung: place for place, rung in enumerate(tables.kb.rungs)}
    for part in sorted(parts, key=lambda one: (one == OUTSIDE, order.get(one, 0))):  # rungs from the lowest
        people = int(sums["counted"][parts[part]].sum())
        if people:
            yield PartFigures(part, people, _cells(tables.kb, parts[part], sums))


def _part(kb: KnowledgeBase, by: By, position: str) -> str:
    where = kb.positions[position]
    return {"role": where.role, "rung": where.rung, "position": position}[by]


def _cells(kb: KnowledgeBase, posts: list[int], sums: Sums) -> dict[str, CellFigures]:
    """Return the cells of those who count for some posts."""
    needs, numbers = _needs(kb)[posts], np.arange(kb.top + 1)
    asks = (needs > 0) | (np.array(posts) == len(kb.positions))[:, None]
    states = np.where(asks[:, :, None], sums["states"][posts], 0)
    levels, counted = states[:, :, : kb.top + 1], sums["counted"][posts][:, None]
    rows = (
        levels.sum(axis=(0, 2)),
        (levels * numbers).sum(axis=(0, 2)),
        states[:, :, kb.top + 1].sum(axis=0),
        (counted * (needs > 0)).sum(axis=0),
        (counted * needs).sum(axis=0),
        np.where(numbers < needs[:, :, None], levels, 0).sum(axis=(0, 2)),
    )
    return {skill: CellFigures(*(int(row[place]) for row in rows)) for place, skill in enumerate(kb.skills)}


def _needs(kb: KnowledgeBase) -> Ints:
    """Return the level that each position asks of each skill, 0 where it does not; the last asks nothing."""
    asked = [[kb.needed[position].get(skill, 0) for skill in kb.skills] for position in kb.positions]
    return np.array([*asked, [0] * len(kb.skills)], dtype=np.intp)
