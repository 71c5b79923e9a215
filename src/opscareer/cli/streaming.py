"""What is written piece by piece, because it may be larger than memory: to a file whole or not at all, or shown."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from opscareer.cli import environment
from opscareer.cli.output import closed, is_device, may_write
from opscareer.cli.session import WRITTEN, Session
from opscareer.cli.writing import aside
from opscareer.render.formats import PARQUET, Format
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
def rows_as_json(out: BinaryIO) -> Iterator[AddBatch]:
    """Give what writes people to a file that is open, a line of JSON each."""
    from opscareer.team import rows_of

    def add(batch: object) -> None:
        out.writelines(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for row in rows_of(batch))

    yield add


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
def table_of_people(session: Session, kb: "KnowledgeBase", file: Path | None, form: Format) -> Iterator[AddBatch]:
    """Give what writes people to a table, in one of its formats. Raises as `streamed` does."""
    from opscareer.team import rows_of, told_parquet
    from opscareer.views.person_line import person_line

    with streamed(session, file) as out:
        if form is PARQUET:
            with told_parquet(out) as add:
                yield add
            return
        names = {skill.id: skill.name for skill in kb.skills.values()}
        with form.loaded()(out, names, session.language) as add_lines:
            yield lambda batch: add_lines(person_line(kb, row) for row in rows_of(batch))
