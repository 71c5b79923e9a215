import pytest

from opscareer.interview import Answers, contradiction
from opscareer.text import NOTHING


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"years": 3},
        {"years_total": 2},
        {"years": "not-sure", "years_total": 2},
        {"years": 3, "years_total": "not-sure"},
        {"years": 3, "years_total": 3},
        {"years": 2.5, "years_total": 2},
        {"years": 1, "years_total": 9},
    ],
)
def test_what_goes_together(answers: Answers) -> None:
    """What is not told contradicts nothing, and nor do some months, as people round."""
    assert contradiction(answers) == NOTHING


def test_longer_at_the_level_than_in_the_trade() -> None:
    """Both numbers are told, and that one of them must be wrong."""
    told = contradiction({"years": 4.0, "years_total": 2.5})
    assert told.zh == "在这一级做了 4 年，在这一行一共却只有 2.5 年，对不上：改其中一个。"
    assert told.en == "Years at this level: 4, but in the trade: 2.5. One of them must be wrong."
