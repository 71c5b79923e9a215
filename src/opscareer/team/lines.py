"""The lines of work that people may go on in, as tables: each distinct standing and word on leading once.

What the lines are and what they allow is asked of the advice (lines.py, openings.py) of somebody with nothing to avoid
and no goal but one that opens a line; who has either is left some of these lines by masks.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from opscareer.advice.leading import leads
from opscareer.advice.lines import Line, line_begun, lines_of, wanted
from opscareer.advice.openings import one_lower, to_other_track, usual_next
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Ints, picked
from opscareer.team.tables import LEAD, Tables, saying, tables_of

_SINGLE = ("key", "present", "own", "lateral", "diagonal", "title", "title_then", "aside", "lower", "usual")
_OWN = ("title", "title_then", "aside", "lower", "usual")
"""What only one's own lines have; so it is with promotions."""


@dataclass(frozen=True)
class Lines:
    """Lines of cases, by case and line; all are indices of positions, -1 where there is none.

    key: the position that tells a line (-1: no line); present, ups: as of a line; own: whether it is one's own;
    lateral, diagonal: where moves into it lead, the diagonal one only if it is wanted; title: one's own post that is so
    in name only, and where it rises to; rising: the promotions that are wanted; new: which of those lead people as the
    first post that does; liked: which of them lead as one wants; aside: the post on the other track; lower: the post
    below; usual: what staying leads to. ups, rising, new and liked have a third dimension. One's own lines stand
    first; what only they have (title to usual, rising to liked) has columns for them alone.
    """

    key: Ints
    present: Ints
    own: Bools
    lateral: Ints
    diagonal: Ints
    title: Ints
    title_then: Ints
    aside: Ints
    lower: Ints
    usual: Ints
    ups: Ints
    rising: Ints
    new: Bools
    liked: Bools

    def of(self, cases: Array) -> "Lines":
        """Return the lines of people, by the index of the case of each."""
        return Lines(**{name: picked(column, cases) for name, column in vars(self).items()})

    def part(self, first: int, last: int) -> "Lines":
        """Return some of the lines of each case."""
        return Lines(**{name: column[:, first:last] for name, column in vars(self).items()})


def lines_as_tables(tables: Tables, cases: Sequence[tuple[Standing, int, int]]) -> Lines:
    """Return the lines of each standing, index of `LEAD` and goal that opens a line of its own (-1: none).

    All of one's own stand before all others.
    """
    found = [_lines(tables.kb, *case) for case in cases]
    ups, rising = _widths(tables.kb)
    own = [int(np.sum(lines[:, _SINGLE.index("own")])) for lines in found]
    first = max(own, default=0)
    width = max([1, first, *(first + len(lines) - count for lines, count in zip(found, own, strict=True))])
    told = np.full((len(found), width, len(_SINGLE) + ups + 3 * rising), NONE, dtype=np.intp)
    for case, lines, count in zip(told, found, own, strict=True):
        case[:count], case[first : first + len(lines) - count] = lines[:count], lines[count:]
    singles = {name: told[:, : first if name in _OWN else width, place] for place, name in enumerate(_SINGLE)}
    above, *promotions = np.split(told[:, :, len(_SINGLE) :], [ups, ups + rising, ups + 2 * rising], axis=2)
    used = int(np.any(above != NONE, axis=(0, 1)).sum())
    rises, new, liked = (table[:, :first] for table in promotions)
    return Lines(
        **{**singles, "own": singles["own"] == 1},
        ups=above[:, :, : max(1, used)],
        rising=rises,
        new=new == 1,
        liked=liked == 1,
    )


@lru_cache(maxsize=65536)  # the same goals of the same people come in every batch
def opens(kb: KnowledgeBase, standing: Standing, goal: int) -> bool:
    """Return whether a goal, by its index, opens a line that somebody who stands there would not have without it."""
    post = tables_of(kb).positions[goal]
    return line_begun(kb, standing, replace(saying("", standing.positions), goal=post)) is not None


@lru_cache(maxsize=16384)  # the same posts come in every batch
def _lines(kb: KnowledgeBase, standing: Standing, lead: int, goal: int) -> Array:
    """Return the lines of a case, a row a line; one's own stand first."""
    tables, saying_so = tables_of(kb), saying(LEAD[lead], standing.positions)
    lines = [*lines_of(kb, standing, saying_so)]
    if goal != NONE and (line := line_begun(kb, standing, replace(saying_so, goal=tables.positions[goal]))):
        lines.append(line)
    return np.array([_row(tables, standing, lead, line) for line in lines], dtype=np.int16).reshape(len(lines), -1)


def _row(tables: Tables, standing: Standing, lead: int, line: Line) -> list[int]:
    kb, profile, index = tables.kb, saying(LEAD[lead], standing.positions), tables.index
    ups, rising = _widths(kb)
    titles = [held for held, real in standing.in_name.items() if real == line.present] if line.own else []
    title = next(iter(wanted(kb, profile, titles)), "")
    upwards = wanted(kb, profile, kb.promotions(line.present)) if line.own else []
    up = line.diagonal.end if line.diagonal and wanted(kb, profile, [line.diagonal.end]) else ""
    aside = to_other_track(kb, profile, line) if line.own else None
    return [
        index(line.key),
        index(line.present),
        int(line.own),
        index(line.lateral.end if line.lateral else line.present if line.begins else ""),
        index(up),
        index(title),
        index(next(iter(wanted(kb, profile, kb.promotions(title))), "")) if title else NONE,
        index(aside.end if aside else ""),
        index(one_lower(kb, profile, line)) if line.own else NONE,
        index(usual_next(kb, profile, line)),
        *_filled(tables.indices(line.ups), ups),
        *_filled(tables.indices(upwards), rising),
        *_filled([int(leads(kb, p) and not leads(kb, line.present)) for p in upwards], rising),
        *_filled([int(leads(kb, p) == (LEAD[lead] == "yes")) for p in upwards], rising),
    ]


@lru_cache(maxsize=8)
def _widths(kb: KnowledgeBase) -> tuple[int, int]:
    """Return how many positions one rung up a line may have, and how many promotions a position."""
    promotions = max((len(kb.promotions(position)) for position in kb.positions), default=0)
    return max(1, len({rung.track for rung in kb.rungs.values()}) + 1), max(1, promotions)


def _filled(row: list[int], width: int) -> list[int]:
    return [*row, *[NONE] * (width - len(row))]
