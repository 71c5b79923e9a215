"""`opscareer path`: the ways from where one stands to a goal."""

from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
from opscareer.cli.naming import position_of
from opscareer.cli.person import situation_by
from opscareer.cli.session import Session
from opscareer.errors import UsageError

_WAYS = 3


def path(
    session: Session,
    goal: Annotated[
        str | None,
        typer.Argument(
            metavar="[GOAL]",
            autocompletion=positions,
            help="A position, as coo; else your goal, or the top of the ladder.",
        ),
    ] = None,
    k: Annotated[
        int, typer.Option("-k", metavar="WAYS", min=1, max=20, help="How many ways to show, 1 to 20.")
    ] = _WAYS,
    whole: Annotated[bool, typer.Option("--all", help="Name everything that has to be closed.")] = False,
    answers: AnswersOption = None,
) -> None:
    """Find the shortest ways to a goal: which positions, how many months, what has to be closed on the way."""
    from opscareer.advice.ways import journey_of
    from opscareer.render.screen.path import path_page
    from opscareer.views.path import path_view

    kb = session.whole
    wanted = position_of(session, goal) if goal is not None else None
    situation = situation_by(session, answers, "path")
    if wanted in situation.standing.positions:
        raise UsageError(
            f"{wanted} 就是你现在的岗位",
            f"{wanted} is the position you hold",
            ("写一个别的目标；不写就是到顶", "name another goal; without one it is the top"),
        )
    view = path_view(kb, journey_of(kb, situation, wanted, k))
    session.tell("path", view, lambda page: path_page(page, view, whole=whole), _as_typed(goal, k, whole=whole))


def _as_typed(goal: str | None, k: int, *, whole: bool) -> list[str]:
    """Return the command's own words."""
    told = [] if goal is None else [goal]
    told += [] if k == _WAYS else ["-k", str(k)]
    return [*told, "--all"] if whole else told


COMMANDS = {"path": command(path)}
