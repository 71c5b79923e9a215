"""How many columns of a terminal a text takes, and where its lines break, as Chinese and English are set."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = 40  # letters; what is longer is measured anew: it does not come again, and would be held in memory
# Typesetting (kinsoku): what must not begin a line, and what must not end one.
_NOT_FIRST = frozenset("，。、；：？！）」』》】〉”’…—·,.;:?!)]}%")
_NOT_LAST = frozenset("（「『《【〈“‘([{")
# Patterns stay text until they are used, when re compiles and keeps them: the ladder needs none at its start.
# Blanks; closing marks after a Chinese character, which the word after them may leave; words; any one character.
# What makes an emoji of the character before it (U+FE0F) is of its word.
# Told by what is not Chinese: re walks through a class letter by letter, and these are a fifth of the others.
_OTHER = r"\x00-\u10ff\u1160-\u2e7f\ufe0f\ufff0-\U0010ffff"
_PIECES = rf"\s+|(?<=[^{_OTHER}])[”’…—·,.;:?!)\]}}%]+|(?:(?!\s)[{_OTHER}])+|[\s\S]"
# Characters drawn as one: with a selector, a key's frame or a colour of skin after them, or joined to a symbol.
_DRESSED = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_DRAWN_AS_ONE = f"[\\s\\S]{_DRESSED}*(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]{_DRESSED}*)*"


def width(text: str) -> int:
    """Return how many terminal columns the text takes."""
    if text.isascii():
        return len(text)
    return _wide(text) if len(text) <= _WORD else _measured(text)


@lru_cache(maxsize=4096)
def _wide(text: str) -> int:
    return _measured(text)


def _measured(text: str) -> int:
    parts = re.findall(_DRAWN_AS_ONE, text) if re.search(f"{_DRESSED}|\u200d", text) else text
    return sum(map(_columns, parts))


def _columns(character: str) -> int:
    """Return the columns of a character, or of several that are drawn as one."""
    if len(character) > 1:
        from wcwidth import wcswidth  # takes longer to import than the ladder to be shown, and few texts need it

        return max(0, wcswidth(character))
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, columns: int) -> list[str]:
    """Return the text in lines of at most so many columns, broken where Chinese and English may be broken."""
    if width(text) <= columns:  # as most cells of a table
        return [text.rstrip()]
    lines: list[str] = []
    line = ""
    for piece in _unbreakable(text, max(columns, 1)):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def least_width(text: str) -> int:
    """Return the fewest columns in which the text can be wrapped without breaking a word."""
    return max((width(run.rstrip()) for run in _unbreakable(text, width(text))), default=0)


def fit(text: str, columns: int) -> str:
    """Return the text padded with blanks to so many columns (never cut)."""
    return text + " " * max(0, columns - width(text))


def _unbreakable(text: str, columns: int) -> Iterator[str]:
    """Yield runs that stay on one line: words, or single characters with the punctuation that clings to them."""
    run = ""
    for piece in _short_pieces(text, columns):
        clings = piece[0] in _NOT_FIRST or piece.isspace() or (run and run[-1] in _NOT_LAST)
        if run and not (clings and width(run) + width(piece) <= columns):
            yield run
            run = ""
        run += piece
    if run:
        yield run


def _short_pieces(text: str, columns: int) -> Iterator[str]:
    """Yield words, blanks and single characters; a word that is too wide for a line in parts that are not."""
    for piece in re.findall(_PIECES, text):
        if width(piece) <= columns:
            yield piece
            continue
        part = ""
        for character in re.findall(_DRAWN_AS_ONE, piece):
            if part and width(part) + width(character) > columns:
                yield part
                part = ""
            part += character
        yield part
