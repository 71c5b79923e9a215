"""Mutants are put in the place of functions, whatever stands around them, and their lines are found again."""

from pathlib import Path

import pytest

pytest.importorskip("mutmut")

from mutant_reach import moved
from mutants import Mutant, mutants_of

from opscareer.model.demand import Row

SOURCE = Path(__file__).parent.parent.parent / "src" / "opscareer"
ROW = Row("bd", "manager", 3, (), ((1, 1), (3, 2)), ())


def mutants(file: str, function: str) -> list[Mutant]:
    """Return the mutants of a function."""
    return [one for one in mutants_of(SOURCE / file) if one.function == function]


def test_a_property_is_mutated() -> None:
    """What a property does is mutated as what a function does, though mutmut passes over it, at its own line."""
    found = mutants("model/demand.py", "Row.usual_years")
    text = (SOURCE / "model/demand.py").read_text().splitlines()
    assert len(found) > 5
    for one in found:
        assert one.package == "model"
        assert one.before.splitlines()[0].strip() in text[one.lines[0] - 1]
        assert one.before != one.after


def test_it_is_put_in_place() -> None:
    """A mutant takes the place of its function for whoever has it; its defaults too."""
    usual = type(ROW).usual_years.fget  # type: ignore[attr-defined]
    before = usual.__code__
    try:
        told = set()
        for one in mutants("model/demand.py", "Row.usual_years"):
            one.apply()
            try:
                told.add(ROW.usual_years)
            except (TypeError, IndexError, ZeroDivisionError):
                told.add(None)
    finally:
        usual.__code__ = before
    assert len(told) > 1
    assert ROW.usual_years == 3


def test_what_changes_nothing_is_left_out() -> None:
    """SQL in other letters, and lists of one length joined without the check of it, are no mutants."""
    for file, function in (("store/versions.py", "version_of"), ("match/clauses.py", "parts_of")):
        for one in mutants(file, function):
            assert "strict=False" not in one.after
            assert "PRAGMA" not in one.before or one.before.lower() != one.after.lower()


@pytest.mark.parametrize(
    ("after", "places"),
    [
        ("a\nb\nc", {1: [1], 2: [2], 3: [3]}),
        ("new\na\nb\nc", {1: [2], 2: [3], 3: [4]}),
        ("a\nc", {1: [1], 2: [], 3: [2]}),
        ("a\nx\ny\nc", {1: [1], 2: [2, 3], 3: [4]}),
        ("a\nx\nc", {1: [1], 2: [2], 3: [3]}),
    ],
)
def test_where_lines_are_now(after: str, places: dict[int, list[int]]) -> None:
    """A line that was measured is found where it is now, one that changed where its successors are."""
    assert {line: list(now) for line, now in moved("a\nb\nc", after).items()} == places
