"""The shapes of advice: what comes next, what is missing, what would change, and how that went over time."""

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
    one_of,
)

PROSPECT = obj(
    {
        "position": POSITION,
        "title": TEXT,
        "kind": KIND,
        "fit": SHARE,
        "gaps_of": POSITION,
        "answered": SHARE,
        "score": NUMBER,
        "verdict": VERDICT,
        "why": TEXTS,
        "then": null_or(POSITION),
    }
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
            "kind": one_of("skill", "lead", "time"),
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

PLAYBOOK = obj({"situation": STRING, "find_out": TEXTS, "ask_for": TEXTS, "decide_by": TEXT, "fallback": TEXT})
STRENGTHS = array(obj({"skill": STRING, "name": TEXT, "have": LEVEL, "need": LEVEL, "proof": TEXTS}))
GROWTH = array(obj({"id": STRING, "text": TEXT, "sources": array(STRING)}))

ADVICE: dict[str, Schema] = {
    "assess": {
        "profile": obj(
            {
                "current": array(POSITION),
                "years": null_or(NUMBER),
                "years_total": null_or(NUMBER),
                "goal": null_or(POSITION),
                "offer": null_or(POSITION),
                "avoid": array(STRING),
                "facts": mapping(STRING),
                "levels": mapping(LEVEL),
                "not_sure": array(STRING),
                "no_opportunity": array(STRING),
            }
        ),
        "next": null_or(PROSPECT),
        "playbook": null_or(PLAYBOOK),
        "gaps_of": null_or(POSITION),
        "tied": array(POSITION),
        "confidence": SHARE,
        "mastery": null_or(SHARE),
        "present_gaps": GAPS,
        "alternatives": array(PROSPECT),
        "gaps": GAPS,
        "gates": GATES,
        "flags": FLAGS,
        "strengths": STRENGTHS,
        "route": null_or(ROUTE),
        "growth": GROWTH,
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
}
