"""`opscareer report`: all of the advice on one page, to keep, to print, to talk over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli import environment
from opscareer.cli.clock import day, today
from opscareer.cli.command import AnswersOption, command
from opscareer.cli.person import answers_or_last
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError, UsageError
from opscareer.text import clean
from opscareer.views.next_actions.action import for_people

if TYPE_CHECKING:
    from opscareer.views.report import ReportView

_WAYS = 3


def report(
    session: Session,
    show: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
    answers: AnswersOption = None,
) -> None:
    """Write all of the advice on one page: next role, gaps, ways, plan, and where every number comes from."""
    if show:
        _for_a_browser(session)
    view = _told(session, answers)
    if session.on_screen and session.plain:
        from opscareer.render.screen.report import report_page

        session.page(lambda page: report_page(page, view), for_people(session.actions("report", view)))
        return
    session.tell("report", view, lambda _: None)
    if show and session.output:
        _open(session.output)
    elif session.on_screen and environment.person_there():
        environment.tell("\n".join(_foot(session, view)))


def _for_a_browser(session: Session) -> None:
    """Have the report written as a page that a browser shows, in a place of its own where none is told."""
    if session.as_json or session.form not in (None, "html"):
        raise UsageError(
            "--open 打开的是网页", "--open shows a page", ("去掉 --json 和 --format", "leave out --json and --format")
        )
    session.form = "html"
    if session.output is None:
        session.output, session.force = _private_file(), True


def _told(session: Session, answers: str | None) -> "ReportView":
    """Return what the report says; the history of this machine belongs to the answers kept on it, not to a file."""
    from opscareer import store
    from opscareer.advice import advise
    from opscareer.advice.ways import journey_of, schedule_of
    from opscareer.interview import profile_of
    from opscareer.views.report import report_view

    kb = session.whole
    advice = advise(kb, profile_of(kb, answers_or_last(session, answers, "report")))
    journey = journey_of(kb, advice.situation, None, _WAYS)
    schedule = schedule_of(kb, advice.situation) if advice.next else None
    opened = store.read_store() if answers is None else None
    kept = store.listed(opened).assessments if opened else ()
    return report_view(kb, advice, journey, schedule, kept, today(), day=day)


def _foot(session: Session, view: "ReportView") -> "list[str]":
    """Return what to do next as lines, which a page that is no screen has no place for."""
    from opscareer.render.screen.aloud import page_for
    from opscareer.render.screen.closing import closing
    from opscareer.render.screen.page import as_text

    page = page_for(session.language, environment.columns(), plain=session.plain)
    closing(page, for_people(session.actions("report", view)))
    return as_text(page.lines).splitlines()


def _private_file() -> Path:
    """Return the place for a page that nobody asked to keep, which no one else on this machine can read."""
    from opscareer.cli.removing import page_file
    from opscareer.written.folders import private_folder

    private_folder(page_file().parent)
    return page_file()


def _open(file: Path) -> None:
    import webbrowser

    if not webbrowser.open(file.resolve().as_uri()):
        raise OpscareerError(
            "打不开浏览器",
            "no browser could be opened",
            (f"用浏览器打开 {clean(str(file))}", f"open {clean(str(file))}"),
        )


COMMANDS = {"report": command(report)}
