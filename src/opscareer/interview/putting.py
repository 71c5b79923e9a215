"""How a form says an answer, so that it reads back as what it was."""

from collections.abc import Iterable

from opscareer.interview.answers import SKILL, Value
from opscareer.interview.cell_names import AND, EMPTY, NOTHING_CHOSEN, OUTSIDE, UNSURE, label_of, names_of
from opscareer.interview.forms import OPPORTUNITY_TEXT, SURE_TEXT
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.text import Text, clean, folded


def put(kb: KnowledgeBase, question: str, value: Value) -> Text:
    """Return an answer as a cell of a form says it: in words where it has words."""
    if question.startswith(SKILL):
        return _level(kb, question.removeprefix(SKILL), value)
    if isinstance(value, tuple):
        return _several(kb, question, value)
    if isinstance(value, int | float):
        told = f"{value:g}" if float(f"{value:g}") == value else repr(value)
        return Text(told, told)
    if value == NOT_SURE:
        return _plainly(kb, question, SURE_TEXT, NOT_SURE)
    return _named(kb, question, value)


def _level(kb: KnowledgeBase, skill: str, value: Value) -> Text:
    """Return a level with its text; of the answers that are no level, their words."""
    if not isinstance(value, int):
        return SURE_TEXT if value == NOT_SURE else OPPORTUNITY_TEXT
    told = kb.skills[skill].levels[value]
    return Text(f"{value} {clean(told.zh)}".strip(), f"{value} {clean(told.en)}".strip())


def _several(kb: KnowledgeBase, question: str, values: Iterable[str]) -> Text:
    words = [_named(kb, question, one) for one in values]
    if not words:
        empty = OUTSIDE if kb.questions[question].kind == "positions" else NOTHING_CHOSEN
        return _plainly(kb, question, empty, "[]")
    return Text(AND.join(word.zh for word in words), AND.join(word.en for word in words))


def _named(kb: KnowledgeBase, question: str, id_: str) -> Text:
    """Return a label, with its id where that is of a position, or where the label alone is another's too."""
    posts = kb.questions[question].kind in ("positions", "position")
    names = names_of(kb, question)
    zh, en = (
        f"{name} [{id_}]" if posts or names.get(folded(name)) != id_ or folded(name) in UNSURE | EMPTY else name
        for name in map(clean, label_of(kb, question, id_))
    )
    return Text(zh, en)


def _plainly(kb: KnowledgeBase, question: str, words: Text, plain: str) -> Text:
    """Return words that are no option, or what no option is called where they are one."""
    names = names_of(kb, question) if kb.questions[question].kind != "years" else {}
    zh, en = (plain if folded(word) in names else word for word in words)
    return Text(zh, en)
