"""`opscareer ladder`: the whole ladder, or one role's way up it."""

from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles
from opscareer.cli.session import Session
from opscareer.model.ladder import Ladder
from opscareer.views.ladder import LadderView, ladder_view

if TYPE_CHECKING:  # what draws and what finds a word is imported late: the ladder in JSON is the quickest answer
    from opscareer.render.screen.page import Page


def ladder(
    session: Session,
    role: Annotated[
        str | None, typer.Argument(metavar="[ROLE]", autocompletion=roles, help="Only this role and what it leads to.")
    ] = None,
) -> None:
    """Show the rungs, the positions and the moves between them."""
    graph = session.opened.ladder
    view = ladder_view(graph, None if role is None else _found(session, graph, role))
    session.tell("ladder", view, lambda page: _drawn(page, view))


def _drawn(page: "Page", view: LadderView) -> None:
    from opscareer.render.screen.ladder import ladder_page

    ladder_page(page, view)


def _found(session: Session, graph: Ladder, word: str) -> str:
    """Return the role that a word stands for; only names that are no ids need the whole knowledge base."""
    if any(post.role == word for post in graph.posts):
        return word
    from opscareer.model.lookup import find_role

    return find_role(session.whole, word)


COMMANDS = {"ladder": command(ladder)}
