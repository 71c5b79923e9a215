import random
from io import BytesIO
from typing import cast

import filled_forms
from hypothesis import given, settings
from hypothesis import strategies as st
from many_people import anybody
from odd_words import odd_kbs
from random_kb import random_kbs
from small_kb import SMALL

from opscareer.interview import Answers
from opscareer.interview.both import In
from opscareer.interview.columns import ID
from opscareer.model.kb import KnowledgeBase
from opscareer.outside.people import PEOPLE, BadRow
from opscareer.outside.people.one import answers_in
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of

KBS = st.one_of(random_kbs(), odd_kbs())
IN = cast("st.SearchStrategy[In]", st.sampled_from(["zh", "en", "both"]))
IDS = st.sampled_from(
    ["张三", "0071", "=1+1", "-5", "@x", "'=x", "a;b", "O'Neill", "3", "a, b", '"q"', "none"]
) | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)


@st.composite
def groups(draw: st.DrawFn) -> tuple[KnowledgeBase, dict[str, Answers], In]:
    """Return a few people, what they answer, and in which language."""
    kb, rng = draw(KBS), draw(st.randoms(use_true_random=False))
    return kb, {id_: anybody(kb, rng) for id_ in draw(st.lists(IDS, min_size=1, max_size=3, unique=True))}, draw(IN)


def read(kb: KnowledgeBase, data: bytes) -> dict[str, Answers]:
    """Return the people of a file."""
    rows = list(people_of(kb, "form", BytesIO(data), Persons(kb, PEOPLE), PEOPLE))
    assert not [row for row in rows if isinstance(row, BadRow)], rows
    cells = [dict(row.cells) for row in rows if not isinstance(row, BadRow)]
    return {str(row.pop(ID)): row for row in cells}


@settings(max_examples=8)
@given(groups())
def test_answers_come_back_from_a_workbook(group: tuple[KnowledgeBase, dict[str, Answers], In]) -> None:
    """What people answer on a form in Excel, a sheet or a row a person, in any language, reads back as they said it."""
    kb, people, asked = group
    assert read(kb, filled_forms.workbook(kb, people, asked)) == people
    assert read(kb, filled_forms.table(kb, people, asked)) == people


@given(groups())
def test_answers_come_back_from_text(group: tuple[KnowledgeBase, dict[str, Answers], In]) -> None:
    """So it does from a form in CSV, a line a question or a row a person, and from one in Markdown."""
    kb, people, asked = group
    assert read(kb, filled_forms.row_each(kb, people, asked)) == people
    for person, answers in people.items():
        assert read(kb, filled_forms.lines(kb, person, answers, asked)) == {person: answers}
        assert read(kb, filled_forms.ticked(kb, person, answers, asked)) == {person: answers}


def test_the_form_of_the_built_in_knowledge_base(kb: KnowledgeBase) -> None:
    """Six people of any kind come back from forms of the knowledge base that is built in."""
    people = {f"{n:03}": anybody(kb, random.Random(n)) for n in range(6)}
    for asked in ("zh", "en", "both"):
        assert read(kb, filled_forms.table(kb, people, asked)) == people
        assert read(kb, filled_forms.row_each(kb, people, asked)) == people
    assert read(kb, filled_forms.workbook(kb, people, "zh")) == people


def test_one_person() -> None:
    """A form of one person is their answers, as an answers file is."""
    answers = anybody(SMALL, random.Random(3))
    for data in (filled_forms.workbook(SMALL, {"A": answers}, "en"), filled_forms.lines(SMALL, "A", answers, "zh")):
        assert answers_in(SMALL, "form", data) == answers
