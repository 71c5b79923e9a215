"""A view as JSON: its fields in their order, texts in both languages, nothing added and nothing left out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from opscareer.text import Text
from opscareer.views.values import ASKED, PAGES, Key

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Entry(NamedTuple):
    """A field that JSON has: its name in the view, its key, and whether it stands there only where it is not None."""

    field: str
    key: str
    asked: bool


_PLAIN = frozenset({str, int, float, bool, type(None)})


def encode(value: Any) -> Json:
    """Return a view, or a part of one, as JSON. Raises TypeError where it is neither."""
    kind = type(value)
    if kind in _PLAIN:
        return value  # type: ignore[no-any-return]
    if kind is Text:
        return {"zh": value.zh, "en": value.en}
    if kind is tuple or kind is list:
        return [one if type(one) in _PLAIN else encode(one) for one in value]
    if kind not in _ENTRIES and isinstance(value, Mapping):
        return {str(key): encode(one) for key, one in value.items()}
    return encode_record(value)


def encode_record(view: object) -> dict[str, Json]:
    """Return a view as a JSON object. Raises TypeError where it is no record."""
    told = {}
    for field, key, asked in entries_of(type(view)):
        value = getattr(view, field)
        if value is not None or not asked:
            told[key] = value if type(value) in _PLAIN else encode(value)  # most of a large answer: no call for each
    return told


def entries_of(kind: type[Any]) -> tuple[Entry, ...]:
    """Return the fields of a kind of view that JSON has. Raises TypeError where it is no kind of view."""
    if (known := _ENTRIES.get(kind)) is None:
        known = _ENTRIES[kind] = tuple(_entries(kind))
    return known


_ENTRIES: dict[type[Any], tuple[Entry, ...]] = {}


def types_of(kind: type[Any]) -> Mapping[str, Any]:
    """Return the fields of a kind of view with their types, in order. Raises TypeError where it is no kind of view."""
    if hasattr(kind, "_fields"):  # a named tuple, which takes a tenth of the time to define
        return kind.__annotations__
    if not hasattr(kind, "__dataclass_fields__"):
        raise TypeError(f"{kind.__name__} is no view")
    return {name: field.type for name, field in kind.__dataclass_fields__.items()}


def _entries(kind: type[Any]) -> Iterator[Entry]:
    for name, told in types_of(kind).items():
        marks = getattr(told, "__metadata__", ())
        if PAGES not in marks:
            key = next((str(mark) for mark in marks if isinstance(mark, Key)), name)
            yield Entry(name, key, ASKED in marks)
