"""Text of a knowledge base, as the model holds it."""

from opscareer.knowledge.shapes.words import AliasShape, SummaryShape, TextShape
from opscareer.model.skill import Words
from opscareer.text import Text


def text_of(shape: TextShape) -> Text:
    """Return a text."""
    return Text(shape.zh, shape.en)


def text_or(shape: TextShape | None, otherwise: Text) -> Text:
    """Return a text, or another one where none is written."""
    return text_of(shape) if shape else otherwise


def summary_of(shape: SummaryShape) -> Text:
    """Return what sums a thing up: without a summary its name does."""
    return text_of(shape.summary or shape.name)


def words_of(shape: AliasShape) -> Words:
    """Return other words for a thing, by language."""
    return Words(tuple(shape.zh), tuple(shape.en))
