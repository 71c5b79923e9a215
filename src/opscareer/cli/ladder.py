"""`opscareer ladder`: the whole ladder, or one role's way up it."""

from enum import StrEnum
from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import roles
from opscareer.cli.session import Session
from opscareer.model.ladder import Ladder
from opscareer.text import Text


class Format(StrEnum):
    """A language for drawings."""

    mermaid = "mermaid"
    dot = "dot"


def ladder(
    session: Session,
    role: Annotated[
        str | None, typer.Argument(autocompletion=roles, help="Only this role and what it leads to.")
    ] = None,
    style: Annotated[Format | None, typer.Option("--format", help="Print a drawing for mermaid or Graphviz.")] = None,
) -> None:
    """Show the rungs, the positions and the moves between them."""
    graph = session.opened.ladder
    if role is not None:
        graph = of_role(graph, _found(graph, role))
    if style is not None:
        from opscareer.render import drawing

        draw = drawing.mermaid if style is Format.mermaid else drawing.dot
        session.write(draw(graph, session.language))
        return
    from opscareer.render.ladder_json import ladder as as_json
    from opscareer.render.ladder_page import ladder_page

    session.answer("ladder", lambda: as_json(graph), lambda page: ladder_page(page, graph, sideways=role is not None))


def of_role(graph: Ladder, role: str) -> Ladder:
    """Return a role's positions, all that promotions reach from them, and the moves between those."""
    kept = {post.id for post in graph.posts if post.role == role}
    ups = [move for move in graph.moves if move.kind == "promotion"]
    while more := {move.end for move in ups if move.start in kept} - kept:
        kept |= more
    posts = tuple(post for post in graph.posts if post.id in kept)
    rungs = {post.rung for post in posts}
    return Ladder(
        rungs=tuple(rung for rung in graph.rungs if rung.id in rungs),
        posts=posts,
        moves=tuple(move for move in graph.moves if move.start in kept and move.end in kept),
    )


def _found(graph: Ladder, word: str) -> str:
    from opscareer.model.lookup import ROLE, find

    roles = dict.fromkeys(post.role for post in graph.posts)
    return find(word, {id_: (id_, id_) for id_ in roles}, Text(*ROLE))


COMMANDS = {"ladder": command(ladder)}
