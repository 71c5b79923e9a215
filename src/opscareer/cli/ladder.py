"""`opscareer ladder`: the whole ladder, or one role's way up it."""

from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles
from opscareer.cli.session import Session
from opscareer.model.ladder import Ladder
from opscareer.text import Text
from opscareer.views.ladder import LadderView, ladder_view

if TYPE_CHECKING:  # what draws and what finds a word is imported late: the ladder in JSON is the quickest answer
    from opscareer.render.screen.page import Page


def ladder(
    session: Session,
    role: Annotated[
        str | None, typer.Argument(autocompletion=roles, help="Only this role and what it leads to.")
    ] = None,
) -> None:
    """Show the rungs, the positions and the moves between them."""
    graph = session.opened.ladder
    view = ladder_view(graph, None if role is None else _found(graph, role))
    session.tell("ladder", view, lambda page: _drawn(page, view))


def _drawn(page: "Page", view: LadderView) -> None:
    from opscareer.render.screen.ladder import ladder_page

    ladder_page(page, view)


def _found(graph: Ladder, word: str) -> str:
    from opscareer.model.lookup import find
    from opscareer.model.nouns import ROLE

    roles = dict.fromkeys(post.role for post in graph.posts)
    return find(word, {id_: (id_, id_) for id_ in roles}, Text(*ROLE))


COMMANDS = {"ladder": command(ladder)}
