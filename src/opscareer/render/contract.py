"""The published shapes of every JSON answer, as JSON Schema draft-07. `opscareer kb schema COMMAND` prints them."""

from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
BOOLEAN: Schema = {"type": "boolean"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1.000001}
LEVEL: Schema = {"type": "integer", "minimum": 0, "maximum": 5}
NEED: Schema = {"type": "integer", "minimum": 1, "maximum": 5}
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
KIND = one_of("promotion", "lateral", "entry")
ROLE_LINE: Schema = {
    "id": STRING,
    "name": TEXT,
    "group": STRING,
    "metrics": array(STRING),
    "work": array(STRING),
}
SKILL_LINE: Schema = {"id": STRING, "name": TEXT, "group": STRING, "definition": TEXT}
REQUIREMENT = obj({"skill": STRING, "level": NEED, "weight": SHARE, "must": BOOLEAN, "sources": array(STRING)})
PROSPECT = obj(
    {"position": POSITION, "title": TEXT, "kind": KIND, "fit": SHARE, "score": NUMBER, "verdict": VERDICT, "why": TEXTS}
)
GAPS = array(
    obj(
        {
            "skill": STRING,
            "name": TEXT,
            "have": null_or(LEVEL),
            "need": NEED,
            "weight": SHARE,
            "gain": SHARE,
            "assumed": BOOLEAN,
            "expected": NUMBER,
            "no_opportunity": BOOLEAN,
            "actions": TEXTS,
        }
    )
)
GATES = array(
    obj(
        {
            "kind": one_of("skill", "time"),
            "skill": null_or(STRING),
            "have": null_or(NUMBER),
            "need": NUMBER,
            "opens": TEXT,
        }
    )
)
FLAGS = array(obj({"fact": STRING, "have": STRING, "least": STRING, "text": TEXT, "sources": array(STRING)}))
EFFECTS = array(
    obj({"skill": STRING, "to": LEVEL, "fit_gain": NUMBER, "opens": array(STRING), "next": null_or(POSITION)})
)
SHIFTED = obj({"position": null_or(POSITION), "verdict": null_or(VERDICT)})
OUTCOME = obj({"next": null_or(POSITION), "fit": null_or(SHARE), "verdict": null_or(VERDICT)})
ROUTE = obj({"id": STRING, "name": TEXT, "summary": TEXT, "why": TEXTS, "sources": array(STRING)})

ANSWERS: dict[str, Schema] = {
    "ladder": {
        "rungs": array(
            obj(
                {
                    "id": STRING,
                    "order": {"type": "integer"},
                    "name": TEXT,
                    "years": obj({"min": NUMBER, "typical": NUMBER}),
                }
            )
        ),
        "positions": array(obj({"id": POSITION, "role": STRING, "rung": STRING, "title": TEXT})),
        "moves": array(obj({"from": POSITION, "to": POSITION, "kind": one_of("promotion", "lateral")})),
    },
    "roles": {
        "roles": array(obj({**ROLE_LINE, "positions": array(POSITION)})),
        "metrics": array(obj({"id": STRING, "name": TEXT, "summary": TEXT})),
        "blocks": array(obj({"id": STRING, "name": TEXT, "summary": TEXT, "works_with": TEXT})),
    },
    "role": {
        **ROLE_LINE,
        "summary": TEXT,
        "duties": array(obj({"text": TEXT, "sources": array(STRING)})),
        "conditions": array(
            obj(
                {
                    "text": TEXT,
                    "rungs": array(STRING),
                    "fact": null_or(STRING),
                    "least": null_or(STRING),
                    "sources": array(STRING),
                }
            )
        ),
        "sources": array(STRING),
        "positions": array(obj({"id": POSITION, "title": TEXT, "aliases": WORDS, "requirements": array(REQUIREMENT)})),
    },
    "skills": {"skills": array(obj(SKILL_LINE))},
    "skill": {
        **SKILL_LINE,
        "levels": obj({str(level): TEXT for level in range(6)}),
        "grow": obj({str(level): TEXTS for level in range(1, 6)}),
        "proof": TEXTS,
        "aliases": WORDS,
        "months": mapping(NUMBER),
        "needs": array(obj({"level": NEED, "skill": STRING, "first": NEED})),
        "sources": array(STRING),
        "asked_by": array(POSITION),
    },
    "assess": {
        "profile": obj(
            {
                "current": array(POSITION),
                "years": null_or(NUMBER),
                "years_total": null_or(NUMBER),
                "goal": null_or(POSITION),
                "facts": mapping(STRING),
                "levels": mapping(LEVEL),
                "not_sure": array(STRING),
                "no_opportunity": array(STRING),
            }
        ),
        "next": null_or(PROSPECT),
        "tied": array(POSITION),
        "confidence": SHARE,
        "mastery": null_or(SHARE),
        "present_gaps": GAPS,
        "alternatives": array(PROSPECT),
        "gaps": GAPS,
        "gates": GATES,
        "flags": FLAGS,
        "route": null_or(ROUTE),
        "growth": array(obj({"id": STRING, "text": TEXT, "sources": array(STRING)})),
        "steadiness": obj({"stable": BOOLEAN, "lower": SHIFTED, "higher": SHIFTED}),
        "what_if": EFFECTS,
        "questions": obj({"asked": NATURAL, "skipped": NATURAL, "total": NATURAL}),
    },
    "gap": {
        "position": POSITION,
        "title": TEXT,
        "kind": KIND,
        "fit": SHARE,
        "verdict": VERDICT,
        "gaps": GAPS,
        "gates": GATES,
        "flags": FLAGS,
    },
    "what-if": {"before": OUTCOME, "after": OUTCOME, "opens": array(STRING), "effects": EFFECTS},
    "history": {
        "assessments": array(
            obj(
                {
                    "id": NATURAL,
                    "taken_at": STRING,
                    "current": array(STRING),
                    "next": null_or(POSITION),
                    "fit": null_or(SHARE),
                    "kb_sha256": STRING,
                }
            )
        )
    },
    "kb": {
        "faults": array(
            obj({"file": STRING, "line": NATURAL, "column": NATURAL, "trail": STRING, "message": TEXT, "hint": TEXT})
        ),
        "folders": array(STRING),
        "cache": STRING,
    },
}


_CHANGE: Schema = {"question": STRING, "before": {}, "after": {}}
_TWO_FITS = obj({"before": null_or(SHARE), "after": null_or(SHARE)})
OPTIONAL: dict[str, dict[str, Schema]] = {
    "history": {
        "diff": obj(
            {
                "from": NATURAL,
                "to": NATURAL,
                "next": obj({"before": null_or(POSITION), "after": null_or(POSITION)}),
                "fit": _TWO_FITS,
                "kb_changed": BOOLEAN,
                "answers": array(obj(_CHANGE)),
            }
        )
    }
}
"""Keys that an answer has only where they were asked for."""


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
    return obj({**keys, **ANSWERS[name]}, **OPTIONAL.get(name, {}))


def _answers_file() -> Schema:
    positions = array(STRING)
    answers = {
        "type": "object",
        "properties": {
            "current": positions,
            "years": NUMBER,
            "years_total": NUMBER,
            "goal": STRING,
            "more": one_of("yes", "no"),
        },
        "patternProperties": {"^skill\\.": {"anyOf": [LEVEL, one_of("not-sure", "no-opportunity")]}},
        "required": ["current"],
        "additionalProperties": {"type": ["string", "number"]},
    }
    return obj({"schema": {"const": "opscareer/answers/1"}, "answers": answers})


def _error() -> Schema:
    error = obj({"code": STRING, "message": STRING, "hint": STRING}, faults=ANSWERS["kb"]["faults"])
    return obj({"schema": {"const": "opscareer/error/1"}, "error": error})
