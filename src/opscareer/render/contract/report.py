"""The shape of the report: all that its page shows, for whoever would rather draw their own."""

from opscareer.render.contract.advice import ADVICE
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

REPORT: dict[str, Schema] = {
    "report": {
        "made_at": STRING,
        "positions": mapping(TEXT),
        "skills": mapping(TEXT),
        "assess": obj(ADVICE["assess"]),
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
        "history": ADVICE["history"]["assessments"],
        "sources": mapping(TEXT),
    }
}
