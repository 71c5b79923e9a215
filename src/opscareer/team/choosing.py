"""Which lines come into question, how they compare, which comes first: lines, line_steps and situation of advice."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from opscareer.advice.reach import reach_of_beginning
from opscareer.advice.score import worth_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.question import Question
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, along, over_last, picked
from opscareer.team.beliefs import Beliefs
from opscareer.team.facts import Facts
from opscareer.team.held import held_against
from opscareer.team.lines import Lines
from opscareer.team.products import Products
from opscareer.team.steps import DIAGONAL, LATERAL, PROMOTION, STAY, Steps, no_steps
from opscareer.team.tables import Tables
from opscareer.team.who import Who


class Chosen(NamedTuple):
    """The step of the line that comes first of each person, and its score (0 where there is none)."""

    steps: Steps
    scores: Floats


def kept_of(tables: Tables, who: Who, lines: Lines, *, goal: bool = True, avoid: bool = True) -> Bools:
    """Return which lines come into question; where some lead to the goal, only those and one's own.

    Lines whose chief work the person will not do any more are left out, unless none were left. goal, avoid: whether
    either is asked about.
    """
    there = lines.key != NONE
    willing = there & ~who.shuns(tables, lines.key)
    found = np.where(_any(willing)[:, None], willing, there) if avoid else there
    kept = found
    if goal and (who.goal != NONE).any():
        leading = found & _leads_to(tables, who, lines)
        kept = np.where(_any(leading)[:, None], found & (lines.own | leading), found)
    own = kept & lines.own
    return np.where((who.ruled("own") & _any(own))[:, None], own, kept)


def choose(
    tables: Tables,
    who: Who,
    lines: Lines,
    kept: Bools,
    steps: Steps,
    products: Products,
    beliefs: Beliefs,
    liking: Floats,
) -> Chosen:
    """Return the line that comes first among those that some step leads into; equal ones in the order of their ids.

    Lines that mean a post on the track that is not wanted come after one's own and all others. Who is left no line that
    a step leads into, nor their own, is asked about less: about no goal, then also not about what they avoid.
    liking: what the interests of people add to each line.
    """
    open_ = _open(tables, who, lines, kept, steps, beliefs)
    for avoid in (True, False):
        lost = ~_any(open_ | (kept & lines.own))
        if lost.any():
            kept = np.where(lost[:, None], kept_of(tables, who, lines, goal=False, avoid=avoid), kept)
            open_ = _open(tables, who, lines, kept, steps, beliefs)
    ahead = open_ & (lines.own | along(picked(tables.wanted, who.lead), steps.position))
    open_ = np.where(_any(ahead)[:, None], ahead, open_)
    scores = _scores(tables, who, lines, products) + liking
    ranked = np.where(open_, np.round(scores, 9), -np.inf)
    first = open_ & (ranked == ranked.max(axis=1, initial=-np.inf)[:, None])
    best = np.argmin(np.where(first, tables.rank[lines.key], len(tables.rank)), axis=1)
    rows, some = np.arange(len(best)), _any(open_)
    chosen = no_steps(len(best))
    chosen.put(some, steps.at(rows[some], best[some]))
    return Chosen(chosen, np.where(some, scores[rows, best], 0.0))


def _any(lines: Bools) -> Bools:
    """Return for whom there is a line, of tables of people by lines."""
    found: Bools = np.logical_or.reduce(lines, axis=1)
    return found


def _open(tables: Tables, who: Who, lines: Lines, kept: Bools, steps: Steps, beliefs: Beliefs) -> Bools:
    """Return the lines that some step leads into now; who stands before their goal is not sent round it."""
    open_ = kept & (steps.position != NONE) & ~_at_the_top(tables, lines, kept, steps)
    if (who.goal == NONE).all():
        return open_
    open_ &= ~(
        _overtaken(tables, who, lines, kept, steps, open_, beliefs) | _longer(tables, who, lines, steps, open_, beliefs)
    )
    there = open_ & (steps.position == who.goal[:, None]) & (steps.kind == PROMOTION)
    return np.where(_any(there)[:, None], there, open_)


def liking_of(kb: KnowledgeBase, facts: Facts, rows: Ints, roles: Ints, *, outside: bool) -> Floats:
    """Return what the interests of some people, by their rows, add to each line, by the role of each line."""
    constants = kb.rules.constants
    weight = constants.entry_interest if outside else constants.interest
    found = np.zeros(roles.shape)
    for question in kb.interests:
        if question.id in facts.words:
            found += _worths(kb, question, weight)[roles, facts.words[question.id][rows][:, None]]
    return found


@lru_cache(maxsize=32)
def _worths(kb: KnowledgeBase, question: Question, weight: float) -> Floats:
    """Return what each answer adds to each role, a row a role; the last is of who did not say: the mean of all."""
    rows = [[*worth_of(question, role, weight).values()] for role in kb.roles.values()]
    return np.array([[*row, sum(row) / len(row)] for row in rows])


def _leads_to(tables: Tables, who: Who, lines: Lines) -> Bools:
    """Return whether lines lead to the goal, from the post on the present height or from those one rung up."""
    there = _below_goals(tables, who)
    found: Bools = along(there, lines.present)
    return found | over_last(np.logical_or, along(there, lines.ups))


def _below_goals(tables: Tables, who: Who) -> Bools:
    """Return, by person and position, from where promotions lead to the goal."""
    return picked(tables.reaches.T, who.goal)


def _at_the_top(tables: Tables, lines: Lines, kept: Bools, steps: Steps) -> Bools:
    """Return which lines are the only one, at its end."""
    alone = kept.sum(axis=1) == 1
    no_further = (steps.kind == STAY) & (steps.then == NONE) & ~over_last(np.logical_or, tables.rises)[lines.present]
    return no_further & alone[:, None]


def _overtaken(
    tables: Tables, who: Who, lines: Lines, kept: Bools, steps: Steps, open_: Bools, beliefs: Beliefs
) -> Bools:
    """Return one's own lines where neither they nor their steps lead to the goal and another that does is in reach."""
    own = kept & lines.own
    if not own.any():
        return own
    there = _below_goals(tables, who)
    onward = along(there, lines.present) | (open_ & along(there, steps.position))
    leading = _any(own & onward)
    into = (steps.kind == LATERAL) | (steps.kind == DIAGONAL)
    ahead = open_ & into & along(there, steps.position)
    rows, place = np.nonzero(ahead & ~leading[:, None])
    posts = steps.position[rows, place]
    begins = who.ruled("other")[rows] & tables.enters[posts]
    reach = np.where(begins, reach_of_beginning(tables.kb), tables.kb.rules.constants.within_reach)
    return own & _reached(tables, who, beliefs, rows, posts, reach)[:, None]


def _reached(tables: Tables, who: Who, beliefs: Beliefs, rows: Ints, posts: Ints, reach: Floats | float) -> Bools:
    """Return who has enough (0-1) of one of some posts, each of which is held against the person of a row."""
    held = held_against(tables, beliefs.only(rows), posts, who.outside[rows])
    found = np.zeros(len(who.goal), dtype=bool)
    found[rows[np.round(held.fit, 9) >= reach]] = True
    return found


def _longer(tables: Tables, who: Who, lines: Lines, steps: Steps, open_: Bools, beliefs: Beliefs) -> Bools:
    """Return other lines by which the goal is further off, where one in reach is it or stands before it."""
    away = open_ & ~lines.own & ~who.outside[:, None]
    goal = np.broadcast_to(who.goal[:, None], steps.position.shape)
    straight = away & (goal != NONE) & ((steps.position == goal) | tables.rises[steps.position, goal])
    rows, place = np.nonzero(straight)
    usual = tables.kb.rules.constants.within_reach
    reached = _reached(tables, who, beliefs, rows, steps.position[rows, place], usual)
    return away & ~straight & reached[:, None]


def _scores(tables: Tables, who: Who, lines: Lines, products: Products) -> Array:
    """Return how lines compare before interests: half by the present height, half by the better one a rung up."""
    constants = tables.kb.rules.constants
    present, ups = products.draw(lines.present), products.draw(lines.ups)
    up = over_last(np.maximum, np.where(lines.ups != NONE, ups, -np.inf))
    one = np.where(lines.present == NONE, up, present)
    aim = np.where((lines.present == NONE) | ~np.isfinite(up), one, (present + up) / 2)
    ahead = np.select([who.ruled("usual"), who.ruled("other")], [constants.promotion, 0.0], constants.settled)
    return aim + np.where(lines.own, ahead[:, None], 0.0)
