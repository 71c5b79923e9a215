"""`opscareer skills` and `opscareer skill ID`: what there is to be able to do, and how one gets there."""

from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import skills as known_skills
from opscareer.cli.session import Session


def skills(session: Session) -> None:
    """List the skills, group by group."""
    from opscareer.render import catalogue_json
    from opscareer.render.catalogue_page import skills_page

    kb = session.whole
    session.answer("skills", lambda: catalogue_json.skills(kb), lambda page: skills_page(page, kb))


def skill(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_skills, help="A skill, as user-insight.")],
) -> None:
    """Show one skill: its levels, how to grow to each, what to show as proof, who asks for it."""
    from opscareer.model.lookup import find_skill
    from opscareer.render import catalogue_json
    from opscareer.render.catalogue_page import skill_page

    kb = session.whole
    one = kb.skills[find_skill(kb, word)]
    session.answer("skill", lambda: catalogue_json.skill(kb, one), lambda page: skill_page(page, kb, one))


COMMANDS = {"skills": command(skills), "skill": command(skill)}
