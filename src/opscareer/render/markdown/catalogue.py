"""A role and a skill as Markdown: to keep, to print, to put into a wiki."""

from collections.abc import Iterator

from opscareer.render.markdown.escaping import escaped
from opscareer.render.markdown.parts import listed, paragraphs, table
from opscareer.text import Lang
from opscareer.views.role import RoleView
from opscareer.views.skills import SkillView
from opscareer.views.telling import catalogue as words
from opscareer.views.words.headings import SKILL, SOURCES


def role_markdown(role: RoleView, lang: Lang) -> str:
    """Return a role in one language; all text is escaped."""
    lines = [f"# {escaped(role.name.of(lang))}"]
    lines += paragraphs([role.summary] if role.summary != role.name else [], lang)
    lines += paragraphs(words.facts_of(role), lang)
    lines += listed(words.DUTIES, (duty.text.of(lang) for duty in role.duties), lang)
    lines += listed(words.CONDITIONS, (one.text.of(lang) for one in role.conditions), lang)
    lines += ["", f"## {words.POSITIONS.of(lang)}", ""]
    for position in role.heights:
        lines.append(f"- {escaped(position.title.of(lang))} (`{position.id}`)")
        told = (position.served, words.aliases_text(position.aliases, lang))
        lines += [f"  {escaped(one.of(lang))}" for one in told if one]
    lines += ["", f"## {words.ASKS.of(lang)}", "", escaped(words.CELLS.of(lang)), "", *_asks(role, lang)]
    lines += paragraphs([words.few_ads_text(role)], lang)
    return "\n".join(lines) + "\n"


def skill_markdown(skill: SkillView, lang: Lang) -> str:
    """Return a skill in one language; all text is escaped."""
    lines = [f"# {escaped(skill.name.of(lang))}"]
    lines += paragraphs([skill.definition] if skill.definition != skill.name else [], lang)
    lines += paragraphs([words.aliases_text(skill.aliases, lang)], lang)
    lines += listed(
        words.levels_text(skill), (f"{level}: {told.of(lang)}" for level, told in skill.levels.items()), lang
    )
    steps = (f"→ {level}: {action.of(lang)}" for level, actions in skill.grow.items() for action in actions)
    lines += listed(words.GROW, steps, lang)
    lines += listed(words.PROOF, (proof.of(lang) for proof in skill.proof), lang)
    asking = (f"{one.level}: {one.title.of(lang)} ({one.position})" for one in skill.asking)
    lines += listed(words.ASKED_BY, asking, lang)
    lines += paragraphs([words.emphasis_text(skill), words.sources_text(skill)], lang)
    return "\n".join(lines) + "\n"


def _asks(role: RoleView, lang: Lang) -> Iterator[str]:
    headings = (SKILL, *(position.rung for position in role.heights), SOURCES)
    rows = []
    for row in role.asks:
        cells = (words.asked_text(one, weight=True) for one in row.cells)
        rows.append((row.skill.of(lang), *cells, ", ".join(row.sources)))
    return table(headings, rows, lang)
