"""What the columns of a form and of a table of people are called: each reads back as the question that it is of.

A column is known by the id of its question or skill, by its title in either language or in both, and a few by what
tables of people usually call them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from opscareer.interview.answers import SKILL, named_now
from opscareer.interview.both import Words, words_of
from opscareer.model.kb import KnowledgeBase
from opscareer.names import folded
from opscareer.text import Text, clean

ID, CURRENT = "id", "current"
ANSWER = Text("答案", "Answer")
QUESTION = Text("题号", "Question id")
"""The columns of a form that has a line a question: what is answered, and which question it is."""
LEVELS_SHEET = Text("级别说明", "Levels")
"""The sheet of a form that tells what the levels are, and holds nobody."""
PERSON = Text("姓名或工号", "Name or number")

_NAMES = ("姓名", "名字", "员工", "员工姓名", "name", "employee", "employee name")
_USUAL: Mapping[str, tuple[str, ...]] = {
    ID: ("编号", "工号", "员工编号", "员工号", "employee id", "employee number", *_NAMES, *words_of(PERSON)),
    CURRENT: ("岗位", "现岗位", "现任岗位", "当前岗位", "现在的岗位", "职位", "position", "current position",
              "present position", "job title"),
    "years": ("年限", "本岗年限", "本岗年数", "在岗年限", "在岗年数", "现岗年限", "years in position"),
    "years_total": ("总年限", "总年数", "从业年限", "从业年数", "工龄", "工作年限", "total years",
                    "years in the trade"),
}  # fmt: skip


def column_put(kb: KnowledgeBase, question: str) -> Words:
    """Return what a form calls a column: the title of its question or skill, or the id where another has that title."""
    title = PERSON if question == ID else _titles(kb)[question]
    return Words(*(name if questions_of(kb, name) == (question,) else question for name in map(clean, words_of(title))))


def questions_of(kb: KnowledgeBase, heading: str) -> tuple[str, ...]:
    """Return the questions that a column of this name answers: none, one, or those that took the place of a former."""
    if (found := _columns(kb).get(folded(heading))) is not None:
        return (found,)
    former = SKILL + heading.strip().removeprefix(SKILL)
    return named_now(kb, former) if former.removeprefix(SKILL) in kb.formerly else ()


def names_beside(kb: KnowledgeBase, headings: Sequence[str]) -> tuple[int, ...]:
    """Return which columns hold the names of people whom another tells apart by their numbers, from 0."""
    ids = [place for place, heading in enumerate(headings) if questions_of(kb, heading) == (ID,)]
    names = tuple(place for place in ids if folded(headings[place]) in map(folded, _NAMES))
    return names if len(ids) == len(names) + 1 else ()


def usual_names(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return what tables of people usually call a column, and which column it is."""
    return {name: column for column, names in _USUAL.items() if column in (ID, *_titles(kb)) for name in names}


@lru_cache(maxsize=8)
def _columns(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return the column that each name stands for: ids before titles, titles before what is usual."""
    titles = _titles(kb)
    named = [(folded(name), column) for column, title in titles.items() for name in {*words_of(title)}]
    often = Counter(name for name, _ in {*named})
    usual = {folded(name): column for name, column in usual_names(kb).items()}
    return {
        **usual,
        **{folded(column.removeprefix(SKILL)): column for column in titles if column.startswith(SKILL)},
        **{name: column for name, column in named if name and often[name] == 1},
        **{folded(column): column for column in (ID, *titles)},
    }


def _titles(kb: KnowledgeBase) -> Mapping[str, Text]:
    asked = {question.id: question.text for question in kb.questions.values()}
    return {**asked, **{SKILL + skill.id: skill.name for skill in kb.skills.values()}}
