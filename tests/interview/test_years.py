import pytest

from opscareer.interview.years import years


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *[("2", 2), ("2.5", 2.5), ("0", 0), ("99", 99), ("２", 2)],
        *[("3年", 3), ("1 年半", 1.5), ("半年", 0.5), ("18个月", 1.5)],
        *[("2 years", 2), ("4 Y", 4), ("6 months", 0.5), ("half a year", 0.5), ("3.5", 3.5), ("4 yrs", 4)],
        *[("两年", 2), ("一年半", 1.5), ("两年多", 2), ("十年", 10), ("十二年", 12), ("二十年", 20), ("快三年", 3)],
        *[("十八个月", 1.5), ("不到两年", 2), ("一年零六个月", 1.5), ("半年多", 0.5), ("两年半", 2.5)],
        *[("a year and a half", 1.5), ("two and a half years", 2.5), ("ten years", 10), ("about 3 years", 3)],
        *[("3个半月", 0.3), ("一个半月", 0.1), ("三年半", 3.5), ("半个月", 0), ("两年零一个半月", 2.1)],
        *[("one and a half", 1.5), ("1 1/2 years", 1.5), ("½ year", 0.5), ("2y6m", 2.5), ("2 y 6 mths", 2.5)],
        *[("two and a half months", 0.2), ("twenty-five years", 25), ("twenty one", 21), ("fourteen years", 14)],
        *[("2½", 2.5), ("1 year 6 months", 1.5), ("5+", 5), ("an year", 1), ("two", 2)],
    ],
)
def test_years(said: str, number: float) -> None:
    """Years are read as people write them, in both languages; what is too many is for the interview to refuse."""
    assert years(said) == number


@pytest.mark.parametrize(
    "said",
    ["", "long", "-1", "2-3", "nan", "inf", "1e3", "2.", "2 weeks", "x2", "十十", "一二年", "9" * 50, "6m"],
)
def test_no_years(said: str) -> None:
    """What is no number of years is none."""
    assert years(said) is None
