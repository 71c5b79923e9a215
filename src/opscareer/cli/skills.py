"""`opscareer skills` and `opscareer skill ID`: what there is to be able to do, and how one gets there."""

from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import skills as known_skills
from opscareer.cli.session import Session
from opscareer.model.lookup import find_skill
from opscareer.render.screen.catalogue import skill_page, skills_page
from opscareer.views.skills import skill_view, skills_view


def skills(session: Session) -> None:
    """List the skills, group by group."""
    view = skills_view(session.whole)
    session.tell("skills", view, lambda page: skills_page(page, view))


def skill(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_skills, help="A skill, as user-insight.")],
) -> None:
    """Show one skill: its levels, how to grow to each, what to show as proof, who asks for it."""
    kb = session.whole
    view = skill_view(kb, kb.skills[find_skill(kb, word)])
    session.tell("skill", view, lambda page: skill_page(page, view))


COMMANDS = {"skills": command(skills), "skill": command(skill)}
