"""Pieces of Markdown: paragraphs, lists under a heading, tables; all text is escaped."""

from collections.abc import Iterable, Iterator

from opscareer.render.markdown.escaping import escaped
from opscareer.text import Lang, Text


def paragraphs(texts: Iterable[Text | None], lang: Lang) -> Iterator[str]:
    """Yield paragraphs, each after an empty line; of nothing none."""
    for text in texts:
        if text:
            yield from ("", escaped(text.of(lang)))


def listed(heading: Text, told: Iterable[str], lang: Lang) -> Iterator[str]:
    """Yield a list under a heading, where there is anything to list."""
    lines = [f"- {escaped(one)}" for one in told]
    if lines:
        yield from ("", f"## {escaped(heading.of(lang))}", "", *lines)


def table(headings: Iterable[Text], rows: Iterable[Iterable[str]], lang: Lang) -> Iterator[str]:
    """Yield a table, line by line."""
    heads = [escaped(heading.of(lang)) for heading in headings]
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"
