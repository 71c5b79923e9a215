import re
import unicodedata
from difflib import get_close_matches

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.text import Text, clean, fit, joined, least_width, nearest, width, wrap

CLOSING = "，。、；：？！）」』》】”’,.;:?!)]}%"
OPENING = "（「『《【“([{"
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)

hostile = st.text(
    st.sampled_from(
        "ab;0m[]\\\t\n\u200d\u200c\xad\U000e0001\x07\x1b\x9b\x9c\x9d\x7f\u200b\u200f\u202e\u2066\u2028\ufeff\ud800运"
    )
    | st.characters()
)
running = st.text(st.sampled_from("ab中文，。（）“” .e\u0301😀𠀀") | st.characters(exclude_categories=["Cs"])).map(
    clean
)


def visible(text: str) -> int:
    """Return how many characters of a text take room."""
    return sum(width(character) > 0 for character in text)


@given(hostile)
@example("\x1b\x1b[31m[31mred")
@example("\x1b]0;title\x07text")
@example("\x9d0;title\x9ctext")
@example("a\x1bPb\x1b\\c")
def test_clean_leaves_nothing_unsafe(text: str) -> None:
    """Cleaned text has no control, escape, bidi or invisible character, and no second line."""
    assert not UNSAFE.search(clean(text))


@given(hostile)
@example("\x1b\x1b[31m[31mred")
def test_clean_twice(text: str) -> None:
    """Cleaning a second time changes nothing."""
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_clean_keeps_plain_text(text: str) -> None:
    """Letters, digits, punctuation and symbols of any script stay as they are."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "left"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link", "link"),
        ("\x9b31mred", "red"),
        ("one\ntwo\r\n\tthree\u2028four", "one two three four"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("[red]x[/]", "[red]x[/]"),
    ],
)
def test_clean_takes_whole_sequences(dirty: str, left: str) -> None:
    """An escape sequence goes as a whole, a line break becomes a blank, and markup is no business of cleaning."""
    assert clean(dirty) == left


@pytest.mark.parametrize(
    ("unseen", "left"),
    [
        ("co\xadpy", "copy"),
        ("a\u2061b\u2063c", "abc"),
        ("x\U000e0041\U000e007fy", "xy"),
        ("\u180e运\u200d营\u200c", "运营"),
        ("\u200dops", "ops"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
    ],
)
def test_clean_takes_what_no_one_sees(unseen: str, left: str) -> None:
    """What no one sees goes; joiners stay where they make an emoji, or the letters of a script that needs them."""
    assert clean(unseen) == left
    assert clean(clean(unseen)) == left


def test_nothing_is_near_a_long_word() -> None:
    """What is too long to be a slip of anything has no neighbour, and none is looked for."""
    assert nearest("growht" * 20, ["growth"]) == []
    assert nearest("growht", ["growth"]) == ["growth"]


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


def test_nearest_mistyped() -> None:
    """A word with a wrong letter finds the one that was meant first."""
    assert nearest("data-analisys", ["user-insight", "data-reporting", "data-analysis"])[0] == "data-analysis"


def test_nearest_part() -> None:
    """A part of a word finds it, whatever its case; the shorter comes first."""
    assert nearest("OPS", ["user-ops", "sales", "ops-long-name"]) == ["user-ops", "ops-long-name"]


def test_nearest_nothing() -> None:
    """A word that is near to none finds none, and so does no word."""
    assert nearest("zzz", ["sales", "brand"]) == []
    assert nearest("", ["sales", "brand"]) == []


@given(st.text(max_size=10), st.lists(st.text(max_size=10)), st.integers(1, 4))
def test_nearest_names_choices(word: str, choices: list[str], limit: int) -> None:
    """What is named is one of the choices, named once, and no more than asked for."""
    near = nearest(word, choices, limit)
    assert set(near) <= set(choices)
    assert len(near) == len(set(near)) <= limit


def test_text_of() -> None:
    """A text answers in the language asked."""
    assert (Text("运营", "operations").of("zh"), Text("运营", "operations").of("en")) == ("运营", "operations")


def test_text_fill() -> None:
    """Each language is filled with its own words; numbers are the same in both."""
    filled = Text("{n} 个{name}", "{n} of {name}").fill(n=2, name=Text("岗位", "positions"))
    assert filled == Text("2 个岗位", "2 of positions")


@pytest.mark.parametrize("braces", ["{", "{}", "{0}", "{other}", "{name.__class__}", "{name!r:>9}", "{{name2}}"])
def test_text_fill_takes_other_braces_as_text(braces: str) -> None:
    """Braces that name no word are text: data with braces neither fails nor looks into anything."""
    assert Text(braces, "{name} " + braces).fill(name="x") == Text(braces, "x " + braces)


def test_text_fill_once() -> None:
    """What is filled in is not filled in itself."""
    assert Text("{a}", "{a}").fill(a="{b}", b="x").en == "{b}"


def test_joined() -> None:
    """A list reads as each language writes it."""
    assert joined([Text("甲", "a"), Text("乙", "b")]) == Text("甲、乙", "a, b")


@given(running)
def test_width_counts_no_combining_marks(text: str) -> None:
    """Marks that stand on other characters take no column."""
    bare = "".join(c for c in text if not unicodedata.combining(c))
    assert width(text) == width(bare)


@given(st.text("ab运营c-", max_size=8), st.lists(st.text("ab运营c-", max_size=8), max_size=12))
def test_no_near_word_is_passed_over(word: str, choices: list[str]) -> None:
    """Whatever is left out before words are compared letter by letter is never near enough to be told."""
    close = list(dict.fromkeys(get_close_matches(word.casefold(), choices, n=3, cutoff=0.5)))
    assert nearest(word, choices)[: len(close)] == close
