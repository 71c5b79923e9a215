"""An answer that was kept, in words: of the questions that there are now, which may be others than those of then."""

from typing import Any

from opscareer.interview import again, told
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.text import Text, joined

NO_ANSWER = Text("没答", "not answered")
_SKILL = "skill."


def kept_text(kb: KnowledgeBase, question: str, value: Any) -> Text:
    """Return an answer as the question's choices put it; as it was kept where there is no such question or choice.

    A level is told by its number: what changed is seen in a line.
    """
    if value is None:
        return NO_ANSWER
    several = isinstance(value, list | tuple)
    held = tuple(_now(kb, one) for one in (value if several else (value,)))
    level = question.startswith(_SKILL) and isinstance(value, int)
    if not level and _is_asked(kb, question, held, several=several):
        return told(kb, question, held if several else held[0])
    return joined(Text(str(one), str(one)) for one in held)


def _now(kb: KnowledgeBase, one: Any) -> Any:
    """Return a choice by the id that it has now, where it is a position with another one."""
    now = kb.formerly.get(one, ()) if isinstance(one, str) else ()
    return now[0] if len(now) == 1 and now[0] in kb.positions else one


def _is_asked(kb: KnowledgeBase, question: str, held: tuple[Any, ...], *, several: bool) -> bool:
    """Return whether a question stands in the knowledge base, and takes such an answer."""
    asked = kb.questions.get(question)
    if asked is None and not (question.startswith(_SKILL) and question.removeprefix(_SKILL) in kb.skills):
        return False
    if asked is not None and asked.kind in ("years", "text"):
        kinds = str if asked.kind == "text" else int | float
        return not several and (isinstance(held[0], kinds) or held[0] == NOT_SURE)
    if several != (asked is not None and asked.kind in ("choices", "positions")):
        return False
    choices = [choice.value for choice in again(kb, question).choices]
    return all(one in choices or (one == NOT_SURE and not several) for one in held)
