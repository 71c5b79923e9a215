import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.render.screen.page import Page, as_text, bar
from opscareer.text import Text
from opscareer.views.words.units import percent, points
from opscareer.wrapping import width

WORDS = st.lists(
    st.sampled_from(["运营", "a", "partnership", "写东西，", "data-analysis", "(must)"]), min_size=1, max_size=6
)
CELL = WORDS.map(" ".join)


def test_running_text_hangs() -> None:
    """The lines after the first stand under the first word, not under what leads it."""
    page = Page("en", 40)
    page.say("Ask to lead the next campaign and write down who delivers what", first="- ", indent=2)
    assert as_text(page.lines) == ("  - Ask to lead the next campaign and\n    write down who delivers what\n")


def test_a_long_lead_stands_above() -> None:
    """Where what leads a text leaves too little room, it has lines of its own."""
    page = Page("en", 40)
    page.say("you already write", first="Content Operations -> New Media Operations  ", indent=2)
    assert as_text(page.lines) == "  Content Operations -> New Media\n  Operations\n    you already write\n"


def test_no_two_empty_lines() -> None:
    """Headings stand after one empty line, and never after two or at the very top."""
    page = Page("zh", 40)
    page.head(Text("一", "one"))
    page.blank()
    page.head(Text("二", "two"))
    assert as_text(page.lines) == "一\n\n二\n"


def test_a_table_aligns_both_scripts() -> None:
    """Columns begin at the same place in every row, and figures end at the same place."""
    page = Page("zh", 80)
    page.table(
        (Text("名称", ""), Text("分", ""), Text("说明", "")),
        [("运营", "+3.5", "甲"), ("BD", "+12.0", "乙")],
        right=(1,),
    )
    assert as_text(page.lines) == "  名称     分  说明\n  运营   +3.5  甲\n  BD    +12.0  乙\n"


def test_a_narrow_table_puts_the_last_column_below() -> None:
    """Where the last column would be too narrow to read it goes under its row, and its heading goes."""
    page = Page("en", 30)
    page.table((Text("", "skill"), Text("", "what")), [("Getting data", "ask for it")])
    assert as_text(page.lines) == "  skill\n  Getting data\n    ask for it\n"


def test_a_narrow_table_wraps_its_cells() -> None:
    """Cells that do not fit are wrapped in their columns, the one that can spare most room first; ids stay whole."""
    page = Page("en", 40)
    headings = (Text("", "id"), Text("", "name"), Text("", "what"))
    page.table(headings, [("partnership-development", "Partnerships and channels", "Finds partners.")])
    assert as_text(page.lines) == (
        "  id                       name\n"
        "  partnership-development  Partnerships\n"
        "                           and channels\n"
        "    Finds partners.\n"
    )


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4), st.integers(30, 100))
def test_tables_keep_to_the_width(rows: list[tuple[str, ...]], columns: int) -> None:
    """Whatever stands in a table, no line is wider than the page where its words are not, and no word is lost."""
    page = Page("en", columns)
    page.table((Text("", "a"), Text("", "b"), Text("", "c")), rows, right=(1,))
    lines = as_text(page.lines).splitlines()
    assert [line for line in lines if width(line) > columns] == []
    shown = sorted("".join(lines[1:]).replace(" ", ""))
    assert shown == sorted("".join("".join(row) for row in rows).replace(" ", ""))


@pytest.mark.parametrize(("share", "shown"), [(0, "...."), (0.5, "##.."), (1, "####"), (1.2, "####"), (-1, "....")])
def test_bar(share: float, shown: str) -> None:
    """A bar is filled in proportion, and neither under- nor overflows."""
    assert bar(share, 4).replace("▮", "#").replace("▯", ".") == shown


def test_figures() -> None:
    """A share is told in whole percent, a gain in points with one decimal and its sign."""
    assert (percent(0.597), points(0.0435)) == ("59%", "+4.3")


def test_styles_are_no_text() -> None:
    """Without styles a page is its text alone, with no blank at the end of a line."""
    page = Page("en", 40)
    page.spans(("Fit  ", "bold"), ("60%   ", "good"))
    assert as_text(page.lines) == "Fit  60%\n"
