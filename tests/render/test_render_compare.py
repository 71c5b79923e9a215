import re

import pytest
from advised_people import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_ways import HOSTILE, hostile_kb, page_text, situated, squeezed, too_wide
from profiles import profiles

from opscareer.advice import Situation, held_against, requirements_of, situation_of
from opscareer.advice.compare import compared
from opscareer.advice.fit import fit_of
from opscareer.model.kb import KnowledgeBase
from opscareer.render import compare_json
from opscareer.render.compare_page import compare_page
from opscareer.render.json_parts import Object
from opscareer.text import Lang
from opscareer.views.steps import fit_text, near_text, step_of

POSITIONS = ["product-ops/manager", "user-ops/manager", "coo/chief"]


def told(kb: KnowledgeBase, situation: Situation | None, positions: list[str]) -> Object:
    """Return positions side by side as scripts are told them."""
    stands = [held_against(kb, situation, position) for position in positions if situation]
    return compare_json.compare(
        kb, positions, compared(kb, positions), situation.profile if situation else None, stands
    )


def page(
    kb: KnowledgeBase, situation: Situation | None, lang: Lang, columns: int = 80, positions: list[str] = POSITIONS
) -> str:
    """Return positions side by side as a page."""
    stands = [held_against(kb, situation, position) for position in positions if situation]
    rows, profile = compared(kb, positions), situation.profile if situation else None
    return page_text(lambda page: compare_page(page, kb, positions, rows, profile, stands), lang, columns)


@settings(max_examples=15)
@given(data=st.data())
def test_compared_figures_are_those_of_the_core(kb: KnowledgeBase, data: st.DataObject) -> None:
    """For any person and positions: levels and weights as asked, where one stands as told, fit as the gap tells it."""
    situation = situation_of(kb, data.draw(profiles(kb)))
    positions = data.draw(st.lists(st.sampled_from(list(kb.positions)), min_size=2, max_size=6, unique=True))
    answer = told(kb, situation, positions)
    assert [one["id"] for one in answer["positions"]] == positions
    assert {row["skill"] for row in answer["skills"]} == {skill for p in positions for skill in kb.needed[p]}
    for row in answer["skills"]:
        assert row["levels"] == {p: kb.needed[p].get(row["skill"]) for p in positions}
        assert row["have"] == situation.profile.levels.get(row["skill"])
        assert row["shared"] == all(row["skill"] in kb.needed[p] for p in positions)
    for one in answer["positions"]:
        found = held_against(kb, situation, one["id"])
        asked = requirements_of(kb, one["id"], entry=situation.standing.outside)
        assert one["fit"] == found.fit == pytest.approx(fit_of(asked, situation.beliefs))
        assert one["verdict"] == found.verdict
        assert sum(row["weights"][one["id"]] for row in answer["skills"]) == pytest.approx(1)


def test_compared_without_a_person(kb: KnowledgeBase) -> None:
    """Of nobody in particular neither a level nor a fit is told, and the page says how to get them."""
    answer = told(kb, None, POSITIONS)
    assert {row["have"] for row in answer["skills"]} == {None}
    assert {(one["fit"], one["verdict"]) for one in answer["positions"]} == {(None, None)}
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
    positions = [*POSITIONS, *list(kb.positions)[::10]][:count]
    whom = [None, *(situated(kb, name) for name in NAMES)]
    pages = [page(kb, one, lang, columns, positions) for one in whom]
    assert [line for text in pages for line in too_wide(text, columns)] == []


@pytest.mark.parametrize("evil", HOSTILE)
def test_markup_on_a_compare_page_is_shown(kb: KnowledgeBase, evil: str) -> None:
    """Names that are markup are printed as they are, and the page keeps to its width."""
    text = page(hostile_kb(kb, evil), situated(kb, "unsure"), "en")
    assert squeezed(text).count(squeezed(evil)) == len(POSITIONS) + len(compared(kb, POSITIONS))
    assert too_wide(text, 80) == []
