"""`opscareer roles` and `opscareer role ID`: the lines of work, and what each requires."""

from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles as known_roles
from opscareer.cli.session import Session


def roles(session: Session) -> None:
    """List the roles, what they are measured by, and the blocks of a company."""
    from opscareer.render import catalogue_json
    from opscareer.render.catalogue_page import roles_page

    kb = session.whole
    session.answer("roles", lambda: catalogue_json.roles(kb), lambda page: roles_page(page, kb))


def role(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_roles, help="A role, as product-ops.")],
) -> None:
    """Show one role: what it does, what employers ask, what each of its positions requires and why."""
    from opscareer.model.lookup import find_role
    from opscareer.render import catalogue_json
    from opscareer.render.catalogue_page import role_page

    kb = session.whole
    one = kb.roles[find_role(kb, word)]
    session.answer("role", lambda: catalogue_json.role(kb, one), lambda page: role_page(page, kb, one))


COMMANDS = {"roles": command(roles), "role": command(role)}
