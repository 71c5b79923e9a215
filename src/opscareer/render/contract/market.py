"""The shapes of what job ads say."""

from opscareer.render.contract.advice import GAPS
from opscareer.render.contract.parts import (
    BOOLEAN,
    NATURAL,
    NEED,
    POSITION,
    SHARE,
    STRING,
    TEXT,
    VERDICT,
    Schema,
    array,
    null_or,
    obj,
    one_of,
)

MENTIONS = array(obj({"text": STRING, "start": NATURAL, "end": NATURAL}))
GUESS = obj({"id": STRING, "share": SHARE, "mentions": MENTIONS})

COUNTS: dict[str, Schema] = {
    "n": NATURAL,
    "skills": array(obj({"skill": STRING, "n": NATURAL, "share": SHARE})),
    "years": array(obj({"years": NATURAL, "n": NATURAL})),
    "education": array(obj({"education": STRING, "n": NATURAL})),
}

MARKET: dict[str, Schema] = {
    "match": {
        "positions": array(obj({"id": POSITION, "title": TEXT, "share": SHARE})),
        "foreign": BOOLEAN,
        "role": GUESS,
        "rung": GUESS,
        "skills": array(obj({"skill": STRING, "name": TEXT, "level": NEED, "wish": BOOLEAN, "mentions": MENTIONS})),
        "conditions": obj(
            {
                "years": null_or(NATURAL),
                "education": null_or(one_of("any", "secondary", "college", "bachelor", "master")),
            }
        ),
        "unknown": MENTIONS,
    },
    "demand": {
        "ads": NATURAL,
        "foreign": NATURAL,
        "table": array(obj({"role": STRING, "rung": STRING, **COUNTS})),
        "roles": array(obj({"role": STRING, **COUNTS})),
        "rungs": array(obj({"rung": STRING, **COUNTS})),
    },
}
UNMET = {
    "condition": one_of("years", "education"),
    "asked": {"type": ["integer", "string"]},
    "have": {"type": ["number", "string"]},
}
MATCH_OPTIONAL: dict[str, Schema] = {
    "fit": null_or(SHARE),
    "verdict": null_or(VERDICT),
    "gaps": null_or(GAPS),
    "conditions_unmet": null_or(array(obj(UNMET))),
}
"""Keys that what is told of an ad has only where a person is known; null where nobody can be held against the ad."""
