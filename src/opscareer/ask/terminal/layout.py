"""Drawing a question into the room there is: the question is always seen, and what is cut says so.

With room for all, all is drawn. With less the help goes first (`?` tells it), then the entries that are not chosen are
folded to their first words, then the list is a window that tells where it stands. Nothing here prints.
"""

import re
from typing import Literal, NamedTuple

from opscareer.ask.terminal import hints
from opscareer.ask.terminal.face import Entry, Face
from opscareer.text import Lang
from opscareer.wrapping import width, wrap

Style = Literal["", "bold", "dim", "warn"]

_LEAST = 6  # lines of a list, from which a window of it is better than a shorter head
_CUT = ".."


class Line(NamedTuple):
    """A line as it is drawn; typed: whether the cursor stands at its end."""

    text: str
    style: Style = ""
    typed: bool = False


def drawn(face: Face, lang: Lang, columns: int, rows: int) -> list[Line]:
    """Return the lines of a question for a terminal of so many columns and rows, never more than there are rows."""
    room = _Room(face, lang, max(columns, 10), max(rows, 4))
    return room.whole() or room.folded() or room.window()


class _Room:
    """A question, and how much room there is for it."""

    def __init__(self, face: Face, lang: Lang, columns: int, rows: int) -> None:
        self._face, self._lang, self._columns, self._rows = face, lang, columns, rows

    def whole(self) -> list[Line] | None:
        """Return everything, at least the whole of each entry; None where that is too much."""
        body = [line for at, entry in enumerate(self._face.entries) for line in self._block(at, entry)]
        return self._first_that_fits(body)

    def folded(self) -> list[Line] | None:
        """Return all entries, folded but for the chosen one; None where that is too much."""
        body = [line for at in range(len(self._face.entries)) for line in self._shown(at)]
        return self._first_that_fits(body)

    def window(self) -> list[Line]:
        """Return as many entries around the chosen one as there is room for."""
        foot = self._foot(self._face.keys.of(self._lang))
        for head in (self._head(with_help=True), self._head(with_help=False)):
            left = self._rows - len(head) - len(foot) - 1
            if left >= _LEAST:
                body, first, last = self._some(left)
                place = hints.PLACE.fill(first=first, last=last, all=len(self._face.entries)).of(self._lang)
                return [*head, *body, Line(_cut(place, self._columns), "dim"), *foot]
        return self._narrow()

    def _narrow(self) -> list[Line]:
        """Return the least that can be answered: the question, one entry or more, and in one line where one is."""
        head, said = self._short_head(), self._foot("")[:1]
        body, first, last = self._some(self._rows - len(head) - len(said) - 1)
        place = hints.SHORT_PLACE.format(first=first, last=last, all=len(self._face.entries)) if body else ""
        return [*head, *body, *said, Line(self._tight(place), "dim")]

    def _tight(self, place: str) -> str:
        """Return in a line where one stands and by which keys one answers, as far as there is room."""
        lines = [f"{place} {keys.of(self._lang)}".strip() for keys in (*self._face.tight, hints.TIGHT)]
        return next((line for line in lines if width(line) <= self._columns), _cut(lines[-1], self._columns))

    def _first_that_fits(self, body: list[Line]) -> list[Line] | None:
        keys = self._face.keys.of(self._lang)
        foots = (self._foot(keys), self._foot(keys), self._foot(self._tight("")))
        heads = (self._head(with_help=True), self._head(with_help=False), self._short_head())
        for head, foot in zip(heads, foots, strict=True):
            if len(head) + len(body) + len(foot) <= self._rows:
                return [*head, *body, *foot]
        return None

    def _head(self, *, with_help: bool) -> list[Line]:
        face = self._face
        return [
            *self._lines(face.progress.of(self._lang), "dim"),
            *self._lines(face.title.of(self._lang), "bold"),
            *(self._lines(face.help.of(self._lang), "dim") if with_help else ()),
            *(line for note in face.notes for line in self._lines(note.of(self._lang), "dim")),
            *self._typed(),
        ]

    def _short_head(self) -> list[Line]:
        """Return the question in as few lines as it can be understood in."""
        face = self._face
        title = self._lines(face.short.of(self._lang) or face.title.of(self._lang), "bold")
        most = max(1, self._rows - 5)
        if len(title) > most:
            title = [*title[: most - 1], Line(_cut(title[most - 1].text + "  " + _CUT * 2, self._columns), "bold")]
        roomy = len(title) + 5 < self._rows
        place = re.split("[;；]", face.progress.of(self._lang))[0]  # without how sure it is
        progress = [Line(_cut(place, self._columns), "dim")] if roomy and place else []
        note = [Line(_cut(n.of(self._lang), self._columns), "dim") for n in face.notes][:1] if roomy else []
        return [*progress, *title, *note, *self._typed()]

    def _typed(self) -> list[Line]:
        if self._face.typed is None:
            return []
        room = self._columns - 3
        typed = self._face.typed
        while width(typed) > room:
            typed = typed[1:]
        return [Line(f"> {typed}", "", True)]

    def _foot(self, keys: str) -> list[Line]:
        said = self._lines(self._face.said.of(self._lang), "warn")
        most = max(1, self._rows // (4 if self._face.entries else 2))
        if len(said) > most:
            said = [*said[: most - 1], Line(_cut(said[most - 1].text + " " * self._columns, self._columns), "warn")]
        return [*said, *self._lines(keys, "dim")]

    def _some(self, room: int) -> tuple[list[Line], int, int]:
        """Return the entries around the chosen one in so many lines, and the numbers of the first and the last."""
        count, at = len(self._face.entries), self._face.at or 0
        if not count:
            return [], 0, 0
        first, last, used = at, at, len(self._shown(at))
        while used < room and (first > 0 or last < count - 1):
            step = self._next(first, last, at, count)
            first, last, used = min(first, step), max(last, step), used + 1
        body = [line for place in range(first, last + 1) for line in self._shown(place)]
        if len(body) > room:
            body = self._turned(self._block(at, self._face.entries[at]), room)
        return body[:room], first + 1, last + 1

    @staticmethod
    def _next(first: int, last: int, at: int, count: int) -> int:
        """Return the entry that is shown next to those from first to last: two below for each above."""
        below, above = last - at, at - first
        down = last < count - 1 and (first == 0 or below <= 2 * above)
        return last + 1 if down else first - 1

    def _turned(self, block: list[Line], room: int) -> list[Line]:
        """Return the part of an entry's text at which it was turned over, and how many lines follow."""
        size = max(1, room - 1)
        pages = -(-len(block) // size)
        start = (self._face.page % pages) * size
        part, left = block[start : start + size], max(0, len(block) - start - size)
        cut = (hints.CUT.fill(n=left) if left else hints.CUT_ABOVE).of(self._lang)
        return [*part, Line(_cut(cut, self._columns), "dim")]

    def _shown(self, at: int) -> list[Line]:
        """Return an entry: whole where it is chosen, else folded to one line."""
        entry = self._face.entries[at]
        if at == self._face.at:
            return self._block(at, entry)
        return [Line(_cut(f"  {entry.lead}{entry.text.of(self._lang)}", self._columns))]

    def _block(self, at: int, entry: Entry) -> list[Line]:
        chosen = at == self._face.at
        lead = f"{'> ' if chosen else '  '}{entry.lead}"
        lines = wrap(entry.text.of(self._lang), max(4, self._columns - width(lead)))
        style: Style = "bold" if chosen else ""
        return [Line((lead if n == 0 else " " * width(lead)) + line, style) for n, line in enumerate(lines)]

    def _lines(self, text: str, style: Style) -> list[Line]:
        return [Line(line, style) for line in wrap(text, self._columns)] if text else []


def page_of(lines: list[str], columns: int, rows: int, top: int, keys: tuple[str, str]) -> tuple[list[Line], bool]:
    """Return a page of running text from a line on, and whether more follows; `keys`: what to press, if so or not."""
    wrapped = [part for line in lines for part in wrap(line, columns)]
    room = max(1, rows - 1 - (len(wrap(keys[0], columns)) - 1))
    shown = wrapped[top : top + room]
    more = top + room < len(wrapped)
    return [*map(Line, shown), *(Line(part, "dim") for part in wrap(keys[0 if more else 1], columns))], more


def _cut(text: str, columns: int) -> str:
    """Return a text in one line; what is cut off it is told by two dots."""
    if width(text) <= columns:
        return text
    kept = ""
    for character in text:
        if width(kept) + width(character) > columns - len(_CUT):
            break
        kept += character
    return kept.rstrip() + _CUT
