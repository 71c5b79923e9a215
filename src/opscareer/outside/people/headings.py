"""Where the heading of a table of people stands, and what it names."""

from typing import NamedTuple

from opscareer.interview.answers import SKILL
from opscareer.interview.both import words_of
from opscareer.interview.columns import ANSWER, CURRENT, ID, QUESTION, questions_of
from opscareer.model.kb import KnowledgeBase
from opscareer.names import folded, nearest
from opscareer.outside.people.rows import Cells, Odd
from opscareer.text import clean
from opscareer.views.telling.form import WHAT

SEARCHED = 40
"""Rows in which the heading is looked for; what is told above it is short."""

_ANSWERS = frozenset(map(folded, (*words_of(ANSWER), "回答", "你的答案", "your answer")))
_QUESTIONS = frozenset(map(folded, (*words_of(QUESTION), "编号", "id", "问题", "question")))
_WORDS = frozenset(map(folded, words_of(WHAT)))


class Wide(NamedTuple):
    """A heading over rows of which each is a person: which questions each column answers; what is not known of."""

    columns: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...]


class Tall(NamedTuple):
    """A heading over lines of which each is a question: the columns of its id and of the answer.

    words: the columns of what the form itself says; width: how many columns have a heading.
    """

    question: int
    answer: int
    words: tuple[int, ...] = ()
    width: int = 2


def heading_of(kb: KnowledgeBase, cells: Cells) -> Wide | Tall | None:
    """Return what a row names as columns, where it is the heading of a table of people."""
    if isinstance(cells, Odd):
        return None
    words = [folded(cell) if isinstance(cell, str) else "" for cell in cells]
    answers = [place for place, word in enumerate(words) if word in _ANSWERS]
    questions = [place for place, word in enumerate(words) if word in _QUESTIONS]
    if answers and questions:
        said = (place for place, word in enumerate(words) if word in _QUESTIONS or word in _WORDS)
        width = max(place for place, word in enumerate(words) if word) + 1
        return Tall(questions[0], answers[0], tuple(said), width)
    told = [clean(cell).strip() if isinstance(cell, str) else "" for cell in cells]
    columns = tuple(questions_of(kb, name) for name in told)
    if (CURRENT,) not in columns:
        return None
    return Wide(columns, tuple(name for name, column in zip(told, columns, strict=True) if name and not column))


def knows(kb: KnowledgeBase, cells: Cells) -> int:
    """Return how many of the cells of a row are the name of a column."""
    if isinstance(cells, Odd):
        return 0
    return sum(isinstance(cell, str) and bool(questions_of(kb, cell)) for cell in cells)


def like(kb: KnowledgeBase, heading: str) -> list[str]:
    """Return the names of columns that somebody may have meant by another."""
    ids = [ID, *kb.questions, *(SKILL + skill for skill in kb.skills)]
    names = {name.casefold(): name for skill in kb.skills.values() for name in skill.name}
    return [*nearest(heading, ids), *(names[word] for word in nearest(heading.casefold(), names))][:3]
