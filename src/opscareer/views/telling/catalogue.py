"""What is told of roles and skills: headings, the names of things, what a position asks in a cell."""

from collections.abc import Iterator

from opscareer.model.levels import LEAST
from opscareer.model.role import FEW_ADS
from opscareer.model.skill import Words
from opscareer.text import Lang, Text, joined
from opscareer.views.role import FactView, RequirementView, RoleView
from opscareer.views.skills import SkillView
from opscareer.views.words.sentences import NAMED
from opscareer.views.words.units import percent

DUTIES = Text("做什么", "What it does")
CONDITIONS = Text("另外还看", "Also asked for")
POSITIONS, ASKS = Text("各级岗位", "Positions"), Text("要什么", "What is asked")
GROW = Text("怎么到下一级", "How to get to each")
PROOF = Text("拿什么证明", "What to show as proof")
ASKED_BY = Text("哪些岗位要它", "Who asks for it")
CELLS = Text(
    "格子里是要到的级别和它占的份量，* 是不能缺的；没有就是不要。",
    "Each cell is the level asked and its weight, * what is required; an empty one is not asked.",
)

_MORE = Text(
    "排差距的先后时，它的加分按 {times} 倍算：定人选的格外看它。",
    "Where gaps are put in order, its points count {times} times: those who fill posts look for it above all.",
)
_LESS = Text(
    "排差距的先后时，它的加分按 {times} 倍算：定人选的不先看它。",
    "Where gaps are put in order, its points count {times} times: those who fill posts do not look for it first.",
)
AT, UP_TO = Text("{level} 级", "level {level}"), Text("到 {level} 级", "to level {level}")

_ALOUD, _ALOUD_MUST = (
    Text("{level} 级，份量 {weight}", "level {level}, weight {weight}"),
    Text("{level} 级，份量 {weight}，不能缺", "level {level}, weight {weight}, required"),
)
_MOVES = Text("主要动的指标：{metrics}", "Mainly moves: {metrics}")
_LEVELS = Text("{n}个级别：做过什么", "{n} levels: what one has done")
_NUMBERS = tuple(
    Text(*both) for both in zip("四五六七八九十", ["Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"], strict=True)
)
"""How many levels there may be, with that which is none yet."""
_SOURCES = Text("依据：{sources}", "Sources: {sources}")
_FEW_ADS = Text(
    "其中有的只数了不到 {n} 则招聘：占比说明不了什么，以编者的判断为准。",
    "For some of these fewer than {n} ads were counted: the shares say little, and the authors' judgement decides.",
)
_ALIASES = Text("也叫：{names}", "Also called: {names}")


def facts_of(role: RoleView) -> Iterator[Text]:
    """Yield what else there is to know of a role, a line each: first what it moves."""
    if role.measures:
        yield _MOVES.fill(metrics=joined(role.measures))
    for fact in role.facts:
        yield fact_text(fact)


def fact_text(fact: FactView) -> Text:
    """Return something to know of a role under what it is called."""
    return NAMED.fill(name=fact.name, what=fact.text)


def aliases_text(aliases: Words, lang: Lang) -> Text | None:
    """Return what else a thing is called in a language; None where it has no other name."""
    names = aliases.zh if lang == "zh" else aliases.en
    return _ALIASES.fill(names=joined(Text(name, name) for name in names)) if names else None


def emphasis_text(skill: SkillView) -> Text | None:
    """Return how many times its points a gap in a skill counts in the order of gaps; None where it counts once."""
    if skill.emphasis == 1:
        return None
    return (_MORE if skill.emphasis > 1 else _LESS).fill(times=f"{skill.emphasis:g}")


def few_ads_text(role: RoleView) -> Text | None:
    """Return that some of what a role's positions ask rests on few ads; None where nothing does."""
    few = any(one.few_ads for position in role.positions for one in position.requirements)
    return _FEW_ADS.fill(n=FEW_ADS) if few else None


def asked_text(asked: RequirementView | None, *, weight: bool) -> str:
    """Return what a position asks of a skill in a cell: the level, its weight where that is wanted, * for a must."""
    if asked is None:
        return ""
    return f"{asked.level}{f' {percent(asked.weight)}' if weight else ''}{'*' if asked.must else ''}"


def aloud_text(asked: RequirementView) -> Text:
    """Return what a position asks of a skill as it is read aloud."""
    return (_ALOUD_MUST if asked.must else _ALOUD).fill(level=asked.level, weight=percent(asked.weight))


def levels_text(skill: SkillView) -> Text:
    """Return the heading of a skill's levels."""
    return _LEVELS.fill(n=_NUMBERS[len(skill.levels) - LEAST - 1])


def sources_text(skill: SkillView) -> Text:
    """Return what a skill rests on."""
    return _SOURCES.fill(sources=", ".join(skill.sources))
