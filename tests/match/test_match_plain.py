import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opscareer.match.plain import LONGEST, plain
from opscareer.model.ad import Mention
from opscareer.names import searched
from opscareer.text import clean

hostile = st.text(
    st.sampled_from(
        "aZ9 运营ＳｅＯ，：ﬁ㏒①İßẞ가각e\u0301\t\n\r\x00\x1b[31m\x9b\x85\u200b\u202e\u2066\u2028\ufeff\ud800\udfff😀"
    )
    | st.characters()
)
ASCII = "".join(map(chr, range(0x21, 0x7F)))
WIDE = {letter: chr(ord(letter) + 0xFEE0) for letter in ASCII}


def wide(word: str) -> str:
    """Return a word in full-width letters."""
    return "".join(WIDE[letter] for letter in word)


def mention(ad: str, word: str) -> Mention:
    """Return the words of an ad where a word as it is searched first stands."""
    read = plain(ad)
    start = read.text.index(word)
    return read.mention(start, start + len(word))


@given(hostile)
@example("\ud800\udfff")
@example("\x1b]0;运营\x07ﬀ")
def test_every_letter_has_a_place(original: str) -> None:
    """Whatever the text is made of, each letter to search knows where it stood, and the places never go back."""
    read = plain(original)
    assert len(read.at) == len(read.text)
    assert list(read.at) == sorted(read.at)
    assert all(0 <= place < len(original) for place in read.at)


@given(hostile, st.data())
@example("运\x1b[31m营", None)
def test_mention_is_what_stands_there(original: str, data: st.DataObject | None) -> None:
    """Words of the original, cleaned, between places that hold them; read again they say what was searched."""
    read = plain(original)
    if not read.text:
        return
    start = data.draw(st.integers(0, len(read.text) - 1)) if data else 0
    end = data.draw(st.integers(start + 1, len(read.text))) if data else len(read.text)
    found = read.mention(start, end)
    assert 0 <= found.start < found.end <= len(original)
    assert found.text == clean(original[found.start : found.end])
    assert read.text[start:end] in plain(original[found.start : found.end]).text


@given(hostile)
@example("运\ud800营\u202e\x00")
def test_nothing_unseen_is_searched(original: str) -> None:
    """The text to search has no control, bidi or zero-width character and no half of a pair; lines stay lines."""
    searched = plain(original).text
    assert clean(searched.replace("\n", "")) == searched.replace("\n", "")
    assert searched.count("\n") == sum(original.count(mark) for mark in "\n\r\u2028\u2029")


@given(st.text(ASCII))
def test_width_and_case_do_not_matter(word: str) -> None:
    """Full-width and half-width, upper and lower case read alike."""
    assert plain(wide(word)).text == plain(word).text == plain(word.upper()).text == plain(word.lower()).text


@pytest.mark.parametrize(
    ("ad", "searched", "told"),
    [
        ("负责ＳＥＯ优化", "seo", "ＳＥＯ"),
        ("负责 Seo 优化", "seo", "Seo"),
        ("懂短\u200b视\u202e频", "短视频", "短视频"),
        ("懂短\x00视频", "短视频", "短视频"),
        ("看\ufeff数据", "数据", "数据"),
        ("pro\ufb01le", "profile", "pro\ufb01le"),
        ("任职要求：", "任职要求:", "任职要求："),
        ("social\u00a0media", "social media", "social\u00a0media"),
        ("social\tmedia", "social media", "social media"),
        ("\ud83d运营", "运营", "运营"),
        ("Straße", "strasse", "Straße"),
    ],
)
def test_mention_quotes_the_ad(ad: str, searched: str, told: str) -> None:
    """What was found is told in the words of the ad, not in those it was searched by."""
    assert mention(ad, searched).text == told


def test_mention_of_half_a_ligature() -> None:
    """A letter within a ligature is told as the whole ligature."""
    assert mention("pro\ufb01le", "i") == Mention("\ufb01", 3, 4)


def test_mention_keeps_its_place() -> None:
    """Places are those of the text as it was given, though letters before them are left out or become several."""
    ad = "\ufeff\x1b\ufb03\r\n负责ＳＥＭ投放"
    found = mention(ad, "sem")
    assert (found, ad[found.start : found.end]) == (Mention("ＳＥＭ", 7, 10), "ＳＥＭ")


@pytest.mark.parametrize("word", ["SEO", "ｓｅｏ", " Seo\t", "\u200bSEO\n"])
def test_searched(word: str) -> None:
    """A word to search for is folded as the ad is, without blanks around it."""
    assert searched(word) == "seo"


def test_only_the_beginning_is_read() -> None:
    """What stands after the longest length is not read, and the last letter before it is."""
    read = plain("a" * (LONGEST - 1) + "bc")
    assert (len(read.text), read.text[-1]) == (LONGEST, "b")
    assert read.mention(LONGEST - 1, LONGEST) == Mention("b", LONGEST - 1, LONGEST)


@pytest.mark.parametrize("original", ["运营a" * 3_500_000, "x" * 1_000_000, "1年\n" * 3_500_000, "\x1b[" * 500_000])
def test_long_texts_end(original: str) -> None:
    """Ten megabytes, and a line of one, are read like any other text."""
    assert len(plain(original).text) <= LONGEST


def test_nothing() -> None:
    """An empty text has nothing to search."""
    assert (plain("").text, plain("\x00\u200b").text) == ("", "")
