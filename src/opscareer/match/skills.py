"""Which skills an ad asks, at which level, in which words; and what it asks that the knowledge base does not know."""

import re
from collections.abc import Iterable, Iterator, Mapping

from opscareer.match.clauses import Clause
from opscareer.match.plain import Plain
from opscareer.match.words import Words
from opscareer.model.ad import Asked, Mention
from opscareer.model.kb import KnowledgeBase

_LEVELS: tuple[tuple[int, str], ...] = (
    (4, r"精通|带领|带团队|团队管理|从0到1|从零|搭建|统筹|主导|expert|\blead|from scratch"),
    (3, r"独立|熟练|丰富|全面负责|扎实|independently|proficient|extensive|[3-9]年以上|[三四五]年以上"),
    (2, r"熟悉|掌握|familiar|working knowledge"),
    (1, r"了解|协助|配合|assist|basic"),
)
_ASKS = re.compile(
    r"(?:熟悉|精通|掌握|熟练(?:使用|掌握|运用|操作)?|会使用|了解"
    r"|proficient (?:in|with)|experience (?:in|with)|knowledge of|familiar with)"
    r"\s*([^,;。、:()!?\n]{2,24}(?:[、/][^,;。、:()!?\n]{2,16}){0,6})"
)
_ITEM = re.compile(r"[、/]|\band\b|和|及|与|或|等")


def skill_words(kb: KnowledgeBase) -> Words[str]:
    """Return the words by which ads name skills."""
    return Words(
        (word, skill.id) for skill in kb.skills.values() for word in (*skill.name, *skill.aliases.zh, *skill.aliases.en)
    )


def skills_of(words: Words[str], ad: Plain, found: Iterable[Clause], usual: Mapping[str, int]) -> tuple[Asked, ...]:
    """Return the skills that an ad asks, the most mentioned first; what it says is not needed is left out.

    Where no word tells the level it is the usual one for the position, as `usual` has it.
    """
    said: dict[str, list[tuple[Clause, Mention, bool]]] = {}
    for clause in (clause for clause in found if clause.section != "other"):
        for hit in words.longest(clause.text):
            start, end = clause.start + hit.start, clause.start + hit.end
            if not clause.denies(start, end):
                said.setdefault(hit.means, []).append((clause, ad.mention(start, end), clause.wishes(start)))
    asked = [
        Asked(
            skill,
            _level({clause.text for clause, _, _ in told}) or usual.get(skill, 2),
            tuple(mention for _, mention, _ in told),
            all(wished for _, _, wished in told),
        )
        for skill, told in said.items()
    ]
    return tuple(sorted(asked, key=lambda one: (one.wish, -len(one.mentions), one.mentions[0].start)))


def unknown_of(known: Iterable[Words[str]], ad: Plain, found: Iterable[Clause]) -> tuple[Mention, ...]:
    """Return what an ad asks one to know, use or master and no known word covers."""
    known = tuple(known)
    return tuple(
        ad.mention(start, end)
        for clause in found
        if clause.section != "other"
        for start, end in _items(clause)
        if not any(next(words.all(ad.text[start:end]), None) for words in known) and not clause.denies(start, end)
    )


def _items(clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield where each thing stands that a clause asks one to know, use or master."""
    for asks in _ASKS.finditer(clause.text):
        place = asks.start(1)
        for part in (*_ITEM.finditer(clause.text, *asks.span(1)), None):
            end = part.start() if part else asks.end(1)
            told = clause.text[place:end]
            if len(told.strip()) > 1:
                lead = len(told) - len(told.lstrip())
                yield clause.start + place + lead, clause.start + place + len(told.rstrip())
            place = part.end() if part else end


def _level(texts: Iterable[str]) -> int:
    """Return the highest level that one of some clauses tells; 0 where none does."""
    return max(next((level for level, pattern in _LEVELS if re.search(pattern, text)), 0) for text in texts)
