"""`opscareer plan`: what to do about the gaps of a position, month by month."""

from math import isfinite
from typing import Annotated

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.completing import positions
from opscareer.cli.naming import position_of
from opscareer.cli.person import situation_by
from opscareer.cli.session import Session
from opscareer.errors import UsageError


def plan(
    session: Session,
    word: Annotated[
        str | None,
        typer.Argument(metavar="[POSITION]", autocompletion=positions, help="A position; else your next role."),
    ] = None,
    month: Annotated[
        float | None, typer.Option("--months", metavar="MONTHS", min=0, max=600, help="Tell how far you get by then.")
    ] = None,
    parallel: Annotated[
        int | None, typer.Option("--parallel", metavar="SKILLS", min=1, max=5, help="How many skills at once.")
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Tell how to do every step, not only the first.")] = False,
    answers: AnswersOption = None,
) -> None:
    """Schedule what to do for a position: which skill when, what to show for it, when to look again."""
    from opscareer.advice.ways import schedule_of
    from opscareer.cli.clock import today
    from opscareer.render.screen.plan import plan_page
    from opscareer.views.plan import plan_view

    if month is not None and not isfinite(month):
        raise UsageError("--months 要写月数", "--months takes a number of months", ("如 --months 6", "as --months 6"))
    kb = session.whole
    wanted = position_of(session, word) if word is not None else None
    situation = situation_by(session, answers, "plan")
    schedule = schedule_of(kb, situation, wanted, parallel=parallel, month=month)
    view = plan_view(kb, situation.profile, schedule, today())
    session.tell(
        "plan", view, lambda page: plan_page(page, view, whole=whole), _as_typed(word, month, parallel, whole=whole)
    )


def _as_typed(word: str | None, month: float | None, parallel: int | None, *, whole: bool) -> list[str]:
    """Return the command's own words."""
    told = [word] if word is not None else []
    told += ["--months", f"{month:g}"] if month is not None else []
    told += ["--parallel", str(parallel)] if parallel is not None else []
    return [*told, "--all"] if whole else told


COMMANDS = {"plan": command(plan)}
