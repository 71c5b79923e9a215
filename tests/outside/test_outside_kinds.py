"""What a file is, whatever its name says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_of_files import SAMPLES

from opscareer.outside.kinds import Kind, kind_of


@pytest.mark.parametrize(("content", "kind"), SAMPLES)
def test_kinds(content: bytes, kind: Kind) -> None:
    """A file is known by what it holds."""
    assert kind_of(content) is kind


def test_every_kind_is_told() -> None:
    """Each kind has its name in both languages, and there is a sample of it."""
    assert {kind for _, kind in SAMPLES} == {*Kind}
    assert all(kind.value.zh and kind.value.en for kind in Kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "商户运营专员\n任职要求：熟悉 HTML、PDF。",
        "Cook\nwork:\n- prepare dishes\nbasics:\n- knives",
        '{"title": "x", "text": "the basics: [x]"}',
        "<p>What you will do</p>",
        "schema: own\n",
        "name: X\ncv:\n",
        bytes(range(1, 256)).decode("latin-1"),
        "商户运营，" * 10 + "\0",
    ],
)
def test_of_no_kind(text: str) -> None:
    """A text that shows nothing of the kind is left alone, also where it speaks of such files."""
    assert kind_of(text.encode()) is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters='<{"\0')))
def test_any_text(text: str) -> None:
    """A text without brackets or quotes is no page and nothing in JSON."""
    assert kind_of(text.encode()) in (None, Kind.PDF, Kind.ANSWERS, Kind.EXPORT, Kind.OURS, Kind.RESUME)


@pytest.mark.parametrize("part", [b"<!-- -->", b"# \n", b"schema ", b'"basics" ', b"{ ", b"\n", b"<?xml "])
def test_long_beginnings(part: bytes) -> None:
    """However long what might still become a page or a résumé is, it is looked through once."""
    assert kind_of(part * 100_000) is None
