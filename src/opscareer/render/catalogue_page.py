"""What the knowledge base holds, for people: roles, one role, skills, one skill."""

from collections.abc import Sequence
from string import ascii_uppercase

from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import FEW_ADS, Position, Requirement, Role
from opscareer.model.skill import LEAST, Skill
from opscareer.render.screen.page import Page
from opscareer.text import Text, joined
from opscareer.views.words.units import percent

_BLOCKS = Text("公司里的几大块，和怎么跟它们配合", "The blocks of a company, and how to work with each")
_METRICS = Text("看哪些数", "What is measured")
_DUTIES = Text("做什么", "What it does")
_CONDITIONS = Text("另外还看", "Also asked for")
_MOVES = Text("主要动的指标：{metrics}", "Moves chiefly: {metrics}")
_POSITIONS, _ASKS = Text("岗位", "Positions"), Text("要什么", "What is asked")
_WIDE = 60  # columns
_SKILL, _BASIS = Text("能力", "skill"), Text("依据", "sources")
_CELLS = Text(
    "格子里是要到的级别和它占的份量，* 是必须的；没有就是不要。",
    "A cell tells the level asked and its weight, * a must; where there is none it is not asked.",
)
_LEVELS = Text("{n}个级别：做过什么", "{n} levels: what one has done")
_NUMBERS = tuple(
    Text(*both) for both in zip("四五六七八九十", ["Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"], strict=True)
)
"""How many levels there may be, with that which is none yet."""
_GROW = Text("怎么到下一级", "How to get to each")
_PROOF = Text("拿什么证明", "What to show as proof")
_ASKED_BY = Text("哪些岗位要它", "Who asks for it")
_SOURCES = Text("依据：{sources}", "Sources: {sources}")
_FEW_ADS = Text(
    "其中有的只数了不到 {n} 则招聘：占比说明不了什么，以编者的判断为准。",
    "For some of these fewer than {n} ads were counted: the shares say little, and the authors' judgement decides.",
)
_ALIASES = Text("也叫：{names}", "Also called: {names}")


_CELLS_NARROW = Text(
    "格子里是要到的级别，* 是必须的；没有就是不要。",
    "A cell tells the level asked, * a must; where there is none it is not asked.",
)


def roles_page(page: Page, kb: KnowledgeBase) -> None:
    """Write all roles, the metrics and the blocks."""
    names = {group.id: group.name for group in kb.role_groups}
    for group in dict.fromkeys(role.group for role in kb.roles.values()):
        page.head(names.get(group, Text(group, group)))
        members = [role for role in kb.roles.values() if role.group == group]
        page.table(
            (Text("编号", "id"), Text("名称", "name"), Text("一句话", "in a sentence")),
            [(role.id, role.name.of(page.lang), role.summary.of(page.lang)) for role in members],
        )
    if kb.metrics:
        page.head(_METRICS)
    for metric in kb.metrics:
        page.say(metric.summary, first=f"{metric.name.of(page.lang)}  ", indent=2)
    if kb.blocks:
        page.head(_BLOCKS)
    for block in kb.blocks:
        page.say(block.summary, first=f"{block.name.of(page.lang)}  ", indent=2)
        page.say(block.works_with, "dim", indent=4)


def role_page(page: Page, kb: KnowledgeBase, role: Role) -> None:
    """Write one role: duties, conditions, and what each of its positions requires."""
    page.say(f"{role.name.of(page.lang)}  [{role.id}]", "bold")
    if role.summary != role.name:
        page.say(role.summary)
    names = [metric.name for metric in kb.metrics if metric.id in role.metrics]
    if names:
        page.say(_MOVES.fill(metrics=joined(names)), "dim")
    if role.duties:
        page.head(_DUTIES)
    for duty in role.duties:
        page.say(duty.text, first="- ", indent=2)
    if role.conditions:
        page.head(_CONDITIONS)
    for condition in role.conditions:
        page.say(condition.text, first="- ", indent=2)
    positions = [p for rung in kb.rungs for p in kb.on_rung(rung) if p.role == role.id]
    page.head(_POSITIONS)
    for letter, position in zip(ascii_uppercase, positions, strict=False):
        _position(page, position, f"{letter}  " if page.columns < _WIDE else "")
    page.head(_ASKS)
    _table(page, kb, positions)


def skills_page(page: Page, kb: KnowledgeBase) -> None:
    """Write all skills, group by group."""
    for group in kb.groups:
        page.head(group.name)
        rows = [
            (skill.id, skill.name.of(page.lang), skill.definition.of(page.lang))
            for skill in kb.skills.values()
            if skill.group == group.id
        ]
        page.table((Text("编号", "id"), Text("名称", "name"), Text("是什么", "what it is")), rows)


def skill_page(page: Page, kb: KnowledgeBase, skill: Skill) -> None:
    """Write one skill: its levels, how to grow, what to show, and who asks for it."""
    page.say(f"{skill.name.of(page.lang)}  [{skill.id}]", "bold")
    if skill.definition != skill.name:
        page.say(skill.definition)
    other = skill.aliases.zh if page.lang == "zh" else skill.aliases.en
    if other:
        page.say(_ALIASES.fill(names=joined(Text(name, name) for name in other)), "dim")
    page.head(_LEVELS.fill(n=_NUMBERS[len(skill.levels) - LEAST - 1]))
    for level, told in enumerate(skill.levels):
        page.say(told, first=f"{level}  ", indent=2)
    page.head(_GROW)
    for level, actions in enumerate(skill.grow, 1):
        for action in actions:
            page.say(action, first=f"-> {level}  ", indent=2)
    _proof(page, skill)
    page.head(_ASKED_BY)
    asking = {id_: needed[skill.id] for id_, needed in kb.needed.items() if skill.id in needed}
    for id_, level in asking.items():
        page.say(f"{level}  {kb.positions[id_].title.of(page.lang)}  [{id_}]", indent=2)
    page.blank()
    page.say(_SOURCES.fill(sources=", ".join(skill.sources)), "dim")


def _proof(page: Page, skill: Skill) -> None:
    if skill.proof:
        page.head(_PROOF)
    for proof in skill.proof:
        page.say(proof, first="- ", indent=2)


def _position(page: Page, position: Position, mark: str) -> None:
    page.say(f"{position.title.of(page.lang)}  [{position.id}]", first=mark, indent=2)
    other = position.aliases.zh if page.lang == "zh" else position.aliases.en
    if other:
        page.say(_ALIASES.fill(names=joined(Text(name, name) for name in other)), "dim", indent=4)


def _table(page: Page, kb: KnowledgeBase, positions: Sequence[Position]) -> None:
    """Write what the positions of a role ask as its authors write it: a row each skill, a column each rung.

    On a narrow page the columns have letters, and tell no weights.
    """
    from opscareer.advice.compare import compared  # roles and skills are listed without the advice

    wide = page.columns >= _WIDE
    asked = [{r.skill: r for r in position.requirements} for position in positions]
    rows = []
    for row in compared(kb, [position.id for position in positions]):
        cells = [needs.get(row.skill) for needs in asked]
        sources = dict.fromkeys(source for cell in cells if cell for source in cell.sources)
        rows.append(
            (kb.skills[row.skill].name.of(page.lang), *(_cell(cell, wide=wide) for cell in cells), ", ".join(sources))
        )
    names = [_column(kb, p) if wide else Text(a, a) for a, p in zip(ascii_uppercase, positions, strict=False)]
    page.say(_CELLS if wide else _CELLS_NARROW, "dim", indent=2)
    page.table((_SKILL, *names, _BASIS), rows)
    if any(r.few_ads for position in positions for r in position.requirements):
        page.say(_FEW_ADS.fill(n=FEW_ADS), "dim", indent=2)


def _column(kb: KnowledgeBase, position: Position) -> Text:
    """Return the name of a rung, short enough to head a column."""
    rung = kb.rungs[position.rung]
    return Text(rung.name.zh.partition("/")[0].partition("（")[0], rung.id)


def _cell(asked: Requirement | None, *, wide: bool) -> str:
    if asked is None:
        return ""
    return f"{asked.level}{f' {percent(asked.weight)}' if wide else ''}{'*' if asked.must else ''}"
