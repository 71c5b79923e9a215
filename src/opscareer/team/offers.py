"""Posts that are offered: whether a mentor would take them, as offered.py of the advice says of one person."""

from functools import lru_cache

import numpy as np

from opscareer.advice.openings import (
    begins_near,
    jumps,
    levels_below,
    on_a_level,
    onward_from,
    pieces_of,
    step_to,
)
from opscareer.advice.reach import reach_of_beginning, reach_of_offer
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import NONE, Bools, Floats, Ints, alike, padded
from opscareer.team.beliefs import Beliefs
from opscareer.team.held import held_against
from opscareer.team.standings import Standings
from opscareer.team.steps import ENTRY, KINDS, Steps, no_steps
from opscareer.team.tables import LEAD, Tables, saying, tables_of
from opscareer.team.who import Who


def steps_to_offers(tables: Tables, who: Who, standings: Standings, beliefs: Beliefs) -> Steps:
    """Return the steps to posts offered; none where there is no offer, or a mentor would advise against it."""
    found = no_steps(len(who.offer))
    asked = np.flatnonzero(who.offer != NONE)
    asked = asked[~_against(tables, who.only(asked))]
    if len(asked):
        offers = _Offers(tables, who.only(asked), standings, beliefs.only(asked))
        _decide(offers, asked, ~offers.too_low(), found)
    return found


def _decide(offers: "_Offers", rows: Ints, some: Bools, found: Steps) -> None:
    """Write the steps to some posts that nothing speaks against: the post, or a smaller piece of it."""
    who = offers.who
    taken = some & offers.could_take()
    again = taken & who.back_in & who.holds(who.offer)
    found.put(rows[taken], offers.towards(who.offer, taken))
    entries = np.full(int(again.sum()), ENTRY), who.offer[again]
    found.put(rows[again], Steps(entries[1], entries[0], entries[1], np.full(len(entries[0]), NONE)))
    smaller = offers.smaller(some & ~taken & who.ruled("offer"))
    pieces = smaller != NONE
    found.put(rows[pieces], offers.towards(smaller, pieces))


def _against(tables: Tables, who: Who) -> Bools:
    """Return whether something speaks against posts offered, whatever one can: not wanted, too high or low, no
    more than one has, off one's way."""
    unwanted = who.shuns(tables, who.offer[:, None])[:, 0] | ~tables.wanted[who.lead, who.offer]
    rise = tables.order[who.offer] - tables.heights[who.rung]
    placed = np.where(who.back_in, rise > 0, (rise < 0) & ~who.ruled("other"))
    placed &= ~who.outside & ~who.ruled("offer")
    return unwanted | placed | _no_more(tables, who) | _off_course(tables, who)


def _no_more(tables: Tables, who: Who) -> Bools:
    """Return which offers are the post held that one begins by, of who may ask for the next one and is not new."""
    rising = np.any(tables.rises[who.offer] & tables.alone, axis=1)
    held = who.holds(who.offer) & tables.enters[who.offer] & (who.offer != who.goal)
    return held & rising & ~who.back_in & ~who.new


def _off_course(tables: Tables, who: Who) -> Bools:
    """Return which offers lead away from where people would go: to their goal, or back to their own work."""
    aimed, held = who.goal != NONE, who.held != NONE
    onward = aimed & tables.reaches[who.offer, who.goal]
    same = np.any(held & (tables.role[who.held] == tables.role[who.offer][:, None]), axis=1)
    own = np.all(~held | (tables.alone[who.held] & ~who.shuns(tables, who.held)), axis=1)
    begun = aimed & tables.enters[who.goal]
    return ~onward & ~same & np.where(who.outside, begun, who.back_in & (own | who.holds(who.goal)))


class _Offers:
    """People whom posts are offered that nothing speaks against."""

    def __init__(self, tables: Tables, who: Who, standings: Standings, beliefs: Beliefs) -> None:
        self._tables, self.who, self._standings, self._beliefs = tables, who, standings, beliefs

    def too_low(self) -> Bools:
        """Return which posts are two levels down, of who holds one, or comes back in and still does theirs well; or one
        level down in the same line, of who holds a post."""
        kb, who = self._tables.kb, self.who
        first, which = alike([who.standing, who.offer])
        posts = [self._tables.positions[post] for post in who.offer[first]]
        levels = [levels_below(kb, self._standing(row), post) for row, post in zip(first, posts, strict=True)]
        below, other = np.array(levels)[which], who.offer != who.goal
        low = (below > 1) & other
        rows = np.flatnonzero(low & who.back_in)
        well = np.zeros_like(low)
        fits = np.where(who.held[rows] != NONE, self._fits(rows, who.held[rows]), 0.0)
        well[rows] = np.any(fits >= kb.rules.constants.mastery, axis=1)
        return (who.ruled("offer") & (low | ((below == 1) & other & self._own_wanted()))) | (low & well)

    def _own_wanted(self) -> Bools:
        """Return who still wants a post that they hold in the line of the one offered."""
        tables, who = self._tables, self.who
        same = (who.held != NONE) & (tables.role[who.held] == tables.role[who.offer][:, None])
        kept = tables.wanted[who.lead[:, None], who.held] & ~who.shuns(tables, who.held)
        return np.any(same & kept, axis=1)

    def could_take(self) -> Bools:
        """Return whether posts could be taken: no jump, in reach, no must of the craft far away but on one's level."""
        kb, who, offer = self._tables.kb, self.who, self.who.offer
        first, which = alike([who.standing, offer, who.acting])
        judged = [_judged(kb, self._standing(row), offer[row], bool(who.acting[row])) for row in first]
        jump, even, near = np.array([flags for flags, _ in judged]).T[:, which]
        reach = np.array([reach for _, reach in judged])[which]
        held = held_against(self._tables, self._beliefs, offer, who.outside)
        far = held.shut & ~held.assumed & (held.skill != self._tables.leading)
        fit, back_in = np.round(held.fit, 9), even & who.back_in
        eased = back_in | (even & (fit >= kb.rules.constants.within_reach))
        some = who.ruled("other") & (fit >= reach_of_beginning(kb))
        begun = even & self._tables.enters[offer] & (some | (who.back_in & who.outside))
        begun |= who.ruled("other") & (offer == who.goal) & near
        return ~jump & (begun | ((eased | ~np.any(far, axis=1)) & (fit >= reach)))

    def towards(self, positions: Ints, some: Bools) -> Steps:
        """Return the steps of some people to positions, one a person, by how those stand to where the person is."""
        kb, rows = self._tables.kb, np.flatnonzero(some)
        first, which = alike([self.who.standing[rows], self.who.lead[rows], positions[rows]])
        table = np.array(
            [_candidate(kb, self._standing(row), int(self.who.lead[row]), positions[row]) for row in rows[first]],
            dtype=np.intp,
        ).reshape(-1, 4)[which]
        return Steps(*table.T)

    def smaller(self, some: Bools) -> Ints:
        """Return for some people the nearest post on the way to one that is too large; -1 for who has none."""
        tables, found = self._tables, np.full(len(some), NONE, dtype=np.intp)
        rows = np.flatnonzero(some)
        if not len(rows):
            return found
        pieces = self._pieces(rows)
        wanted = (pieces != NONE) & tables.wanted[self.who.lead[rows][:, None], pieces]
        fits = self._fits(rows, pieces)
        onward = self._onward(rows, pieces)
        liked = np.where(wanted, onward * 4.0 + fits + tables.rank[pieces] * 1e-12, -1.0)
        best = np.argmax(liked, axis=1)
        at = np.arange(len(rows)), best
        enough = wanted[at] & (fits[at] >= tables.kb.rules.constants.smaller_offer)
        found[rows] = np.where(enough, pieces[at], NONE)
        return found

    def _pieces(self, rows: Ints) -> Ints:
        """Return the posts on the way to what is offered, a row a person."""
        kb, offer = self._tables.kb, self.who.offer
        first, which = alike([self.who.standing[rows], offer[rows]])
        return padded([_pieces(kb, self._standing(row), offer[row]) for row in rows[first]])[which]

    def _onward(self, rows: Ints, pieces: Ints) -> Bools:
        """Return which posts the promotions of each person lead to."""
        first, which = alike([self.who.standing[rows]])
        onward = [set(self._tables.indices(onward_from(self._tables.kb, self._standing(row)))) for row in rows[first]]
        return np.array([[p in onward[n] for p in row] for n, row in zip(which, pieces, strict=True)], dtype=bool)

    def _fits(self, rows: Ints, pieces: Ints) -> Floats:
        beliefs, outside = self._beliefs.only(rows), self.who.outside[rows]
        fits = [held_against(self._tables, beliefs, column, outside).fit for column in pieces.T]
        return np.round(np.array(fits).T, 9)

    def _standing(self, row: int) -> Standing:
        return self._standings.kinds[self.who.standing[row]]


@lru_cache(maxsize=65536)  # the same posts are offered to the same people in every batch
def _judged(
    kb: KnowledgeBase,
    standing: Standing,
    offer: int,
    acting: bool,
) -> tuple[tuple[bool, bool, bool], float]:
    """Return whether a post is a jump, as high, or one begins by it near; and the fit (0-1) that it takes."""
    post = tables_of(kb).positions[offer]
    flags = jumps(kb, standing, post), on_a_level(kb, standing, post), begins_near(kb, standing, post)
    return flags, reach_of_offer(kb, standing, post, acted=acting)


@lru_cache(maxsize=65536)
def _candidate(kb: KnowledgeBase, standing: Standing, lead: int, position: int) -> tuple[int, ...]:
    """Return a position as a step: by its index, the kind, where from, and what it leads to."""
    tables = tables_of(kb)
    found = step_to(kb, saying(LEAD[lead], standing.positions), standing, tables.positions[position])
    return (*tables.indices([found.position]), KINDS.index(found.kind), *tables.indices([found.start, found.then]))


@lru_cache(maxsize=65536)
def _pieces(kb: KnowledgeBase, standing: Standing, offer: int) -> tuple[int, ...]:
    """Return the posts on the way to one, each once."""
    tables = tables_of(kb)
    return tuple(dict.fromkeys(tables.indices(pieces_of(kb, standing, tables.positions[offer]))))
