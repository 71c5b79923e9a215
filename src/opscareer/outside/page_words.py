"""The words that a web page shows, a line for each of its lines: a résumé is read by them."""

import re
from collections.abc import Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_UNREAD = "//head|//script|//style|//template|//noscript|//del|//s|//strike|//comment()|//*[@hidden]"
_UNSEEN = re.compile(r"display:none|visibility:hidden|line-through")
_CELLS = ("td", "th")
_WITHIN = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|img|ins|kbd|label|mark|q|ruby|samp|small|span|strong|sub|sup"
    "|time|tt|u|var|wbr"
)
"""Elements that break no line."""


def shown(page: HtmlElement) -> HtmlElement:
    """Return a page without what nobody sees of it, or sees crossed out."""
    styled = [part for part in page.xpath("//*[@style]") if _UNSEEN.search("".join(part.get("style").lower().split()))]
    for part in [*page.xpath(_UNREAD), *styled]:
        if part.getparent() is not None:
            part.drop_tree()
    return page


def lines_of(page: HtmlElement) -> str:
    """Return all words of a page: a line for each paragraph, entry or heading; the cells of a row between tabs."""
    body = page.find("body")
    told = "".join(_parts(page if body is None else body)).splitlines()
    lines = (re.sub(r" *\t *", "\t", re.sub(r"[^\S\t]+", " ", line)).strip() for line in told)
    return "\n".join(line for line in lines if line)


def _parts(page: HtmlElement) -> Iterator[str]:
    """Yield the text of all elements, with the breaks between them."""
    for event, element in iterwalk(page, events=("start", "end")):
        yield _break(element, first=event == "start")
        if event == "start":
            yield _on_one_line(element.text)
        elif element is not page:
            yield _on_one_line(element.tail)


def _break(element: HtmlElement, *, first: bool) -> str:
    if _WITHIN.fullmatch(element.tag):
        return ""
    if element.tag in _CELLS:
        return "\t" if first else ""
    return "\n"


def _on_one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
