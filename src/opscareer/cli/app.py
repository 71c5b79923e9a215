"""The root of the command line. A command's module is imported only when it is called or listed."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click import Command

from opscareer import __version__
from opscareer.cli.command import CONTEXT, KbOption, LangOption, NoInputOption, NoPagerOption, PlainOption
from opscareer.cli.help import ToldGroup

MODULES = {
    "assess": "assess",
    "ladder": "ladder",
    "roles": "roles",
    "role": "roles",
    "skills": "skills",
    "skill": "skills",
    "gap": "gap",
    "what-if": "what_if",
    "path": "path",
    "plan": "plan",
    "compare": "compare",
    "report": "report",
    "match": "match",
    "demand": "demand",
    "history": "history",
    "kb": "kb",
    "completion": "completion",
}
"""Each command and the module that holds it, in the order of the help."""


class _Commands(MutableMapping[str, Command]):
    """The commands by name, each made when it is first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in self._made:
            module = import_module(f"opscareer.cli.{MODULES[name]}")
            self._made[name] = typer.main.get_command(module.COMMANDS[name])
        return self._made[name]

    def __setitem__(self, name: str, command: Command) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


class _LazyGroup(ToldGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the commands in their own order."""
        return list(MODULES)


def build() -> Command:
    """Return the root command."""
    app = typer.Typer(
        cls=_LazyGroup,
        rich_markup_mode=None,
        add_completion=False,
        invoke_without_command=True,
        context_settings=CONTEXT,
    )
    app.callback()(_root)
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"opscareer {__version__}")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    lang: LangOption = None,
    kb: KbOption = None,
    no_input: NoInputOption = False,
    plain: PlainOption = False,
    no_pager: NoPagerOption = False,
    version: Annotated[  # noqa: ARG001 - its callback has done the work
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Your next role in internet operations, what you lack for it, and what to do first.

    Start with: opscareer assess
    """
    ctx.obj = {**(ctx.obj or {}), "lang": lang, "kb": kb, "no_input": no_input, "plain": plain, "no_pager": no_pager}
    if ctx.invoked_subcommand is None:
        from opscareer.cli.session import Session
        from opscareer.cli.start import start

        start(Session(lang=lang, kb=kb, no_input=no_input, plain=plain, no_pager=no_pager))
