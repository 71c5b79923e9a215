"""Finding a role, a position or a skill by what a person calls it: its id, a beginning of it, or one of its names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from opscareer.model.ids import ids_within
from opscareer.model.kb import KnowledgeBase
from opscareer.model.nouns import POSITION, ROLE, SKILL
from opscareer.model.one_meant import Names, one_of
from opscareer.model.role import Position
from opscareer.model.title_words import title_words
from opscareer.model.titles import read_title
from opscareer.names import folded, within
from opscareer.text import Text

_EQUAL = 1e-6
_LIKE_AN_ID = "[a-z0-9-]+/[a-z0-9-]*"


def find(word: str, names: Names, kind: Text) -> str:
    """Return the id that a word stands for.

    Raises UsageError, with the nearest ids, where it stands for none or for several.
    """
    return one_of(word, _readings(word, names), names, kind)


def find_position(kb: KnowledgeBase, word: str) -> str:
    """Return the id of the position that a word stands for: an id, also a former one, a name or its beginning, a title.

    Raises UsageError.
    """
    names = position_names(kb)
    return one_of(word, _position_readings(kb, word, names), names, POSITION)


def _position_readings(kb: KnowledgeBase, word: str, names: Names) -> Iterator[list[str]]:
    """Yield what a word may mean, one reading at a time: an id is found without a look at a thousand names."""
    said = word.strip()
    yield [said] if said in names and said not in kb.formerly else [*kb.formerly.get(said, ())]
    wanted = folded(word)
    called = _called_as(kb)
    yield [*called.ids.get(wanted, ())]
    yield [*called.titles.get(wanted, ())]
    yield [*named(kb, word)]
    yield [id_ for id_ in names if wanted and folded(id_.partition("/")[0]) == wanted]
    yield [id_ for id_ in names if wanted and folded(id_).startswith(wanted)]
    yield called.begun(wanted)
    yield _by_title(kb, word)


def titled(kb: KnowledgeBase, title: str) -> tuple[str, ...]:
    """Return the positions that a title may be: none of another trade, several where nothing tells them apart.

    Other than what a person types, a title is no beginning of a longer name.
    """
    return named(kb, title) or tuple(_by_title(kb, title))


def named(kb: KnowledgeBase, word: str) -> tuple[str, ...]:
    """Return the positions one of whose names a word is."""
    return _named(kb).get(folded(word), ())


@lru_cache(maxsize=4)  # a résumé asks for each of its posts, and there are a thousand names
def _named(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Return the positions by all that they are called, as names are compared."""
    found: dict[str, dict[str, None]] = {}
    for id_, called in position_names(kb).items():
        for name in map(folded, called):
            found.setdefault(name, {})[id_] = None
    return {name: tuple(ids) for name, ids in found.items()}


class _Called(NamedTuple):
    """The positions by what they are called, as names are compared; ordered: all their names, with whose they are."""

    ids: Names
    titles: Names
    ordered: tuple[tuple[str, str], ...]

    def begun(self, wanted: str) -> list[str]:
        """Return the only position of which a name begins so; of several none, as a title may tell them apart."""
        if _is_slip(wanted):
            return []
        first = bisect_left(self.ordered, (wanted,))
        begun = takewhile(lambda name: name[0].startswith(wanted), islice(self.ordered, first, None))
        found = {id_ for _, id_ in begun}
        return [*found] if wanted and len(found) == 1 else []


@lru_cache(maxsize=4)  # a table of people asks for each of its titles, and there are a thousand names
def _called_as(kb: KnowledgeBase) -> _Called:
    names = position_names(kb)
    titles: dict[str, dict[str, None]] = {}
    for id_, called in names.items():
        for title in map(folded, called[:2]):
            titles.setdefault(title, {})[id_] = None
    return _Called(
        {folded(id_): (id_,) for id_ in names},
        {title: tuple(ids) for title, ids in titles.items()},
        tuple(sorted((folded(name), id_) for id_, called in names.items() for name in called)),
    )


def _by_title(kb: KnowledgeBase, word: str) -> list[str]:
    """Return the positions that a title names best, several where nothing in it tells them apart.

    An id, also a mistyped one, is no title, nor what it stands in: bd/manger would be read as bd.
    """
    if re.fullmatch(_LIKE_AN_ID, word.strip()) or ids_within(kb, word):
        return []
    read = read_title(title_words(kb), word)
    best = [id_ for id_, says in read.positions if says > read.positions[0][1] - _EQUAL]
    return [] if read.foreign else best


def find_role(kb: KnowledgeBase, word: str) -> str:
    """Return the id of the role that a word stands for: its own name, a title on it, or a part of these.

    Raises UsageError.
    """
    held = {role: [p for p in kb.positions.values() if p.role == role] for role in kb.roles}
    names = {id_: (*kb.roles[id_].name, *(name for p in held[id_] for name in _called(p))) for id_ in held}
    titles = {id_: (*kb.roles[id_].name, *(name for p in held[id_] for name in p.title)) for id_ in held}
    return one_of(word, (*_by_name(word, names), _in_part(word, titles)), names, ROLE)


def find_skill(kb: KnowledgeBase, word: str) -> str:
    """Return the id of the skill that a word stands for. Raises UsageError."""
    names = {skill.id: (*skill.name, *skill.aliases.zh, *skill.aliases.en) for skill in kb.skills.values()}
    return one_of(word, ([*kb.formerly.get(word.strip(), ())], *_readings(word, names)), names, SKILL)


def position_names(kb: KnowledgeBase) -> Names:
    """Return all names of every position: its titles first, then what else it is called."""
    return {p.id: _called(p) for p in kb.positions.values()}


def _called(position: Position) -> tuple[str, ...]:
    return (*position.title, *position.aliases.zh, *position.aliases.en)


def _readings(word: str, names: Names) -> Iterator[list[str]]:
    """Yield what the word may mean, the plainest reading first."""
    yield from _by_name(word, names)
    yield _in_part(word, names)


def _in_part(word: str, names: Names) -> list[str]:
    """Return what has the word as a part of a name."""
    found = (id_ for id_, called in names.items() if any(within(word, name) for name in called))
    return [] if _is_slip(word) else [*found]


def _is_slip(word: str) -> bool:
    """Return whether a word is a single letter or figure: X and 1688 are names of posts, x and 1 begin none."""
    return len(folded(word)) == 1 and folded(word).isascii()


def _by_name(word: str, names: Names) -> Iterator[list[str]]:
    """Yield what the word may mean as an id, a name, or the beginning of an id."""
    wanted = folded(word)
    yield [id_ for id_ in names if folded(id_) == wanted]
    yield [id_ for id_, called in names.items() if wanted in map(folded, called[:2])]
    yield [id_ for id_, called in names.items() if wanted in map(folded, called)]
    yield [id_ for id_ in names if wanted and folded(id_.partition("/")[0]) == wanted]
    yield [id_ for id_ in names if wanted and folded(id_).startswith(wanted) and not _is_slip(word)]
