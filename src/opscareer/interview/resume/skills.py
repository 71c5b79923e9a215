"""The skills of which a résumé speaks, each with a low level to propose and the words that name it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from opscareer.interview.answers import SKILL, Value
from opscareer.match.plain import plain
from opscareer.model.index import Index, indexed
from opscareer.model.kb import KnowledgeBase
from opscareer.model.words import longest
from opscareer.text import clean, searched

_ALONE, _HEARD = 2, 1


def skills_in(
    kb: KnowledgeBase, done: Iterable[object], listed: Iterable[object]
) -> dict[str, tuple[Value, tuple[str, ...]]]:
    """Return a low level for each skill that is named, with its words: for what was done a higher one."""
    heard, alone = _said(kb, listed), _said(kb, done)
    return {
        SKILL + id_: (_ALONE if id_ in alone else _HEARD, (*{**alone.get(id_, {}), **heard.get(id_, {})},))
        for id_ in kb.skills
        if id_ in alone or id_ in heard
    }


def _said(kb: KnowledgeBase, entries: Iterable[object]) -> dict[str, dict[str, None]]:
    """Return for each skill that some entries name the words that do, in their order."""
    said: dict[str, dict[str, None]] = {}
    text = plain("\n".join(_strings(entries)))
    for hit in longest(_names(kb), text.text):
        for skill in hit.means:
            said.setdefault(skill, {})[text.mention(hit.start, hit.end).text] = None
    return said


@lru_cache(maxsize=8)
def _names(kb: KnowledgeBase) -> Index[tuple[str, ...]]:
    """Return the names of all skills, and the words that hold one of them and mean something else."""
    found: dict[str, dict[str, None]] = {}
    for skill in kb.skills.values():
        for name in (*skill.name, *skill.aliases.zh, *skill.aliases.en):
            found.setdefault(searched(name), {})[skill.id] = None
        for other in skill.lookalikes:
            found.setdefault(searched(other), {})
    return indexed((name, tuple(skills)) for name, skills in found.items())


def _strings(entries: Iterable[object]) -> Iterator[str]:
    """Yield all strings in some entries, however deep they are."""
    ahead = [*entries][::-1]
    while ahead:
        here = ahead.pop()
        if isinstance(here, str):
            yield clean(here)
        elif isinstance(here, Mapping):
            ahead += reversed(list(here.values()))
        elif isinstance(here, list | tuple):
            ahead += reversed(here)
