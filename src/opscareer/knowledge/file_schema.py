"""The shape of each YAML file as JSON Schema, for editors that complete and check what is written."""

from typing import Any

from opscareer.knowledge.places import KEYS
from opscareer.knowledge.shapes.kb import KbShape

Schema = dict[str, Any]

_WHOLE = ("required", "minItems", "minProperties")
"""What a schema says of a whole entry, and an overlay need not keep to; one of them is also the name of a key."""


def file_schema(file: str, *, overlay: bool = False) -> Schema:
    """Return the JSON Schema (draft-07) of a file; in an overlay nothing is required, and entries can be removed.

    Raises KeyError where there is no such file.
    """
    keys = KEYS[file]
    whole = KbShape.model_json_schema(by_alias=True)
    if overlay:
        whole = _lenient(whole)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"opscareer {file}",
        "type": "object",
        "properties": {key: whole["properties"][key] for key in keys},
        "required": [key for key in keys if key in whole.get("required", ())],
        "additionalProperties": False,
        "$defs": {name: shape for name, shape in whole["$defs"].items() if name in _used(whole, keys)},
    }


def header(folder: str, file: str) -> str:
    """Return the comment by which editors find the schema of a file."""
    return f"# yaml-language-server: $schema={folder}/{file.removesuffix('.yaml')}.json\n"


def _used(whole: Schema, keys: tuple[str, ...]) -> set[str]:
    """Return the names of all shapes that some keys refer to, over others as well."""
    ahead: list[Any] = [whole["properties"][key] for key in keys]
    used: set[str] = set()
    while ahead:
        part = ahead.pop()
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).removeprefix("#/$defs/")
            if name and name not in used:
                used.add(name)
                ahead.append(whole["$defs"][name])
            ahead += part.values()
        elif isinstance(part, list):
            ahead += part
    return used


def _lenient(part: Any) -> Any:
    """Return a shape for an overlay: nothing is required, and whatever stands under a key can be taken away."""
    if isinstance(part, list):
        return [_lenient(item) for item in part]
    if not isinstance(part, dict):
        return part
    loose = {key: _lenient(value) for key, value in part.items() if key not in _WHOLE or isinstance(value, dict)}
    if part.get("type") == "object":
        loose["properties"] = {key: _or_removed(value) for key, value in loose.get("properties", {}).items()}
        loose["properties"]["remove"] = {"const": True, "description": "Take this entry away."}
        if isinstance(part.get("additionalProperties"), dict):
            loose["additionalProperties"] = _or_removed(loose["additionalProperties"])
    return loose


def _or_removed(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "object", "properties": {"remove": {"const": True}}, "required": ["remove"]}]}
