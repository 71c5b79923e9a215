import pytest

from opscareer.model.stretches import levels_text, months_text, years_text
from opscareer.text import Text


@pytest.mark.parametrize(
    ("n", "told"),
    [
        (2, Text("两级", "two levels")),
        (3, Text("三级", "three levels")),
        (8, Text("八级", "eight levels")),
        (9, Text(" 9 级", "9 levels")),
    ],
)
def test_levels_in_words(n: int, told: Text) -> None:
    """Levels are told in words up to eight, in figures beyond."""
    assert levels_text(n) == told


@pytest.mark.parametrize(
    ("months", "told"),
    [
        (1.0, Text("1 个月", "1 month")),
        (0.5, Text("1 个月", "1 month")),
        (10.8, Text("11 个月", "11 months")),
        (11.2, Text("1 年", "1 year")),
        (3.0000001, Text("3 个月", "3 months")),
        (25.0, Text("2 年 1 个月", "2 years 1 month")),
    ],
)
def test_months_in_words(months: float, told: Text) -> None:
    """Stretches are told in whole months, one that is begun counting, from a year on in years and months."""
    assert months_text(months) == told


@pytest.mark.parametrize(("years", "told"), [(1, "1 year"), (1.0, "1 year"), (0.5, "0.5 years"), (2.0, "2 years")])
def test_years_in_words(years: float, told: str) -> None:
    """One year is not told as several."""
    assert years_text(years) == (f"{years:g} 年", told)
