"""The pages of a group: what they say, that they name nobody, and that they keep to their width."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from groups import NAME, figures_of, group_of, rows_told, told_of, view_of
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import HOSTILE, hostile_kb, kinds, page_text, seen, squeezed, too_wide
from small_kb import SMALL
from two_tracks import TWO_TRACKS

from opscareer.interview import Answers
from opscareer.model.kb import KnowledgeBase
from opscareer.render.html.team import team_html
from opscareer.render.markdown.team import team_markdown
from opscareer.render.screen.page import Page, as_text
from opscareer.render.screen.team import team_page
from opscareer.text import Lang
from opscareer.views.group import By, GroupFigures
from opscareer.views.person_line import person_line
from opscareer.views.team import TeamView, team_view
from opscareer.views.telling.heat import cell_text, distance, shade

BOTH: tuple[Lang, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def people(kb: KnowledgeBase) -> list[Answers]:
    """Return a group of the size of a department."""
    return group_of(kb, 21, 70)


@pytest.fixture(scope="module")
def figures(kb: KnowledgeBase, people: list[Answers]) -> dict[By, GroupFigures]:
    """Return what the group comes to, with names, by each kind of part."""
    bys: tuple[By, ...] = ("role", "rung", "position")
    return {by: figures_of(kb, people, by) for by in bys}


@pytest.fixture(scope="module")
def rows(kb: KnowledgeBase, people: list[Answers]) -> list[dict[str, Any]]:
    """Return what each of the group is told, by ids."""
    return rows_told(kb, people)


@pytest.fixture(scope="module")
def plain(kb: KnowledgeBase, people: list[Answers]) -> TeamView:
    """Return what is told of the group."""
    return view_of(kb, people)


def _turned(view: TeamView, page: Page) -> None:
    team_page(page, view)


def pages_of(view: TeamView) -> Iterator[str]:
    """Yield all pages of a group, in both languages."""
    for lang in BOTH:
        yield page_text(lambda page: team_page(page, view), lang)
        yield page_text(lambda page: team_page(page, view), lang, 200)
        yield team_markdown(view, lang)
        yield team_html(view, lang)


@pytest.mark.uncounted
@settings(max_examples=30)
@given(seed=st.integers(0, 1 << 30), count=st.integers(0, 40), by=st.sampled_from(["role", "rung", "position"]))
def test_pages_name_nobody(seed: int, count: int, by: By) -> None:
    """No page holds an id, nor what a faulty row or its file holds, whatever the tally kept; unless it is asked for."""
    view = view_of(TWO_TRACKS, group_of(TWO_TRACKS, seed, count), by=by)
    assert not [page for page in pages_of(view) if "ZQX" in page]


def test_names_where_they_are_asked_for() -> None:
    """With names each page says who could step in, who is the only cover, and what each person is told."""
    few: list[Answers] = [{**one, "skill.sums": 0} for one in group_of(SMALL, 2, 30)]
    view = view_of(SMALL, [*few, {"current": ("top/chief",), "skill.sums": 5}], names=True)
    assert {one.by for one in view.cover if one.skill == "sums"} == {f"{NAME}30"}
    ready = next(ids for post in view.positions for ids in [post.within_ids] if ids)[0]
    for page in pages_of(view):
        assert f"{NAME}30" in page
        assert ready in page
        assert f"{NAME}.csv" not in page
    text = page_text(lambda page: team_page(page, view), "en", 120)
    assert len(re.findall(NAME, text.partition("Each person")[2])) == 15


@pytest.mark.parametrize("lang", BOTH)
def test_small_groups(lang: Lang) -> None:
    """Of a group of four a page says that it is small, how many rows were left out, and what it is not for."""
    text = page_text(lambda page: team_page(page, view_of(SMALL, group_of(SMALL, 2, 4))), lang)
    said = ["不到 5 个人", "2 行", "不要拿它定招谁"] if lang == "zh" else ["Fewer than 5", "2 rows", "rank nobody"]
    assert all(squeezed(one) in squeezed(text) for one in said)
    assert "%" not in text


@pytest.mark.uncounted
@pytest.mark.parametrize("columns", [40, 66, 80, 120])
@pytest.mark.parametrize("lang", BOTH)
def test_the_page_keeps_to_the_width(
    kb: KnowledgeBase, figures: dict[By, GroupFigures], rows: list[dict[str, Any]], lang: Lang, columns: int
) -> None:
    """No line is wider than the terminal, with names neither, be the parts roles, rungs or positions."""
    lines = [person_line(kb, row) for row in rows]
    views = [told_of(kb, found, lines, least=3, names=by == "role") for by, found in figures.items()]
    pages = [page_text(partial(_turned, view), lang, columns) for view in views]
    assert [line for text in pages for line in too_wide(text, columns)] == []


@pytest.mark.uncounted
def test_the_parts_of_the_page(kb: KnowledgeBase, people: list[Answers]) -> None:
    """All that is told of a group stands on each page, in the same order."""
    heads = [
        *("What is missing", "One course", "Skills by rung", "Who could step in", "What rests on one person"),
        *("What nobody has", "One hire"),
    ]
    view = view_of(kb, people, by="rung")
    text = page_text(lambda page: team_page(page, view), "en", 100)
    for told in (text, team_markdown(view, "en"), team_html(view, "en")):
        places = [told.find(head) for head in heads if head != "What nobody has" or view.missing]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.uncounted
def test_the_heat_map(kb: KnowledgeBase, people: list[Answers]) -> None:
    """A row of the map says of each part the mean level told and the one asked, as the view has them."""
    view = view_of(kb, people, by="rung", least=2)
    text = page_text(lambda page: team_page(page, view), "en", 120)
    names = [part.name.en for part in view.heat.parts]
    assert all(f"  {letter}  {name} (" in text for letter, name in zip("ABCDEF", names, strict=False))
    row = next(row for row in view.heat.skills if all(cell.have is not None for cell in row.cells[:3]))
    said = "  +".join(re.escape(cell_text(cell)) for cell in row.cells[:3])
    assert re.search(rf"{re.escape(row.name.en)} +{said}", text)


@pytest.mark.uncounted
def test_what_has_no_room_stands_elsewhere(kb: KnowledgeBase) -> None:
    """Where columns have no room on the screen, those of most people are shown, and it is said where all are."""
    view = view_of(kb, group_of(kb, 3, 150), by="role", least=2)
    text = page_text(lambda page: team_page(page, view), "en", 60)
    assert "columns of most people" in text
    kept = re.findall(r"^  [A-Z]  .* \((\d+)\)$", text, re.MULTILINE)
    sizes = sorted((part.people for part in view.heat.parts), reverse=True)
    assert sorted(map(int, kept), reverse=True) == sizes[: len(kept)]
    assert "-o FILE.html" not in page_text(lambda page: team_page(page, view_of(SMALL, group_of(SMALL, 3, 60))), "en")


def test_cells() -> None:
    """A cell tells the means, what is hidden and what nobody told, and is as far off as it lies below what is asked."""
    group: list[Answers] = [{"current": ("writer/specialist",), "skill.words": level} for level in (1, 1, 2, 3, 3)]
    cells = {row.skill: row.cells[0] for row in view_of(SMALL, group).heat.skills}
    assert [cell_text(cells[skill]) for skill in ("words", "sums")] == ["2.0/4.0", "?/2.0"]
    assert (distance(cells["words"]), distance(cells["sums"])) == ("far", "")
    assert (shade(cells["words"], 5), shade(cells["sums"], 5)) == (2, None)
    few = view_of(SMALL, [*group[:4], {"current": ("writer/specialist",)}]).heat.skills
    assert cell_text(next(row.cells[0] for row in few if row.skill == "words")) == "*/4.0"
    met: list[Answers] = [{"current": ("writer/specialist",), "skill.words": level} for level in (4, 4, 4, 3, 3)]
    (first, *_) = view_of(SMALL, met).heat.skills
    assert (first.skill, distance(first.cells[0])) == ("words", "near")
    enough = view_of(SMALL, [{**one, "skill.words": 4} for one in met]).heat.skills
    assert "met" in [distance(row.cells[0]) for row in enough]


def test_those_without_a_post() -> None:
    """Levels of those from outside are told without any that are asked; skills that nobody told are an empty cell."""
    outside: list[Answers] = [{"current": (), "skill.words": 3}] * 5
    view = view_of(SMALL, [*outside, *[{"current": ("writer/specialist",)}] * 5])
    cells = {row.skill: [cell_text(cell) for cell in row.cells] for row in view.heat.skills}
    assert cells == {"words": ["?/4.0", "3.0"], "sums": ["?/2.0", ""], "people": ["?/2.0", ""]}


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup(
    kb: KnowledgeBase, figures: dict[By, GroupFigures], rows: list[dict[str, Any]], plain: TeamView, evil: str
) -> None:
    """Names that are markup are read as text on every page."""
    named = hostile_kb(kb, evil)  # a name changes no figure
    hostile = told_of(named, figures["role"], [person_line(named, row) for row in rows])
    assert kinds(team_markdown(hostile, "en")) == kinds(team_markdown(plain, "en"))
    assert squeezed(evil).casefold() in squeezed(seen(team_markdown(hostile, "en"))).casefold()
    text = page_text(lambda page: team_page(page, hostile), "en")
    assert squeezed(evil) in squeezed(text)
    assert too_wide(text, 80) == []


def test_read_aloud() -> None:
    """For a screen reader nothing is told by colour alone: the page is the same without styles."""
    view = view_of(SMALL, group_of(SMALL, 2, 30))
    page = Page("en", 10_000, plain=True)
    team_page(page, view)
    assert "now/asked" not in as_text(page.lines)
    assert ", asked " in as_text(page.lines)


def test_a_group_that_lacks_nothing() -> None:
    """Where there is nothing to tell in a part, its heading is not there."""
    figures = figures_of(SMALL, [{"current": ("first/chief",), "skill.people": 5, "skill.sums": 5}] * 6)
    view = team_view(SMALL, figures)
    assert (view.group.fit, view.cover, view.missing) == (None, (), ())
    text = page_text(lambda page: team_page(page, view), "en")
    assert "What is missing" not in text
    assert "What rests" not in text
