"""What is to be drawn of a question, before it is known how much room there is."""

from opscareer.records import dataclass
from opscareer.text import NOTHING, Text


@dataclass(frozen=True)
class Entry:
    """One line to choose: what stands before it, and its text."""

    lead: str
    text: Text


@dataclass(frozen=True)
class Face:
    """A question with all that stands around it.

    at: which entry is chosen at present, None for none; page: how many times its text was turned over, where it is
    longer than the room; typed: what was typed, None where nothing is; said: a remark; tight: the keys in a line.
    """

    title: Text
    short: Text
    keys: Text
    progress: Text = NOTHING
    help: Text = NOTHING
    notes: tuple[Text, ...] = ()
    entries: tuple[Entry, ...] = ()
    at: int | None = None
    page: int = 0
    typed: str | None = None
    said: Text = NOTHING
    tight: tuple[Text, ...] = ()
