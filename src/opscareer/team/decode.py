"""From what people are told, by indices, to a batch of rows (columns.TOLD)."""

from typing import Any

import numpy as np
import pyarrow as pa

from opscareer.model.kb import KnowledgeBase
from opscareer.team.arrays import NONE, Array, Bools, Ints
from opscareer.team.columns import GAP, TOLD
from opscareer.team.people import People
from opscareer.team.steps import KINDS
from opscareer.team.told import VERDICTS, Told

DIGITS = 9
"""To so many digits shares are told: what a sum owes to the company it was worked out in is left out."""


def decode(kb: KnowledgeBase, people: People, told: Told) -> pa.RecordBatch:
    """Return what people are told, a row a person, in their order."""
    positions, step, some = list(kb.positions), told.steps, told.steps.position != NONE
    columns = {
        "id": people.ids,
        "name": people.names,
        "next": _words(positions, step.position),
        "kind": _words(KINDS, np.where(some, step.kind, NONE)),
        "then": _words(positions, step.then),
        "fit": pa.array(np.round(told.fit, DIGITS), mask=~some),
        "score": pa.array(np.round(told.score, DIGITS), mask=~some),
        "verdict": _words(VERDICTS, np.where(some, told.verdict, NONE)),
        "gates": _gates(kb, told, some),
        "gaps": _gaps(kb, told, some),
        "gaps_of": _words(positions, np.where(some, told.aim, NONE)),
        "mastery": pa.array(told.mastery, mask=np.isnan(told.mastery)),
    }
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=TOLD)


def _gates(kb: KnowledgeBase, told: Told, some: Bools) -> Any:
    """Return the gates of each person: `skill:ID`, then `lead:ID`, then `time`."""
    skills = list(kb.skills)
    leading = kb.rules.leading
    labels = [*(f"skill:{skill}" for skill in skills), f"lead:{leading.skill if leading else ''}", "time"]
    shut = np.hstack([told.shut, told.lead[:, None], told.time[:, None]]) & some[:, None]
    named = np.full((len(some), 2), 0) + np.array([len(skills), len(skills) + 1])
    return pa.ListArray.from_arrays(_offsets(shut), _words(labels, np.hstack([told.skills, named])[shut]))


def _gaps(kb: KnowledgeBase, told: Told, some: Bools) -> Any:
    there = (told.gap_skill != NONE) & some[:, None]
    have = told.gap_have[there]
    parts = [
        _words(list(kb.skills), told.gap_skill[there]),
        pa.array(told.gap_need[there].astype(np.int8)),
        pa.array(have.astype(np.int8), mask=have == NONE),
        pa.array(np.round(told.gap_gain[there], DIGITS)),
    ]
    return pa.ListArray.from_arrays(_offsets(there), pa.StructArray.from_arrays(parts, fields=list(GAP)))


def _offsets(there: Bools) -> Any:
    return pa.array(np.concatenate([[0], np.cumsum(there.sum(axis=1))]).astype(np.int32))


def _words(labels: Any, codes: Ints | Array) -> Any:
    """Return the label of each code, null for none."""
    return pa.array([*labels], type=pa.string()).take(pa.array(codes, mask=codes == NONE))
