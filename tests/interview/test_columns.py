from dataclasses import replace

import pytest
from hypothesis import given
from odd_words import odd_kbs
from small_kb import SMALL

from opscareer.interview.both import words_of
from opscareer.interview.columns import ID, column_put, names_beside, questions_of
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text


@given(odd_kbs())
def test_a_column_reads_back(kb: KnowledgeBase) -> None:
    """However a knowledge base words its questions and skills: what a form calls a column is that column."""
    for question in (ID, *kb.questions, *(f"skill.{skill}" for skill in kb.skills)):
        assert {questions_of(kb, name) for name in column_put(kb, question)} == {(question,)}


@pytest.mark.parametrize(
    ("heading", "questions"),
    [
        *[("id", (ID,)), ("姓名", (ID,)), ("Employee ID", (ID,)), ("姓名或工号 / Name or number", (ID,))],
        *[
            ("current", ("current",)),
            ("现岗位", ("current",)),
            ("current?", ("current",)),
            ("「current?」", ("current",)),
        ],
        *[
            ("在岗年数", ("years",)),
            ("本岗年数", ("years",)),
            ("从业年数", ("years_total",)),
            ("工龄", ("years_total",)),
        ],
        *[("Wording", ("skill.words",)), ("words", ("skill.words",)), ("skill.words", ("skill.words",))],
        *[("「Wording」 / Wording", ("skill.words",)), ("skill.writing", ("skill.words", "skill.sums"))],
        *[("writing", ("skill.words", "skill.sums")), ("", ()), ("wage", ())],
    ],
)
def test_what_columns_are_called(heading: str, questions: tuple[str, ...]) -> None:
    """A column is known by id, by title in either language or both, by a usual name, and by the id that it once had."""
    skills = {id_: replace(skill, was=("writing",)) for id_, skill in SMALL.skills.items() if id_ in ("words", "sums")}
    assert questions_of(replace(SMALL, skills={**SMALL.skills, **skills}), heading) == questions


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (("工号", "姓名", "years"), (1,)),
        (("姓名", "years", "编号"), (0,)),
        (("姓名", "years"), ()),  # nothing else tells people apart
        (("工号", "编号"), ()),
        (("姓名", "name", "id"), (0, 1)),
        ((), ()),
    ],
)
def test_names_beside_numbers(headings: tuple[str, ...], names: tuple[int, ...]) -> None:
    """Names are no ids where one other column tells people apart by a number."""
    assert names_beside(SMALL, headings) == names


def test_words_in_both_languages() -> None:
    """What is the same in both languages is said once; a form of one language says only that."""
    assert words_of(Text("x", "x")).both == "x"
    assert [words_of(Text("甲", "a")).of(lang) for lang in ("zh", "en", "both")] == ["甲", "a", "甲 / a"]
