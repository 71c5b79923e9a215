"""`opscareer gap POSITION`: what stands between a person and one position, whole."""

from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
from opscareer.cli.session import Session


def gap(
    session: Session,
    word: Annotated[
        str, typer.Argument(metavar="POSITION", autocompletion=positions, help="A position, as product-ops/manager.")
    ],
    answers: AnswersOption = None,
) -> None:
    """Show all that you lack for a position, in the order of what it brings."""
    from opscareer.model.lookup import find_position

    position = find_position(session.whole, word)
    from opscareer.advice import held_against
    from opscareer.render.screen.gap import gap_page
    from opscareer.views.gaps import gaps_view

    kb = session.whole
    situation = session.situation(answers, "gap")
    view = gaps_view(kb, situation, held_against(kb, situation, position))
    session.tell("gap", view, lambda page: gap_page(page, view))


COMMANDS = {"gap": command(gap)}
