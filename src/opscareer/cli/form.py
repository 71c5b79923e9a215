"""`opscareer form`: the questionnaire to hand out, and to take back with `team` or `assess --answers`."""

import sys
from typing import Annotated

import typer

from opscareer.cli.command import command
from opscareer.cli.completing import positions
from opscareer.cli.naming import position_of
from opscareer.cli.session import Session
from opscareer.errors import UsageError

_MOST = 1000
_A_SCREENFUL = 30
"""People whom a table is for, where nothing is told."""


def form(
    session: Session,
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="[POSITION]", autocompletion=positions, help="A position, or a role: only what it asks for."
        ),
    ] = None,
    rows: Annotated[bool, typer.Option("--rows", help="A row a person; else a sheet a person.")] = False,
    people: Annotated[
        int | None, typer.Option("--people", metavar="N", min=1, max=_MOST, help="For so many people.")
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="In both languages.")] = False,
) -> None:
    """Write the questionnaire to hand out, as Excel with lists to choose from, CSV or Markdown."""
    from opscareer.views.form import Handing, form_view

    _check(session, rows=rows, people=people)
    handing = Handing(rows, people or (_A_SCREENFUL if rows else 1), both)
    position, role = (None, None) if word is None else _asked_for(session, word)
    view = form_view(session.whole, handing, position=position, role=role)
    if session.on_screen and _read_aloud(session):
        from opscareer.render.screen.form import form_page

        session.page(lambda page: form_page(page, view))
    else:
        session.tell("form", view)


def _read_aloud(session: Session) -> bool:
    """Return whether the form is to be read here; one that goes into a file by > is to be filled in, unless told."""
    return session.told_plain or (session.plain and sys.stdout is not None and sys.stdout.isatty())


def _check(session: Session, *, rows: bool, people: int | None) -> None:
    """Raise UsageError where the format asked for has no room for what is asked."""
    name = session.format_of("form").name
    if rows and name not in ("xlsx", "csv"):
        raise UsageError(
            "--rows 要写成表", "--rows takes a table", ("-o 文件.xlsx 或 .csv", "-o FILE.xlsx, or FILE.csv")
        )
    if people is not None and name != "xlsx":
        raise UsageError("--people 要写成 Excel", "--people takes a workbook", ("-o 文件.xlsx", "-o FILE.xlsx"))


def _asked_for(session: Session, word: str) -> tuple[str | None, str | None]:
    """Return the position that a word stands for, or the role. Raises UsageError."""
    from opscareer.names import folded

    roles = (role for role in session.whole.roles.values() if folded(word) in map(folded, (role.id, *role.name)))
    role = next(roles, None)
    return (position_of(session, word), None) if role is None else (None, role.id)


COMMANDS = {"form": command(form)}
