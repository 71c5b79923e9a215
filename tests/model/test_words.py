import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.match.plain import plain
from opscareer.model.index import Index, indexed
from opscareer.model.words import Hit, every, longest, outermost

vocabulary = st.lists(st.text("abg9运营+ ", min_size=1, max_size=4), max_size=8)
texts = st.text("abg9运营+ \n", max_size=40)


def words(*known: str) -> Index[str]:
    """Return words that stand for themselves."""
    return indexed((word, word) for word in known)


def found_in(ad: str, *known: str) -> list[str]:
    """Return what the longest words found in an ad stand for."""
    return [hit.means for hit in longest(words(*known), plain(ad).text)]


def spans(hits: Iterable[Hit[str]]) -> list[tuple[int, int]]:
    """Return where hits stand, in order, each place once."""
    return sorted({(hit.start, hit.end) for hit in hits})


@pytest.mark.parametrize(
    ("ad", "known", "found"),
    [
        ("负责用户运营", ("用户", "运营", "用户运营"), ["用户运营"]),
        ("负责用户增长运营", ("用户", "运营", "用户运营"), ["用户", "运营"]),
        ("内容运营和活动运营", ("运营", "内容运营", "活动"), ["内容运营", "活动", "运营"]),
        ("data analysis tools", ("data", "data analysis"), ["data analysis"]),
        ("data analyst", ("data", "data analysis"), ["data"]),
        ("短视频短视频", ("短视频",), ["短视频", "短视频"]),
    ],
)
def test_longest_at_each_place(ad: str, known: tuple[str, ...], found: list[str]) -> None:
    """The longest word that stands at a place is found, and nothing within it."""
    assert found_in(ad, *known) == found


@pytest.mark.parametrize(
    ("ad", "word", "there"),
    [
        ("熟悉JavaScript", "Java", False),
        ("熟悉Java和Script", "Java", True),
        ("熟悉Go语言", "go", True),
        ("会用google", "go", False),
        ("会用google", "gle", False),
        ("attend a seminar", "SEM", False),
        ("负责SEM投放", "sem", True),
        ("SEM、SEO", "sem", True),
        ("(sem)", "SEM", True),
        ("SEM2", "sem", False),
        ("B2B", "2b", False),
        ("做短视频的", "短视频", True),
        ("做短视频app", "短视频", True),
        ("app运营", "app运营", True),
        ("myapp运营", "app运营", False),
        ("会C++的人", "C++", True),
        ("abC++", "C++", False),
        ("ＳＥＭ投放", "sem", True),
        ("投放sem", "ＳＥＭ", True),
    ],
)
def test_a_latin_word_stands_alone(ad: str, word: str, there: bool) -> None:
    """A Latin word may stand between Chinese letters, not within a longer Latin word; Chinese ones stand anywhere."""
    assert found_in(ad, word) == [word] * there


def test_a_longer_word_that_does_not_stand_alone_hides_nothing() -> None:
    """Where the longest word would end within another, the next shorter one is found."""
    assert found_in("运营app2", "运营app", "运营") == ["运营"]


def test_the_first_meaning_counts() -> None:
    """A word that is told twice stands for what it stood for first."""
    known = indexed([("运营", 1), ("投放", 2), ("运营", 3)])
    assert [(hit.means, hit.start, hit.end) for hit in longest(known, "做运营")] == [(1, 1, 3)]
    assert [hit.means for hit in every(known, "做运营")] == [1]


def test_words_that_differ_in_case_alone_are_one() -> None:
    """Words that are searched alike are one, and the first of them counts."""
    assert found_in("seo", "SEO", "seo", "Ｓｅｏ") == ["SEO"]


def test_all_finds_words_within_words() -> None:
    """Every word at every place is found, at one place the longest first."""
    found = [hit.word for hit in every(words("用户", "用户运营", "运营", "户运"), "用户运营")]
    assert found == ["用户运营", "用户", "户运", "运营"]


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("用户运营", ("用户运营", "运营", "用户"), ["用户运营"]),
        ("用户运营", ("用户运", "运营"), ["用户运", "运营"]),
        ("用户运营和用户", ("用户运营", "用户"), ["用户运营", "用户"]),
    ],
)
def test_outermost(text: str, known: tuple[str, ...], found: list[str]) -> None:
    """No word within one that began before is found, though it ends with it; of two that overlap both are."""
    assert [hit.word for hit in outermost(words(*known), text)] == found


@pytest.mark.parametrize("known", [(), ("",), (" ",), ("a",), ("运",), ("\u200b",)])
def test_a_single_letter_is_no_word(known: tuple[str, ...]) -> None:
    """A word of one letter, or of none, is not looked for."""
    assert found_in("a 运", *known) == []


@pytest.mark.parametrize("ad", ["", "运", "\n"])
def test_nothing_to_find(ad: str) -> None:
    """In a text shorter than any word nothing is found."""
    assert found_in(ad, "运营", "\n\n") == []


@given(vocabulary, texts)
def test_hits_stand_at_their_places(known: list[str], text: str) -> None:
    """Every hit is at its place, and is a word that was asked for."""
    found = words(*known)
    for hit in (*longest(found, text), *every(found, text)):
        assert text[hit.start : hit.end] == hit.word
        assert hit.means.strip() == hit.word
        assert hit.means in known


@given(vocabulary, texts)
def test_longest_do_not_overlap(known: list[str], text: str) -> None:
    """The longest words stand one after another, and each is among all words of the text."""
    found = words(*known)
    places = spans(longest(found, text))
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert set(places) <= set(spans(every(found, text)))


@given(vocabulary, texts)
def test_all_are_found(known: list[str], text: str) -> None:
    """All words are found wherever no Latin letter or digit goes on over their edges, and nowhere else."""
    expected = set()
    for word in {word.strip() for word in known if len(word.strip()) > 1}:
        before = "(?<![a-z0-9])" if re.match("[a-z0-9]", word) else ""
        after = "(?![a-z0-9])" if re.match("[a-z0-9]", word[-1]) else ""
        places = re.finditer(f"{before}(?={re.escape(word)}{after})", text)
        expected |= {(place.start(), place.start() + len(word)) for place in places}
    assert spans(every(words(*known), text)) == sorted(expected)
