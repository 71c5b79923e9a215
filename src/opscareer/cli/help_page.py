"""The help of a command as a page, in the language told: laid out for both scripts, its summaries never cut."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from typer._click import Command, Context, Parameter  # not public; the bounds on typer hold them
from typer.core import TyperOption

from opscareer.cli import environment
from opscareer.cli.chinese import called, told
from opscareer.text import Lang, Text
from opscareer.wrapping import fit, width

if TYPE_CHECKING:
    from opscareer.render.screen.page import Page

_USAGE = Text("用法：{words}", "Usage: {words}")
_ARGUMENTS, _OPTIONS, _COMMANDS = (
    Text("要写的：", "Arguments:"),
    Text("选项：", "Options:"),
    Text("命令：", "Commands:"),
)
_DEFAULT, _REQUIRED = Text("（不写是 {value}）", " [default: {value}]"), Text("（必写）", " [required]")
_WIDE = 60  # columns
_NAMES = 26  # columns, beyond which what an option does stands below its name


def help_of(command: Command, context: Context, commands: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the help of a command, with what each of its own does, as wide and in the language that is told."""
    from opscareer.render.screen.aloud import page_for
    from opscareer.render.screen.page import as_text

    plain = (context.obj or {}).get("asked_plain") or environment.plain_wanted()
    page = page_for(language_of(context), environment.columns(), plain=plain)
    words = " ".join(called(piece, page.lang) for piece in command.collect_usage_pieces(context))
    page.say(_USAGE.fill(words=f"{context.command_path} {words}".rstrip()))
    for paragraph in paragraphs(command.help or ""):
        page.blank()
        page.say(told(paragraph, page.lang), indent=2)
    parameters = command.get_params(context)
    options = [one for one in parameters if isinstance(one, TyperOption) or one.param_type_name == "option"]
    _section(page, _ARGUMENTS, [_parameter(one, context, page.lang) for one in parameters if one not in options])
    _section(page, _OPTIONS, [_parameter(one, context, page.lang) for one in options])
    _section(page, _COMMANDS, [(name, told(what, page.lang)) for name, what in commands.items()])
    return as_text(page.lines).rstrip()


def summary(command: Command) -> str:
    """Return what a command does, in a sentence in the language of the environment."""
    return told(paragraphs(command.help or "")[0], environment.language())


def language_of(context: Context) -> Lang:
    """Return the language that the whole command line asks for: the help is wanted before all of it has been read."""
    asked: Lang | None = (context.obj or {}).get("asked")
    return asked or environment.language()


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a docstring, each on one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _section(page: "Page", heading: Text, rows: list[tuple[str, str]]) -> None:
    if rows:
        page.head(heading)
    room = max((width(name) for name, _ in rows if width(name) <= _NAMES), default=0) + 2
    for name, what in rows:
        if page.plain:
            page.say(what, first=name)
        elif width(name) + 2 > room or page.columns < _WIDE:
            page.say(name, indent=2)
            page.say(what, indent=4)
        else:
            page.say(what, first=fit(name, room), indent=2)


def _parameter(one: Parameter, context: Context, lang: Lang) -> tuple[str, str]:
    what = told(getattr(one, "help", None) or "", lang)
    if getattr(one, "show_default", False) and one.default is not None and one.default is not False:
        what += _DEFAULT.fill(value=str(one.default)).of(lang)
    if one.required:
        what += _REQUIRED.of(lang)
    if one.param_type_name == "argument":
        return called(one.make_metavar(context), lang), what
    names = ", ".join(sorted(one.opts, key=len))
    takes = "" if getattr(one, "is_flag", False) else f" {called(one.make_metavar(context), lang)}"
    return f"{names}{takes}", what
