"""`opscareer report`: all of the advice on one page, to keep, to print, to talk over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from opscareer.cli import environment
from opscareer.cli.clock import day, here, now, today
from opscareer.cli.command import AnswersOption, command
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError
from opscareer.render.json_parts import Object
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase

Format = Literal["html", "markdown"]
_WAYS = 3
_FORMATS: dict[str, Format] = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_AS_PAGE = Text("要网页版：opscareer report -o report.html --open", "As a page: opscareer report -o report.html --open")
_WRITTEN = Text("写在 {file}", "Written to {file}")


def report(
    session: Session,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="As -o says by its ending, else Markdown."),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
    answers: AnswersOption = None,
) -> None:
    """Write all of the advice on one page: next role, gaps, ways, plan, and where every number comes from."""
    told = _told(session, answers)
    if session.as_json:
        from opscareer.render.report_data import report_json

        session.answer("report", lambda: report_json(told), lambda _: None)
        return
    if show and session.output is None:
        session.output, session.force = _private_file(), True
    ending = session.output.suffix.lower() if session.output else ""
    wanted = form or ("html" if show else _FORMATS.get(ending, "markdown"))
    session.write(_page(session, told, wanted))
    if show and session.output:
        _open(session, session.output)
    elif session.output is None and form is None and environment.person_there():
        environment.tell(_AS_PAGE, session.language)


def _told(session: Session, answers: str | None) -> Object:
    """Return what the report says; the history of this machine belongs to the answers kept on it, not to a file."""
    from opscareer.advice import advise
    from opscareer.advice.ways import journey_of, schedule_of
    from opscareer.interview import profile_of
    from opscareer.render.report_data import report_data

    kb = session.whole
    advice = advise(kb, profile_of(kb, session.answers_or_last(answers, "report")))
    journey = journey_of(kb, advice.situation, None, _WAYS)
    schedule = schedule_of(kb, advice.situation) if advice.next else None
    history = _history(kb) if answers is None else []
    return report_data(kb, advice, journey, schedule, history, now()[:10])


def _history(kb: "KnowledgeBase") -> list[Object]:
    from opscareer import store
    from opscareer.views.encoding import encode_record
    from opscareer.views.history import history_view

    opened = store.read_store()
    view = history_view(kb, store.listed(opened).assessments if opened else (), day=day)
    return [encode_record(one) for one in view.assessments]


def _page(session: Session, told: Object, form: Format) -> str:
    whole = {**told, **_as_here(told), "kb": session.identity()}
    if form == "html":
        from opscareer.render.report.html import html

        return html(whole, session.language, session.whole.top)
    from opscareer.render.report.markdown import markdown

    return markdown(whole, session.language)


def _as_here(told: Object) -> Object:
    """Return the times of a report as the clock here has them, for its pages."""
    history = [{**one, "taken_at": here(one["taken_at"])} for one in told["history"]]
    return {"made_at": today(), "history": history}


def _private_file() -> Path:
    """Return the place for a page that nobody asked to keep, which no one else on this machine can read."""
    from opscareer.cli.removing import page_file
    from opscareer.written.folders import private_folder

    private_folder(page_file().parent)
    return page_file()


def _open(session: Session, file: Path) -> None:
    import webbrowser

    environment.tell(_WRITTEN.fill(file=clean(str(file))), session.language)
    if not webbrowser.open(file.resolve().as_uri()):
        raise OpscareerError(
            "打不开浏览器",
            "no browser could be opened",
            (f"用浏览器打开 {clean(str(file))}", f"open {clean(str(file))}"),
        )


COMMANDS = {"report": command(report)}
