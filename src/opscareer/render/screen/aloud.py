"""A page as it is read aloud by a screen reader: one thing a line; no columns, no bars, no signs."""

import re
from collections.abc import Sequence

from opscareer.render.screen.page import EMPTY, FULL, Page, Style
from opscareer.text import Lang, Text
from opscareer.views.words.headings import TO
from opscareer.wrapping import width

_UNBROKEN = 10_000
"""Columns: a sentence is one line, and the terminal wraps it."""
_MARKS = ("-", "!", "?")
_LONG = 24
"""Columns; what is longer in the last cell of a row is a sentence, and stands on a line of its own."""
_RISE = re.compile(r"(?<=[0-9?])>(?=[0-9])| (?:->|>) ")
_RANGE = re.compile(r"(?<![-0-9.])([0-9.]{1,5})-([0-9.]{1,5})(?![-0-9])")
_OR = Text("或", " or ")


class PlainPage(Page):
    """A page of which each line says one thing."""

    def __init__(self, lang: Lang) -> None:
        super().__init__(lang, _UNBROKEN, plain=True)

    def say(self, text: Text | str, style: Style = "", *, indent: int = 0, first: str = "") -> None:  # noqa: ARG002
        """Add running text as a line; what would stand before it names it, unless that is a mark of a list."""
        told = self.spoken(text if isinstance(text, str) else text.of(self.lang))
        name = first.strip()
        if name and name not in _MARKS:
            told = f"{self.spoken(name)}{self.colon}{told}"
        if told:
            self.lines.append(((told, style),))

    def spans(self, *spans: tuple[str, Style]) -> None:
        """Add styled spans as one line."""
        self.say("".join(text for text, _ in spans))

    def table(
        self,
        headings: tuple[Text, ...],
        rows: Sequence[tuple[str, ...]],
        *,
        right: tuple[int, ...] = (),  # noqa: ARG002
    ) -> None:
        """Add a line for each row: its first cell, then the others with their headings."""
        titles = [_within(heading.of(self.lang)) for heading in headings]
        for name, *cells in rows:
            told = [(title, cell) for title, cell in zip(titles[1:], cells, strict=True) if title and cell]
            after = told.pop() if told and width(told[-1][1]) > _LONG else None
            named = f"{titles[0]} {name}" if name.isdecimal() else name
            line = self.comma.join(f"{title} {cell}" for title, cell in told)
            self.say(line, first=named) if line else self.say(named)
            if after:
                self.say(after[1], first=after[0][:1].upper() + after[0][1:])

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return "：" if self.lang == "zh" else ": "

    def spoken(self, text: str) -> str:
        """Return text with words in place of signs."""
        to = f" {TO.of(self.lang)} "
        text = re.sub(f" *[{FULL}{EMPTY}]+ *", "  ", text)
        text = _RANGE.sub(rf"\1{to}\2", _RISE.sub(to, text)).replace(" | ", _OR.of(self.lang))
        return re.sub(r"(?<=\S)\s{2,}(?=\S)", self.comma, re.sub(r"\s{2,}(?=\[)", " ", text)).strip()


def _within(heading: str) -> str:
    """Return a heading as it stands within a sentence: small, unless its first word is a name such as AI."""
    return heading if heading[1:2].isupper() else heading[:1].lower() + heading[1:]


def page_for(lang: Lang, columns: int, *, plain: bool) -> Page:
    """Return an empty page for a reader: one that is looked at, so many columns wide, or one that is read aloud."""
    return PlainPage(lang) if plain else Page(lang, columns)
