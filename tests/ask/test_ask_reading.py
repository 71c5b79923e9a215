import pytest

from opscareer.ask.reading import answer_in_words, matching, numbers, years
from opscareer.interview import Ask, Choice, Value
from opscareer.text import Text

CHOICES = (Choice("a/b", Text("", ""), ("SEO专员", "Search specialist")), Choice("c/d", Text("", ""), ("SEO",)))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("seo", ["c/d"]),
        ("Seo专", ["a/b"]),
        ("search spec", ["a/b"]),
        ("A/B", ["a/b"]),
        ("ＳＥＯ", ["c/d"]),
        ("专员", ["a/b"]),
        ("se", ["a/b", "c/d"]),
        ("裁缝", []),
    ],
)
def test_matching(said: str, found: list[str]) -> None:
    """A whole name comes before parts of names; case and full-width letters make no difference."""
    assert [choice.value for choice in matching(CHOICES, said)] == found


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *[("2", 2), ("2.5", 2.5), ("0", 0), ("99", 99), ("２", 2)],
        *[("3年", 3), ("1 年半", 1.5), ("半年", 0.5), ("18个月", 1.5)],
        *[("2 years", 2), ("4 Y", 4), ("6 months", 0.5), ("half a year", 0.5)],
    ],
)
def test_years(said: str, number: float) -> None:
    """Years are read as people write them, in both languages; what is too many is for the interview to refuse."""
    assert years(said) == number


@pytest.mark.parametrize("said", ["", "two", "-1", "2-3", "nan", "inf", "1e3", "2.", "2 weeks", "x2"])
def test_no_years(said: str) -> None:
    """What is no number of years is none."""
    assert years(said) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        *[("1", (1,)), ("1,3", (1, 3)), ("3、1", (3, 1)), ("1 ，2;3", (1, 2, 3)), ("2,2", (2,)), ("１２", (12,))],
        *[("", None), (",", None), ("1,x", None), ("1-3", None), ("1.5", None), ("-1", None)],
    ],
)
def test_numbers(said: str, told: tuple[int, ...] | None) -> None:
    """Numbers are read in the order in which they are listed, each once; anything else among them makes it no list."""
    assert numbers(said) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(("a/b", "c/d"), "A, C"), (("c/d",), "C"), ("a/b", "A"), ((), "none"), (2.5, "2.5"), ("not-sure", "not-sure")],
)
def test_answers_in_words(value: Value, told: str) -> None:
    """An answer is told as its question puts it; none chosen is told as none."""
    choices = tuple(Choice(id_, Text(id_[0], id_[0].upper())) for id_ in ("a/b", "c/d"))
    assert answer_in_words(Ask("x", "choices", Text("", ""), Text("", ""), choices), value).en == told
