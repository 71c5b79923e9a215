"""Where the heading of a table of people stands, what it names, and what is told where it names nothing or too much."""

from collections.abc import Sequence
from typing import NamedTuple

from opscareer.errors import OpscareerError, UsageError
from opscareer.interview.answers import SKILL
from opscareer.interview.both import words_of
from opscareer.interview.columns import ANSWER, CURRENT, ID, QUESTION, names_beside, questions_of, usual_names
from opscareer.model.kb import KnowledgeBase
from opscareer.names import folded, nearest
from opscareer.outside.files import Expected
from opscareer.outside.people.rows import Cells, Odd
from opscareer.outside.people.said import cells_told, text_of
from opscareer.text import NOTHING, Text, clean, first_of, joined
from opscareer.views.telling.form import WHAT

SEARCHED = 40
"""Rows in which the heading is looked for; what is told above it is short."""

_LISTED = 8
_LEAVE_ONE = Text("留一列，另一列删掉", "leave one of them, and take the other out")
_NO_ID = Text("这一行有答案，没有题号", "this line has an answer and no question id")
_GIVE_ID = Text("把那一列的题号补上，如 current", "write the id of the question before it, as current")
_RENAME = Text("最接近的：{near}；是的话改成这个名字，", "nearest: {near}; rename what is one of these, and ")
_TAKE_OUT = Text("不是问卷里的就删掉", "take out what is no part of the form")
_ANSWERS = frozenset(map(folded, (*words_of(ANSWER), "回答", "你的答案", "your answer")))
_QUESTIONS = frozenset(map(folded, (*words_of(QUESTION), "编号", "id", "问题", "question")))
_WORDS = frozenset(map(folded, words_of(WHAT)))


class Wide(NamedTuple):
    """A heading over rows of which each is a person: which questions each column answers; what is not known of.

    beside: places, from 0, of names of people whom another column tells apart by their numbers.
    """

    columns: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...]
    beside: tuple[int, ...] = ()


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
    found = [questions_of(kb, name) for name in told]
    if (CURRENT,) not in found:
        return None
    beside = names_beside(kb, told)
    unknown_ = tuple(name for name, column in zip(told, found, strict=True) if name and not column)
    return Wide(tuple(() if at in beside else column for at, column in enumerate(found)), unknown_, beside)


def knows(kb: KnowledgeBase, cells: Cells) -> int:
    """Return how many of the cells of a row are the name of a column."""
    if isinstance(cells, Odd):
        return 0
    return sum(isinstance(cell, str) and bool(questions_of(kb, cell)) for cell in cells)


def _like(kb: KnowledgeBase, heading: str) -> list[str]:
    """Return the names of columns that somebody may have meant by another, in their own language first."""
    ids = [ID, *kb.questions, *(SKILL + skill for skill in kb.skills)]
    names = {name.casefold(): name for skill in kb.skills.values() for name in skill.name}
    names |= {name.casefold(): f"{name} ({column})" for name, column in usual_names(kb).items()}
    by_name = (names[one] for one in nearest(heading.casefold(), names))
    return list(dict.fromkeys([*nearest(heading, ids), *by_name]))[:3]


def checked(kb: KnowledgeBase, heading: Wide, names: Cells, expected: Expected, place: str) -> Wide:
    """Return a heading. Raises what is expected where it names what nothing is asked by, or one thing twice."""
    if heading.unknown:
        raise _at(place, unknown(kb, *heading.unknown), expected)
    named = [column for column in heading.columns if column]
    twice = next((column for column in named if named.count(column) > 1), None)
    if twice:
        called = [text_of(name) for name, column in zip(names, heading.columns, strict=True) if column == twice]
        both = joined(Text(f"“{name}”", name) for name in called)
        told = Text(f"{both.zh}都是 {twice[0]}", f"two columns are {twice[0]}: {both.en}")
        raise _at(place, UsageError(*told, _LEAVE_ONE), expected)
    return heading


def unknown(kb: KnowledgeBase, *names: str) -> UsageError:
    """Return the error of what is asked nowhere, with what comes nearest to the first of it that is like anything."""
    if not any(names):
        return UsageError(*_NO_ID, _GIVE_ID)
    near = next(filter(None, (_like(kb, clean(name)[:60]) for name in names[:_LISTED])), [])
    listed = first_of([Text(name, name) for name in (clean(name)[:60] for name in names)], _LISTED)
    closest = _RENAME.fill(near=Text("、".join(near), ", ".join(near))) if near else NOTHING
    hint = Text(closest.zh + _TAKE_OUT.zh, closest.en + _TAKE_OUT.en)
    return UsageError(f"没有这样的问题或能力：{listed.zh}", f"no question and no skill is called {listed.en}", hint)


def unheaded(file: str, first: Sequence[tuple[int, Cells]], expected: Expected) -> OpscareerError:
    """Return the error of a sheet whose columns are none of a table of people."""
    number, cells = next((at, row) for at, row in first if cells_told(row))
    found = ", ".join(text_of(cell)[:40] for cell in cells_told(cells)[:_LISTED])
    told = Text(
        f"缺少 {CURRENT}（现在的岗位）这一列；第一行是：{found}",
        f"there is no column {CURRENT} (the present position); the first row is: {found}",
    )
    return expected.at(f"{file}:{number}", told)


def _at(place: str, wrong: UsageError, expected: Expected) -> OpscareerError:
    error = expected.at(place, wrong.message)
    error.hint = wrong.hint if wrong.hint.en else error.hint
    return error
