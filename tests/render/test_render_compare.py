import csv
import re
from io import StringIO

import pytest
from advised_people import NAMES
from odd_ways import HOSTILE, hostile_kb, kinds, page_text, seen, situated, squeezed, too_wide

from opscareer.advice import Situation, held_against
from opscareer.model.kb import KnowledgeBase
from opscareer.model.side_by_side import compared
from opscareer.render.markdown.compare import compare_markdown
from opscareer.render.screen.compare import compare_page
from opscareer.render.tables.table import as_csv
from opscareer.render.tables.trade import compare_table
from opscareer.text import Lang
from opscareer.views.compare import compare_view
from opscareer.views.nearness import near_text
from opscareer.views.step import step_of
from opscareer.views.words.units import fit_text

POSITIONS = ["product-ops/manager", "user-ops/manager", "coo/chief"]


def page(
    kb: KnowledgeBase, situation: Situation | None, lang: Lang, columns: int = 80, positions: list[str] = POSITIONS
) -> str:
    """Return positions side by side as a page."""
    view = compare_view(kb, positions, situation)
    return page_text(lambda page: compare_page(page, view), lang, columns)


def test_compared_without_a_person(kb: KnowledgeBase) -> None:
    """Of nobody in particular the page tells neither a level nor a fit, and says how to get them."""
    text = page(kb, None, "en")
    assert "After an assessment this also tells where you stand" in text
    assert "%" not in text
    assert "you " not in text.partition("Asked by all")[2].splitlines()[1]
    assert "做过 assess 以后" in page(kb, None, "zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_compare_page_is_whole(kb: KnowledgeBase, name: str, lang: Lang) -> None:
    """The page names each position with its letter, fit and verdict, and each skill once, what is shared first."""
    situation = situated(kb, name)
    text = page(kb, situation, lang)
    for letter, position in zip("ABC", POSITIONS, strict=True):
        step = step_of(kb, situation.profile, held_against(kb, situation, position))
        fit = text.partition(f"{letter}  {kb.positions[position].title.of(lang)}\n")[2].splitlines()[0]
        assert f" {fit_text(step.prospect.fit, step.answered)}  {near_text(step).of(lang)}" in fit
    both, either = ("都要的", "不是都要的") if lang == "zh" else ("Asked by all", "Asked by some")
    shared, some = text.partition(f"\n{both}\n")[2].split(f"\n{either}\n")
    for row in compared(kb, POSITIONS):
        line = f"\n  {kb.skills[row.skill].name.of(lang)}  "
        assert (line in shared, line in some) == (row.shared, not row.shared)


@pytest.mark.parametrize("name", ["several posts", "unsure", "nothing told"])
def test_levels_side_by_side(kb: KnowledgeBase, name: str) -> None:
    """A row says one's own level, ? where it was not told, and what each position asks, - where it does not."""
    situation = situated(kb, name)
    levels = situation.profile.levels
    rows = re.findall(r"^  (\S.*?)  +([?\d])  ([-\d])  ([-\d])  ([-\d])$", page(kb, situation, "en", 100), re.MULTILINE)
    expected = [
        (kb.skills[row.skill].name.en, str(levels.get(row.skill, "?")), *(str(level or "-") for level in row.levels))
        for row in compared(kb, POSITIONS)
    ]
    assert rows == expected


@pytest.mark.parametrize(
    ("lang", "columns", "count"),
    [
        ("zh", 80, 6),
        ("en", 80, 6),
        ("zh", 40, 3),
        ("en", 40, 3),
        ("zh", 40, 6),
        ("en", 40, 5),
    ],
)
def test_compare_page_keeps_to_the_width(kb: KnowledgeBase, lang: Lang, columns: int, count: int) -> None:
    """No line is wider than the terminal, be it two positions or six."""
    positions = list(dict.fromkeys((*POSITIONS, *list(kb.positions)[::10])))[:count]
    whom = [None, *(situated(kb, name) for name in NAMES)]
    pages = [page(kb, one, lang, columns, positions) for one in whom]
    assert [line for text in pages for line in too_wide(text, columns)] == []


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_on_a_compare_page_is_shown(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are printed as they are, and the page keeps to its width."""
    text = page(hostile_kb(kb, evil), situated(kb, "unsure"), "en")
    assert squeezed(text).count(squeezed(evil)) == len(POSITIONS) + len(compared(kb, POSITIONS))
    assert too_wide(text, 80) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [None, "several posts"])
def test_comparison_as_markdown(kb: KnowledgeBase, name: str | None, lang: Lang) -> None:
    """Markdown has a row for each skill with the levels of the page, and tells the fit of whoever is known."""
    situation = situated(kb, name) if name else None
    view = compare_view(kb, POSITIONS, situation)
    text = compare_markdown(view, lang)
    rows = [row.strip("| ").split(" | ") for row in text.splitlines() if re.match(r"\| (?!---).* [-\d]", row)]
    assert len(rows) == len(view.skills)
    for row, skill in zip(rows, view.skills, strict=True):
        own = [] if name is None else [str(skill.have if skill.have is not None else "?")]
        assert row[1:] == [*own, *(str(level or "-") for level in skill.levels.values())]
    assert ("%" in text) == (name is not None)
    assert all(stand.title.of(lang) in text and stand.fit_told in text for stand in view.positions)


@pytest.mark.uncounted
@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_in_a_comparison_as_markdown(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are read as text: no bold, no link, no tag, no cell more."""
    view = compare_view(hostile_kb(kb, evil), POSITIONS, situated(kb, "unsure"))
    text = compare_markdown(view, "en")
    assert kinds(text) == kinds(compare_markdown(compare_view(kb, POSITIONS, situated(kb, "unsure")), "en"))
    assert squeezed(seen(text)).casefold().count(squeezed(evil).casefold()) == len(view.skills) + 3 * len(POSITIONS)


def test_comparison_as_csv(kb: KnowledgeBase) -> None:
    """CSV has a line for each skill: one's own level, what each position asks, and with which weight."""
    view = compare_view(kb, POSITIONS, situated(kb, "several posts"))
    rows = list(csv.DictReader(StringIO(as_csv(compare_table(view, "zh")))))
    for row, skill in zip(rows, view.skills, strict=True):
        assert (row["skill"], row["shared"]) == (skill.skill, str(int(skill.shared)))
        assert row["have"] == ("" if skill.have is None else str(skill.have))
        for position in POSITIONS:
            assert row[position] == str(skill.levels[position] or "")
            assert float(row[f"{position} weight"]) == pytest.approx(skill.weights[position], abs=1e-4)
