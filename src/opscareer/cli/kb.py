"""`opscareer kb`: for those who write a knowledge base: check it, find it, see the shapes of all answers."""

import json
from pathlib import Path
from typing import Annotated

import typer

from opscareer.cli.command import CONTEXT, with_session
from opscareer.cli.session import Session
from opscareer.errors import FaultyKbError, UsageError
from opscareer.render.page import Page
from opscareer.text import Text, clean, nearest

_FINE = Text(
    "没有问题：{skills} 项能力，{roles} 个角色，{positions} 个岗位，{moves} 条路",
    "No fault: {skills} skills, {roles} roles, {positions} positions, {moves} moves",
)
_FOLDERS, _CACHE = Text("知识库", "knowledge base"), Text("编译后存在", "compiled to")


def check(
    session: Session,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder to check; else the one in use.")
    ] = None,
) -> None:
    """Check a knowledge base or an overlay, and tell all its faults with their places."""
    session.kb = folder or session.kb
    try:
        kb = session.whole
    except FaultyKbError as error:
        if session.as_json:
            _tell_as_json(session, error)
            raise typer.Exit(error.exit_code) from None
        raise
    counts = {
        "skills": len(kb.skills),
        "roles": len(kb.roles),
        "positions": len(kb.positions),
        "moves": len(kb.ladder.moves),
    }
    session.answer("kb", lambda: {"faults": []}, lambda page: page.say(_FINE.fill(**counts), "good"))


def where(session: Session) -> None:
    """Tell where the knowledge base in use lies, and where its compiled form is kept."""
    from opscareer.knowledge.places import cache_folder

    folders = [clean(str(layer)) for layer in session.opened.layers]
    cache = clean(str(cache_folder()))

    def lines(page: Page) -> None:
        for folder in folders:
            page.spans((f"{_FOLDERS.of(page.lang)}  {folder}", ""))
        page.spans((f"{_CACHE.of(page.lang)}  {cache}", "dim"))

    session.answer("kb", lambda: {"faults": [], "folders": folders, "cache": cache}, lines)


def schema(
    session: Session, name: Annotated[str, typer.Argument(metavar="COMMAND", help="A command, or answers, or error.")]
) -> None:
    """Print the JSON Schema of a command's answer, of an answers file, or of an error."""
    from opscareer.render.contract import names, schema_of

    try:
        found = schema_of(name)
    except KeyError:
        near = ", ".join(nearest(name, names()) or names())
        raise UsageError(
            f"没有 {clean(name)} 的 schema",
            f"there is no schema for {clean(name)}",
            (f"最接近的：{near}", f"nearest: {near}"),
        ) from None
    session.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _tell_as_json(session: Session, error: FaultyKbError) -> None:
    """Faults are the answer of a check, so they go to standard output; the knowledge base has no identity yet."""
    from opscareer.render.json_parts import faults

    nameless = {"name": {"zh": "", "en": ""}, "version": "", "sha256": ""}
    told = {"schema": "opscareer/kb/1", "kb": nameless, **faults(error.faults)}
    session.write(json.dumps(told, ensure_ascii=False) + "\n")


_app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings=CONTEXT,
    help="Check, find and describe the knowledge base.",
)
for _function in (check, where, schema):
    _app.command(context_settings=CONTEXT)(with_session(_function))

COMMANDS = {"kb": _app}
