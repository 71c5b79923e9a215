"""The shape of an answers file, which people write and `assess` keeps."""

from opscareer.model.levels import TOP
from opscareer.views.shape import Schema, closed, shape
from opscareer.views.values import Level

_WORD, _NUMBER = shape(str), shape(float)
_SEVERAL = shape(tuple[str, ...])


def answers_file_shape() -> Schema:
    """Return the keys of an answers file; the questions of a knowledge base of one's own are words or numbers."""
    answers = {
        "type": "object",
        "properties": {
            "current": _SEVERAL,
            "years": _NUMBER,
            "years_total": _NUMBER,
            "goal": _WORD,
            "offer": _WORD,
            "reason": _WORD,
            "lead": {"enum": ["yes", "no", "unsure", "not-sure"]},
            "acting": {"enum": ["yes", "no", "not-sure"]},
            "avoid": {"anyOf": [_SEVERAL, {"enum": ["not-sure"]}]},
            "more": {"enum": ["yes", "no"]},
        },
        "patternProperties": {
            "^skill\\.": {"anyOf": [{**shape(Level), "maximum": TOP}, {"enum": ["not-sure", "no-opportunity"]}]}
        },
        "required": ["current"],
        "additionalProperties": {"anyOf": [{"type": ["string", "number"]}, _SEVERAL]},
    }
    return closed({"schema": {"const": "opscareer/answers/1"}, "answers": answers})
