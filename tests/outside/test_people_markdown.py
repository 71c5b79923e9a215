from io import BytesIO

import pytest
from small_kb import SMALL

from opscareer.model.kb import KnowledgeBase
from opscareer.outside.people import PEOPLE, BadRow, Row
from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import people_of
from opscareer.render.markdown.form import form_markdown
from opscareer.views.form import Handing, form_view

FORM = form_markdown(form_view(SMALL, Handing()), "en")
BOX = "- [ ] 3 "


def read(text: str, encoding: str = "utf-8") -> list[Row | BadRow]:
    """Return the people of a form in Markdown."""
    return list(people_of(SMALL, "form.md", BytesIO(text.encode(encoding)), Persons(SMALL, PEOPLE), PEOPLE))


def answered(question: str, was: str, now: str, form: str = FORM) -> str:
    """Return a form in which something stands in the place of something else, under one question."""
    begun = form.index(f"`{question}`")
    at = form.index(was, begun)
    return form[:at] + now + form[at + len(was) :]


WRITER = answered("current", "Answer: ", "Answer: Writer")


def levels(text: str) -> object:
    """Return what the only person of a form is told to answer of words; of one who cannot be read, why."""
    (row,) = read(text)
    return row.cells.get("skill.words") if isinstance(row, Row) else row.cells[0].message.en


@pytest.mark.parametrize(
    "mark",
    ["[x]", "[x ]", "[ x]", "[ x ]", "[v]", "[*]", "[对]", "[×]", "[1]", "[是]", "【x】", "\\[x\\]", "[√]", "[✔️]"],
)
def test_any_mark_is_a_tick(mark: str) -> None:
    """Whatever somebody puts between the brackets of a box is a tick."""
    assert levels(answered("skill.words", BOX, f"- {mark} 3 ", WRITER)) == 3


@pytest.mark.parametrize("line", ["☑ 3 ", "- ☑ 3 ", "✔ 3 ", "* ✅ 3 ", "[x] 3 "])
def test_boxes_of_other_shapes(line: str) -> None:
    """A box that is one character, and one without the dash before it, are boxes too."""
    assert levels(answered("skill.words", BOX, line, WRITER)) == 3


@pytest.mark.parametrize("box", ["- [ ] 3 ", "- [] 3 ", "- [\u3000] 3 ", "☐ 3 ", "- \\[ \\] 3 "])
def test_boxes_without_a_mark(box: str) -> None:
    """A box with nothing in it is no answer."""
    assert levels(answered("skill.words", BOX, box, WRITER)) is None


@pytest.mark.parametrize("said", ["Answer:\nWriter", "答案：\n\nWriter", "答：Writer", "Writer", "- Writer"])
def test_an_answer_below_its_word_or_without_it(said: str) -> None:
    """An answer may stand on the line under "Answer:", after another such word, or by itself."""
    (row,) = read(answered("current", "Answer: ", said))
    assert isinstance(row, Row)
    assert row.cells["current"] == ("writer/specialist",)


def test_words_in_place_of_a_tick() -> None:
    """What is written under a question and is no answer to it is told, and not passed over."""
    last = answered("skill.words", "\n\n", "\n\nabout three I think\n\n", WRITER)
    assert levels(last) == "skill.words cannot be about three I think"
    under = answered("skill.words", BOX, f"so so.\n{BOX}", WRITER)
    assert levels(under) == "skill.words cannot be so so."


def test_what_a_form_says_itself_is_no_answer() -> None:
    """An empty form answers nothing, and neither do its words where they have been worded anew since."""
    (row,) = read(WRITER)
    assert isinstance(row, Row)
    assert set(row.cells) == {"id", "current"}
    asked = SMALL.questions["current"]
    older = answered(
        "current", "\n\n", f"\n\nWhat this said {asked.text.en} some years ago was a sentence.\n\n", WRITER
    )
    assert isinstance(read(older)[0], Row)


def test_a_form_saved_as_unicode() -> None:
    """A form that Notepad saved as "Unicode" is read."""
    assert isinstance(read(WRITER, "utf-16")[0], Row)


def test_two_forms_in_one_file() -> None:
    """Forms one after another in a file are a person each, with their own answers."""
    other = answered("current", "Answer: ", "Answer: not in the trade yet")
    first, second = read(answered("skill.words", BOX, "- [x] 3 ", WRITER) + other)
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.cells["id"], first.cells["current"], first.cells["skill.words"]) == (
        "form",
        ("writer/specialist",),
        3,
    )
    assert (second.cells["id"], second.cells["current"], "skill.words" in second.cells) == ("form-2", (), False)
    assert second.number > first.number


@pytest.mark.parametrize("question", ["skill.words", "work"])
def test_two_boxes_where_one_answer_is_asked(question: str) -> None:
    """Of two boxes ticked where one is asked it is said how many are, and to tick one."""
    begun = WRITER.index(f"`{question}`")
    (row,) = read(WRITER[:begun] + WRITER[begun:].replace("- [ ]", "- [x]", 2))
    assert isinstance(row, BadRow)
    assert [(cell.column, cell.message.en, cell.hint.en) for cell in row.cells] == [
        (question, "2 boxes are ticked", "tick one of them")
    ]


def test_two_boxes_where_several_answers_are_asked(kb: KnowledgeBase) -> None:
    """Where a question takes several answers, several boxes may be ticked."""
    asked = next(question for question in kb.questions.values() if question.kind == "choices")
    form = answered("current", "Answer: ", "Answer: bd/manager", form_markdown(form_view(kb, Handing()), "en"))
    begun = form.index(f"`{asked.id}`")
    text = form[:begun] + form[begun:].replace("- [ ]", "- [x]", 2)
    (row,) = people_of(kb, "form.md", BytesIO(text.encode()), Persons(kb, PEOPLE), PEOPLE)
    assert isinstance(row, Row)
    assert row.cells[asked.id] == tuple([*asked.labels][:2])
