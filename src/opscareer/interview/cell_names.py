"""By which names a cell of a table calls an option or a position: its id, its labels where no other has them, both."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from opscareer.interview.both import words_of
from opscareer.interview.forms import OPPORTUNITY_TEXT, SURE_TEXT
from opscareer.model.kb import KnowledgeBase
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.names import folded
from opscareer.text import Text, clean

OUTSIDE = Text("还没入行", "not in the trade yet")
NOTHING_CHOSEN = Text("没有", "none")
NOBODY = "[]"
"""None of several, whatever an option is called."""
AND = "; "
"""What stands between several answers in one cell."""


def _folded(*words: str | Text) -> frozenset[str]:
    plain = [part for word in words for part in (words_of(word) if isinstance(word, Text) else (word,))]
    return frozenset(map(folded, plain))


UNSURE = _folded(SURE_TEXT, NOT_SURE, "不确定", "不清楚", "不知道", "unsure", "don't know")
UNPROVED = _folded(OPPORTUNITY_TEXT, NO_OPPORTUNITY, "没机会", "没有机会", "没做过", "no opportunity")
EMPTY = _folded(OUTSIDE, NOTHING_CHOSEN, NOBODY, "无")


@lru_cache(maxsize=64)
def names_of(kb: KnowledgeBase, question: str) -> Mapping[str, str]:
    """Return the answer that each name, folded, stands for: of a question of choice, or of one of positions."""
    labels = _labels(kb, question)
    called = {id_: {folded(name) for name in _called(id_, label)} for id_, label in labels.items()}
    often = Counter(name for names in called.values() for name in names)
    named = {name: id_ for id_, names in called.items() for name in names if name and often[name] == 1}
    return {**named, **{folded(id_): id_ for id_ in labels}}


def label_of(kb: KnowledgeBase, question: str, id_: str) -> Text:
    """Return what an option or a position is called."""
    return _labels(kb, question)[id_]


def _labels(kb: KnowledgeBase, question: str) -> Mapping[str, Text]:
    asked = kb.questions[question]
    if asked.kind in ("positions", "position"):
        return {position.id: position.title for position in kb.positions.values()}
    return asked.labels


def _called(id_: str, label: Text) -> Iterator[str]:
    """Yield the names of an answer: a label in either language, both, and each of these with the id."""
    for name in map(clean, words_of(label)):
        yield name
        yield f"{name} [{id_}]"
