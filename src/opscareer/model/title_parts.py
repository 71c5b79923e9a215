"""A title cut into its parts: at strokes, brackets and commas, and at what tells pay, a company's grade or a place."""

import re
from collections.abc import Iterator

from opscareer.names import searched

# Patterns stay text until they are used, when re compiles and keeps them.
_PAY = r"\d[\d.]*(?:\s?[-~至]\s?\d[\d.]*)?\s?(?:k(?![a-z0-9])|千|万|元|薪)(?:/?[月年])?|\d{4,6}\s?[-~至]\s?\d{4,6}"
_GRADE = r"(?<![a-z0-9])[pmt]\d{1,2}(?:-\d)?\+?(?![a-z0-9])"  # P7, M2, T4-2
_APART = (
    rf"{_PAY}|{_GRADE}|[()\[\]{{}}【】《》<>|,，、;；:：·•+/\\\n—–]|(?<![a-z0-9])-|-(?![a-z0-9])| @ "
    r"|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])"
)
_BESIDE_LATIN = r"(?<=[^\x00-\x7f])\s+(?=[a-z0-9])|(?<=[a-z0-9])\s+(?=[^\x00-\x7f])"
_BRACKETS = r"[(\[【<《][^()\[\]【】<>《》]*[)\]】>》]"
_AND = r"\s*&\s*"
_EDGE = r"^[\s\-_.&的]+|(?:[\s\-_.&]|岗位?)+$"


def parts_of(text: str) -> tuple[list[str], list[str]]:
    """Return the parts of a title as it is spelt, first those of it without what stands in brackets, and the latter."""
    bare = re.sub(_BRACKETS, "", text)
    whole = (bare, re.sub(_BRACKETS, " , ", text), re.sub(_BESIDE_LATIN, "", bare))  # 达人 BD is 达人BD
    parts = [part for one in whole for part in _parts(one)] or [*_parts(text)]
    return [*dict.fromkeys(parts)], [part for bracket in re.findall(_BRACKETS, text) for part in _parts(bracket)]


def spelt(name: str) -> str:
    """Return a title or a name as both are compared."""
    return re.sub(_AND, " and ", searched(name))


def trimmed(text: str) -> str:
    """Return a part of a title or a name without what hangs at its edges."""
    return re.sub(_EDGE, "", text)


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text, without what hangs at their edges."""
    for part in re.split(_APART, text):
        if bare := trimmed(part):
            yield bare
