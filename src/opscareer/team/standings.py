"""Where people stand: each distinct standing of a batch once, as a row of tables."""

from functools import lru_cache

import numpy as np

from opscareer.advice.belief import required_of
from opscareer.advice.gates import least_years
from opscareer.advice.standing import Standing
from opscareer.model.kb import KnowledgeBase
from opscareer.records import dataclass
from opscareer.team.arrays import NONE, Array, Bools, Floats, Ints, alike, padded
from opscareer.team.coded import Words
from opscareer.team.facts import Facts, standing_by
from opscareer.team.people import People
from opscareer.team.tables import Tables


@dataclass(frozen=True)
class Standings:
    """The distinct standings of people, and of each person which one it is.

    rung: the index of the rung; posts: the positions that a person is advised from; titles: those held in name only;
    required: the highest level that the posts ask of each skill, 0 where none asks; asking, asked: how many posts ask
    each skill, and the levels that they ask in all; leads: whether any post leads; years: the least on the rung.
    """

    of: Ints
    kinds: tuple[Standing, ...]
    rung: Ints
    outside: Bools
    posts: Ints
    titles: Ints
    required: Array
    asking: Array
    asked: Array
    leads: Bools
    years: Floats


def standings_of(tables: Tables, people: People, facts: Facts) -> Standings:
    """Return where people stand."""
    read = _read_of_titles(tables, people, facts)
    first, which = alike([*people.posts.T, *(column.codes for column in read.values())])
    kinds: dict[Standing, int] = {}
    told = [_standing(tables, people, read, int(row)) for row in first]
    place = np.array([kinds.setdefault(standing, len(kinds)) for standing in told], dtype=np.intp)
    return _tabled(tables, tuple(kinds), place[which])


def _tabled(tables: Tables, kinds: tuple[Standing, ...], of: Ints) -> Standings:
    kb = tables.kb
    rungs = list(kb.rungs)
    levels = np.array([_levels(kb, standing) for standing in kinds], dtype=np.int16)
    required, asking, asked = levels.reshape(-1, 3, len(kb.skills)).transpose(1, 0, 2)  # of nobody there are none
    posts = padded([tables.indices(standing.positions) for standing in kinds])
    return Standings(
        of=of,
        kinds=kinds,
        rung=np.array([rungs.index(standing.rung) for standing in kinds], dtype=np.intp),
        outside=np.array([standing.outside for standing in kinds], dtype=bool),
        posts=posts,
        titles=padded([tables.indices(held for held, _, _ in standing.by_title) for standing in kinds]),
        required=required,
        asking=asking,
        asked=asked,
        leads=np.any(tables.leads[posts], axis=1),
        years=np.array([least_years(kb, standing) for standing in kinds], dtype=float),
    )


def _read_of_titles(tables: Tables, people: People, facts: Facts) -> dict[str, Words]:
    """Return the answers that the rules of titles read, of those who hold such a title."""
    kb = tables.kb
    rungs = {rule.rung for rule in kb.rules.titles}
    titled = np.array([*(position.rung in rungs for position in kb.positions.values()), False])
    some = np.any(titled[people.posts], axis=1)
    names = dict.fromkeys(test.name for rule in kb.rules.titles for test in (*rule.when, *rule.unless))
    return {
        name: Words(np.where(some, facts.words[name], NONE), list(kb.questions[name].labels))
        for name in names
        if name in facts.words
    }


def _standing(tables: Tables, people: People, read: dict[str, Words], row: int) -> Standing:
    told = {name: column.value(row) for name, column in read.items()}
    facts = tuple((name, str(value)) for name, value in told.items() if value is not None)
    posts = tuple(tables.positions[post] for post in people.posts[row] if post != NONE)
    return standing_by(tables.kb, posts, facts)


@lru_cache(maxsize=16384)
def _levels(kb: KnowledgeBase, standing: Standing) -> Array:
    """Return of each skill the highest level that the posts ask, how many ask for it, and their levels in all."""
    needed = [kb.needed[position] for position in standing.positions]
    every = [[levels[skill] for levels in needed if skill in levels] for skill in kb.skills]
    rows = [*required_of(kb, standing).values()], [*map(len, every)], [*map(sum, every)]
    return np.array(rows, dtype=np.int16)
