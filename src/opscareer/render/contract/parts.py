"""The pieces that shapes are put together from, as JSON Schema draft-07."""

from typing import Any

from opscareer.model.levels import MOST

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
BOOLEAN: Schema = {"type": "boolean"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1.000001}
LEVEL: Schema = {"type": "integer", "minimum": 0, "maximum": MOST}
NEED: Schema = {"type": "integer", "minimum": 1, "maximum": MOST}
NATURAL: Schema = {"type": "integer", "minimum": 0}
POSITION: Schema = {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}


def obj(required: Schema, **optional: Schema) -> Schema:
    """Return an object with just these keys."""
    properties = {**required, **optional}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def array(items: Schema) -> Schema:
    """Return a list of these."""
    return {"type": "array", "items": items}


def mapping(values: Schema) -> Schema:
    """Return an object with any keys and these values."""
    return {"type": "object", "additionalProperties": values}


def null_or(schema: Schema) -> Schema:
    """Return what may be missing."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(*values: str) -> Schema:
    """Return one of some words."""
    return {"enum": list(values)}


TEXT = obj({"zh": STRING, "en": STRING})
TEXTS = array(TEXT)
WORDS = obj({"zh": array(STRING), "en": array(STRING)})
KB = obj({"name": TEXT, "version": STRING, "sha256": STRING})
VERDICT = one_of("ready", "within-reach", "build-first")
KIND = one_of("stay", "promotion", "diagonal", "lateral", "down", "entry")
