"""What a cell of a table of people says: of which column it is, and its text as it stands there."""

from typing import NamedTuple

from opscareer.outside.people.rows import Cells, Odd, Raw
from opscareer.text import NOTHING, Text, clean


class Said(NamedTuple):
    """A cell that says something: its row, what messages call its column, the questions that it answers.

    called: what the file itself calls it, to tell it from another to the same question; place: which column it is.
    """

    row: int
    column: str
    questions: tuple[str, ...]
    raw: Raw
    called: Text = NOTHING
    place: int = 1


def column_name(name: Raw, questions: tuple[str, ...]) -> str:
    """Return what messages call a column: by its question, else as it is called."""
    return questions[0] if len(questions) == 1 else text_of(name)


def text_of(raw: Raw) -> str:
    """Return the text of a cell, a whole number without its point; nothing where it holds no text."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return clean(str(raw)).strip() if isinstance(raw, str | int | float) else ""


def cells_told(cells: Cells) -> list[Raw]:
    """Return the cells of a row that say something."""
    return [cells] if isinstance(cells, Odd) else [cell for cell in cells if not blank(cell)]


def blank(raw: Raw) -> bool:
    """Return whether a cell says nothing."""
    return raw is None or (isinstance(raw, str) and not raw.strip())
