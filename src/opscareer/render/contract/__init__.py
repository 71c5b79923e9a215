"""The published shapes of every JSON answer, as JSON Schema draft-07. `opscareer kb schema COMMAND` prints them."""

from opscareer.model.skill import TOP
from opscareer.render.contract.advice import ADVICE, OPTIONAL
from opscareer.render.contract.catalogue import CATALOGUE
from opscareer.render.contract.market import AMONG_OTHERS, MARKET, MATCH_OPTIONAL
from opscareer.render.contract.parts import KB, LEVEL, NUMBER, STRING, Schema, array, obj, one_of
from opscareer.render.contract.report import REPORT
from opscareer.render.contract.ways import WAYS

ANSWERS: dict[str, Schema] = {**CATALOGUE, **ADVICE, **WAYS, **REPORT, **MARKET}
"""The keys of each command's answer, besides `schema` and `kb`."""


def schema_of(name: str) -> Schema:
    """Return the JSON Schema of a command's answer, of `answers` files or of an `error`. Raises KeyError."""
    special = {"answers": _answers_file, "error": _error}
    body = special[name]() if name in special else _answer(name)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"opscareer {name}", **body}


def names() -> tuple[str, ...]:
    """Return all names that have a schema."""
    return (*ANSWERS, "answers", "error")


def _answer(name: str) -> Schema:
    keys = {"schema": {"const": f"opscareer/{name}/1"}, "kb": KB}
    if name == "kb":
        return obj(keys, **ANSWERS[name])
    if name == "match":
        ads = array(obj({**AMONG_OTHERS, **ANSWERS[name]}, **MATCH_OPTIONAL))
        return {"anyOf": [obj({**keys, **ANSWERS[name]}, **MATCH_OPTIONAL), obj({**keys, "ads": ads})]}
    return obj({**keys, **ANSWERS[name]}, **OPTIONAL.get(name, {}))


def _answers_file() -> Schema:
    several = array(STRING)
    answers = {
        "type": "object",
        "properties": {
            "current": several,
            "years": NUMBER,
            "years_total": NUMBER,
            "goal": STRING,
            "offer": STRING,
            "reason": STRING,
            "lead": one_of("yes", "no", "unsure", "not-sure"),
            "acting": one_of("yes", "no", "not-sure"),
            "avoid": {"anyOf": [several, one_of("not-sure")]},
            "more": one_of("yes", "no"),
        },
        "patternProperties": {
            "^skill\\.": {"anyOf": [{**LEVEL, "maximum": TOP}, one_of("not-sure", "no-opportunity")]}
        },
        "required": ["current"],
        "additionalProperties": {"anyOf": [{"type": ["string", "number"]}, several]},
    }
    return obj({"schema": {"const": "opscareer/answers/1"}, "answers": answers})


def _error() -> Schema:
    error = obj({"code": STRING, "message": STRING, "hint": STRING}, faults=ANSWERS["kb"]["faults"])
    return obj({"schema": {"const": "opscareer/error/1"}, "error": error})
