"""`opscareer history`: the assessments kept on this machine, what changed between two, and how to take them away."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from opscareer import store
from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.session import Session
from opscareer.errors import UsageError
from opscareer.model.assessment import Assessment
from opscareer.outside.history import SCHEMA, exported
from opscareer.render.formats import JSON
from opscareer.render.screen.history import history_page
from opscareer.text import Text
from opscareer.views.history import history_view

_FORGOTTEN = Text("删了 {n} 次评估。", "{n} assessments deleted.")
_TAKEN_IN = Text("收进了 {n} 次评估。", "{n} assessments taken in.")

DiffOption = Annotated[
    tuple[int, int] | None, typer.Option("--diff", metavar="A B", help="Tell what changed between two assessments.")
]
DeleteOption = Annotated[
    list[int] | None, typer.Option("--delete", metavar="ID", help="Delete an assessment for good; may be repeated.")
]
ExportOption = Annotated[bool, typer.Option("--export", help="Print everything that is kept, as JSON.")]
ImportOption = Annotated[
    str | None, typer.Option("--import", metavar="FILE", help="Take in what --export printed; - is stdin.")
]


def history(
    session: Session,
    diff: DiffOption = None,
    delete: DeleteOption = None,
    export: ExportOption = False,
    take_in: ImportOption = None,
) -> None:
    """List your assessments with their fit, and tell what changed between two."""
    if export and session.form not in (None, JSON.name):
        raise UsageError(
            "--export 只有 JSON", "--export is JSON and nothing else", ("去掉 --format", "leave --format out")
        )
    opened = store.open_store(create=take_in is not None)
    if take_in is not None and opened is not None:
        _tell(session, _TAKEN_IN, _taken_in(opened, take_in))
    if delete:
        _tell(session, _FORGOTTEN, store.forget(opened, tuple(delete)) if opened else 0)
    kept = store.assessments(opened) if opened else ()
    if export:
        told = [one._asdict() for one in kept]
        session.write(json.dumps({"schema": SCHEMA, "assessments": told}, ensure_ascii=False, indent=1) + "\n")
        return
    between = None if diff is None else (_found(kept, diff[0]), _found(kept, diff[1]))
    view = history_view(session.whole, kept, between)
    session.tell("history", view, lambda page: history_page(page, view))


def _found(kept: Sequence[Assessment], id_: int) -> Assessment:
    for one in kept:
        if one.id == id_:
            return one
    listed = ", ".join(str(one.id) for one in kept)
    raise UsageError(f"没有第 {id_} 次评估", f"there is no assessment {id_}", (f"有：{listed}", f"there are: {listed}"))


def _taken_in(opened: store.Store, file: str) -> int:
    """Take in exported assessments that are not there yet; return how many. Raises FaultyHistoryError."""
    new = exported(file, store.checked)
    there = {(one.taken_at, json.dumps(one.answers, sort_keys=True)) for one in store.assessments(opened)}
    fresh = [one for one in new if (one["taken_at"], json.dumps(one["answers"], sort_keys=True)) not in there]
    for one in fresh:
        store.keep_assessment(opened, one["taken_at"], one["kb_sha256"], one["answers"], one["advice"])
    return len(fresh)


def _tell(session: Session, text: Text, count: int) -> None:
    environment.tell(text.fill(n=count), session.language)


COMMANDS = {"history": command(history)}
