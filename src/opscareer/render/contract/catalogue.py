"""The shapes of what the knowledge base holds: ladder, roles, skills, and what is wrong with it."""

from opscareer.model.skill import LEAST, MOST
from opscareer.render.contract.parts import (
    BOOLEAN,
    NATURAL,
    NEED,
    NUMBER,
    POSITION,
    SHARE,
    STRING,
    TEXT,
    TEXTS,
    WORDS,
    Schema,
    array,
    mapping,
    null_or,
    obj,
    one_of,
)


def _by_level(first: int, told: Schema) -> Schema:
    """Return what is told of each level from one on: as many as the knowledge base has."""
    sure = {str(level): told for level in range(first, LEAST + 1)}
    return obj(sure, **{str(level): told for level in range(LEAST + 1, MOST + 1)})


ROLE_LINE: Schema = {
    "id": STRING,
    "name": TEXT,
    "group": STRING,
    "metrics": array(STRING),
    "work": array(STRING),
}
SKILL_LINE: Schema = {"id": STRING, "name": TEXT, "group": STRING, "definition": TEXT}
REQUIREMENT = obj({"skill": STRING, "level": NEED, "weight": SHARE, "must": BOOLEAN, "sources": array(STRING)})
CATALOGUE: dict[str, Schema] = {
    "ladder": {
        "rungs": array(
            obj(
                {
                    "id": STRING,
                    "order": {"type": "integer"},
                    "track": {"enum": ["lead", "craft", None]},
                    "name": TEXT,
                    "years": obj({"min": NUMBER, "typical": NUMBER}),
                }
            )
        ),
        "positions": array(obj({"id": POSITION, "role": STRING, "rung": STRING, "title": TEXT})),
        "moves": array(obj({"from": POSITION, "to": POSITION, "kind": one_of("promotion", "lateral", "diagonal")})),
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
        "levels": _by_level(0, TEXT),
        "grow": _by_level(1, TEXTS),
        "proof": TEXTS,
        "aliases": WORDS,
        "months": mapping(NUMBER),
        "needs": array(obj({"level": NEED, "skill": STRING, "first": NEED})),
        "sources": array(STRING),
        "asked_by": array(POSITION),
    },
    "kb": {
        "faults": array(
            obj(
                {
                    "severity": one_of("fault", "warning"),
                    "file": STRING,
                    "line": NATURAL,
                    "column": NATURAL,
                    "trail": STRING,
                    "message": TEXT,
                    "hint": TEXT,
                }
            )
        ),
        "folders": array(STRING),
        "cache": STRING,
        "written": array(STRING),
    },
}
