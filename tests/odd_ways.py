"""The plans of the odd people, a knowledge base whose every name is markup, and readers of what is told."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from advised_people import people
from markdown_it import MarkdownIt
from markdown_it.token import Token

from opscareer.advice import Situation, situation_of
from opscareer.advice.ways import Schedule, schedule_of
from opscareer.interview import profile_of
from opscareer.model.kb import KnowledgeBase
from opscareer.model.role import Condition, Role
from opscareer.model.rules import Playbook, Rules
from opscareer.model.skill import Group, Proof, Skill
from opscareer.render.screen.page import EMPTY, FULL, Page, as_text
from opscareer.text import Lang, Text
from opscareer.wrapping import width

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "**bold** _thin_ ~~gone~~",
    "[a](http://x)",
    "![a](//x.example/b.png)",
    "1. x",
    "2) x",
    "- x",
    "+ x",
    "# x",
    "> x",
    "=== x",
    "a | b",
    "`a` ```b",
    "&lt;b&gt; &#42;",
    "<http://x>",
    "\\*a\\",
]
BARS = re.compile(f"[{FULL}{EMPTY}]+")


def situated(kb: KnowledgeBase, name: str) -> Situation:
    """Return where one of the odd people stands."""
    return situation_of(kb, profile_of(kb, people(kb)[name]))


def planned(
    kb: KnowledgeBase, situation: Situation, *, month: float | None = None, parallel: int | None = None
) -> Schedule:
    """Return the plan for the next role, at the top for the post held."""
    return schedule_of(kb, situation, month=month, parallel=parallel)


def page_text(write: Callable[[Page], None], lang: Lang, columns: int = 80) -> str:
    """Return a page as text."""
    page = Page(lang, columns)
    write(page)
    return as_text(page.lines)


def too_wide(text: str, columns: int) -> list[str]:
    """Return all lines wider than the page."""
    return [line for line in text.splitlines() if width(line) > columns]


def squeezed(text: str) -> str:
    """Return the text without blanks, which wrapping may have put in or left out."""
    return "".join(text.split())


def bars(text: str) -> list[tuple[int, int, int]]:
    """Return each bar of a page: its first full cell, the cell after its last full one, and all cells."""
    found = [bar[0] for bar in BARS.finditer(text)]
    assert all(FULL not in bar.strip(EMPTY).strip(FULL) for bar in found)
    return [(bar.find(FULL), bar.rfind(FULL) + 1, len(bar)) for bar in found]


def lies(bar: tuple[int, int, int], start: float, end: float, whole: float) -> bool:
    """Whether a bar covers a stretch of months to within a cell on either side, and at least one cell."""
    first, after, cells = bar
    scale = cells / whole if whole else 0.0
    return after > first >= 0 and abs(first - start * scale) <= 1.001 and abs(after - end * scale) <= 1.001


@cache
def hostile_kb(kb: KnowledgeBase, evil: str) -> KnowledgeBase:
    """Return the knowledge base with all that advice, a plan, a way or a comparison tells put as this one text."""
    told = Text(evil, evil)
    moves = tuple(m._replace(why=told) if m.why.en else m for m in kb.ladder.moves)
    return replace(
        kb,
        groups=tuple(_hostile_group(group, told) for group in kb.groups),
        skills={id_: _hostile_skill(skill, told) for id_, skill in kb.skills.items()},
        positions={id_: replace(position, title=told) for id_, position in kb.positions.items()},
        ladder=kb.ladder._replace(moves=moves),
        rules=_hostile_rules(kb.rules, told),
        roles={id_: replace(role, conditions=_hostile_conditions(role, told)) for id_, role in kb.roles.items()},
    )


def tokens(markdown: str) -> list[Token]:
    """Return what a reader of CommonMark, tables and strikes makes of a text."""
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [part for token in found for part in (token, *(token.children or ()))]


def kinds(markdown: str) -> set[str]:
    """Return what a text is made of besides text."""
    return {token.type for token in tokens(markdown)} - {"inline", "text", "text_special"}


def seen(markdown: str) -> str:
    """Return the text that a reader sees, without the markup."""
    shown = {"text": None, "text_special": None, "softbreak": "\n", "inline": "\n"}
    return "".join(shown[t.type] or t.content for t in _flat(markdown) if t.type in shown)


def _flat(markdown: str) -> list[Token]:
    """Return all tokens, of an inline one only that it ends a line."""
    return [token if token.type != "inline" else Token("inline", "", 0) for token in tokens(markdown)]


def _hostile_rules(rules: Rules, told: Text) -> Rules:
    """Return rules with hostile reasons, ways and playbooks."""
    book = Playbook((told,), (told,), told, told)
    return replace(
        rules,
        growth=tuple(replace(one, text=told) for one in rules.growth),
        routes=tuple(replace(one, name=told, summary=told) for one in rules.routes),
        route_rules=tuple(replace(one, because=told) for one in rules.route_rules),
        situations=tuple(replace(one, because=told, playbook=book) for one in rules.situations),
    )


def _hostile_conditions(role: Role, told: Text) -> tuple[Condition, ...]:
    return tuple(replace(one, text=told) for one in role.conditions)


def _hostile_group(group: Group, told: Text) -> Group:
    """Return a group with hostile texts for every standing that it has any for."""
    instead = {at: replace(one, actions=(told,)) for at, one in group.instead.items()}
    return Group(group.id, told, dict.fromkeys(group.exposure, told), instead)


def _hostile_skill(skill: Skill, told: Text) -> Skill:
    texts = {"levels": (told,) * 6, "grow": ((told,),) * 5, "proof": (Proof(told),), "definition": told}
    instead = {at: replace(one, actions=(told,)) for at, one in skill.instead.items()}
    return replace(skill, name=told, instead=instead, **texts)  # type: ignore[arg-type]
