from small_kb import SMALL, both


def test_labels_by_option() -> None:
    """A question gives the label of each of its options, from least to most."""
    labels = SMALL.questions["degree"].labels
    assert list(labels.items()) == [("low", both("low")), ("middle", both("middle")), ("high", both("high"))]
