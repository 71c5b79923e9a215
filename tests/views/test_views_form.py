from dataclasses import replace

from small_kb import SMALL, question, with_questions

from opscareer.interview.accepting import accept
from opscareer.model.skill import Group
from opscareer.text import Text
from opscareer.views.form import ABOUT_YOU, ALL, FormView, Handing, form_view
from opscareer.views.telling import form as words

SHEET = Handing()


def skills(form: FormView) -> list[str]:
    """Return the skills that a form asks."""
    return [asked.id for asked in form.questions if asked.kind == "skill"]


def test_what_is_asked() -> None:
    """For a position its skills are asked, for a role those of all its positions, else all; the facts always."""
    whole, role = form_view(SMALL, SHEET), form_view(SMALL, SHEET, role="writer")
    position = form_view(SMALL, SHEET, position="writer/manager")
    empty = replace(SMALL, groups=(*SMALL.groups, Group("empty", Text("空", "empty"))))
    assert [section.name for section in form_view(empty, SHEET).sections] == [ABOUT_YOU, SMALL.groups[0].name]
    assert skills(whole) == [f"skill.{skill}" for skill in SMALL.skills]
    assert skills(position) == ["skill.words", "skill.people"]
    assert skills(role) == ["skill.words", "skill.sums", "skill.people"]
    for form in (whole, role, position):
        assert [asked.id for asked in form.questions if asked.kind != "skill"] == list(SMALL.questions)
        assert [asked for section in form.sections for asked in section.questions] == list(form.questions)
    assert [form.title for form in (whole, role, position)] == [
        ALL,
        SMALL.roles["writer"].name,
        SMALL.positions["writer/manager"].title,
    ]


def test_what_may_be_answered_is_accepted() -> None:
    """Whatever a form offers is an answer that an answers file may hold, positions among them."""
    form = form_view(SMALL, SHEET)
    for asked in form.questions:
        for option in asked.options:
            assert accept(SMALL, asked.id, option.value) in (option.value, (option.value,))
    assert [post.value for post in form.positions] == list(SMALL.positions)
    levels = next(asked for asked in form.questions if asked.kind == "skill").options
    assert [option.value for option in levels] == [0, 1, 2, 3, 4, 5, "not-sure", "no-opportunity"]
    assert (levels[3].text.en, levels[3].words.en) == ("Wording 3", "3 Wording 3")


def test_how_to_answer_in_a_cell() -> None:
    """Where an interview passes over a question, the form says what to write, and where there may be several."""
    form = form_view(with_questions(question("several", "choices", "pen")), SHEET)
    by_id = {asked.id: asked for asked in form.questions}
    assert "not in the trade yet" in by_id["current"].help.en
    assert "semicolons" in by_id["several"].help.en
    assert [asked.id for asked in form.questions if asked.several] == ["current", "several"]
    assert by_id["years"].help.en == "about years"


def test_words_of_a_form() -> None:
    """A question stands with what it means, in one language or a line each; a list of positions is only pointed at."""
    form = form_view(SMALL, SHEET)
    skill, current = form.questions[-1], form.questions[0]
    assert words.told(skill, "en") == "Leading people\nLeading people, defined"
    assert words.told(skill, "both").count("\n") == 3
    assert words.answers(current, "en") == "open the list in the cell"
    assert words.answers(next(asked for asked in form.questions if asked.kind == "years"), "en") == "a number, as 2.5"
    assert words.answers(skill, "en").startswith("0 Leading people 0\n1 ")
    assert words.title(form, "zh") == "问卷：全部能力"
    assert words.lines(Text("x", "x"), "both") == "x"
