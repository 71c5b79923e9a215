"""The shapes of what to do about it: the plan, the ways to a goal, positions side by side."""

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
from opscareer.views.plan import PlanView
from opscareer.views.shape import keys_of

MONTHS: Schema = {"type": "number", "minimum": 0}
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
    "plan": keys_of(PlanView)[0],
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
