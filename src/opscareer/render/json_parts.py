"""Pieces of JSON that several answers share: text in both languages."""

from collections.abc import Iterable
from typing import Any

from opscareer.text import Text

Object = dict[str, Any]


def text(told: Text) -> Object:
    """Return a text in both languages."""
    return {"zh": told.zh, "en": told.en}


def texts(told: Iterable[Text]) -> list[Object]:
    """Return texts in both languages."""
    return [text(one) for one in told]
