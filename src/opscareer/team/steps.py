"""Which step each line means for people, as step.py of the advice says of one person: by masks.

Arrays are by person and line; a third dimension is of promotions, or of positions one rung up.
"""

import numpy as np

from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, over_last
from opscareer.team.beliefs import Beliefs
from opscareer.team.held import held_against
from opscareer.team.lines import Lines
from opscareer.team.products import Products
from opscareer.team.tables import Tables
from opscareer.team.who import Who

KINDS = ("stay", "promotion", "diagonal", "lateral", "down", "entry")
STAY, PROMOTION, DIAGONAL, LATERAL, DOWN, ENTRY = range(6)


@dataclass(frozen=True)
class Steps:
    """Steps: the position (-1: no step), the index of the kind, where from, and what a stay leads to (-1: nothing)."""

    position: Ints
    kind: Ints
    start: Ints
    then: Ints

    def at(self, rows: Array, columns: Array) -> "Steps":
        """Return one step of each row."""
        return Steps(**{name: column[rows, columns] for name, column in vars(self).items()})

    def only(self, rows: Array | slice) -> "Steps":
        """Return those of some people."""
        return Steps(**{name: column[rows] for name, column in vars(self).items()})

    def put(self, rows: Array, other: "Steps") -> None:
        """Write other steps in the place of those of some people."""
        for name, column in vars(other).items():
            getattr(self, name)[rows] = column


def no_steps(count: int) -> Steps:
    """Return so many steps that are none."""
    return Steps(*(np.full(count, blank, dtype=np.intp) for blank in (NONE, STAY, NONE, NONE)))


def steps_of(tables: Tables, who: Who, lines: Lines, products: Products, beliefs: Beliefs) -> Steps:
    """Return the step that each line means for people who hold a post."""
    own = int(np.max(lines.own.sum(axis=1), initial=0))
    first, rest = lines.part(0, own), lines.part(own, lines.key.shape[1])
    usual, into = _own(tables, who, first, products, beliefs), _into(tables, who, rest, products)
    if who.back_in.any():
        again = _again(tables, who, first, beliefs)
        usual = _either(who.back_in[:, None] & (first.key != NONE), again, usual)
    return Steps(**{name: np.hstack([column, getattr(into, name)]) for name, column in vars(usual).items()})


def in_reach(tables: Tables, who: Who, products: Products, positions: Ints, reach: Floats | float) -> Bools:
    """Return whether positions, a row a person, are in reach (0-1), and nothing says that one could not lead them."""
    may_lead = who.may_lead.reshape(-1, *(1,) * (positions.ndim - 1))
    may = (positions != NONE) & (~tables.leads[positions] | may_lead)
    return may & (products.fit(positions) >= reach)


def reach_of_rise(tables: Tables, start: Ints, positions: Ints, new: Bools | bool = False) -> Floats:
    """Return the fit (0-1) from which promotions are in reach; new: of whom the first one takes as much as any."""
    constants = tables.kb.rules.constants
    straight, alone = tables.rises[start, positions], tables.alone[positions]
    ways = [
        straight & alone & tables.enters[start] & ~np.asarray(new),
        straight & ~alone & tables.alone[start],
        straight & ~alone & tables.begins_track[start],
    ]
    return np.select(ways, [constants.first_rise, constants.lead_rise, constants.higher_rise], constants.within_reach)


def _own(tables: Tables, who: Who, lines: Lines, products: Products, beliefs: Beliefs) -> Steps:
    """Return a promotion in reach on a track that is wanted; else to stay, and what for."""
    able = _able(tables, who, lines, products)
    best = np.argmax(np.where(able, _preferred(tables, who, lines, products), -1.0), axis=2)
    promoted = np.take_along_axis(lines.rising, best[:, :, None], axis=2)[:, :, 0]
    to_goal = over_last(np.logical_or, lines.ups == who.goal[:, None, None]) & (who.goal != NONE)[:, None]
    led_to = np.where(to_goal, who.goal[:, None], lines.usual)
    named = (lines.title != NONE) & ~_hollow(tables, who, lines, beliefs)
    rising, aside = over_last(np.logical_or, able), lines.aside != NONE
    down = _given_up(tables, who, lines, beliefs)
    beside, parted = np.where(down, lines.lower, lines.aside), aside | down
    return Steps(
        position=np.select([named, rising, parted], [lines.title, promoted, beside], lines.present),
        kind=np.select([named, rising, parted], [STAY, PROMOTION, np.where(down, DOWN, LATERAL)], STAY),
        start=lines.present,
        then=np.select([named, rising | parted], [lines.title_then, NONE], led_to),
    )


def _able(tables: Tables, who: Who, lines: Lines, products: Products) -> Bools:
    """Return which promotions are in reach and wanted: only the first, which is the same work, for who wants another
    line but names none; it or the one onto a track for who has to look in another company."""
    other, elsewhere = who.ruled("other"), who.ruled("elsewhere")
    free = ~who.holds(who.goal) & ~(other & (who.goal != NONE))
    reach = reach_of_rise(tables, lines.present[:, :, None], lines.rising, who.new[:, None, None])
    first = tables.alone[lines.rising] & (reach < tables.kb.rules.constants.within_reach)
    onto = tables.alone[lines.present][:, :, None] & ~tables.alone[lines.rising]
    same = ~(other | elsewhere)[:, None, None] | first | (elsewhere[:, None, None] & onto)
    offer = who.offer[:, None]
    less = (tables.role[offer] == tables.role[lines.present]) & (tables.order[offer] < tables.order[lines.present])
    asks = (who.ruled("offer") & (who.offer != NONE))[:, None] & (tables.on_a_track[lines.present] | less)
    same &= ~asks[:, :, None] | (lines.rising == who.offer[:, None, None])
    return in_reach(tables, who, products, lines.rising, reach) & same & free[:, None, None]


def _hollow(tables: Tables, who: Who, lines: Lines, beliefs: Beliefs) -> Bools:
    """Return which titles would count for nothing elsewhere, to who has to look there: most of them is missing."""
    hollow = (lines.title != NONE) & who.ruled("elsewhere")[:, None]
    hollow[hollow] = _fits(tables, who, beliefs, lines.title, hollow) < tables.kb.rules.constants.offer_reach
    return hollow


def _given_up(tables: Tables, who: Who, lines: Lines, beliefs: Beliefs) -> Bools:
    """Return who gives up leading for work a rung lower, where the post for it on the same height is not in reach, or
    there is none and they want other work."""
    lower = (lines.lower != NONE) & tables.wanted[who.lead[:, None], lines.lower]
    away = lower & (lines.aside == NONE) & who.ruled("other")[:, None]
    away &= tables.leads[lines.present] & ~tables.wanted[who.lead[:, None], lines.present]
    down = lower & (lines.aside != NONE) & ~tables.leads[lines.aside]
    down[down] = _fits(tables, who, beliefs, lines.aside, down) < tables.kb.rules.constants.within_reach
    return down | away


def _fits(tables: Tables, who: Who, beliefs: Beliefs, positions: Ints, where: Bools) -> Floats:
    """Return the fits to some of the positions, a row a person, one after the other."""
    rows, _ = np.nonzero(where)
    held = held_against(tables, beliefs.only(rows), positions[where], who.outside[rows])
    return np.round(held.fit, 9)


def _preferred(tables: Tables, who: Who, lines: Lines, products: Products) -> Array:
    """Return what speaks for each of several promotions, as one number from 0 up.

    First the goal, then to lead, for who has led by the level that they told; else one rung after another.
    """
    up, goal = lines.rising, who.goal[:, None, None]
    height = int(tables.order.max()) + 1
    led = lines.new & who.led_by_level[:, None, None]
    whole = (((up == goal) * 2 + led) * height + (height - 1 - tables.order[up])) * 2 + lines.liked
    return whole + products.fit(up) / 2


def _into(tables: Tables, who: Who, lines: Lines, products: Products) -> Steps:
    """Return the steps into other lines: one rung up where that is in reach, else on the same height."""
    up = in_reach(tables, who, products, lines.diagonal, tables.kb.rules.constants.within_reach) & ~who.back_in[:, None]
    return Steps(
        position=np.where(up, lines.diagonal, lines.lateral),
        kind=np.where(up, DIAGONAL, LATERAL),
        start=np.full(up.shape, NONE, dtype=np.intp),
        then=np.full(up.shape, NONE, dtype=np.intp),
    )


def _again(tables: Tables, who: Who, lines: Lines, beliefs: Beliefs) -> Steps:
    """Return the way back in: the same post, or one rung lower in the line where most of it would be too much.

    Who does not want what the post is comes back on the other track, or lower.
    """
    short = np.repeat(who.back_in[:, None], lines.present.shape[1], axis=1)
    bound = tables.back[who.ruled("lower").astype(np.intp)[:, None], lines.present]
    short[short] = _fits(tables, who, beliefs, lines.present, short) < bound[short]
    unwanted, aside = ~tables.wanted[who.lead[:, None], lines.present], lines.aside != NONE
    down = (lines.lower != NONE) & (short | (unwanted & ~aside))
    aside &= ~down
    return Steps(
        position=np.select([down, aside], [lines.lower, lines.aside], lines.present),
        kind=np.select([down, aside], [DOWN, LATERAL], ENTRY),
        start=lines.present,
        then=np.full(down.shape, NONE, dtype=np.intp),
    )


def _either(mask: Bools, one: Steps, other: Steps) -> Steps:
    return Steps(**{name: np.where(mask, column, getattr(other, name)) for name, column in vars(one).items()})
