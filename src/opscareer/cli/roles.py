"""`opscareer roles` and `opscareer role ID`: the lines of work, and what each requires.

A list in JSON waits neither for what finds a word nor for what draws a page.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles as known_roles
from opscareer.cli.session import Session

if TYPE_CHECKING:
    from opscareer.render.screen.page import Page
    from opscareer.views.role import RoleView
    from opscareer.views.roles import RolesView


def roles(session: Session) -> None:
    """List the roles, what they are measured by, and the blocks of a company."""
    from opscareer.views.roles import roles_view

    view = roles_view(session.whole)
    session.tell("roles", view, lambda page: _roles_page(page, view))


def role(
    session: Session,
    word: Annotated[str, typer.Argument(metavar="ID", autocompletion=known_roles, help="A role, as product-ops.")],
) -> None:
    """Show one role: what it does, what employers ask, what each of its positions requires and why."""
    from opscareer.model.lookup import find_role
    from opscareer.views.role import role_view

    kb = session.whole
    view = role_view(kb, kb.roles[find_role(kb, word)])
    session.tell("role", view, lambda page: _role_page(page, view))


def _roles_page(page: "Page", view: "RolesView") -> None:
    from opscareer.render.screen.catalogue import roles_page

    roles_page(page, view)


def _role_page(page: "Page", view: "RoleView") -> None:
    from opscareer.render.screen.catalogue import role_page

    role_page(page, view)


COMMANDS = {"roles": command(roles), "role": command(role)}
