import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd_ways import HOSTILE, kinds, seen

from opscareer.render.markdown.escaping import escaped
from opscareer.text import clean

ALPHABET = "ab 1.)#*_-+=`~|<>[]()!&;\\\"':/@$^{}运。"
TEXTS = st.text(ALPHABET, max_size=20) | st.text(max_size=20) | st.sampled_from(HOSTILE)
NAMES = TEXTS.map(lambda text: " ".join(clean(text).split())).filter(bool)
"""Texts as a knowledge base holds them: cleaned, on one line, with nothing blank around them."""

PARAGRAPH = {"paragraph_open", "paragraph_close"}
LIST = PARAGRAPH | {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}


@given(NAMES)
def test_text_stays_text(name: str) -> None:
    """A text on a line of its own is one paragraph of that text and nothing else to a reader of CommonMark."""
    assert kinds(escaped(name)) == PARAGRAPH
    assert seen(escaped(name)).strip("\n") == name


@given(NAMES)
def test_text_in_a_list_stays_text(name: str) -> None:
    """As an entry of a list, in the list under it, and in bold behind a box, a text is that text and nothing else."""
    written = f"- {escaped(name)}\n  - {escaped(name)}\n"
    assert kinds(written) == LIST
    assert [line for line in seen(written).split("\n") if line] == [name, name]
    bold = f"- [ ] **{escaped(f'{name} (months 0-1)')}**\n"
    assert kinds(bold) == LIST | {"strong_open", "strong_close"}
    assert seen(bold).strip("\n") == f"[ ] {name} (months 0-1)"


@given(NAMES)
def test_text_in_a_heading_stays_text(name: str) -> None:
    """Within a heading a text is that text and nothing else."""
    written = f"# {escaped(f'Plan for {name}, now')}\n"
    assert kinds(written) == {"heading_open", "heading_close"}
    assert seen(written).strip("\n") == f"Plan for {name}, now"


def test_text_at_the_end_of_a_heading_is_seen() -> None:
    """A title that ends in a # keeps it at the end of a heading, where CommonMark takes it as the heading's own."""
    assert seen(f"# {escaped('Plan for C #')}\n").strip("\n") == "Plan for C #"


@given(NAMES)
def test_text_in_a_table_stays_text(name: str) -> None:
    """In a table a text neither ends its cell nor opens another one."""
    written = f"| a | b |\n| --- | --- |\n| {escaped(name)} | end |\n"
    assert "strong_open" not in kinds(written)
    assert kinds(written) == kinds("| a | b |\n| --- | --- |\n| x | end |\n")
    assert [line for line in seen(written).split("\n") if line] == ["a", "b", name, "end"]


@pytest.mark.parametrize(
    "plain", ["Data analysis 0 → 1", "数据分析 1 → 2（第 3-6 个月）", "C3.5 is fine", "a - b + c", "x=1"]
)
def test_plain_text_is_left_alone(plain: str) -> None:
    """What no reader would take as markup is written as it is, for those who read the file itself."""
    assert escaped(plain) == plain
