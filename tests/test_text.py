import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.text import Text, clean, joined

UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)


hostile = st.text(
    st.sampled_from(
        "ab;0m[]\\\t\n\u200d\u200c\xad\U000e0001\x07\x1b\x9b\x9c\x9d\x7f\u200b\u200f\u202e\u2066\u2028\ufeff\ud800运"
    )
    | st.characters()
)


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


@pytest.mark.parametrize(
    ("n", "told"), [(1, "1 step is open"), (0, "0 steps are open"), ("1", "1 step is open"), (21, "21 steps are open")]
)
def test_text_fill_with_one_or_more(n: int | str, told: str) -> None:
    """Words that go with a number follow it; such words of no number that is told are text."""
    assert Text("", "{n} {n|step is|steps are} open").fill(n=n).en == told
    assert Text("", "{m|a|b}").fill(n=n).en == "{m|a|b}"


def test_text_fill_once() -> None:
    """What is filled in is not filled in itself."""
    assert Text("{a}", "{a}").fill(a="{b}", b="x").en == "{b}"


def test_joined() -> None:
    """A list reads as each language writes it."""
    assert joined([Text("甲", "a"), Text("乙", "b")]) == Text("甲、乙", "a, b")
