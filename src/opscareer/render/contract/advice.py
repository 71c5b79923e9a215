"""The shapes of advice: what comes next, what is missing, what would change, and how that went over time."""

from opscareer.render.contract.parts import (
    BOOLEAN,
    KIND,
    NATURAL,
    POSITION,
    SHARE,
    STRING,
    Schema,
    array,
    null_or,
    obj,
)
from opscareer.views.advice import AdviceView
from opscareer.views.gaps import GapsView, GapView, GateView
from opscareer.views.shape import keys_of, shape
from opscareer.views.what_if import WhatIfView

GAPS = shape(tuple[GapView, ...])
GATES = shape(tuple[GateView, ...])

ADVICE: dict[str, Schema] = {
    "assess": keys_of(AdviceView)[0],
    "gap": keys_of(GapsView)[0],
    "what-if": keys_of(WhatIfView)[0],
    "history": {
        "assessments": array(
            obj(
                {
                    "id": NATURAL,
                    "taken_at": STRING,
                    "current": array(STRING),
                    "next": null_or(POSITION),
                    "kind": null_or(KIND),
                    "fit": null_or(SHARE),
                    "gaps_of": null_or(POSITION),
                    "kb_sha256": STRING,
                }
            )
        )
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
