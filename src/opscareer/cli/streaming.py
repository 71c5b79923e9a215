"""What is written piece by piece, because it may be larger than memory: to a file whole or not at all, or shown."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.cli import environment
from opscareer.cli.output import closed, is_device, may_write
from opscareer.cli.session import WRITTEN, Session
from opscareer.cli.writing import aside
from opscareer.render.formats import JSON_LINES, PARQUET, Format
from opscareer.text import clean

if TYPE_CHECKING:
    from opscareer.model.kb import KnowledgeBase
    from opscareer.views.person_line import PersonLine

MOST_NAMED = 1000
"""People whom a page names one by one; a table is for more."""

AddBatch = Callable[[Any], None]
"""Takes the next people of a table, as a batch of `opscareer.team.TOLD`."""


@contextmanager
def streamed(session: Session, file: Path | None) -> Iterator[BinaryIO]:
    """Give a file to write to, which is there once all went well, and said so; None is standard output.

    Raises UsageError where it is there already and may not be written over, OpscareerError where it cannot be written.
    """
    if file is None:
        if sys.stdout is None:
            raise closed()
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    may_write(file, session.language, force=session.force, ask=environment.person_there() and not session.no_input)
    with aside(file, private=session.private) as place, place.open("wb") as out:
        yield out
    if not is_device(file):
        environment.tell(WRITTEN.fill(file=clean(str(file))), session.language)


@contextmanager
def lines_of_people(session: Session, out: BinaryIO, form: Format = JSON_LINES) -> Iterator[AddBatch]:
    """Give what writes people to a file that is open, a row each, in a format that takes lines."""
    from opscareer.team import rows_of
    from opscareer.views.person_line import person_line

    kb = session.whole
    names = {skill.id: skill.name for skill in kb.skills.values()}
    with form.loaded()(out, names, session.language) as add_lines:
        yield lambda batch: add_lines(person_line(kb, row) for row in rows_of(batch))


@contextmanager
def kept_lines(kb: "KnowledgeBase", lines: "list[PersonLine]") -> Iterator[AddBatch]:
    """Give what keeps people for a page, as long as they are few enough to be read; of more it keeps nobody."""
    from opscareer.team import rows_of
    from opscareer.views.person_line import person_line

    count = 0

    def add(batch: Any) -> None:
        nonlocal count
        count += batch.num_rows
        if count > MOST_NAMED:
            lines.clear()
        else:
            lines.extend(person_line(kb, row) for row in rows_of(batch))

    yield add


@contextmanager
def table_of_people(session: Session, file: Path | None, form: Format) -> Iterator[AddBatch]:
    """Give what writes people to a table, in one of its formats. Raises as `streamed` does."""
    from opscareer.team import told_parquet

    with streamed(session, file) as out:
        if file is not None and not is_device(file):
            out.write(form.mark(session.language).encode())
        with told_parquet(out) if form is PARQUET else lines_of_people(session, out, form) as add:
            yield add
