"""By which keys one answers from a list, as it is told beside it."""

from opscareer.ask.steps import SKIPS, Put
from opscareer.ask.terminal import hints
from opscareer.model.profile import NOT_SURE
from opscareer.text import NOTHING, Text

_TIGHT = {"skill": hints.TIGHT_LEVELS, "choices": hints.TIGHT_MARK}


def keys_told(put: Put, *, lit: bool) -> Text:
    """Return by which keys a question with a list is answered; lit: whether an entry is, which is what Enter takes."""
    more = hints.DECIDE.fill(usual=put.usual) if put.usual else hints.BEGIN
    levels = hints.LEVELS.fill(enter=hints.S_ALONE if lit else hints.UNSURE)
    choose = hints.CHOOSE.fill(enter=NOTHING if lit else SKIPS)
    by_id = {"review": hints.LOOK_OVER, "begin": hints.BEGIN, "more": more}
    by_kind = {"skill": levels, "choices": hints.MARK}
    return by_id.get(put.question.id) or by_kind.get(put.question.kind, choose)


def tight_keys(put: Put, *, lit: bool) -> tuple[Text, ...]:
    """Return the same in a line, the fullest first: what Enter alone does stands before all others."""
    skips = not lit and put.question.skip == NOT_SURE
    return _TIGHT.get(put.question.kind) or (hints.TIGHT_SKIPS if skips else ())
