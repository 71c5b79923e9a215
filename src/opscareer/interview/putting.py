"""How a form says an answer, so that it reads back as what it was."""

from opscareer.interview.answers import SKILL, Value
from opscareer.interview.both import Words, words_of
from opscareer.interview.cell_names import AND, EMPTY, NOBODY, NOTHING_CHOSEN, OUTSIDE, UNSURE, label_of, names_of
from opscareer.interview.forms import OPPORTUNITY_TEXT, SURE_TEXT
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NOT_SURE
from opscareer.names import folded
from opscareer.text import Text, clean


def put(kb: KnowledgeBase, question: str, value: Value) -> Words:
    """Return an answer as a cell of a form says it: in words where it has words."""
    if question.startswith(SKILL):
        return _level(kb, question.removeprefix(SKILL), value)
    if isinstance(value, tuple):
        return _several(kb, question, value)
    if isinstance(value, int | float):
        told = f"{value:g}" if float(f"{value:g}") == value else repr(value)
        return Words(told, told, told)
    if kb.questions[question].kind == "text":
        return Words(value, value, value)
    return _plainly(kb, question, SURE_TEXT, NOT_SURE) if value == NOT_SURE else _named(kb, question, value)


def _level(kb: KnowledgeBase, skill: str, value: Value) -> Words:
    """Return a level with its text; of the answers that are no level, their words."""
    if not isinstance(value, int):
        return words_of(SURE_TEXT if value == NOT_SURE else OPPORTUNITY_TEXT)
    return Words(*(f"{value} {clean(told)}".strip() for told in words_of(kb.skills[skill].levels[value])))


def _several(kb: KnowledgeBase, question: str, values: tuple[str, ...]) -> Words:
    words = [_named(kb, question, one) for one in values]
    if not words:
        empty = OUTSIDE if kb.questions[question].kind == "positions" else NOTHING_CHOSEN
        return _plainly(kb, question, empty, NOBODY)
    return Words(*(AND.join(told) for told in zip(*words, strict=True)))


def _named(kb: KnowledgeBase, question: str, id_: str) -> Words:
    """Return a label, with its id where that is of a position, or where the label alone is another's too."""
    kind, names = kb.questions[question].kind, names_of(kb, question)
    posts, taken = kind in ("positions", "position"), UNSURE | EMPTY if kind == "choices" else UNSURE
    return Words(
        *(
            f"{name} [{id_}]" if posts or names.get(folded(name)) != id_ or folded(name) in taken else name
            for name in map(clean, words_of(label_of(kb, question, id_)))
        )
    )


def _plainly(kb: KnowledgeBase, question: str, told: Text, plain: str) -> Words:
    """Return words that are no option, or what no option is called where they are one."""
    names = names_of(kb, question) if kb.questions[question].kind != "years" else {}
    return Words(*(plain if folded(word) in names else word for word in words_of(told)))
