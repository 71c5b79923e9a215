"""The root of the command line. A command's module is imported only when it is called."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer._click import Command

from opscareer import __version__
from opscareer.cli.command import CONTEXT, KbOption, LangOption, NoInputOption, NoPagerOption, PlainOption, taken_before
from opscareer.cli.help import ToldGroup


class Module(NamedTuple):
    """Where a command is made, and what it does in a sentence."""

    name: str
    sentence: str


MODULES = {
    "assess": Module(
        "assess", "Answer a questionnaire and be told your next role, what you lack for it, and what to do first."
    ),
    "ladder": Module("ladder", "Show the rungs, the positions and the moves between them."),
    "roles": Module("roles", "List the roles, what they are measured by, and the blocks of a company."),
    "role": Module(
        "roles", "Show one role: what it does, what employers ask, what each of its positions requires and why."
    ),
    "skills": Module("skills", "List the skills, group by group."),
    "skill": Module(
        "skills", "Show one skill: its levels, how to grow to each, what to show as proof, who asks for it."
    ),
    "gap": Module("gap", "Show all that you lack for a position, what matters most for the step first."),
    "what-if": Module(
        "what_if", "Suppose skills at other levels: how the fit moves, which gates open, whether the next role changes."
    ),
    "path": Module(
        "path", "Find the shortest ways to a goal: which positions, how many months, what has to be closed on the way."
    ),
    "plan": Module(
        "plan", "Schedule what to do for a position: which skill when, what to show for it, when to look again."
    ),
    "compare": Module(
        "compare", "Lay positions side by side: what each asks, what they share, and where you stand on each."
    ),
    "report": Module(
        "report", "Write all of the advice on one page: next role, gaps, ways, plan, and where every number comes from."
    ),
    "form": Module(
        "form",
        "Write the questionnaire to hand out, as Excel with lists to choose from, CSV or Markdown.",
    ),
    "match": Module(
        "match", "Read job ads: which position each is, what it asks in which words, and whether to apply."
    ),
    "demand": Module(
        "demand", "Count what many job ads ask: per role and rung, how many ask for each skill, years and education."
    ),
    "team": Module(
        "team", "Tell each of many people what assess would tell them, and what the whole team is short of."
    ),
    "history": Module("history", "List your assessments with their fit, and tell what changed between two."),
    "kb": Module("kb", "Check, find and describe the knowledge base."),
    "completion": Module("completion", "Print what a shell needs to complete commands, options, positions and skills."),
}
"""Each command, in the order of the help: so the help lists them and imports none."""


class _Commands(MutableMapping[str, Command]):
    """The commands by name, each made when it is first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in self._made:
            module = import_module(f"opscareer.cli.{MODULES[name].name}")
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

    def sentence_of(self, ctx: Any, name: str) -> str:  # noqa: ARG002
        """Return what a command does, without importing it."""
        return MODULES[name].sentence


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
    taken_before(ctx, lang, kb, no_input, plain, no_pager)
    if ctx.invoked_subcommand is None:
        from opscareer.cli.session import Session
        from opscareer.cli.start import start

        start(Session(lang=lang, kb=kb, no_input=no_input, plain=plain, no_pager=no_pager))
