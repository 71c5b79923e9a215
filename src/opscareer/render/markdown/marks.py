"""Pieces of Markdown: text that stays text, headings, lists and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence

from opscareer.render.markdown.escaping import escaped
from opscareer.text import Lang, Text, capital, clean
from opscareer.views.words.headings import MORE

_ADDRESS = re.compile(r"(?i)(www)\.|(:)(?=//)")


def plain(text: str) -> str:
    """Return text that no reader of Markdown takes for anything but text, on one line; no address becomes a link."""
    safe = escaped(clean(text).strip())
    return _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else "\\:", safe)


def heading(level: int, told: Text, lang: Lang) -> list[str]:
    """Return a heading of a level (1-6), with the empty line after it."""
    return [f"{'#' * level} {plain(told.of(lang))}", ""]


def paragraphs(told: Iterable[Text], lang: Lang) -> list[str]:
    """Return texts as paragraphs of their own."""
    return [line for one in told for line in (plain(one.of(lang)), "")]


def listed(told: Sequence[str]) -> list[str]:
    """Return texts as a list, with the empty line after it."""
    return [*(f"- {plain(one)}" for one in told), ""] if told else []


def more(left_out: int, lang: Lang) -> list[str]:
    """Return how many there are besides those that were listed, as a paragraph; nothing where there are none."""
    return paragraphs([MORE.fill(n=left_out)], lang) if left_out > 0 else []


def part(name: Text, told: Iterable[Text], lang: Lang, level: int = 3) -> list[str]:
    """Return a heading with a list under it; nothing where the list is empty."""
    lines = listed([one.of(lang) for one in told])
    return [*heading(level, name, lang), *lines] if lines else []


def facts(told: Iterable[tuple[Text, str]], lang: Lang) -> list[str]:
    """Return names with their values as a list."""
    colon = "：" if lang == "zh" else ": "
    return listed([f"{capital(name).of(lang)}{colon}{value}" for name, value in told])


def table(
    heads: Iterable[Text | str], rows: Iterable[Sequence[str]], lang: Lang, *, right: Sequence[int] = ()
) -> list[str]:
    """Return rows of plain text as a table, with the empty line after it.

    Heads are words of ours, which begin large here, or names, which stay as they are. Columns of figures, which are
    ours and need no escaping, stand to the right.
    """
    titles = [plain(capital(head).of(lang) if isinstance(head, Text) else head) for head in heads]
    rule = ["---:" if i in right else "---" for i in range(len(titles))]
    return [_row(titles), _row(rule), *(_row(_cells(row, right)) for row in rows), ""]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Sequence[str], figures: Sequence[int]) -> Iterator[str]:
    return (cell if i in figures else plain(cell) for i, cell in enumerate(row))
