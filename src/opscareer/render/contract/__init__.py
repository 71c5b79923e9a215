"""The shapes of the answers that have no view yet; of all others views.contract tells them."""

from opscareer.render.contract.advice import ADVICE
from opscareer.render.contract.market import MARKET, MATCH_OPTIONAL
from opscareer.render.contract.parts import KB, STRING, Schema, array, obj
from opscareer.render.contract.report import REPORT
from opscareer.render.contract.ways import WAYS
from opscareer.views import contract

ANSWERS: dict[str, Schema] = {**ADVICE, **WAYS, **REPORT, **MARKET}
"""The keys of each command's answer, besides `schema` and `kb`."""


def schema_of(name: str) -> Schema:
    """Return the JSON Schema of a command's answer, of `answers` files or of an `error`. Raises KeyError."""
    if name in contract.names():
        return contract.schema_of(name)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"opscareer {name}"}
    return {**head, **_answer(name)}


def names() -> tuple[str, ...]:
    """Return all names that have a schema."""
    return tuple(dict.fromkeys((*ANSWERS, *contract.names())))


def _answer(name: str) -> Schema:
    keys = {"schema": {"const": f"opscareer/{name}/1"}, "kb": KB}
    if name == "match":
        ads = array(obj({"ad": STRING, **ANSWERS[name]}, **MATCH_OPTIONAL))
        return {"anyOf": [obj({**keys, **ANSWERS[name]}, **MATCH_OPTIONAL), obj({**keys, "ads": ads})]}
    return obj({**keys, **ANSWERS[name]})
