"""The shapes of what to do about it: the plan, the ways to a goal, positions side by side."""

from opscareer.render.contract.advice import GROWTH
from opscareer.render.contract.parts import (
    BOOLEAN,
    KIND,
    LEVEL,
    NATURAL,
    NEED,
    NUMBER,
    POSITION,
    SHARE,
    STRING,
    TEXT,
    TEXTS,
    VERDICT,
    Schema,
    array,
    mapping,
    null_or,
    obj,
)

MONTHS: Schema = {"type": "number", "minimum": 0}
PLAN_STEP = obj(
    {
        "skill": STRING,
        "name": TEXT,
        "from": LEVEL,
        "to": NEED,
        "start": MONTHS,
        "end": MONTHS,
        "gain": SHARE,
        "must": BOOLEAN,
        "assumed": BOOLEAN,
        "no_opportunity": BOOLEAN,
        "exposure": null_or(TEXT),
        "actions": TEXTS,
        "proof": TEXTS,
        "look_again": array(MONTHS),
        "fit_after": SHARE,
    }
)
RISES = array(obj({"skill": STRING, "name": TEXT, "from": LEVEL, "to": NEED, "months": MONTHS}))
LEG = obj(
    {
        "from": null_or(POSITION),
        "to": POSITION,
        "title": TEXT,
        "kind": KIND,
        "why": null_or(TEXT),
        "start": MONTHS,
        "months": MONTHS,
        "ready_months": MONTHS,
        "due_months": MONTHS,
        "fit": SHARE,
        "gaps": RISES,
        "meanwhile": RISES,
        "carried": array(obj({"skill": STRING, "name": TEXT, "level": NEED})),
    }
)

WAYS: dict[str, Schema] = {
    "plan": {
        "position": POSITION,
        "title": TEXT,
        "kind": KIND,
        "fit": SHARE,
        "gaps_of": POSITION,
        "verdict": VERDICT,
        "months": MONTHS,
        "ready_month": MONTHS,
        "due_months": MONTHS,
        "parallel": NATURAL,
        "by": null_or(obj({"months": MONTHS, "fit": SHARE, "verdict": VERDICT, "gates": array(null_or(STRING))})),
        "steps": array(PLAN_STEP),
        "growth": GROWTH,
    },
    "path": {
        "goals": array(POSITION),
        "paths": array(obj({"goal": POSITION, "months": MONTHS, "sideways": NATURAL, "steps": array(LEG)})),
        "remarks": TEXTS,
    },
    "compare": {
        "positions": array(obj({"id": POSITION, "title": TEXT, "fit": null_or(SHARE), "verdict": null_or(VERDICT)})),
        "skills": array(
            obj(
                {
                    "skill": STRING,
                    "name": TEXT,
                    "levels": mapping(null_or(NEED)),
                    "weights": mapping(NUMBER),
                    "have": null_or(LEVEL),
                    "shared": BOOLEAN,
                }
            )
        ),
    },
}
