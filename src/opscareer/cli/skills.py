"""`opscareer skills` and `opscareer skill ID`: what there is to be able to do, and how one gets there.

A list in JSON waits neither for what finds a word nor for what draws a page.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import skills as known_skills
from opscareer.cli.session import Session

if TYPE_CHECKING:
    from opscareer.render.screen.page import Page
    from opscareer.views.skills import SkillsView, SkillView


def skills(session: Session) -> None:
    """List the skills, group by group."""
    from opscareer.views.skills import skills_view

    view = skills_view(session.whole)
    session.tell("skills", view, lambda page: _skills_page(page, view))


def skill(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_skills, help="A skill, as user-insight.")],
) -> None:
    """Show one skill: its levels, how to grow to each, what to show as proof, who asks for it."""
    from opscareer.model.lookup import find_skill
    from opscareer.views.skills import skill_view

    kb = session.whole
    view = skill_view(kb, kb.skills[find_skill(kb, word)])
    session.tell("skill", view, lambda page: _skill_page(page, view))


def _skills_page(page: "Page", view: "SkillsView") -> None:
    from opscareer.render.screen.catalogue import skills_page

    skills_page(page, view)


def _skill_page(page: "Page", view: "SkillView") -> None:
    from opscareer.render.screen.catalogue import skill_page

    skill_page(page, view)


COMMANDS = {"skills": command(skills), "skill": command(skill)}
