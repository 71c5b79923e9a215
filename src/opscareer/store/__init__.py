"""What is kept on this machine: the answers as they are given, and the assessments that came of them.

One SQLite file in the user's data folder, for the user's eyes only. Nothing of it ever leaves the machine.
"""

from opscareer.store.assessments import assessment, assessments, checked, forget, keep_assessment, latest
from opscareer.store.file import Store, StoreError, open_store
from opscareer.store.sittings import Sitting, begin, finish, forget_answer, keep_answer, unfinished

__all__ = [
    "Sitting",
    "Store",
    "StoreError",
    "assessment",
    "assessments",
    "begin",
    "checked",
    "finish",
    "forget",
    "forget_answer",
    "keep_answer",
    "keep_assessment",
    "latest",
    "open_store",
    "unfinished",
]
