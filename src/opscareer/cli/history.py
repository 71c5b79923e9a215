"""`opscareer history`: the assessments kept on this machine, what changed between two, and how to take them away."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from opscareer import store
from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.completing import deletable, kept
from opscareer.cli.past import NEWEST, past_of
from opscareer.cli.removing import delete_kept
from opscareer.cli.session import Session
from opscareer.errors import UsageError
from opscareer.model.assessment import Assessment
from opscareer.outside.history import MOST, SCHEMA, exported
from opscareer.render.formats import JSON, PAGES
from opscareer.render.screen.history import history_page
from opscareer.text import Text, clean

_TAKEN_IN = Text("收进了 {n} 次评估。", "Assessments taken in: {n}.")
_UNFINISHED = Text("收进了 {n} 份没答完的问卷。", "Unfinished questionnaires taken in: {n}.")
_THERE = Text("已经有了、没有再收的：{n}。", "There already, and not taken in again: {n}.")
_RECOVERED = Text(
    "找回 {n} 次评估。{lost}原来的文件在 {file}，用不着了就删掉。",
    "Assessments saved: {n}. {lost}The file as it was is {file}; delete it when you need it no more.",
)
_LOST = Text("读不出来的：{ids}。", "Unreadable: {ids}. ")
_NO_FILE = Text("还没有存过什么，没有要救的。", "Nothing has been kept yet: there is nothing to save.")

DiffOption = Annotated[
    tuple[int, int] | None,
    typer.Option("--diff", metavar="A B", autocompletion=kept, help="Tell what changed between two assessments."),
]
DeleteOption = Annotated[
    list[str] | None,
    typer.Option(
        "--delete",
        metavar="ID",
        autocompletion=deletable,
        help="Delete for good: a number, unfinished, or all; may be repeated.",
    ),
]
ExportOption = Annotated[bool, typer.Option("--export", help="Print everything that is kept, as JSON.")]
ImportOption = Annotated[
    str | None, typer.Option("--import", metavar="FILE", help="Take in what --export printed; - is stdin.")
]
AllOption = Annotated[bool, typer.Option("--all", help=f"List all of them, not only the last {NEWEST}.")]
RecoverOption = Annotated[
    bool, typer.Option("--recover", help="Save what can be read of a damaged file into a whole one.")
]


def history(
    session: Session,
    diff: DiffOption = None,
    delete: DeleteOption = None,
    export: ExportOption = False,
    take_in: ImportOption = None,
    recover: RecoverOption = False,
    whole: AllOption = False,
) -> None:
    """List your assessments with their fit, and tell what changed between two."""
    _refuse_ignored(session, diff, export=export)
    if delete:
        _refuse_gone(diff, export=export)
    session.private = True
    if recover:
        _recovered(session)
    if take_in is not None:
        _taken_in(session, take_in)
    if delete:
        delete_kept(session, delete)
    opened = store.read_store()
    unreadable = _export(session, opened) if export else _list(session, opened, diff, whole=whole)
    _refuse_unreadable(opened, unreadable)


def _refuse_ignored(session: Session, diff: tuple[int, int] | None, *, export: bool) -> None:
    """Raise UsageError where an option would be passed over without a word."""
    if export and session.form not in (None, JSON.name):
        raise UsageError(
            "--export 只有 JSON", "--export is JSON and nothing else", ("去掉 --format", "leave --format out")
        )
    if export:
        session.check_ending("history --export", JSON.endings)
    if export and diff is not None:
        raise UsageError("--export 和 --diff 不能一起用", "--export and --diff do not go together")


def _refuse_gone(diff: tuple[int, int] | None, *, export: bool) -> None:
    """Raise UsageError where something is asked for that is to be deleted by the same command: nothing is deleted."""
    for option, given in (("--export", export), ("--diff", diff is not None)):
        if given:
            raise UsageError(
                f"--delete 和 {option} 不能一起用，什么都没删",
                f"--delete and {option} do not go together; nothing was deleted",
                (f"先 {option}，看好了再 --delete", f"{option} first, and --delete when you have what you want"),
            )


def _list(session: Session, opened: store.Store | None, diff: tuple[int, int] | None, *, whole: bool) -> Sequence[int]:
    """Tell the assessments, or what changed between two; return the ids of those that cannot be read."""
    cut = session.format_of("history").name in PAGES and not whole
    past = past_of(opened, NEWEST if cut else None)
    between = None if diff is None else (_whole(opened, diff[0]), _whole(opened, diff[1]))
    view = past.view(session.whole, between)
    session.tell("history", view, lambda page: history_page(page, view))
    return past.unreadable


def _export(session: Session, opened: store.Store | None) -> Sequence[int]:
    """Print everything that is kept; return the ids of the assessments that cannot be read."""
    whole: list[str] = []
    unreadable: list[int] = []
    for found in store.each(_exportable(opened)) if opened else ():
        whole += [json.dumps(one._asdict(), ensure_ascii=False) for one in found.assessments]
        unreadable += found.unreadable
    left = [
        {"started_at": one.started_at, "kb_sha256": one.kb_sha256, "answers": one.answers}
        for one in (store.readable(opened) if opened else ())
    ]
    head, lines = json.dumps({"schema": SCHEMA})[:-1], ",\n".join(whole)
    session.write(f'{head},\n"assessments": [\n{lines}\n],\n"unfinished": {json.dumps(left, ensure_ascii=False)}}}\n')
    return unreadable


def _exportable(opened: store.Store) -> store.Store:
    """Return a file that can be exported. Raises UsageError where no import would take what came out."""
    if opened.path.stat().st_size <= MOST:
        return opened
    name, most = clean(str(opened.path)), MOST // 1_000_000
    raise UsageError(
        f"存的超过 {most} MB，导出来就收不回去了",
        f"more than {most} MB are kept, and no import would take them",
        (f"拷走 {name} 就是全部", f"copy {name}: all of it is in there"),
    )


def _whole(opened: store.Store | None, id_: int) -> Assessment:
    found = store.assessment(opened, id_) if opened else None
    if found:
        return found
    listed = ", ".join(map(str, store.ids_of(opened) if opened else ())) or "-"
    raise UsageError(f"没有第 {id_} 次评估", f"there is no assessment {id_}", (f"有：{listed}", f"there are: {listed}"))


def _refuse_unreadable(opened: store.Store | None, unreadable: Sequence[int]) -> None:
    """Raise StoreError where something could not be read, now that all else has been told."""
    if opened is None:
        return
    store.unfinished(opened)
    if unreadable:
        ids = ", ".join(map(str, unreadable))
        error = opened.damaged(Text(ids, ids))
        error.message = Text(f"这几次评估读不出来：{ids}", f"assessments that cannot be read: {ids}")
        raise error


def _taken_in(session: Session, file: str) -> None:
    """Take in what was exported and is not there yet, all or none of it. Raises FaultyHistoryError."""
    session.takes(file, private=True)
    told = exported(file, store.checked, store.in_utc)
    opened = store.open_store()
    assert opened is not None
    taken = store.keep_all(opened, told.assessments)
    begun = sum(store.take_in(opened, store.Sitting(0, *one)) for one in told.unfinished)
    opened.close()
    environment.tell(_TAKEN_IN.fill(n=taken), session.language)
    there = len(told.assessments) + len(told.unfinished) - taken - begun
    for n, said in ((begun, _UNFINISHED), (there, _THERE)):
        if n:
            environment.tell(said.fill(n=n), session.language)


def _recovered(session: Session) -> None:
    done = store.recover()
    if done is None:
        environment.tell(_NO_FILE, session.language)
        return
    lost = _LOST.fill(ids=", ".join(map(str, done.lost))) if done.lost else ""
    told = _RECOVERED.fill(n=done.saved, lost=lost, file=clean(str(done.damaged)))
    environment.tell(told, session.language)


COMMANDS = {"history": command(history)}
