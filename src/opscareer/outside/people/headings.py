"""What the columns of a table of people are called, and where its heading stands.

A column is known by the id of its question or skill, by its title in either language or in both, and a few by what
tables of people usually call them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from opscareer.interview import named_now
from opscareer.interview.answers import SKILL
from opscareer.interview.levels_said import BETWEEN
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.people.rows import CURRENT, ID, Raw
from opscareer.text import Text, clean, folded, nearest

_USUAL: Mapping[str, tuple[str, ...]] = {
    ID: ("id", "编号", "工号", "姓名", "员工", "员工编号", "名字", "姓名或工号", "name", "employee", "employee id",
         "name or number"),
    CURRENT: ("岗位", "现岗位", "现任岗位", "当前岗位", "现在的岗位", "职位", "position", "current position",
              "present position", "job title"),
    "years": ("年限", "本岗年限", "years in position"),
    "years_total": ("总年限", "从业年限", "total years", "years in the trade"),
}  # fmt: skip
ANSWER = Text("答案", "Answer")
QUESTION = Text("题号", "Question")
"""The columns of a form that has a line a question: what is answered, and which question it is."""

_ANSWERS = frozenset(map(folded, (*ANSWER, BETWEEN.join(ANSWER), "回答", "你的答案", "your answer")))
_QUESTIONS = frozenset(map(folded, (*QUESTION, BETWEEN.join(QUESTION), "编号", "id", "问题")))
SEARCHED = 40
"""Rows in which the heading is looked for; what is told above it is short."""


class Wide(NamedTuple):
    """A heading over rows of which each is a person: which questions each column answers; what is not known of."""

    columns: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...]


class Tall(NamedTuple):
    """A heading over lines of which each is a question: the columns of its id and of the answer."""

    question: int
    answer: int


def heading_of(kb: KnowledgeBase, cells: Sequence[Raw]) -> Wide | Tall | None:
    """Return what a row names as columns, where it is the heading of a table of people."""
    words = [folded(cell) if isinstance(cell, str) else "" for cell in cells]
    answers = [place for place, word in enumerate(words) if word in _ANSWERS]
    questions = [place for place, word in enumerate(words) if word in _QUESTIONS]
    if answers and questions:
        return Tall(questions[0], answers[0])
    told = [clean(cell).strip() if isinstance(cell, str) else "" for cell in cells]
    columns = tuple(questions_of(kb, name) for name in told)
    if (CURRENT,) not in columns:
        return None
    return Wide(columns, tuple(name for name, column in zip(told, columns, strict=True) if name and not column))


def knows(kb: KnowledgeBase, cells: Sequence[Raw]) -> int:
    """Return how many of the cells of a row are the name of a column."""
    return sum(isinstance(cell, str) and bool(questions_of(kb, cell)) for cell in cells)


def questions_of(kb: KnowledgeBase, heading: str) -> tuple[str, ...]:
    """Return the questions that a column of this name answers: none, one, or those that took the place of a former."""
    word = folded(heading)
    if (found := _columns(kb).get(word)) is not None:
        return (found,)
    former = SKILL + heading.strip().removeprefix(SKILL)
    return named_now(kb, former) if former.removeprefix(SKILL) in kb.formerly else ()


def like(kb: KnowledgeBase, heading: str) -> list[str]:
    """Return the names of columns that somebody may have meant by another."""
    ids = [ID, *kb.questions, *(SKILL + skill for skill in kb.skills)]
    names = {name.casefold(): name for skill in kb.skills.values() for name in skill.name}
    return [*nearest(heading, ids), *(names[word] for word in nearest(heading.casefold(), names))][:3]


@lru_cache(maxsize=8)
def _columns(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return the column that each name stands for: ids before titles, titles before what is usual."""
    ids = {folded(id_): id_ for id_ in (ID, *kb.questions, *(SKILL + skill for skill in kb.skills))}
    bare = {folded(skill): SKILL + skill for skill in kb.skills}
    pairs = list(_titles(kb))
    often = Counter(name for name, _ in pairs)
    titles = {name: column for name, column in pairs if name and often[name] == 1}
    usual = {folded(name): column for column, names in _USUAL.items() for name in names if column in ids.values()}
    return {**usual, **bare, **titles, **ids}


def _titles(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    titles = {question.id: question.text for question in kb.questions.values()}
    titles |= {SKILL + skill.id: skill.name for skill in kb.skills.values()}
    for column, title in titles.items():
        for name in {folded(told) for told in (*title, BETWEEN.join(title))}:
            yield name, column
