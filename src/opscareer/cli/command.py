"""How a command is made: its own parameters, and the ones that every command takes, before and after its name."""

import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from opscareer.cli.completing import named
from opscareer.cli.help import ToldCommand
from opscareer.cli.session import Session
from opscareer.errors import OpscareerError
from opscareer.render.formats import formats_of

CONTEXT = {"help_option_names": ["-h", "--help"]}


class Language(StrEnum):
    """A language of the texts."""

    zh = "zh"
    en = "en"


LangOption = Annotated[Language | None, typer.Option("--lang", case_sensitive=False, help="Language of the texts.")]
KbOption = Annotated[
    Path | None, typer.Option("--kb", metavar="DIR", help="Another knowledge base, or an overlay on the built-in one.")
]
NoInputOption = Annotated[bool, typer.Option("--no-input", help="Never ask anything.")]
PlainOption = Annotated[bool, typer.Option("--plain", help="For screen readers: plain prompts, no bars, no colours.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over the file that -o names.")]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Never show an answer screen by screen.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON, in both languages.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of printing.")
]
AnswersOption = Annotated[
    str | None,
    typer.Option(
        "--answers", metavar="FILE", help="Your answers, in YAML, JSON or a form filled in; - is standard input."
    ),
]

_GLOBAL: dict[str, tuple[Any, object]] = {
    "lang": (LangOption, None),
    "kb": (KbOption, None),
    "no_input": (NoInputOption, False),
    "plain": (PlainOption, False),
    "no_pager": (NoPagerOption, False),
}
_OWN: dict[str, tuple[Any, object]] = {
    "as_json": (JsonOption, False),
    "output": (OutputOption, None),
    "force": (ForceOption, False),
}


def command(function: Callable[..., None]) -> typer.Typer:
    """Return a command of a function whose first parameter is the session.

    The function's other parameters come first in the help; then those that every command has.
    """
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(cls=ToldCommand, context_settings=CONTEXT)(with_session(function))
    return app


def taken_before(
    ctx: typer.Context,
    lang: LangOption = None,
    kb: KbOption = None,
    no_input: NoInputOption = False,
    plain: PlainOption = False,
    no_pager: NoPagerOption = False,
) -> None:
    """Take the options of every command where they stand before its name; what stands nearer to it counts."""
    above = ctx.obj or {}
    told = {"lang": lang, "kb": kb, "no_input": no_input, "plain": plain, "no_pager": no_pager}
    ctx.obj = {**above, **{name: value or above.get(name) or value for name, value in told.items()}}


def _format_option(name: str) -> Any:
    """Return the option that takes one of a command's formats; which there are, stands in its help."""
    names = tuple(one.name for one in formats_of(name))
    told = "As -o says by how its name ends."
    option = typer.Option("--format", metavar="|".join(names), autocompletion=named(names), help=told)
    return Annotated[str | None, option]


def with_session(function: Callable[..., None]) -> Callable[..., None]:
    """Return the function with the common parameters in its signature; called, it gets them as a session."""
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    name = function.__name__.replace("_", "-")
    common = {"form": (_format_option(name), None), **_OWN, **_GLOBAL}
    common = {option: kind for option, kind in common.items() if option not in {one.name for one in own}}

    def called(ctx: typer.Context, **given: Any) -> None:
        told = {name: given.pop(name) for name in common}
        above = ctx.obj or {}
        session = Session(**{name: value or above.get(name) or value for name, value in told.items()})
        try:
            function(session, **given)
        except OpscareerError as error:
            if session.kb is not None:
                from opscareer.cli.listing import with_kb

                with_kb(error, session.kb)
            raise

    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in common.items()
    ]
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    parameters = [context, *own, *extra]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    called.__doc__ = function.__doc__
    called.__name__ = function.__name__
    return called
