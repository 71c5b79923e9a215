import pytest

from opscareer.model.stretches import levels_text
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
