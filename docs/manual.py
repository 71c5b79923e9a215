"""The manual page, from the program itself."""

from collections.abc import Iterator

from typer._click import Command

from opscareer.cli.help_page import paragraphs

_ENVIRONMENT = (
    ("OPSCAREER_LANG", "The language: zh or en. Else the locale decides."),
    ("OPSCAREER_PLAIN", "Plain numbered prompts, as --plain."),
    ("OPSCAREER_PAGER, PAGER", "What shows an answer that is longer than the screen; less -FRX unless told."),
    ("NO_COLOR, FORCE_COLOR, CLICOLOR", "Whether answers have colours."),
    ("XDG_DATA_HOME, XDG_CACHE_HOME", "Where answers are kept, and where the compiled knowledge base is."),
)
_EXITS = (
    ("0", "Done."),
    ("1", "Failed."),
    ("2", "A wrong word on the command line, or no answers for a command that needs them."),
    ("3", "A faulty knowledge base, ad, team or history file."),
    ("4", "A terminal is needed."),
    ("130", "Interrupted; the answers are kept."),
)


def manual(root: Command) -> str:
    """Return the manual page of all commands, as roff."""
    return "\n".join(_lines(root)) + "\n"


def _lines(root: Command) -> Iterator[str]:
    about, *more = paragraphs(root.help or "")
    yield from (".TH OPSCAREER 1", ".SH NAME", f"opscareer \\- {_safe(about)}", ".SH SYNOPSIS")
    yield from (".B opscareer", "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]]", ".SH DESCRIPTION")
    yield from map(_safe, more)
    yield from (".SH OPTIONS", *_parameters(root), ".SH COMMANDS")
    yield from _commands(root, "opscareer")
    yield from (".SH ENVIRONMENT", *_listed(_ENVIRONMENT), ".SH EXIT STATUS", *_listed(_EXITS))


def _commands(group: Command, above: str) -> Iterator[str]:
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        yield f".SS {above} {_safe(name)}"
        for paragraph in paragraphs(command.help or ""):
            yield from (_safe(paragraph), ".PP")
        yield from _parameters(command)
        if hasattr(command, "commands"):
            yield from _commands(command, f"{above} {name}")


def _parameters(command: Command) -> Iterator[str]:
    for one in command.params:
        names = ", ".join(sorted(one.opts, key=len)) if one.param_type_name == "option" else ""
        takes = "" if getattr(one, "is_flag", False) else (one.metavar or one.name or "").strip("[]")
        yield from _listed([(f"{names} {takes}".strip(), getattr(one, "help", None) or "")])


def _listed(entries: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Iterator[str]:
    for name, what in entries:
        yield from (".TP", f".B {_safe(name)}", _safe(what))


def _safe(text: str) -> str:
    """Return text that roff takes as text."""
    told = text.replace("\\", "\\e").replace("-", "\\-").replace("é", "\\('e")
    return f"\\&{told}" if told.startswith((".", "'")) else told
