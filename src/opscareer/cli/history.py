"""`opscareer history`: the assessments kept on this machine, what changed between two, and how to take them away."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.session import Session
from opscareer.errors import UsageError
from opscareer.text import Text

if TYPE_CHECKING:
    from opscareer.render.history_page import Kept
    from opscareer.store import Store

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
    from opscareer import store
    from opscareer.render import history_page

    opened = store.open_store(create=take_in is not None)
    if take_in is not None and opened is not None:
        _tell(session, _TAKEN_IN, _taken_in(opened, take_in))
    if delete:
        _tell(session, _FORGOTTEN, store.forget(opened, tuple(delete)) if opened else 0)
    kept = kept_in(opened)
    if export:
        from opscareer.outside.history import SCHEMA

        told = [one._asdict() for one in kept]
        session.write(json.dumps({"schema": SCHEMA, "assessments": told}, ensure_ascii=False, indent=1) + "\n")
    elif diff is not None:
        before, after = (_found(kept, id_) for id_ in diff)
        session.answer(
            "history",
            lambda: history_page.history_json(kept) | history_page.difference_json(before, after),
            lambda page: history_page.difference_page(page, session.whole, before, after),
        )
    else:
        session.answer(
            "history",
            lambda: history_page.history_json(kept),
            lambda page: history_page.history_page(page, session.whole, kept),
        )


def kept_in(opened: "Store | None") -> "list[Kept]":
    """Return the assessments of a store, the oldest first; none where there is no store."""
    from opscareer import store
    from opscareer.render.history_page import Kept

    return [Kept(*one) for one in store.assessments(opened)] if opened else []


def _found(kept: "list[Kept]", id_: int) -> "Kept":
    for one in kept:
        if one.id == id_:
            return one
    listed = ", ".join(str(one.id) for one in kept)
    raise UsageError(f"没有第 {id_} 次评估", f"there is no assessment {id_}", (f"有：{listed}", f"there are: {listed}"))


def _taken_in(opened: "Store", file: str) -> int:
    """Take in exported assessments that are not there yet; return how many. Raises FaultyHistoryError."""
    from opscareer import store
    from opscareer.outside.history import exported

    new = exported(file, store.checked)
    there = {(one.taken_at, json.dumps(one.answers, sort_keys=True)) for one in store.assessments(opened)}
    fresh = [one for one in new if (one["taken_at"], json.dumps(one["answers"], sort_keys=True)) not in there]
    for one in fresh:
        store.keep_assessment(opened, one["taken_at"], one["kb_sha256"], one["answers"], one["advice"])
    return len(fresh)


def _tell(session: Session, text: Text, count: int) -> None:
    environment.tell(text.fill(n=count), session.language)


COMMANDS = {"history": command(history)}
