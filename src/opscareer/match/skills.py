"""Which skills an ad asks, at which level, in which words; and what it asks that the knowledge base does not know."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from opscareer.match.clauses import Clause
from opscareer.match.leading import level_led
from opscareer.match.plain import Plain
from opscareer.model.ad import Asked, Mention
from opscareer.model.index import Index
from opscareer.model.levels import TOP
from opscareer.model.words import Hit, every, outermost

_YEARS = tuple(f"{n}年以上" for n in "3456789三四五")
_LEVELS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (4, ("精通", "带领", "带团队", "团队管理", "从0到1", "从零", "搭建", "统筹", "主导", "expert", " lead", "scratch")),
    (3, ("独立", "熟练", "丰富", "全面负责", "扎实", "independently", "proficient", "extensive", *_YEARS)),
    (2, ("熟悉", "掌握", "familiar", "working knowledge")),
    (1, ("了解", "协助", "配合", "assist", "basic")),
)
_ASKS = re.compile(
    r"(?:熟悉|精通|掌握|熟练(?:使用|掌握|运用|操作)?|会使用|了解"
    r"|proficient (?:in|with)|experience with|knowledge of|familiar with)"
    r"\s*([^,;。、:()!?\n]{2,48}(?:[、/][^,;。、:()!?\n]{2,48}){0,6})"
)
_ITEM = re.compile(r"[、/]|\b(?:and|or)\b|和|及|与|或|等")
_LATIN, _CHINESE = 40, 16  # letters; what is longer names no single thing
_SHORT = 4
_WISH = re.compile(r"者?(?:优先|佳|尤佳)")
_STUDIED = re.compile(  # 英语、物流等相关专业优先
    r"(?:(?:[、/或及和与]|类)[^\x00-\x7f]{0,8}){0,6}(?:等|类|相关|及|或|学)*专业"
    r"(?=优先|者|毕业|背景|本科|大专|学历|以上|学生|出身|的?优|[,;。、()或\s]|\Z)"
)
COLLEAGUES = re.compile(  # 与公关、法务等部门, whose work is not asked
    r"(?:与|协同|协调|配合|对接|联动|拉通|联合)(?:(?!管理|带领|搭建|组建|有|并|能)[^,;。\n()]){0,24}?"
    r"(?:部门|同事|各方|师|经理|主管|总监|专员|团队(?!合作|协作|精神|意识|管理|建设|成员|氛围|能力))"
)
_NO_THING = re.compile(  # words after "familiar with" that name nothing
    r"(?:工具|软件|流程|操作|分析|技巧|技术|体系|领域|行业|知识|技能|手段|规律|方法|应用|爱好|(?:其中)?一种|手法|规范|办公)\Z"
)


def skills_of(
    known: Index[tuple[str, ...]],
    ad: Plain,
    found: Iterable[Clause],
    needed: Mapping[str, int],
    otherwise: int,
    top: int = TOP,
    leading: str = "",
) -> tuple[Asked, ...]:
    """Return the skills that an ad asks, the most mentioned first; what it says is not needed is left out.

    Where no word tells the level it is the one that the position needs, else the one told for all others. Words tell it
    for the built-in number of levels; top: the highest of those that there are. leading: the skill of leading people,
    for which only their number tells more than the position needs: what it is called is what others are told by.
    """
    asked = [
        Asked(
            skill,
            _asked_level({clause.text for clause, _, _ in told}, needed.get(skill, otherwise), top, skill == leading),
            tuple(mention for _, mention, _ in told),
            all(wished for _, _, wished in told),
        )
        for skill, told in _said(known, ad, found).items()
    ]
    return tuple(sorted(asked, key=lambda one: (one.wish, -len(one.mentions), one.mentions[0].start)))


def _said(
    known: Index[tuple[str, ...]], ad: Plain, found: Iterable[Clause]
) -> dict[str, list[tuple[Clause, Mention, bool]]]:
    """Return where an ad names each skill: the clause, the place, and whether it is only wished for."""
    said: dict[str, list[tuple[Clause, Mention, bool]]] = {}
    for clause in (clause for clause in found if clause.section != "other"):
        for hit in _asking(known, clause):
            start, end = clause.start + hit.start, clause.start + hit.end
            for skill in hit.means:
                said.setdefault(skill, []).append((clause, ad.mention(start, end), clause.wishes(start)))
    return said


def _asking(known: Index[tuple[str, ...]], clause: Clause) -> Iterator[Hit[tuple[str, ...]]]:
    """Yield the names of skills in a clause but what it says is not needed, was studied, or is the work of others."""
    others = [found.span() for found in COLLEAGUES.finditer(clause.text)]
    for hit in outermost(known, clause.text):
        of_others = any(start < hit.start and hit.end < end for start, end in others)
        denied = clause.denies(clause.start + hit.start, clause.start + hit.end)
        if not (of_others or denied or _STUDIED.match(clause.text, hit.end)):
            yield hit


def unknown_of(known: Iterable[Index[Any]], ad: Plain, found: Iterable[Clause]) -> tuple[Mention, ...]:
    """Return what an ad asks one to know, use or master and no known word covers."""
    known = tuple(known)
    return tuple(
        ad.mention(start, end)
        for clause in found
        if clause.section != "other"
        for start, end in _items(clause)
        if not _covered(known, ad.text[start:end]) and not clause.denies(start, end)
    )


def _covered(known: Iterable[Index[Any]], told: str) -> bool:
    """Return whether some words hold a known one; of a short name it must be more than half: 企业微信 is not 微信."""
    least = len(told) / 2 if len(told) <= _SHORT else 0
    return any(len(hit.word) > least for index in known for hit in every(index, told))


def _items(clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield where each thing stands that a clause asks one to know, use or master."""
    for asks in _ASKS.finditer(clause.text):
        place = asks.start(1)
        for part in (*_ITEM.finditer(clause.text, *asks.span(1)), None):
            end = part.start() if part else asks.end(1)
            told = _WISH.split(clause.text[place:end])[0].rstrip()
            start = place + len(told) - len(told.lstrip())
            if _is_thing(told.strip()):
                yield clause.start + start, clause.start + place + len(told)
            place = part.end() if part else end


def _is_thing(told: str) -> bool:
    """Return whether words name something: neither a letter nor a sentence, no word that says nothing."""
    return (
        1 < len(told) <= (_LATIN if told.isascii() else _CHINESE)
        and not _NO_THING.match(told)
        and not told.startswith(("的", "并", "有较", "有一定", "有良好"))
    )


def of_all(level: int, top: int) -> int:
    """Return a level of the built-in number of levels as one of another number; 0, that none is told, stays."""
    return max(min(1, level), round(level * top / TOP))


def _asked_level(texts: Collection[str], usual: int, top: int, leads: bool) -> int:
    """Return the level that some clauses ask, else the usual one; of leading no more than that, but by numbers."""
    told = of_all(_level(texts), top)
    if not leads:
        return told or usual
    return of_all(level_led(texts), top) or min(told or usual, usual)


def _level(texts: Iterable[str]) -> int:
    """Return the highest level that one of some clauses tells; 0 where none does."""
    padded = [f" {text}" for text in texts]  # a Latin word has a blank before it
    return next((level for level, words in _LEVELS if any(word in text for text in padded for word in words)), 0)
