"""`opscareer gap`: what stands between a person and one position, whole."""

from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
from opscareer.cli.naming import position_of
from opscareer.cli.person import situation_by
from opscareer.cli.session import Session


def gap(
    session: Session,
    word: Annotated[
        str | None,
        typer.Argument(metavar="[POSITION]", autocompletion=positions, help="A position; else your next role."),
    ] = None,
    answers: AnswersOption = None,
) -> None:
    """Show all that you lack for a position, what matters most for the step first."""
    wanted = position_of(session, word) if word is not None else None
    from opscareer.advice import held_against, prospect_of
    from opscareer.render.screen.gap import gap_page
    from opscareer.views.gaps import gaps_view

    kb = session.whole
    situation = situation_by(session, answers, "gap")
    step = situation.next
    worked_on = prospect_of(kb, situation, step).gaps_of if step else situation.standing.positions[0]
    view = gaps_view(kb, situation, held_against(kb, situation, wanted or worked_on))
    session.tell("gap", view, lambda page: gap_page(page, view))


COMMANDS = {"gap": command(gap)}
