"""The words of a web page: all of them, or only the ad that it shows, without what stands around it.

Sites that want their ads to be found state them in the page for search engines (schema.org JobPosting): that is taken
where it is there. Else the part of the page that it is about, as trafilatura finds it, under its heading.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement, fromstring
from trafilatura import extract, load_html
from trafilatura.settings import use_config

from opscareer.outside.page_words import lines_of, shown

_STATED = '//script[contains(@type, "ld+json")]'
_LINES = re.compile(r"<(?:br|/p|/li|/div|/h\d|/tr)\b[^>]*>", re.IGNORECASE)
_SITE = re.compile(r"\s+[-–—|_·]\s+|[|_]")
_LEAST = 60  # letters; less is no ad, and the whole page says more
_NEAR = 300


def whole_of(data: bytes) -> str:
    """Return all words of a page."""
    page = load_html(data)
    return lines_of(shown(page)) if page is not None else ""


def stated_in(data: bytes) -> tuple[str, ...]:
    """Return the ads that a page states for search engines, each once, its title first."""
    page = load_html(data)
    found = {"".join(one.split()): one for one in _stated(page)} if page is not None else {}
    return tuple(found.values())


def ad_of(data: bytes) -> str:
    """Return the ad that a page shows, its title first."""
    page = load_html(data)
    if page is None:
        return ""
    if stated := next(_stated(page), None):
        return stated
    title, words = _title(page), lines_of(shown(page))
    if not words:  # a script writes them, and a title alone is no ad
        return ""
    settings = use_config()  # whose least is for articles: with less it takes the menus too
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_LEAST))
    told = extract(page, include_comments=False, favor_recall=True, config=settings) or ""
    told = told if len(told) >= _LEAST else words
    return told if not title or title in told[:_NEAR] else f"{title}\n{told}"


def _stated(page: HtmlElement) -> Iterator[str]:
    """Yield the ads that a page states for search engines."""
    for script in page.xpath(_STATED):
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(found):
            if "JobPosting" in str(one.get("@type")) and isinstance(one.get("description"), str):
                yield "\n".join([str(one.get("title", "")), _told(one)]).strip()


def _objects(found: Any) -> Iterator[dict[str, object]]:
    """Yield the objects at the top, in a list, or in a graph."""
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _told(posting: dict[str, object]) -> str:
    """Return the words of a stated ad, whose parts may be marked up, with a line for each of its lines."""
    parts = [*map(posting.get, ("description", "responsibilities", "qualifications", "skills")), *_asked(posting)]
    marked = "\n".join(part for part in parts if isinstance(part, str) and part.strip())
    lines = fromstring(f"<div>{_LINES.sub(chr(10), marked)}</div>").text_content().splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _asked(posting: dict[str, object]) -> Iterator[str]:
    """Yield which years and degree a stated ad asks for, in words."""
    years, degree = posting.get("experienceRequirements"), posting.get("educationRequirements")
    months = years.get("monthsOfExperience") if isinstance(years, dict) else None
    if isinstance(months, int | float | str) and str(months).isdecimal():
        yield f"Requirements: {int(months) / 12:g}+ years of experience"
    named = degree.get("credentialCategory") if isinstance(degree, dict) else degree
    if isinstance(named, str):
        yield f"Education: {named}"
    if isinstance(years, str):
        yield years


def _title(page: HtmlElement) -> str:
    """Return the heading of a page, else its title without the name of the site."""
    for told in (*page.xpath("//h1"), *page.xpath("//title")):
        if words := " ".join(told.text_content().split()):
            return words if told.tag == "h1" else _SITE.split(words)[0].strip()
    return ""
