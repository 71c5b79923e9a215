from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from opscareer.names import nearest


def test_nothing_is_near_a_long_word() -> None:
    """What is too long to be a slip of anything has no neighbour, and none is looked for."""
    assert nearest("growht" * 20, ["growth"]) == []
    assert nearest("growht", ["growth"]) == ["growth"]


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


@given(st.text("ab运营c-", max_size=8), st.lists(st.text("ab运营c-", max_size=8), max_size=12))
def test_no_near_word_is_passed_over(word: str, choices: list[str]) -> None:
    """Whatever is left out before words are compared letter by letter is never near enough to be told."""
    close = list(dict.fromkeys(get_close_matches(word.casefold(), choices, n=3, cutoff=0.5)))
    assert nearest(word, choices)[: len(close)] == close
