"""What people are short of for the positions they work on, summed by skill, and what a course in each would change.

Shares are summed in billionths, as whole numbers: then no order of adding gives another sum.
"""

from typing import NamedTuple

import numpy as np

from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints
from opscareer.team.beliefs import Beliefs
from opscareer.team.held import Held, held_against
from opscareer.team.standings import Standings
from opscareer.team.tables import Tables
from opscareer.team.told import gates_of, ready_for, titles_of
from opscareer.team.who import Who

BILLION = 1_000_000_000
Sums = dict[str, Array]


class Aims(NamedTuple):
    """The position that each person works on; eased: whether they are ready for it from where it is in reach."""

    aim: Ints
    eased: Bools


def short_of(tables: Tables, who: Who, standings: Standings, beliefs: Beliefs, aims: Aims) -> Sums:
    """Return sums over people of what they are short of for their aims, by skill, and how many are ready for them.

    asking, needs, short, gain, step_gain, further, to_need, to_step as `views.group.GapFigures` tells them.
    """
    aim, eased = aims
    held = held_against(tables, beliefs, aim, who.outside)
    lead, time = gates_of(tables, who, standings, aim, held)
    named = titles_of(standings, who, aim) & ~who.holds(aim)
    ready = ready_for(tables, held, lead | time | named, eased) & (aim != NONE)
    asking, short = held.skill != NONE, (held.skill != NONE) & (held.gain > 0)
    step = np.minimum(held.need, np.floor(held.level + 0.5).astype(np.intp) + 1)
    step_gain = held.gain - held.weight * (1 - step / held.need)
    free = short & ~(ready | time | named)[:, None] & (aim != NONE)[:, None]
    course = _Course(tables, who, held, aim, eased)
    return {
        "ready": np.array([np.count_nonzero(ready)]),
        "asking": _by_skill(tables, held, asking),
        "needs": _by_skill(tables, held, asking, held.need),
        "short": _by_skill(tables, held, short),
        "gain": _by_skill(tables, held, short, billionths(held.gain)),
        "step_gain": _by_skill(tables, held, short, billionths(step_gain)),
        "further": _by_skill(tables, held, short & (step < held.need)),
        "to_need": _by_skill(tables, held, free & course.makes_ready(held.need, held.gain)),
        "to_step": _by_skill(tables, held, free & course.makes_ready(step, step_gain)),
    }


def billionths(shares: Floats) -> Ints:
    """Return shares in billionths, rounded."""
    return np.rint(shares * BILLION).astype(np.int64)


class _Course:
    """Positions held against people, one each, as they would be if one of the skills stood higher."""

    def __init__(self, tables: Tables, who: Who, held: Held, aim: Ints, eased: Bools) -> None:
        self._kb, self._leading, self._held = tables.kb, tables.leading, held
        constants = self._kb.rules.constants
        self._enough = np.where(eased, constants.within_reach, constants.ready)[:, None]
        self._eased = eased[:, None] & ~held.must
        stopped = held.shut | (held.far & ~eased[:, None])
        self._others = np.count_nonzero(stopped, axis=1)[:, None] - stopped
        self._leads, self._has_led = tables.leads[aim][:, None], who.has_led[:, None]

    def makes_ready(self, level: Ints, gain: Floats) -> Bools:
        """Return, by person and requirement, who would be ready if they stood at a level that adds so much to the fit.

        Gates of time are none of its concern.
        """
        held, leading = self._held, self._kb.rules.leading
        fit = np.round(held.fit[:, None] + gain, 9) >= self._enough
        near = (held.need - level <= self._kb.step) | self._eased
        led = self._has_led
        if leading is not None:
            led = led | ((held.skill == self._leading) & (level >= leading.least))
        return fit & near & (self._others == 0) & (~self._leads | led)


def _by_skill(tables: Tables, held: Held, which: Bools, amounts: Ints | None = None) -> Ints:
    """Return how many requirements there are of each skill, or the sum of their amounts."""
    weights = None if amounts is None else amounts[which]
    count = np.bincount(held.skill[which], weights, minlength=len(tables.kb.skills))
    return np.rint(count).astype(np.int64)
