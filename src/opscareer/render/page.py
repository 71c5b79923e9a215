"""A page of text for people: lines of styled spans, laid out for a width.

Characters of ambiguous width (arrows, dashes, box drawing) are avoided: terminals set for Chinese draw them two
columns wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from opscareer.text import Lang, Text, fit, width, wrap

Style = Literal["", "bold", "dim", "good", "warn", "bad"]
Line = tuple[tuple[str, Style], ...]

FULL, EMPTY = "▮", "▯"


@dataclass
class Page:
    """Lines in one language for one width (columns)."""

    lang: Lang
    columns: int
    lines: list[Line] = field(default_factory=list)

    def say(self, text: Text | str, style: Style = "", *, indent: int = 0, first: str = "") -> None:
        """Add running text, wrapped; `first` stands before its first line, and the others hang under it."""
        told = text if isinstance(text, str) else text.of(self.lang)
        lead = " " * indent + first
        hanging = " " * width(lead)
        for number, line in enumerate(wrap(told, self.columns - width(lead))):
            self.lines.append(((lead if number == 0 else hanging, ""), (line, style)))

    def spans(self, *spans: tuple[str, Style]) -> None:
        """Add one line of styled spans, as it is."""
        self.lines.append(spans)

    def blank(self) -> None:
        """Add an empty line, unless one stands there already."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def head(self, text: Text) -> None:
        """Add a heading, with an empty line before it."""
        self.blank()
        self.say(text, "bold")

    def table(
        self, headings: tuple[Text, ...], rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...] = ()
    ) -> None:
        """Add rows in columns; the last column takes the width that is left, and is wrapped.

        Where that would be too narrow to read, it goes under its row.
        """
        titles = tuple(heading.of(self.lang) for heading in headings)
        widths = [max(width(row[i]) for row in (titles, *rows)) for i in range(len(titles) - 1)]
        left = self.columns - sum(widths) - 2 * len(widths) - 2
        wide = left >= 24
        self._row(titles[:-1] if not wide else titles, widths, right, left, "dim")
        for row in rows:
            self._row(row if wide else row[:-1], widths, right, left, "")
            if not wide and row[-1]:
                self.say(row[-1], indent=4)

    def _row(self, cells: tuple[str, ...], widths: list[int], right: tuple[int, ...], left: int, style: Style) -> None:
        head = "  " + "".join(
            _cell(cell, size, i in right) + "  " for i, (cell, size) in enumerate(zip(cells, widths, strict=False))
        )
        tail = wrap(cells[-1], left) if len(cells) > len(widths) else [""]
        for number, line in enumerate(tail):
            self.lines.append(((head if number == 0 else " " * width(head), style), (line, style)))


def bar(share: float, cells: int = 20) -> str:
    """Return a bar for a share of 1."""
    filled = round(max(0.0, min(1.0, share)) * cells)
    return FULL * filled + EMPTY * (cells - filled)


def percent(share: float) -> str:
    """Return a share of 1 as a whole percentage."""
    return f"{100 * share:.0f}%"


def points(share: float) -> str:
    """Return a gain of fit in points of a hundred."""
    return f"+{100 * share:.1f}"


def as_text(lines: list[Line]) -> str:
    """Return the page without its styles."""
    return "".join("".join(span for span, _ in line).rstrip() + "\n" for line in lines)


def _cell(text: str, columns: int, right: bool) -> str:
    return " " * (columns - width(text)) + text if right else fit(text, columns)
