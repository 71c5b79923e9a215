"""The kernel: what each of many people is told, by matrix products and masks; the same as `assess` tells of one.

People are put together by what decides which product is theirs (their rung, how high they rate themselves, what is
unknown); each distinct standing, rule and line is asked of the advice once.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import NONE, Codes, Floats, Ints, alike
from opscareer.team.beliefs import Beliefs, believe
from opscareer.team.choosing import Chosen, choose, kept_of, liking_of
from opscareer.team.columns import UNPROVED
from opscareer.team.facts import Facts, facts_of
from opscareer.team.lines import Lines, lines_as_tables, opens
from opscareer.team.offers import steps_to_offers
from opscareer.team.people import People
from opscareer.team.products import Products, products_of
from opscareer.team.standings import Standings, standings_of
from opscareer.team.steps import ENTRY, Steps, no_steps, steps_of
from opscareer.team.tables import Tables, tables_of
from opscareer.team.told import Told, told_of
from opscareer.team.weights import SEVERAL, Group
from opscareer.team.who import Who, who_of

BLOCK = 4096
"""People whose products are worked out at once: few enough for their columns to stay near the processor."""


class Known(NamedTuple):
    """All that is known of people before any line is looked at.

    opening: the goals that open a line of their own, -1 where one does not.
    """

    facts: Facts
    standings: Standings
    beliefs: Beliefs
    who: Who
    leniency: Ints
    opening: Ints


def tell(kb: KnowledgeBase, people: People) -> Told:
    """Return what people are told, in their order."""
    tables = tables_of(kb)
    return told_by(tables, known_of(tables, people))


def told_by(tables: Tables, known: Known) -> Told:
    """Return what people are told by what is known of them."""
    steps, scores = _lines_first(tables, known)
    offered = steps_to_offers(tables, known.who, known.standings, known.beliefs)
    taken = offered.position != NONE
    steps.put(taken, offered.only(taken))
    return told_of(tables, known.who, known.standings, known.beliefs, steps, np.where(taken, 0.0, scores), taken)


def known_of(tables: Tables, people: People) -> Known:
    """Return what is known of people before any line is looked at."""
    facts = facts_of(tables.kb, people)
    standings = standings_of(tables, people, facts)
    beliefs = believe(tables.kb, people.skills, standings)
    who = who_of(tables, facts, standings, beliefs)
    opening = _opening(tables, standings, who)
    return Known(facts, standings, beliefs, who, leniency_of(people.skills, standings), opening)


def _opening(tables: Tables, standings: Standings, who: Who) -> Ints:
    first, which = alike([who.standing, who.goal])
    goals = [(standings.kinds[who.standing[row]], int(who.goal[row])) for row in first]
    own = [goal != NONE and opens(tables.kb, standing, goal) for standing, goal in goals]
    return np.where(np.array(own, dtype=bool)[which], who.goal, NONE)


def leniency_of(codes: Codes, standings: Standings) -> Ints:
    """Return by how many half levels the answers exceed what the present posts ask, in the mean."""
    told, levels = (codes >= 0) | (codes == UNPROVED), np.maximum(codes, 0)
    asking, asked = (table.take(standings.of, axis=0) for table in (standings.asking, standings.asked))
    over = np.einsum("ps->p", levels * asking - told * asked, dtype=np.int32)
    count = np.einsum("ps->p", told * asking, dtype=np.int32)
    return np.maximum(np.rint(2 * over / np.maximum(count, 1)), 0).astype(np.intp)


def _lines_first(tables: Tables, known: Known) -> tuple[Steps, Floats]:
    """Return the step of the line that comes first for each person, and its score."""
    steps, scores = no_steps(len(known.leniency)), np.zeros(len(known.leniency))
    posts = np.sum(known.who.held != NONE, axis=1)
    for alone in (posts == 0, posts == 1, posts > 1):  # who holds several posts has more lines: a wider table
        rows = np.flatnonzero(alone)
        if len(rows):
            for block, chosen in _chosen(tables, known, rows):
                steps.put(block, chosen.steps)
                scores[block] = chosen.scores
    return steps, scores


def _chosen(tables: Tables, known: Known, rows: Ints) -> Iterator[tuple[Ints, Chosen]]:
    """Yield blocks of people with what is chosen for them; the people hold equally many posts, or several."""
    who = known.who
    first, case = alike([who.standing[rows], who.lead[rows], known.opening[rows]])
    cases = [
        (known.standings.kinds[who.standing[row]], int(who.lead[row]), int(known.opening[row])) for row in rows[first]
    ]
    lines = lines_as_tables(tables, cases)
    for part in _blocks(known, rows):
        yield rows[part], _choose(tables, known, rows[part], lines.of(case[part]))


def _blocks(known: Known, rows: Ints) -> Iterator[Ints]:
    """Yield the places of people in rows, those who share their weights together; at most BLOCK at once."""
    _, which = alike(_weighing(known, rows))
    order = np.argsort(which, kind="stable")
    yield from np.array_split(order, -(-len(order) // BLOCK))


def _weighing(known: Known, rows: Ints) -> list[Ints]:
    """Return what decides which weights are a person's (the columns of a Group), of people in rows."""
    posts = known.who.held[rows]
    post = np.where(np.any(posts[:, 1:] != NONE, axis=1), SEVERAL, posts[:, 0])
    return [known.who.rung[rows], post, known.leniency[rows], known.opening[rows]]


def _products(tables: Tables, known: Known, beliefs: Beliefs, rows: Ints) -> Products:
    """Return the products of a block of people."""
    columns = _weighing(known, rows)
    first, _ = alike(columns)
    groups = [Group(*row) for row in np.stack(columns, axis=1)[first].tolist()]
    return products_of(tables.kb, beliefs, groups, first)


def _choose(tables: Tables, known: Known, rows: Ints, lines: Lines) -> Chosen:
    kb, who = tables.kb, known.who.only(rows)
    outside = bool(who.outside[0])
    beliefs = known.beliefs.only(rows)
    products = _products(tables, known, beliefs, rows)
    kept = kept_of(tables, who, lines)
    steps = _entries(lines) if outside else steps_of(tables, who, lines, products, beliefs)
    liking = liking_of(kb, known.facts, rows, tables.role[lines.key], outside=outside)
    return choose(tables, who, lines, kept, steps, products, beliefs, liking)


def _entries(lines: Lines) -> Steps:
    """Return the steps from outside: into any line that people begin in."""
    none = np.full(lines.key.shape, NONE, dtype=np.intp)
    return Steps(lines.present, np.full(lines.key.shape, ENTRY, dtype=np.intp), none, none)
