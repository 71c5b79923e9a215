from small_kb import SMALL


def test_constant_by_name() -> None:
    """A constant of the arithmetic is read by its name."""
    assert SMALL.rules["within_reach"] == 0.65
