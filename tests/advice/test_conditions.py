import pytest

from opscareer.advice.conditions import Known, holds
from opscareer.model.rules import Test


@pytest.mark.parametrize(
    ("test", "known", "passes"),
    [
        (Test("rung", ("manager", "director")), {"rung": "director"}, True),
        (Test("rung", ("manager",)), {"rung": "director"}, False),
        (Test("rung", ("manager",)), {}, False),
        (Test("years", at_least=2), {"years": 2.0}, True),
        (Test("years", at_least=2), {"years": 1.9}, False),
        (Test("years", below=2), {"years": 1.9}, True),
        (Test("years", below=2), {"years": 2.0}, False),
        (Test("years", at_least=1, below=2), {"years": 1.0}, True),
        (Test("years", at_least=1, below=2), {"years": 0.0}, False),
        (Test("years", below=2), {}, False),
        (Test("years", below=2), {"years": "few"}, False),
        (Test("years", ("few",)), {"years": 0.0}, False),
        (Test("facts", ("rival", "late")), {"facts": frozenset({"late", "far"})}, True),
        (Test("facts", ("rival",)), {"facts": frozenset({"late", "far"})}, False),
        (Test("facts", at_least=1), {"facts": frozenset({"late"})}, False),
    ],
)
def test_one_test(test: Test, known: Known, passes: bool) -> None:
    """A test passes on one of its words, which may be one of several chosen, or within its bounds, and never on what is
    not known or of another kind."""
    assert holds([test], known) is passes


def test_all_tests_must_pass() -> None:
    """Several tests hold only together, and no test always holds."""
    tests = [Test("rung", ("manager",)), Test("years", at_least=2)]
    assert holds(tests, {"rung": "manager", "years": 2})
    assert not holds(tests, {"rung": "manager", "years": 1})
    assert not holds(tests, {"rung": "director", "years": 2})
    assert holds([], {})
