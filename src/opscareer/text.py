"""Text as it is said to people: in two languages, on one line, without what could command a terminal.

Nothing here reads or prints.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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


class Text(NamedTuple):
    """One thing said in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: Lang) -> str:
        """Return it in the language asked."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **words: "Text | str | float | int") -> "Text":
        """Return it with its {names} filled in, each language with its own words; all other braces are text.

        {name|one|more} is the first word where the name stands for 1, else the other.
        """
        return Text(
            _filled(self.zh, {k: v.zh if isinstance(v, Text) else v for k, v in words.items()}),
            _filled(self.en, {k: v.en if isinstance(v, Text) else v for k, v in words.items()}),
        )


NOTHING = Text("", "")
"""What is not said in either language."""


def _filled(text: str, words: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}", lambda found: _word(found, words), text)


def _word(found: re.Match[str], words: Mapping[str, object]) -> str:
    """Return what stands for a name: its word, or of two words the one that goes with its number."""
    name, one, more = found.groups()
    if name not in words:
        return found[0]
    return str(words[name]) if one is None else one if str(words[name]) == "1" else more


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
