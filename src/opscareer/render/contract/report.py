"""The shape of the report: all that its page shows, for whoever would rather draw their own."""

from opscareer.render.contract.advice import ADVICE, GATES
from opscareer.render.contract.parts import (
    BOOLEAN,
    LEVEL,
    NEED,
    SHARE,
    STRING,
    TEXT,
    Schema,
    array,
    mapping,
    null_or,
    obj,
)
from opscareer.render.contract.ways import WAYS
from opscareer.views.history import HistoryView
from opscareer.views.shape import keys_of

OTHER = obj({"title": TEXT, "kind": TEXT, "near": TEXT, "fit": STRING})
TOLD = obj(
    {
        "headline": TEXT,
        "near": TEXT,
        "fit_name": TEXT,
        "fit": STRING,
        "of": TEXT,
        "offered": BOOLEAN,
        "gates": TEXT,
        "gates_of": TEXT,
        "aim_gates": GATES,
        "others": array(OTHER),
    }
)
"""The step in the words of the page, where a fit that rests on few answers is a band."""

REPORT: dict[str, Schema] = {
    "report": {
        "made_at": STRING,
        "positions": mapping(TEXT),
        "skills": mapping(TEXT),
        "assess": obj(ADVICE["assess"]),
        "told": null_or(TOLD),
        "groups": array(obj({"group": STRING, "name": TEXT, "weight": SHARE, "met": SHARE})),
        "requirements": array(
            obj(
                {
                    "skill": STRING,
                    "name": TEXT,
                    "level": NEED,
                    "have": null_or(LEVEL),
                    "done": null_or(TEXT),
                    "weight": SHARE,
                    "met": SHARE,
                    "must": BOOLEAN,
                    "sources": array(STRING),
                }
            )
        ),
        "path": obj(WAYS["path"]),
        "plan": null_or(obj(WAYS["plan"])),
        "history": keys_of(HistoryView)[0]["assessments"],
        "sources": mapping(TEXT),
    }
}
