"""Replacing values of a YAML text by their places."""

import pytest
from spans import added, changed, composed, entries, fields, instead_of, words

FLOW = """# what stands above
one: {a: [x, "y"], b: 2}   # beside
多: {c: 3}
"""
BLOCK = """one:
    a:
        - x
        - "y"   # beside the last

    # before b
    b: 2
"""


def test_only_the_value_changes() -> None:
    """What stands around a value stays: remarks, quotes, gaps, letters that take several bytes."""
    one = fields(fields(composed(FLOW))["one"])
    assert changed(FLOW, [instead_of(one["b"], "7"), instead_of(one["a"], "[z]")]) == FLOW.replace(
        '[x, "y"]', "[z]"
    ).replace("2}", "7}")


def test_nothing_changed() -> None:
    """Without a change the text is the same."""
    assert changed(FLOW, []) == FLOW


def test_a_list_in_block_form() -> None:
    """A list written line by line is replaced up to its last entry, not up to what comes next."""
    told = fields(fields(composed(BLOCK))["one"])["a"]
    now = changed(BLOCK, [instead_of(told, "[z]")])
    assert fields(fields(composed(now))["one"])["a"].value[0].value == "z"
    assert now.endswith("   # beside the last\n\n    # before b\n    b: 2\n")


@pytest.mark.parametrize("text", [FLOW, BLOCK])
def test_a_key_is_added_in_the_same_form(text: str) -> None:
    """A new key stands at the end of its mapping, in a line of its own where the others do."""
    now = fields(composed(changed(text, [added(fields(composed(text))["one"], "d", "4")])))
    assert list(fields(now["one"])) == ["a", "b", "d"]


def test_what_is_no_mapping_or_list_has_nothing() -> None:
    """An empty file, a missing value and a word have neither keys nor entries."""
    assert fields(composed("")) == {}
    assert fields(None) == {}
    assert entries(composed("word")) == []
    assert words(None) == []
