"""Readers of the pages of HTML, which forgive nothing."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def parsed(page: str) -> Element:
    """Return a page as a tree; a parser that forgives nothing must have nothing to forgive."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def tags(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield all elements with their names, those of drawings without their namespace."""
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], element


def told(element: Element) -> str:
    """Return all text within an element."""
    return "".join(element.itertext())
