"""Frozen records to JSON and back, without naming the fields: a record is the list of its values, in order.

Decoders are made once per type, so that a warm start spends its time on the records and not on looking at types.
"""

import json
import types
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from opscareer.model.index import Index
from opscareer.text import Text

Decoder = Callable[[Any], Any]


def encode(value: object) -> object:
    """Return what json can write of a record, a text, or a collection of them."""
    if _is_record(type(value)):
        return [encode(getattr(value, name)) for name in type(value).__annotations__]
    if isinstance(value, Index):  # as text: what is not asked for need not be read
        return {start: json.dumps(encode(words), ensure_ascii=False) for start, words in value.items()}
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


@cache
def decoder(kind: Any) -> Decoder:
    """Return the function that turns what json read back into a value of this type."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind is Text:
        return _tuples(Text)
    if _is_record(kind):
        return _record(kind)
    if origin is tuple:
        one = decoder(parts[0])
        return tuple if one is _as_it_is else lambda data: tuple(map(one, data))
    if origin is Index:
        words = decoder(Mapping[str, parts[0]])  # type: ignore[valid-type]
        return lambda data: Index(data, lambda told: words(json.loads(told)))
    if origin is Mapping:
        one = decoder(parts[1])
        return _as_it_is if one is _as_it_is else lambda data: {key: one(item) for key, item in data.items()}
    if origin in (Union, types.UnionType):
        return _optional(*(part for part in parts if part is not type(None)))
    if origin is Literal or kind in (str, int, float, bool):
        return _as_it_is
    raise TypeError(f"no decoder for {kind}")


def _optional(kind: Any) -> Decoder:
    """Return the decoder of what may be missing."""
    one = decoder(kind)
    return lambda data: None if data is None else one(data)


def _record(kind: type) -> Decoder:
    """Return the decoder of a record; only values that are not in json as they are here are looked at."""
    parts = [decoder(hint) for hint in get_type_hints(kind).values()]
    changed = [(place, part) for place, part in enumerate(parts) if part is not _as_it_is]
    make: Decoder = _tuples(kind) if issubclass(kind, tuple) else lambda data: kind(*data)

    def decoded(data: list[Any]) -> Any:
        if len(data) != len(parts):
            raise ValueError(f"{kind.__name__} has {len(parts)} values, not {len(data)}")
        for place, part in changed:
            data[place] = part(data[place])
        return make(data)

    return decoded


def _tuples(kind: type[tuple[Any, ...]]) -> Decoder:
    """Return what makes named tuples of lists of their values: there are thousands, and none needs a call in Python."""
    new: Callable[..., Any] = tuple.__new__
    return partial(new, kind)


def _is_record(kind: Any) -> bool:
    """Tell a dataclass or a named tuple, without importing either."""
    return hasattr(kind, "__dataclass_fields__") or hasattr(kind, "_fields")


def _as_it_is(data: Any) -> Any:
    return data
