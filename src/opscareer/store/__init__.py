"""What is kept on this machine: the answers as they are given, and the assessments that came of them.

One SQLite file in the user's data folder, for the user's eyes only. Nothing of it ever leaves the machine.
"""

from opscareer.store.assessments import (
    Found,
    assessment,
    assessments,
    each,
    forget,
    ids_of,
    keep_all,
    keep_assessment,
    latest,
)
from opscareer.store.failing import StoreError
from opscareer.store.file import Store, open_store, read_store, store_path
from opscareer.store.holding import LOCK, Holding
from opscareer.store.listing import counted, first_alike, listed, unlisted
from opscareer.store.recovery import Recovered, damaged_files, recover
from opscareer.store.shape import ShapeError, checked, in_utc
from opscareer.store.sittings import (
    Sitting,
    abandon,
    begin,
    finish,
    give_up,
    keep_answers,
    readable,
    take_in,
    unfinished,
)

__all__ = [
    "LOCK",
    "Found",
    "Holding",
    "Recovered",
    "ShapeError",
    "Sitting",
    "Store",
    "StoreError",
    "abandon",
    "assessment",
    "assessments",
    "begin",
    "checked",
    "counted",
    "damaged_files",
    "each",
    "finish",
    "first_alike",
    "forget",
    "give_up",
    "ids_of",
    "in_utc",
    "keep_all",
    "keep_answers",
    "keep_assessment",
    "latest",
    "listed",
    "open_store",
    "read_store",
    "readable",
    "recover",
    "store_path",
    "take_in",
    "unfinished",
    "unlisted",
]
