"""The JSON Schema (draft-07) of a view, read off its types: what is told and what is published cannot differ.

A library would write references and titles of its own; scripts know these shapes as they are.
"""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from opscareer.model.levels import LEAST, MOST
from opscareer.text import Text
from opscareer.views.encoding import entries_of, types_of
from opscareer.views.values import Levels, Within

Schema = dict[str, Any]

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    object: {},
}


def shape(kind: Any) -> Schema:
    """Return the JSON Schema of a type: of a view, or of what its fields hold."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(parts[0], parts[1:])
    if origin in (Union, UnionType):
        return {"anyOf": [shape(part) for part in parts]}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": shape(parts[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": shape(parts[1])}
    if kind is Text:
        return closed({language: shape(str) for language in Text._fields})
    return dict(_PLAIN[kind]) if kind in _PLAIN else closed(*keys_of(kind))


def keys_of(kind: type[Any]) -> tuple[Schema, Schema]:
    """Return the shapes of the keys that a view always has, and of those that it has where they were asked for."""
    types = types_of(kind)
    always = {entry.key: shape(types[entry.field]) for entry in entries_of(kind) if not entry.asked}
    asked = {entry.key: _present(types[entry.field]) for entry in entries_of(kind) if entry.asked}
    return always, asked


def closed(required: Schema, optional: Schema | None = None) -> Schema:
    """Return an object with just these keys."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _annotated(kind: Any, marks: tuple[object, ...]) -> Schema:
    """Return the shape of a type with what is said of it besides."""
    for mark in marks:
        if isinstance(mark, Levels):
            return _by_level(mark, shape(get_args(kind)[1]))
    return {**shape(kind), **_keywords(marks)}


def _by_level(first: int, told: Schema) -> Schema:
    """Return an object with a key for each level from one on: as many as a knowledge base may have."""
    sure = {str(level): told for level in range(first, LEAST + 1)}
    return closed(sure, {str(level): told for level in range(LEAST + 1, MOST + 1)})


def _keywords(marks: tuple[object, ...]) -> Schema:
    return {key: value for mark in marks if isinstance(mark, Within) for key, value in mark.items()}


def _present(kind: Any) -> Schema:
    """Return the shape of what a key holds that stands only where there is something to tell: never null."""
    held = get_args(get_args(kind)[0])
    return shape(Union[tuple(one for one in held if one is not NoneType)])  # noqa: UP007 - made of a list of types
