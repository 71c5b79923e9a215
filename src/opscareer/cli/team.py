"""`opscareer team`: what each of many people is told, and what they come to together."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from opscareer.cli import environment
from opscareer.cli.command import command
from opscareer.cli.output import may_write
from opscareer.cli.session import Session
from opscareer.cli.writing import check_writable
from opscareer.errors import UsageError
from opscareer.render.formats import BINARY, JSON, PEOPLE, TEXT, people_format
from opscareer.text import Text, clean

if TYPE_CHECKING:
    from opscareer.views.team import TeamView


class By(StrEnum):
    """What people are parted by."""

    role = "role"
    rung = "rung"
    position = "position"


_EACH = Text(
    "每个人的下一步：加 -o people.xlsx（或 .csv、.jsonl、.parquet）",
    "What each of them is told: -o people.xlsx (or .csv, .jsonl, .parquet)",
)


def team(
    session: Session,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Tables of people, a row a person: CSV, XLSX, JSON lines, Parquet; or folders of them.",
        ),
    ],
    people: Annotated[
        Path | None,
        typer.Option(
            "--people",
            metavar="FILE",
            help="Write there what each is told, a row a person: CSV, XLSX, JSON lines or Parquet by its ending.",
        ),
    ] = None,
    by: Annotated[By, typer.Option("--by", metavar="role|rung|position", help="What to part people by.")] = By.role,
    min_group: Annotated[
        int, typer.Option("--min-group", min=1, metavar="N", help="Break down no group of fewer people.")
    ] = 5,
    names: Annotated[bool, typer.Option("--names", help="Name people on pages, by their ids.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first row with a fault.")] = False,
) -> None:
    """Tell each of many people what assess would tell them, and what the whole team is short of.

    It says what to work on next. It is not for hiring, firing, pay or ranking people.
    """
    wanted = session.format_of("team")
    _check(session, people)
    from opscareer.cli.advising import Asked, advise_all
    from opscareer.views.team import team_view

    with TemporaryFile() as lines:
        asked = Asked(by.value, names, strict, wanted, people, lines if wanted is JSON and people is None else None)
        found = advise_all(session, files, asked)
        for remark in found.remarks(session.language):
            environment.tell(remark)
        if wanted in PEOPLE:
            return
        view = team_view(
            session.whole,
            found.tally.found(),
            clean(str(people)) if people else found.lines,
            unread=found.unread,
            left_out=found.first_left_out,
            left_out_count=found.left_out,
            repeated=found.first_repeated,
            repeated_count=found.repeated,
            min_group=min_group,
            names=names,
        )
        _tell(session, view, asked.lines)
    if people is None and wanted is TEXT and session.output is None and environment.person_there():
        environment.tell(_EACH, session.language)


def _check(session: Session, people: Path | None) -> None:
    """Raise UsageError where a table of people would go where it cannot, before anything is worked out."""
    if session.output is None and session.format_of("team").name in BINARY:
        raise UsageError(
            "这种格式不是文字，显示不了",
            "this format is no text to be shown",
            ("用 -o 写进文件", "-o writes to a file"),
        )
    if people is not None:
        people_format(people.suffix)
        if session.output is not None and people.resolve() == session.output.resolve():
            raise UsageError("--people 和 -o 是同一个文件", "--people and -o are one file", ("换一个", "rename one"))
    for file in filter(None, (session.output, people)):
        may_write(file, session.language, force=session.force, ask=environment.person_there() and not session.no_input)
        check_writable(file)
    session.force = True  # asked once, before the work and not after it


def _tell(session: Session, view: "TeamView", lines: BinaryIO | None) -> None:
    """Say what the group comes to; in JSON with everybody in it, unless they were written elsewhere."""
    from opscareer.render.screen.team import team_page

    if lines is None:
        session.tell("team", view, lambda page: team_page(page, view))
        return
    from opscareer.cli.streaming import streamed

    with streamed(session, session.output) as out:
        out.writelines(_with_people(session, view, lines))


def _with_people(session: Session, view: "TeamView", lines: BinaryIO) -> Iterator[bytes]:
    """Yield the answer in JSON piece by piece: the people in it may be more than memory holds."""
    from opscareer.views.encoding import encode, encode_record
    from opscareer.views.next_actions.action import for_scripts

    lines.seek(0)
    rest = {key: told for key, told in encode_record(view).items() if key != "people"}
    rest["next_actions"] = encode(for_scripts(session.actions("team", view)))
    yield session.envelope("team", {}, None).rstrip().removesuffix("}").encode() + b', "people": ['
    for number, line in enumerate(lines):
        yield (b", " if number else b"") + line.rstrip()
    yield f"], {json.dumps(rest, ensure_ascii=False, allow_nan=False).removeprefix('{')}\n".encode()


COMMANDS = {"team": command(team)}
