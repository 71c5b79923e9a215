"""A view as JSON: its fields in their order, texts in both languages, nothing added and nothing left out."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple, TypeAlias

from opscareer.text import Text
from opscareer.views.values import ASKED, PAGES, Key

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Entry(NamedTuple):
    """A field that JSON has: its name in the view, its key, and whether it stands there only where it is not None."""

    field: str
    key: str
    asked: bool


def encode(value: object) -> Json:
    """Return a view, or a part of one, as JSON. Raises TypeError where it is neither."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, Mapping):
        return {str(key): encode(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [encode(one) for one in value]
    return encode_record(value)


def encode_record(view: object) -> dict[str, Json]:
    """Return a view as a JSON object. Raises TypeError where it is no record."""
    told = ((entry, getattr(view, entry.field)) for entry in entries_of(type(view)))
    return {entry.key: encode(one) for entry, one in told if not (entry.asked and one is None)}


def entries_of(kind: type[Any]) -> tuple[Entry, ...]:
    """Return the fields of a kind of view that JSON has. Raises TypeError where it is no kind of view."""
    if kind not in _ENTRIES:
        _ENTRIES[kind] = _entries(kind)
    return _ENTRIES[kind]


_ENTRIES: dict[type[Any], tuple[Entry, ...]] = {}


def _entries(kind: type[Any]) -> tuple[Entry, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no view")
    found = []
    for field in fields(kind):
        marks = getattr(field.type, "__metadata__", ())
        key = next((mark.name for mark in marks if isinstance(mark, Key)), field.name)
        if PAGES not in marks:
            found.append(Entry(field.name, key, ASKED in marks))
    return tuple(found)
