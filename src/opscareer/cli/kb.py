"""`opscareer kb`: for those who write a knowledge base: check it, find it, see the shapes of all answers."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from opscareer.cli.command import CONTEXT, taken_before, with_session
from opscareer.cli.help import ToldCommand, ToldGroup
from opscareer.cli.session import Session
from opscareer.cli.writing import save
from opscareer.errors import Fault, FaultyKbError, OpscareerError, UsageError
from opscareer.knowledge import places
from opscareer.knowledge.file_schema import file_schema
from opscareer.knowledge.open import examine
from opscareer.knowledge.starter import starter_files
from opscareer.model.kb import KnowledgeBase
from opscareer.names import nearest
from opscareer.reasons import reason_of
from opscareer.render.formats import JSON
from opscareer.render.screen.page import Page
from opscareer.text import Text, clean
from opscareer.views.contract import names, schema_of
from opscareer.views.encoding import encode, encode_record
from opscareer.views.faults import kb_view
from opscareer.views.next_actions.action import for_scripts
from opscareer.views.words.headings import KNOWLEDGE_BASE
from opscareer.written.folders import private_folder

_FINE = Text(
    "没有问题：{skills} 项能力，{roles} 个角色，{positions} 个岗位，{moves} 条路",
    "No fault: {skills} {skills|skill|skills}, {roles} {roles|role|roles}, "
    "{positions} {positions|position|positions}, {moves} {moves|move|moves}",
)
_WARNED = Text(
    "没有错，{n} 条提醒：{skills} 项能力，{roles} 个角色，{positions} 个岗位，{moves} 条路",
    "No fault, warnings: {n}. {skills} {skills|skill|skills}, {roles} {roles|role|roles}, "
    "{positions} {positions|position|positions}, {moves} {moves|move|moves}",
)
_NEXT = Text("改成你们自己的，边改边看。", "Make it your own, and look as you go.")
_CACHE = Text("编译后存在", "compiled to")


def check(
    session: Session,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder to check; else the one in use.")
    ] = None,
) -> None:
    """Check a knowledge base or an overlay: tell all its faults with their places, and what was hardly meant."""
    session.kb = folder or session.kb
    try:
        kb, findings = examine(session.kb)
        if any(finding.severity == "fault" for finding in findings):
            raise FaultyKbError(tuple(findings))
    except FaultyKbError as error:
        if session.as_json:
            _tell_as_json(session, error)
            raise typer.Exit(error.exit_code) from None
        raise
    session.tell("kb", kb_view(findings), lambda page: _checked(page, kb, findings))


def new(
    session: Session,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or is empty.")],
) -> None:
    """Write a small knowledge base of another trade to begin from, with schemas for your editor."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        name = clean(str(folder))
        raise UsageError(
            f"{name} 里已经有东西了",
            f"{name} is there and not empty",
            ("给一个还没有的文件夹", "give a folder that is not there yet"),
        )
    written = []
    for path, text in starter_files():
        _made((folder / path).parent)
        save(folder / path, text)
        written.append(clean(str(folder / path)))
    session.kb = folder
    shown = clean(str(folder))
    view = kb_view((), folders=(shown,), written=tuple(written))
    session.tell("kb", view, lambda page: _begun(page, written))


def where(session: Session) -> None:
    """Tell where the knowledge base in use lies, and where its compiled form is kept."""
    folders = tuple(clean(str(layer)) for layer in session.opened.layers)
    cache = clean(str(places.cache_folder()))

    def lines(page: Page) -> None:
        for folder in folders:
            page.spans((f"{KNOWLEDGE_BASE.of(page.lang)}  {folder}", ""))
        page.spans((f"{_CACHE.of(page.lang)}  {cache}", "dim"))

    session.tell("kb", kb_view((), folders=folders, cache=cache), lines)


def schema(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A command, answers, error, or a file, as skills.yaml.")],
    overlay: Annotated[
        bool, typer.Option("--overlay", help="Of a file in an overlay, where nothing is required.")
    ] = False,
) -> None:
    """Print the JSON Schema of a command's answer, an answers file, an error, or a file of a knowledge base."""
    session.check_ending("kb schema", JSON.endings)
    try:
        found = file_schema(name, overlay=overlay) if name.endswith(".yaml") else schema_of(name)
    except KeyError:
        known = (*names(), *places.FILES)
        near = ", ".join(nearest(name, known) or known)
        raise UsageError(
            f"没有 {clean(name)} 的 schema",
            f"there is no schema for {clean(name)}",
            (f"最接近的：{near}", f"nearest: {near}"),
        ) from None
    session.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _made(folder: Path) -> None:
    try:
        private_folder(folder)
    except OSError as error:
        name, reason = clean(str(folder)), reason_of(error)
        raise OpscareerError(
            f"建不了文件夹 {name}：{reason.zh}", f"cannot make the folder {name}: {reason.en}"
        ) from None


def _checked(page: Page, kb: KnowledgeBase, findings: Sequence[Fault]) -> None:
    for finding in findings:
        for line in finding.told(page.lang).split("\n"):
            page.spans((line, "warn"))
    counts = {
        "skills": len(kb.skills),
        "roles": len(kb.roles),
        "positions": len(kb.positions),
        "moves": len(kb.ladder.moves),
    }
    page.say((_WARNED if findings else _FINE).fill(n=len(findings), **counts), "good")


def _begun(page: Page, written: list[str]) -> None:
    for file in written:
        page.spans((file, ""))
    page.blank()
    page.say(_NEXT)


def _tell_as_json(session: Session, error: FaultyKbError) -> None:
    """Faults are the answer of a check, so they go to standard output; the knowledge base has no identity yet."""
    nameless = {"name": {"zh": "", "en": ""}, "version": "", "sha256": ""}
    faulty = (Path(fault.file).name for fault in error.faults if fault.severity == "fault")
    view = kb_view(error.faults, faulty=next((name for name in faulty if name in places.FILES), ""))
    actions = encode(for_scripts(session.actions("kb", view)))
    told = {"schema": "opscareer/kb/1", "kb": nameless, **encode_record(view), "next_actions": actions}
    session.write(json.dumps(told, ensure_ascii=False) + "\n")


_app = typer.Typer(
    cls=ToldGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings=CONTEXT,
    help="Check, find and describe the knowledge base.",
)
_app.callback()(taken_before)
for _function in (check, new, where, schema):
    _app.command(cls=ToldCommand, context_settings=CONTEXT)(with_session(_function))

COMMANDS = {"kb": _app}
