"""Records become what json can write, and the same records again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opscareer.knowledge.codec import decoder, encode
from opscareer.model.kb import KnowledgeBase
from opscareer.text import Text


@dataclass(frozen=True)
class Leaf:
    """A record with one of every kind of value."""

    word: str
    number: int
    share: float
    yes: bool
    text: Text
    words: tuple[str, ...]
    maybe: float | None = None
    said: Text | None = None


@dataclass(frozen=True)
class Tree:
    """A record that holds others."""

    leaves: tuple[Leaf, ...]
    by_name: Mapping[str, Leaf]


LEAVES = st.builds(
    Leaf,
    word=st.text(),
    number=st.integers(),
    share=st.floats(allow_nan=False),
    yes=st.booleans(),
    text=st.builds(Text, st.text(), st.text()),
    words=st.lists(st.text()).map(tuple),
    maybe=st.none() | st.floats(allow_nan=False),
    said=st.none() | st.builds(Text, st.text(), st.text()),
)
TREES = st.builds(Tree, st.lists(LEAVES, max_size=3).map(tuple), st.dictionaries(st.text(), LEAVES, max_size=3))


@given(TREES)
def test_there_and_back(tree: Tree) -> None:
    """A record comes back from json as it was."""
    assert decoder(Tree)(json.loads(json.dumps(encode(tree)))) == tree


def test_knowledge_base(kb: KnowledgeBase) -> None:
    """The whole built-in knowledge base comes back from json as it was."""
    assert decoder(KnowledgeBase)(json.loads(json.dumps(encode(kb)))) == kb


def test_wrong_length() -> None:
    """A list of another length than the record has fields is no such record."""
    with pytest.raises(ValueError, match="2 values"):
        decoder(Tree)([[]])


def test_unknown_type() -> None:
    """A type that has no decoder is refused when the decoder is made, not when something is lost."""
    with pytest.raises(TypeError, match="no decoder"):
        decoder(bytes)
