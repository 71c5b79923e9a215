"""`opscareer plan`: what to do about the gaps of a position, month by month."""

from math import isfinite
from typing import Annotated, Literal

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session, where_of
from opscareer.errors import UsageError


def plan(
    session: Session,
    word: Annotated[str | None, typer.Argument(metavar="[POSITION]", help="A position; else your next role.")] = None,
    month: Annotated[
        float | None, typer.Option("--months", metavar="N", min=0, max=600, help="Tell how far you get by then.")
    ] = None,
    parallel: Annotated[
        int | None, typer.Option("--parallel", metavar="N", min=1, max=5, help="How many skills at once.")
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Tell how to do every step, not only the first.")] = False,
    form: Annotated[
        Literal["markdown"] | None,
        typer.Option("--format", metavar="markdown", help="A list to tick, as with -o FILE.md."),
    ] = None,
    answers: AnswersOption = None,
) -> None:
    """Schedule what to do for a position: which skill when, what to show for it, when to look again."""
    from opscareer.advice.ways import schedule_of
    from opscareer.model.lookup import find_position
    from opscareer.render import plan_json
    from opscareer.render.plan_page import plan_page

    if month is not None and not isfinite(month):
        raise UsageError("--months 要写月数", "--months takes a number of months", ("如 --months 6", "as --months 6"))
    kb = session.whole
    wanted = find_position(kb, word) if word is not None else None
    situation = session.situation(answers, "plan")
    profile = situation.profile
    position = wanted or situation.leader or situation.standing.positions[0]  # at the top: the post one holds
    schedule = schedule_of(kb, situation, position, parallel=parallel, month=month)
    if form or (session.output and session.output.suffix == ".md" and not session.as_json):
        from opscareer.render.plan_markdown import plan_markdown

        session.write(plan_markdown(kb, profile, schedule, session.language))
        return
    session.answer(
        "plan",
        lambda: plan_json.plan(kb, profile, schedule),
        lambda page: plan_page(page, kb, profile, schedule, where_of(session, answers), whole=whole),
    )


COMMANDS = {"plan": command(plan)}
