"""The shape of the report: all that its page shows, for whoever would rather draw their own."""

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
from opscareer.views.advice import AdviceView
from opscareer.views.gaps import GateView
from opscareer.views.history import HistoryView
from opscareer.views.path import PathView
from opscareer.views.plan import PlanView
from opscareer.views.shape import keys_of, shape

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
        "aim_gates": shape(tuple[GateView, ...]),
        "others": array(OTHER),
    }
)
"""The step in the words of the page, where a fit that rests on few answers is a band."""

REPORT: dict[str, Schema] = {
    "report": {
        "made_at": STRING,
        "positions": mapping(TEXT),
        "skills": mapping(TEXT),
        "assess": shape(AdviceView),
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
        "path": shape(PathView),
        "plan": null_or(shape(PlanView)),
        "history": keys_of(HistoryView)[0]["assessments"],
        "sources": mapping(TEXT),
    }
}
