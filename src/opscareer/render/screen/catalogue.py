"""What the knowledge base holds, on a screen: roles, one role, skills, one skill."""

from string import ascii_uppercase

from opscareer.render.screen.page import Page
from opscareer.text import Text
from opscareer.views.role import PositionView, RoleView
from opscareer.views.roles import RolesView
from opscareer.views.skills import SkillsView, SkillView
from opscareer.views.telling import catalogue as words
from opscareer.views.words.headings import ID, NAME, SKILL, SOURCES

_BLOCKS = Text("公司里的几大块，和怎么跟它们配合", "The blocks of a company, and how to work with each")
_METRICS = Text("看哪些数", "What is measured")
_SENTENCE, _WHAT = Text("一句话", "in a sentence"), Text("是什么", "what it is")
_WIDE = 60  # columns
_CELLS_NARROW = Text(
    "格子里是要到的级别，* 是不能缺的；没有就是不要。",
    "Each cell is the level asked, * what is required; an empty one is not asked.",
)


def roles_page(page: Page, trade: RolesView) -> None:
    """Write all roles, the metrics and the blocks."""
    for group in dict.fromkeys(role.group for role in trade.roles):
        members = [role for role in trade.roles if role.group == group]
        page.head(members[0].family)
        rows = [(role.id, role.name.of(page.lang), role.summary.of(page.lang)) for role in members]
        page.table((ID, NAME, _SENTENCE), rows)
    if trade.metrics:
        page.head(_METRICS)
    for metric in trade.metrics:
        page.say(metric.summary, first=f"{metric.name.of(page.lang)}  ", indent=2)
    if trade.blocks:
        page.head(_BLOCKS)
    for block in trade.blocks:
        page.say(block.summary, first=f"{block.name.of(page.lang)}  ", indent=2)
        page.say(block.works_with, "dim", indent=4)


def role_page(page: Page, role: RoleView) -> None:
    """Write one role: duties, conditions, and what each of its positions requires."""
    page.say(f"{role.name.of(page.lang)}  [{role.id}]", "bold")
    if role.summary != role.name:
        page.say(role.summary)
    for fact in words.facts_of(role):
        page.say(fact, "dim")
    _listed(page, words.DUTIES, tuple(duty.text for duty in role.duties))
    _listed(page, words.CONDITIONS, tuple(condition.text for condition in role.conditions))
    page.head(words.POSITIONS)
    for letter, position in zip(ascii_uppercase, role.heights, strict=False):
        _position(page, position, f"{letter}  " if page.columns < _WIDE else "")
    page.head(words.ASKS)
    if page.plain:
        _asks_aloud(page, role)
    else:
        _asks(page, role)


def skills_page(page: Page, trade: SkillsView) -> None:
    """Write all skills, group by group."""
    for family in trade.families:
        page.head(family.name)
        rows = [(one.id, one.name.of(page.lang), one.definition.of(page.lang)) for one in family.skills]
        page.table((ID, NAME, _WHAT), rows)


def skill_page(page: Page, skill: SkillView) -> None:
    """Write one skill: its levels, how to grow, what to show, and who asks for it."""
    page.say(f"{skill.name.of(page.lang)}  [{skill.id}]", "bold")
    if skill.definition != skill.name:
        page.say(skill.definition)
    if other := words.aliases_text(skill.aliases, page.lang):
        page.say(other, "dim")
    page.head(words.levels_text(skill))
    for level, told in skill.levels.items():
        page.say(told, first=_at(page, words.AT, level, f"{level}  "), indent=2)
    page.head(words.GROW)
    for level, actions in skill.grow.items():
        for action in actions:
            page.say(action, first=_at(page, words.UP_TO, level, f"-> {level}  "), indent=2)
    _listed(page, words.PROOF, skill.proof)
    page.head(words.ASKED_BY)
    for one in skill.asking:
        level = _at(page, words.AT, one.level, f"{one.level}")
        page.say(f"{level}  {one.title.of(page.lang)}  [{one.position}]", indent=2)
    page.blank()
    if emphasis := words.emphasis_text(skill):
        page.say(emphasis)
    page.say(words.sources_text(skill), "dim")


def _at(page: Page, aloud: Text, level: int | str, seen: str) -> str:
    """Return a level as it stands before a text: in words where it is read aloud, else as it is seen."""
    return aloud.fill(level=level).of(page.lang) if page.plain else seen


def _listed(page: Page, heading: Text, told: tuple[Text, ...]) -> None:
    """Write some texts under a heading, where there are any."""
    if told:
        page.head(heading)
    for text in told:
        page.say(text, first="- ", indent=2)


def _position(page: Page, position: PositionView, mark: str) -> None:
    page.say(f"{position.title.of(page.lang)}  [{position.id}]", first=mark, indent=2)
    for told in (position.served, words.aliases_text(position.aliases, page.lang)):
        if told:
            page.say(told, "dim", indent=4)


def _asks_aloud(page: Page, role: RoleView) -> None:
    """Write what each position asks, the positions one after another."""
    for number, position in enumerate(role.heights):
        page.head(position.title)
        for row in role.asks:
            if asked := row.cells[number]:
                page.say(words.aloud_text(asked), first=row.skill.of(page.lang))
    if few := words.few_ads_text(role):
        page.say(few)


def _asks(page: Page, role: RoleView) -> None:
    """Write what the positions of a role ask as its authors write it: a row each skill, a column each rung.

    On a narrow page the columns have letters, and tell no weights.
    """
    wide = page.columns >= _WIDE
    rows = []
    for row in role.asks:
        cells = (words.asked_text(cell, weight=wide) for cell in row.cells)
        rows.append((row.skill.of(page.lang), *cells, ", ".join(row.sources)))
    letters = zip(ascii_uppercase, role.heights, strict=False)
    names = [position.rung if wide else Text(letter, letter) for letter, position in letters]
    page.say(words.CELLS if wide else _CELLS_NARROW, "dim", indent=2)
    page.table((SKILL, *names, SOURCES), rows)
    if few := words.few_ads_text(role):
        page.say(few, "dim", indent=2)
