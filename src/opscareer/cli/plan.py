"""`opscareer plan`: what to do about the gaps of a position, month by month."""

from math import isfinite
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session, where_of
from opscareer.errors import UsageError
from opscareer.text import Text

if TYPE_CHECKING:
    from opscareer.advice.ways import Schedule
    from opscareer.render.page import Page

_FIRST = Text("先把{title}做实，然后是{then}。", "First make {title} real; then {then}.")
_THEN = Text("做实之后，{then}的计划：", "Once it is real, the plan for {then}:")


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
    schedule = schedule_of(kb, situation, wanted, parallel=parallel, month=month)
    if form or (session.output and session.output.suffix == ".md" and not session.as_json):
        from opscareer.render.plan_markdown import plan_markdown

        session.write(plan_markdown(kb, profile, schedule, session.language))
        return
    where, then = where_of(session, answers), _leads_to(schedule)

    def write(page: "Page") -> None:
        if then:
            titles = {"title": kb.positions[schedule.prospect.position].title, "then": kb.positions[then].title}
            page.say(_FIRST.fill(**titles))
        plan_page(page, kb, profile, schedule, where, whole=whole)
        if then:
            page.blank()
            page.say(_THEN.fill(then=kb.positions[then].title), "dim")
            page.say(f"opscareer plan {then}{where}", "dim", indent=2)

    session.answer("plan", lambda: plan_json.plan(kb, profile, schedule), write)


def _leads_to(schedule: "Schedule") -> str:
    """Return what the present post leads to where the plan is to make it real first; else nothing."""
    prospect = schedule.prospect
    first = prospect.candidate.kind == "stay" and prospect.gaps_of == prospect.position
    return prospect.candidate.then if first else ""


COMMANDS = {"plan": command(plan)}
