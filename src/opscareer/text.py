"""Text in two languages: cleaned of what could command a terminal, measured in columns, wrapped for both scripts.

Nothing here reads or prints.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Literal, NamedTuple

Lang = Literal["zh", "en"]
FORMULAS = ("=", "+", "-", "@")
"""What the text of a cell begins with that a spreadsheet takes for a formula."""

# Patterns stay text until they are used, when re compiles and keeps them: the ladder needs none at its start.
# A whole escape sequence goes, not only its ESC: what is left of "ESC[31m" would read as litter.
_SEQUENCES = (
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?|\x1b[@-_]"
)
_BLANKS = "[\t\n\r\u2028\u2029]+"
# C0, C1, DEL; bidi marks, embeddings and isolates; what no one sees: soft hyphen, zero-width space, joiner of nothing,
# invisible operators, BOM, tags; halves of surrogate pairs.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e00ff]"
)
# Joiners make emoji, and letters of some scripts, of what stands before them; after Latin and Chinese they are unseen.
_JOINERS = "(?:^|(?<=[\x00-\u02ff\u2e80-\uffef]))[\u200c\u200d]+"
_FIGURES = 9  # of some thousand Python makes no number
_CLOSE = 0.5  # of two words the letters that they have in common, in their order
_MEANT = 100  # letters; what is longer is no slip of anything
# Typesetting (kinsoku): what must not begin a line, and what must not end one.
_NOT_FIRST = frozenset("，。、；：？！）」』》】〉”’…—·,.;:?!)]}%")
_NOT_LAST = frozenset("（「『《【〈“‘([{")
# Blanks; closing marks after a Chinese character, which the word after them may leave; words; any one character.
# What makes an emoji of the character before it (U+FE0F) is of its word.
_CHINESE = r"\u1100-\u115f\u2e80-\ufe0e\ufe10-\uffef"
_PIECES = rf"\s+|(?<=[{_CHINESE}])[”’…—·,.;:?!)\]}}%]+|[^\s{_CHINESE}]+|[\s\S]"
# Characters drawn as one: with a selector, a key's frame or a colour of skin after them, or joined to a symbol.
_DRESSED = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_DRAWN_AS_ONE = f"[\\s\\S]{_DRESSED}*(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]{_DRESSED}*)*"


_WORD = 40
"""Letters; what is longer is measured anew: it does not come again, and would be held in memory."""


class Text(NamedTuple):
    """One thing said in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """Return it in the language asked."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **words: "Text | str | float | int") -> "Text":
        """Return it with its {names} filled in, each language with its own words; all other braces are text."""
        return Text(
            _filled(self.zh, {k: v.zh if isinstance(v, Text) else v for k, v in words.items()}),
            _filled(self.en, {k: v.en if isinstance(v, Text) else v for k, v in words.items()}),
        )


NOTHING = Text("", "")
"""What is not said in either language."""


def _filled(text: str, words: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: str(words.get(name[1], name[0])), text)


def capital(told: Text) -> Text:
    """Return words that stand within others, as a heading of a column does, as ones that stand by themselves."""
    return Text(told.zh, told.en[:1].upper() + told.en[1:])


def joined(parts: Iterable[Text]) -> Text:
    """Return the parts as one list in running text."""
    parts = tuple(parts)
    return Text("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def first_of(parts: Sequence[Text], shown: int | None) -> Text:
    """Return the first of a list in running text (all without a number), and how many there are if there are more."""
    if shown is None or len(parts) <= shown:
        return joined(parts)
    first = joined(parts[:shown])
    return Text(f"{first.zh} 等 {len(parts)} 项", f"{first.en} and {len(parts) - shown} more")


def clean(text: str) -> str:
    """Return the text without control, bidi, escape and unseen characters, on one line. Twice is the same as once."""
    if text.isprintable():  # nearly all are; none of what is taken out is printable
        return text
    text = re.sub(_UNSAFE, "", re.sub(_SEQUENCES, "", re.sub(_BLANKS, " ", text)))
    return re.sub(_JOINERS, "", text) if "\u200c" in text or "\u200d" in text else text


def cleaned(told: Any) -> Any:
    """Return what JSON told with all its texts clean, keys too."""
    if isinstance(told, dict):
        return {clean(key): cleaned(value) for key, value in told.items()}
    if isinstance(told, list):
        return [cleaned(value) for value in told]
    return clean(told) if isinstance(told, str) else told


def whole_number(said: str) -> int | None:
    """Return a number in figures; None where it is none, or has more than any that counts something."""
    return int(said) if said.isdecimal() and len(said) <= _FIGURES else None


def folded(text: str) -> str:
    """Return the text as names are compared: without case, blanks and hyphens, wide letters as narrow ones."""
    return _folded_name(text) if len(text) <= _WORD else _folded(text)


@lru_cache(maxsize=8192)  # all names of a knowledge base are compared with each word that somebody says
def _folded_name(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", clean(text)).casefold())


def searched(text: str) -> str:
    """Return the text as words are looked for in it: NFKC, case folded, nothing unseen; lines stay lines."""
    return "".join(map(searched_letter, text)).strip()


@lru_cache(maxsize=4096)
def searched_letter(character: str) -> str:
    """Return what is looked for where a character stands: none, one or several letters."""
    if character in "\n\r\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if character.isspace() or (category == "No" and not character.isascii()):
        return " "  # a number in a circle opens an entry; as digits it would run into the years after it
    if category in ("Cc", "Cf", "Cs"):
        return ""
    return unicodedata.normalize("NFKC", character).casefold()


def within(part: str, name: str) -> bool:
    """Return whether somebody may mean a name by a part of it: in English from the beginning of a word."""
    said, whole = _spoken(part), _spoken(name)
    return bool(said) and (f" {said}" in f" {whole}" or (not said.isascii() and said in whole))


def alike(one: str, other: str) -> float:
    """Return how far two names or texts are the same: the share (0-1) of their pairs of letters that both have."""
    some, others = _pairs(one), _pairs(other)
    return 2 * len(some & others) / (len(some) + len(others)) if some and others else 0.0


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    told = folded(text)
    return frozenset(told[place : place + 2] for place in range(len(told) - 1))


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


def nearest(word: str, choices: Iterable[str], limit: int = 3) -> list[str]:
    """Return the choices that somebody who typed this word may have meant, best first."""
    choices = list(choices)
    if len(word) > _MEANT:
        return []
    lowered = word.casefold()
    inside = [c for c in choices if lowered and (lowered in c.casefold() or c.casefold() in lowered)]
    close = get_close_matches(lowered, _not_unlike(lowered, choices), n=limit, cutoff=_CLOSE)
    return list(dict.fromkeys([*close, *sorted(inside, key=len)]))[:limit]


def _not_unlike(word: str, choices: Iterable[str]) -> list[str]:
    """Return the choices that have letters enough in common with a word to be close to it: few of a thousand titles."""
    letters = frozenset(word)
    again = len(word) - len(letters)
    return [c for c in choices if 2 * (len(letters.intersection(c)) + again) >= _CLOSE * (len(word) + len(c))]


@lru_cache(maxsize=4096)
def _spoken(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFKC", clean(text)).casefold())).strip()


def _columns(character: str) -> int:
    """Return the columns of a character, or of several that are drawn as one."""
    if len(character) > 1:
        from wcwidth import wcswidth  # takes longer to import than the ladder to be shown, and few texts need it

        return max(0, wcswidth(character))
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


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
