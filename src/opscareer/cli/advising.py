"""Many people advised, a part after the other, and what each is told written on the way."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from opscareer.cli.people_in import File, Takers, files_of, people_in
from opscareer.cli.progress import progress
from opscareer.cli.session import Session
from opscareer.cli.streaming import AddBatch, kept_lines, lines_of_people, table_of_people
from opscareer.cli.team_found import Found, told_of
from opscareer.cli.writing import refuse_overwriting
from opscareer.errors import FaultyTeamError
from opscareer.render.formats import PEOPLE, Format, people_format
from opscareer.team import Tally, in_order, work_on
from opscareer.text import Text, clean
from opscareer.views.group import By

_ADVISING = Text("在算", "advising")
_NOBODY = Text("{file} 里没有一个人", "there is nobody in {file}")
_NONE_RIGHT = Text(
    "{n} 行，一行也算不了；第一处：{first}", "{n} {n|row|rows}, and none can be used; the first fault: {first}"
)
_NONE_READ = Text(
    "{n} 个文件，一个也读不了；第一个：{first}", "files that can be read: 0 of {n}; the first fault: {first}"
)
_EXPECTED = Text(
    "一行一个人，至少要有 current 这一列；opscareer form 写一张空的",
    "a row a person, with a column current at least; opscareer form writes an empty one",
)


class Asked(NamedTuple):
    """What is asked of many people's answers; lines: where each is to be written as JSON, if anywhere."""

    by: By
    names: bool
    strict: bool
    wanted: Format
    people: Path | None
    lines: BinaryIO | None


def advise_all(session: Session, names: list[str], asked: Asked) -> Found:
    """Return what comes of the people of some files; the tables asked for are written, all of them or none.

    Raises FaultyTeamError where a file cannot be read, and where there is nobody in them.
    """
    files = files_of(names)
    for file in files:
        session.takes(file.path, private=True)
        refuse_overwriting(asked.people, file.path)
    found = Found(Tally(session.whole, asked.by, names=asked.names), asked.strict, session.kb)
    with ExitStack() as stack:
        tables = [stack.enter_context(table) for table in _tables(session, asked, found)]
        reached = stack.enter_context(progress(_ADVISING, session.language, plain=session.plain))
        counted = None if asked.wanted in PEOPLE else asked.by
        parts = people_in(session.whole, files, Takers(found.leave_out, found.notes.append), reached)
        for worked in in_order(partial(work_on, session.whole, by=counted, names=asked.names), parts):
            found.add(worked)
            for add in tables:
                add(worked.told)
        if not found.people:
            raise _nobody(found, files)
    return found


def _tables(session: Session, asked: Asked, found: Found) -> Iterator[AbstractContextManager[AddBatch]]:
    """Yield the tables that people are to be written to, not yet opened."""
    if asked.wanted in PEOPLE:
        yield table_of_people(session, session.output, asked.wanted)
    if asked.people is not None:
        yield table_of_people(session, asked.people, people_format(asked.people.suffix))
    if asked.lines is not None:
        yield lines_of_people(session, asked.lines)
    elif asked.names and asked.wanted not in PEOPLE and asked.people is None:
        yield kept_lines(session.whole, found.lines)


def _nobody(found: Found, files: list[File]) -> FaultyTeamError:
    """Return the error of tables in which nobody can be advised."""
    if found.first_left_out:
        first = found.first_left_out[0]
        return FaultyTeamError(*_NONE_RIGHT.fill(n=found.left_out, first=told_of(first)), _EXPECTED)
    if found.unread:
        told = _NONE_READ.fill(n=len(found.unread), first=told_of(found.unread[0]))
        return FaultyTeamError(*told, _EXPECTED)
    return FaultyTeamError(*_NOBODY.fill(file=clean(str(files[0].path))), _EXPECTED)
