"""Names of whole lines of work: which posts somebody may mean who names one and tells no rung."""

import re

from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import named, position_names, titled
from opscareer.model.title_words import title_words
from opscareer.model.titles import read_title
from opscareer.names import folded

_LISTS = "[、,，;；/／|&+]"


def rungs_meant(kb: KnowledgeBase, word: str) -> tuple[str, ...]:
    """Return all positions of a line, lowest first, where a word is found as the lowest by a name that tells no rung.

    None where it is an id, a title, or begins one, nor where it may be a list of posts.
    """
    if not folded(word) or _is_plain(kb, word):
        return ()
    found = named(kb, word) or (() if _may_be_else(kb, word) else titled(kb, word))
    if len(found) != 1 or read_title(title_words(kb), word).rung:
        return ()
    role = kb.positions[found[0]].role
    line = sorted((p.id for p in kb.positions.values() if p.role == role), key=kb.order)
    return tuple(line) if found[0] == line[0] and len(line) > 1 else ()


def _is_plain(kb: KnowledgeBase, word: str) -> bool:
    """Return whether a word is the id of a position, also a former one, or a title."""
    plain = word.strip() in kb.positions or word.strip() in kb.formerly
    return plain or any(folded(word) in map(folded, (p.id, *p.title)) for p in kb.positions.values())


def _may_be_else(kb: KnowledgeBase, word: str) -> bool:
    """Return whether a word is the id of a role, begins a longer name, or lists several."""
    wanted = folded(word)
    begins = any(folded(name).startswith(wanted) for names in position_names(kb).values() for name in names)
    return begins or wanted in map(folded, kb.roles) or bool(re.search(_LISTS, word))
