"""The skills of which a résumé speaks, each with a low level to propose and the words that name it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from opscareer.interview.answers import SKILL, Value
from opscareer.match.clauses import Clause
from opscareer.match.denials import near_before
from opscareer.match.plain import plain
from opscareer.match.skills import COLLEAGUES
from opscareer.model.index import Index, indexed
from opscareer.model.kb import KnowledgeBase
from opscareer.model.superior import helps
from opscareer.model.words import longest
from opscareer.names import searched
from opscareer.text import clean

_ALONE, _HEARD = 2, 1
_AFTER, _BEFORE = 40, 60  # letters
_NEVER = re.compile(  # beside what an ad denies
    r"不(?:负责|会|懂|熟|了解|擅长|参与|涉及|接触)|没(?:有)?(?:做|接触|用|学|干|负责|参与|带)过?|未(?:曾)?(?:做|接触|负责|参与|用|学)"
    r"|缺乏|想(?:要)?(?:学|做|转)|(?:计划|准备|打算|希望)(?:学|转|从事|\Z)|(?:没有|无)\S{0,4}\Z"
    r"|\b(?:never|not(?! only)|no (?:experience|knowledge)|cannot|can['’]t|don['’]t|didn['’]t|want(?:s|ing)? to"
    r"|(?:hope|keen|eager|plan(?:ning)?) to|yet to)\b"
)
_NEVER_AFTER = re.compile(
    r"[\s:(-]{0,3}(?:(?:经验|基础|能力)?[:\s]?(?:想学|待学|在学|学习中|计划学|正在学|不会(?!出)|不懂|没(?:有)?做过|未做过|不负责|无(?:\W|\Z))"
    r"|(?:to learn|(?:want|hope|planning) to learn|not yet)\b)"
)
_LINE = re.compile(r"[\n。;!?]")
_PART = re.compile(r"[\n。;!?,]")


def skills_in(
    kb: KnowledgeBase, done: Iterable[object], listed: Iterable[object]
) -> dict[str, tuple[Value, tuple[str, ...]]]:
    """Return a low level for each skill that is named, with its words: a higher one for what was done oneself."""
    heard, did = _said(kb, listed), _said(kb, done)
    return {
        SKILL + id_: (
            _ALONE if any(did.get(id_, {}).values()) else _HEARD,
            (*{**did.get(id_, {}), **heard.get(id_, {})},),
        )
        for id_ in kb.skills
        if id_ in did or id_ in heard
    }


def _said(kb: KnowledgeBase, entries: Iterable[object]) -> dict[str, dict[str, bool]]:
    """Return for each skill that some entries name the words that do, in their order, and whether all of it is theirs.

    What was done to help another is theirs in part: that one answers for it.
    """
    said: dict[str, dict[str, bool]] = {}
    text = plain("\n".join(_strings(entries)))
    others = [found.span() for found in COLLEAGUES.finditer(text.text)]
    for hit in longest(_names(kb), text.text):
        of_others = any(start < hit.start and hit.end < end for start, end in others)
        if of_others or _denied(text.text, hit.start, hit.end):
            continue
        own = not helps(_PART.split(text.text[max(0, hit.start - _BEFORE) : hit.start])[-1])
        for skill in hit.means:
            words = said.setdefault(skill, {})
            word = text.mention(hit.start, hit.end).text
            words[word] = own or words.get(word, False)
    return said


def _denied(text: str, start: int, end: int) -> bool:
    """Return whether a résumé says of something between two places that it was not done, or is only wished for."""
    near = _LINE.split(near_before(text, start))[-1]
    by_ad = Clause(f"{near}{text[start : end + _AFTER]}", start - len(near), "duty", wish=False).denies(start, end)
    return by_ad or bool(_NEVER.search(near) or _NEVER_AFTER.match(text, end))


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
