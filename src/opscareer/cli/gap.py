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
    from opscareer.advice import by_group, held_against, worked_on
    from opscareer.render import advice_json
    from opscareer.render.gap_page import gap_page

    kb = session.whole
    situation = session.situation(answers, "gap")
    one = held_against(kb, situation, position)
    profile = situation.profile
    groups = by_group(kb, worked_on(kb, one), situation.beliefs)
    session.answer(
        "gap", lambda: advice_json.gap(kb, profile, one), lambda page: gap_page(page, kb, profile, one, groups)
    )


COMMANDS = {"gap": command(gap)}
