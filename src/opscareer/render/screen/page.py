"""A page of text for people: lines of styled spans, laid out for a width.

Characters of ambiguous width (arrows, dashes, box drawing) are avoided: terminals set for Chinese draw them two
columns wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from opscareer.text import Lang, Text
from opscareer.views.words.headings import MORE
from opscareer.wrapping import fit, least_width, width, wrap

Style = Literal["", "bold", "dim", "good", "warn", "bad"]
Line = tuple[tuple[str, Style], ...]

FULL, EMPTY = "▮", "▯"
_ROOM = 24  # columns; running text in fewer is hard to read


@dataclass
class Page:
    """Lines in one language for one width (columns); plain: for a screen reader, which cannot read bars."""

    lang: Lang
    columns: int
    lines: list[Line] = field(default_factory=list)
    plain: bool = False

    def say(self, text: Text | str, style: Style = "", *, indent: int = 0, first: str = "") -> None:
        """Add running text, wrapped; `first` stands before its first line, and the others hang under it.

        Where `first` leaves too little room to read, it stands above.
        """
        told = text if isinstance(text, str) else text.of(self.lang)
        if first and self.columns - indent - width(first) < min(_ROOM, self.columns // 2):
            self.say(first.strip(), indent=indent)
            indent, first = indent + 2, ""
        lead = " " * indent + first
        hanging = " " * width(lead)
        for number, line in enumerate(wrap(told, self.columns - width(lead))):
            self.lines.append(((lead if number == 0 else hanging, ""), (line, style)))

    @property
    def comma(self) -> str:
        """What stands between two things that are said of one."""
        return "，" if self.lang == "zh" else ", "

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

    def more(self, left_out: int) -> None:
        """Add how many there are besides those that were written, where there are any."""
        if left_out > 0:
            self.say(MORE.fill(n=left_out), "dim", indent=2)

    def table(
        self, headings: tuple[Text, ...], rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...] = ()
    ) -> None:
        """Add rows in columns; the last column takes the width that is left, and is wrapped.

        Where that would be too narrow to read, it goes under its row, and the others are wrapped as far as they must.
        """
        titles = tuple(heading.of(self.lang) for heading in headings)
        widths = [max(width(row[i]) for row in (titles, *rows)) for i in range(len(titles) - 1)]
        left = self.columns - sum(widths) - 2 * len(widths) - 2
        wide = left >= _ROOM
        widths = [*widths, left] if wide else _narrowed(self.columns, [titles, *rows], widths)
        self._row(titles, widths, right, "dim")
        for row in rows:
            self._row(row, widths, right, "")
            if not wide and row[-1]:
                self.say(row[-1], indent=4)

    def _row(self, cells: tuple[str, ...], widths: list[int], right: tuple[int, ...], style: Style) -> None:
        """Add the cells that have a width, each wrapped in its column."""
        wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=False)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            shown = (_cell(part, size, i in right) for i, (part, size) in enumerate(zip(parts, widths, strict=True)))
            self.lines.append((("  " + "  ".join(shown).rstrip(), style),))


def bar(share: float, cells: int = 20) -> str:
    """Return a bar for a share of 1."""
    filled = round(max(0.0, min(1.0, share)) * cells)
    return FULL * filled + EMPTY * (cells - filled)


def stretch(start: float, end: float, whole: float, cells: int = 20) -> str:
    """Return a stretch of a whole as a bar: at least one cell, so that the shortest can be seen."""
    first = min(cells - 1, int(cells * start / whole)) if whole else 0
    last = max(first + 1, round(cells * end / whole)) if whole else 1
    return EMPTY * first + FULL * (last - first) + EMPTY * (cells - last)


def as_text(lines: list[Line]) -> str:
    """Return the page without its styles."""
    return "".join("".join(span for span, _ in line).rstrip() + "\n" for line in lines)


def _narrowed(columns: int, rows: Sequence[tuple[str, ...]], widths: list[int]) -> list[int]:
    """Return the widths made to fit, as far as that breaks no word; the column that can spare most gives most."""
    spare = [size - max(least_width(row[i]) for row in rows) for i, size in enumerate(widths)]
    excess = 2 * len(widths) + sum(widths) - columns
    narrowed = list(widths)
    for i in sorted(range(len(widths)), key=lambda i: -spare[i]):
        cut = max(0, min(excess, spare[i]))
        narrowed[i] -= cut
        excess -= cut
    return narrowed


def _cell(text: str, columns: int, right: bool) -> str:
    return " " * (columns - width(text)) + text if right else fit(text, columns)
