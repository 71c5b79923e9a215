import pytest

from opscareer.ask.reading import matching, years
from opscareer.interview import Choice
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
