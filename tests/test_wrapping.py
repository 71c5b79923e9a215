import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.text import clean
from opscareer.wrapping import fit, least_width, width, wrap

CLOSING = "，。、；：？！）」』》】”’,.;:?!)]}%"


OPENING = "（「『《【“([{"


running = st.text(st.sampled_from("ab中文，。（）“” .e\u0301😀𠀀") | st.characters(exclude_categories=["Cs"])).map(
    clean
)


def visible(text: str) -> int:
    """Return how many characters of a text take room."""
    return sum(width(character) > 0 for character in text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("ops", 3), ("运营", 4), ("（运）", 6), ("e\u0301", 1), ("ｆ", 2), ("😀", 2), ("ｱ", 1)],
)
def test_width(text: str, columns: int) -> None:
    """Chinese and full-width characters take two columns, half-width ones take one, combining marks none."""
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("❤", 1),
        ("❤️", 2),
        ("⚠️", 2),
        ("1️⃣", 2),
        ("👨‍👩‍👧", 2),
        ("👍🏽", 2),
        ("👩🏽‍💻", 2),
        ("🇨🇳", 2),
        ("岗位❤️职责", 10),
        ("a\u200db", 2),
    ],
)
def test_width_of_emoji(text: str, columns: int) -> None:
    """An emoji made of several characters is as wide as the one that is drawn."""
    assert width(text) == columns


def test_emoji_are_not_broken() -> None:
    """A line never ends within an emoji, and holds as many as there is room for."""
    assert wrap("❤️👨‍👩‍👧👍🏽❤️", 4) == ["❤️👨‍👩‍👧", "👍🏽❤️"]
    assert wrap("中文⚠️中文", 6) == ["中文⚠️", "中文"]


@given(running, st.integers(1, 40))
@example("😀" * 40, 20)
@example("abcdef", 2)
def test_wrap_keeps_to_the_width(text: str, columns: int) -> None:
    """No line is wider than asked, unless a single character is."""
    assert all(width(line) <= columns or visible(line) == 1 for line in wrap(text, columns))


@given(running, st.integers(-3, 40))
def test_wrap_loses_nothing(text: str, columns: int) -> None:
    """All characters but blanks are in the lines, in their order, whatever the width."""
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


closing, opening = f"[{re.escape(CLOSING)}]?", f"[{re.escape(OPENING)}]?"


words = st.from_regex(f"{opening}([中文]{closing}|[a-z]{{1,6}}{closing} )", fullmatch=True)


@given(st.lists(words), st.integers(12, 40))
def test_wrap_minds_punctuation(parts: list[str], columns: int) -> None:
    """Where a line has room for a word with its marks, none begins with a closing or ends with an opening one."""
    lines = wrap("".join(parts), columns)
    assert not [line for line in lines if line[:1] in tuple(CLOSING)]
    assert not [line for line in lines if line[-1:] in tuple(OPENING)]


def test_wrap_breaks_where_each_script_may() -> None:
    """English breaks between words, Chinese between characters, and a mark stays with its character."""
    assert wrap("an English sentence", 10) == ["an English", "sentence"]
    assert wrap("运营做事，看数", 8) == ["运营做", "事，看数"]
    assert wrap("运营:opscareer", 10) == ["运营:", "opscareer"]
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_wrap_of_nothing() -> None:
    """Nothing to say is one empty line."""
    assert wrap("", 10) == [""]


@given(running)
def test_least_width(text: str) -> None:
    """Wrapped at its least width, a text fits and no word of it is broken."""
    least = least_width(text)
    lines = wrap(text, least)
    assert all(width(line) <= least for line in lines)
    words = re.findall("[a-z]+", text)
    assert [word for line in lines for word in re.findall("[a-z]+", line)] == words


@given(running, st.integers(0, 40))
def test_fit(text: str, columns: int) -> None:
    """A fitted text fills the columns, and is never cut."""
    assert width(fit(text, columns)) == max(columns, width(text))
    assert fit(text, columns).startswith(text)


@given(running)
def test_width_counts_no_combining_marks(text: str) -> None:
    """Marks that stand on other characters take no column."""
    bare = "".join(c for c in text if not unicodedata.combining(c))
    assert width(text) == width(bare)
