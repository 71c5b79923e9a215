"""What waits for itself, found in any graph."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.knowledge.check.circles import circling

THINGS = st.sampled_from("abcdefg")


@pytest.mark.parametrize(
    ("waits", "found"),
    [
        ({}, ""),
        ({"a": "b"}, ""),
        ({"a": "a"}, "a"),
        ({"a": "b", "b": "ac", "c": "d"}, "ab"),
        ({"a": "bc", "b": "a", "c": "a"}, "abc"),
        ({"a": "b", "b": "ac", "c": "d", "d": "e", "e": "d"}, "abde"),
    ],
)
def test_circles(waits: Mapping[str, str], found: str) -> None:
    """All circles are found, those that share a thing too; what only leads into one or out of it is none."""
    assert circling(waits) == set(found)


@given(st.dictionaries(THINGS, st.frozensets(THINGS)))
def test_what_comes_back(waits: Mapping[str, frozenset[str]]) -> None:
    """A thing is in a circle exactly where some way from it leads back to it."""
    assert circling(waits) == {thing for thing in waits if thing in ahead(waits, thing)}


def ahead(waits: Mapping[str, frozenset[str]], start: str) -> set[str]:
    """Return all that a thing waits for, over others or at once."""
    seen: set[str] = set()
    coming = set(waits[start])
    while coming:
        seen |= coming
        coming = {far for near in coming for far in waits.get(near, ())} - seen
    return seen
