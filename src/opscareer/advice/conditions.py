"""Tests of what is known: the one grammar by which data says when a rule or a question applies."""

from collections.abc import Iterable, Mapping

from opscareer.model.rules import Test

Known = Mapping[str, str | float | frozenset[str]]
"""What is known, by name: a word, a number, or several words that were chosen."""


def holds(tests: Iterable[Test], known: Known) -> bool:
    """Return whether all tests pass. What is not known passes none."""
    return all(_passes(test, known.get(test.name)) for test in tests)


def _passes(test: Test, value: str | float | frozenset[str] | None) -> bool:
    if value is None:
        return False
    if isinstance(value, frozenset):
        return not value.isdisjoint(test.one_of)
    if isinstance(value, str):
        return value in test.one_of
    enough = test.at_least is None or value >= test.at_least
    return not test.one_of and enough and (test.below is None or value < test.below)
