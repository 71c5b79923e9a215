import csv
import sys
from dataclasses import replace
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from odd_words import odd_kbs
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from small_kb import SMALL

from opscareer.errors import OpscareerError
from opscareer.model.kb import KnowledgeBase
from opscareer.render.markdown.form import form_markdown
from opscareer.render.tables.form import form_table
from opscareer.render.tables.table import as_csv
from opscareer.render.workbook.form import form_xlsx
from opscareer.text import Lang, Text
from opscareer.views.form import FormView, Handing, form_view

LANGS: tuple[Lang, ...] = ("zh", "en")


def book(form: FormView, lang: Lang = "en") -> Any:
    """Return the workbook of a form, as it is read back."""
    return load_workbook(BytesIO(form_xlsx(form, lang)))


def lists(made: Any) -> dict[str, list[str]]:
    """Return what each cell of the first sheet can be chosen from."""
    found = {}
    for rule in made.worksheets[0].data_validations.dataValidation:
        name, place = rule.formula1.split("!")
        left, top, _, bottom = range_boundaries(place)
        words = [made[name].cell(row, left).value for row in range(top, bottom + 1)]
        found[str(rule.sqref)] = words
    return found


def test_a_sheet_a_person() -> None:
    """A sheet has a line a question, a cell to fill in, and a list of the levels with their texts to choose from."""
    made = book(form_view(SMALL, Handing(people=3)))
    assert [sheet.title for sheet in made.worksheets] == ["1", "2", "3", "options"]
    sheet = made.worksheets[2]
    line = next(row for row in sheet.iter_rows() if row[0].value == "skill.words")
    assert line[1].value == "Wording\nWording, defined"
    assert line[2].value is None
    assert line[3].value.split("\n")[3:] == [
        "3 Wording 3",
        "4 Wording 4",
        "5 Wording 5",
        "not sure",
        "no opportunity yet",
    ]
    assert lists(made)[line[2].coordinate] == line[3].value.split("\n")
    assert made["options"].sheet_state == "hidden"


def test_a_list_that_several_may_be_chosen_from_only_proposes() -> None:
    """A cell that may hold several posts offers the list and does not insist on it; a level insists."""
    made = book(form_view(SMALL, Handing()))
    strict = {str(rule.sqref): rule.showErrorMessage for rule in made.worksheets[0].data_validations.dataValidation}
    places = {row[0].value: row[2].coordinate for row in made.worksheets[0].iter_rows(min_row=6)}
    assert strict[places["current"]] is False
    assert strict[places["skill.words"]] is True
    assert lists(made)[places["current"]][:2] == ["not in the trade yet", "Writer [writer/specialist]"]
    assert lists(made)[places["goal"]][0] == "Writer [writer/specialist]"
    assert places["years"] not in lists(made)


def test_a_row_a_person() -> None:
    """A table has a column a question, lists for as many people as are told, and a sheet that tells what each asks."""
    form = form_view(SMALL, Handing(rows=True, people=12))
    made = book(form)
    heading = [cell.value for cell in made.worksheets[0][1]]
    assert heading == ["Name or number", *(asked.column.en for asked in form.questions)]
    assert [sheet.title for sheet in made.worksheets] == ["People", "Levels", "options"]
    assert all(place.endswith("13") for place in lists(made))
    told = [[cell.value for cell in row] for row in made["Levels"].iter_rows(min_row=3)]
    assert len(told) == len(form.questions)
    assert told[-1][0] == "Leading people\nLeading people, defined"


@pytest.mark.parametrize("lang", LANGS)
def test_one_language_or_both(kb: KnowledgeBase, lang: Lang) -> None:
    """A form says all of it in the language asked, and with both each thing in Chinese and in English."""
    both = "\n".join(
        str(cell.value) for row in book(form_view(kb, Handing(both=True)), lang).worksheets[0] for cell in row
    )
    one = "\n".join(str(cell.value) for row in book(form_view(kb, Handing()), lang).worksheets[0] for cell in row)
    skill = kb.skills["data-analysis"]
    for told in (skill.name, skill.definition, skill.levels[3], Text("关于你", "About you")):
        assert told.zh in both
        assert told.en in both
        assert told.of(lang) in one
        assert told.of("en" if lang == "zh" else "zh") not in one
    assert f"3 {skill.levels[3].zh} / {skill.levels[3].en}" in both


@settings(max_examples=10)
@given(odd_kbs())
def test_no_cell_is_a_formula(kb: KnowledgeBase) -> None:
    """Whatever a knowledge base says, a form has text where it has any: nothing that a spreadsheet would work out."""
    for handing in (Handing(), Handing(rows=True)):
        cells = [cell for sheet in book(form_view(kb, handing)) for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        for row in csv.reader(StringIO(as_csv(form_table(form_view(kb, handing), "zh")))):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("lang", LANGS)
def test_csv(lang: Lang) -> None:
    """As CSV a form is a line a question, or the heading of a table with a row a person."""
    form = form_view(SMALL, Handing())
    text = as_csv(form_table(form, lang))
    lines = list(csv.reader(StringIO(text)))
    assert [line[0] for line in lines[1:]] == ["id", *(asked.id for asked in form.questions)]
    assert {line[2] for line in lines[1:]} == {""}
    (heading,) = csv.reader(StringIO(as_csv(form_table(form_view(SMALL, Handing(rows=True)), lang))))
    assert heading[1:] == [asked.column.of(lang) for asked in form.questions]


@pytest.mark.parametrize("lang", LANGS)
def test_markdown(lang: Lang) -> None:
    """As Markdown a form has a heading a question with its id, and a box for each answer that can be chosen."""
    form = form_view(SMALL, Handing())
    text = form_markdown(form, lang)
    headings = [line.rpartition("`")[0].rpartition("`")[2] for line in text.splitlines() if line.startswith("### ")]
    assert headings == ["id", *(asked.id for asked in form.questions)]
    assert text.count("- [ ] ") == sum(len(asked.options) for asked in form.questions)
    blank = {"zh": "答案: ", "en": "Answer: "}[lang]
    assert text.splitlines().count(blank) == 1 + sum(not asked.options for asked in form.questions)


def test_markdown_stays_text() -> None:
    """What a knowledge base says is text in Markdown too, whatever it holds."""
    odd = replace(SMALL.skills["words"], name=Text("<b>*x*", "# `a` [b](c)"), definition=Text("- 1", "| x"))
    form = form_view(replace(SMALL, skills={**SMALL.skills, "words": odd}), Handing(both=True))
    tokens = MarkdownIt("commonmark").parse(form_markdown(form, "zh"))
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {"text", "softbreak", "code_inline", "text_special"}
    assert "html_block" not in {token.type for token in tokens}


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library that writes workbooks is missing, the message says what to install or to do instead."""
    monkeypatch.delitem(sys.modules, "opscareer.render.workbook")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(OpscareerError, match="not installed") as wrong:
        import_module("opscareer.render.workbook")
    assert "opscareer[files]" in wrong.value.hint.en
