"""Groups of any people: their figures, and what is told of them."""

import random
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from many_people import anybody, rows_of

from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.team import Tally, advised, encode, schema_of, tell
from opscareer.text import Text
from opscareer.views.group import By, GroupFigures
from opscareer.views.person_line import PersonLine, person_line
from opscareer.views.team import LeftOut, TeamView, team_view

NAME = "ZQX-17"
"""What ids begin with: in no word of any page."""


def group_of(kb: KnowledgeBase, seed: int, count: int) -> list[Answers]:
    """Return any people, some of them near to what a post asks."""
    rng = random.Random(seed)
    return [anybody(kb, rng) for _ in range(count)]


def batch_of(kb: KnowledgeBase, people: Sequence[Answers], first: int = 0, name: str = "") -> pa.RecordBatch:
    """Return people as a batch; their ids are numbers from `first` on, after a name."""
    rows = [{**row, "id": f"{name}{n}"} for n, row in enumerate(rows_of(kb, people), first)]
    return pa.RecordBatch.from_pylist(rows, schema=schema_of(kb))


def tallied(kb: KnowledgeBase, tally: Tally, batch: pa.RecordBatch) -> Tally:
    """Return a tally with the people of a batch added."""
    found, faults = encode(kb, batch)
    assert faults == ()
    tally.add(found, tell(kb, found))
    return tally


def figures_of(kb: KnowledgeBase, people: Sequence[Answers], by: By = "role") -> GroupFigures:
    """Return the figures of people, with names, all of which begin with NAME."""
    return tallied(kb, Tally(kb, by, names=True), batch_of(kb, people, name=NAME)).found()


def lines_of(kb: KnowledgeBase, people: Sequence[Answers]) -> list[PersonLine]:
    """Return what each of them is told, as a line."""
    return [person_line(kb, row) for row in rows_told(kb, people)]


def rows_told(kb: KnowledgeBase, people: Sequence[Answers]) -> list[dict[str, Any]]:
    """Return what each of them is told, by ids: without any name of the knowledge base."""
    rows: list[dict[str, Any]] = advised(kb, batch_of(kb, people, name=NAME)).told.to_pylist()
    return rows


def view_of(
    kb: KnowledgeBase, people: Sequence[Answers], *, by: By = "role", least: int = 5, names: bool = False
) -> TeamView:
    """Return what is told of people, with a line for each, and a row left out that names somebody wherever it can."""
    return told_of(kb, figures_of(kb, people, by), lines_of(kb, people), least=least, names=names)


def told_of(
    kb: KnowledgeBase, figures: GroupFigures, lines: Sequence[PersonLine], *, least: int = 5, names: bool = False
) -> TeamView:
    """Return what is told of people by what they come to, as view_of does."""
    wrong = LeftOut(f"{NAME}.csv", 3, f"{NAME}-column", Text(f"{NAME} 不对", f"{NAME} is wrong"))
    return team_view(kb, figures, lines, left_out=[wrong], left_out_count=2, min_group=least, names=names)
