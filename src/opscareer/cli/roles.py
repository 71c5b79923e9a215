"""`opscareer roles` and `opscareer role ID`: the lines of work, and what each requires."""

from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles as known_roles
from opscareer.cli.session import Session
from opscareer.model.lookup import find_role
from opscareer.render.screen.catalogue import role_page, roles_page
from opscareer.views.role import role_view
from opscareer.views.roles import roles_view


def roles(session: Session) -> None:
    """List the roles, what they are measured by, and the blocks of a company."""
    view = roles_view(session.whole)
    session.tell("roles", view, lambda page: roles_page(page, view))


def role(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_roles, help="A role, as product-ops.")],
) -> None:
    """Show one role: what it does, what employers ask, what each of its positions requires and why."""
    kb = session.whole
    view = role_view(kb, kb.roles[find_role(kb, word)])
    session.tell("role", view, lambda page: role_page(page, view))


COMMANDS = {"roles": command(roles), "role": command(role)}
