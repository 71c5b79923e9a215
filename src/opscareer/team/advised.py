"""A batch of people in, a batch of what they are told out."""

from typing import NamedTuple

import pyarrow as pa

from opscareer.model.kb import KnowledgeBase
from opscareer.team.decode import decode
from opscareer.team.encode import Fault, encode
from opscareer.team.kernel import tell


class Advised(NamedTuple):
    """What people are told (columns.TOLD), in their order, and what was wrong with the rows that are left out."""

    told: pa.RecordBatch
    faults: tuple[Fault, ...]


def advised(kb: KnowledgeBase, batch: pa.RecordBatch | pa.Table) -> Advised:
    """Return what the people of a batch are told. Raises UsageError as `encode` does."""
    people, faults = encode(kb, batch)
    return Advised(decode(kb, people, tell(kb, people)), faults)
