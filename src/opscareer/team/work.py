"""The work on one part of the people: advised, counted, and what was wrong with rows told with their places."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from opscareer.interview import OF_YEARS, ROUNDED
from opscareer.model.kb import KnowledgeBase
from opscareer.team.decode import decode
from opscareer.team.encode import Fault, encode
from opscareer.team.group import Tally
from opscareer.team.kernel import known_of, told_by
from opscareer.team.parts import Part, Place
from opscareer.team.people import People
from opscareer.team.tables import tables_of
from opscareer.views.group import By


class Worked(NamedTuple):
    """What came of a part: the ids of those advised, what they are told (columns.TOLD), what was wrong with others.

    contradicting: the places, among those advised, of who tells more years at their level than in the trade.
    """

    part: Part
    ids: list[str | None]
    told: pa.RecordBatch
    tally: Tally | None
    faults: tuple[Fault, ...]
    contradicting: Sequence[int]

    @property
    def left_out(self) -> int:
        """How many rows were left out; one may have several faults."""
        return len({fault.row for fault in self.faults})

    def place(self, index: int) -> Place:
        """Return where the person stands who comes at this place among those who were advised."""
        wrong = {fault.row for fault in self.faults}
        right = (row for row in range(self.part.batch.num_rows) if row not in wrong)
        return self.part.place(next(row for number, row in enumerate(right) if number == index))


def work_on(kb: KnowledgeBase, part: Part, by: By | None, *, names: bool) -> Worked:
    """Return what comes of a part; by: what people are parted by where they are counted. Raises UsageError."""
    people, faults = encode(kb, part.batch)
    tables = tables_of(kb)
    known = known_of(tables, people)
    told, tally = told_by(tables, known), Tally(kb, by, names=names) if by else None
    if tally:
        tally.add(people, told, known)
    return Worked(part, people.ids.to_pylist(), decode(kb, people, told), tally, faults, _contradicting(people))


def _contradicting(people: People) -> list[int]:
    level, total = (people.numbers.get(question) for question in OF_YEARS)
    if level is None or total is None:
        return []
    return [int(place) for place in np.flatnonzero(level > total + ROUNDED)]
