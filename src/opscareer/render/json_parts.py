"""Pieces of JSON that several answers share: text in both languages, and faults."""

from collections.abc import Iterable
from typing import Any

from opscareer.errors import Fault
from opscareer.text import Text

Object = dict[str, Any]


def text(told: Text) -> Object:
    """Return a text in both languages."""
    return {"zh": told.zh, "en": told.en}


def texts(told: Iterable[Text]) -> list[Object]:
    """Return texts in both languages."""
    return [text(one) for one in told]


def faults(found: Iterable[Fault]) -> Object:
    """Return the faults of a knowledge base."""
    return {
        "faults": [
            {
                "severity": f.severity,
                "file": f.file,
                "line": f.line,
                "column": f.column,
                "trail": f.trail,
                "message": text(f.message),
                "hint": text(f.hint),
            }
            for f in found
        ]
    }
