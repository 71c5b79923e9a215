"""Words without quotes: the values that they are in YAML 1.2, and those that other readers take for something else."""

import re
from collections.abc import Callable, Mapping

from opscareer.text import Text
from opscareer.written.yaml_nodes import Scalar

_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: Mapping[str, Scalar] = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    word: value for value in (True, False) for word in (str(value), str(value).lower(), str(value).upper())
}
_COLONS = (
    (
        re.compile(r"[\w./-]+：", re.ASCII),
        Text(
            "{text}：这里的冒号是全角的，YAML 的键后面要用半角冒号加空格",
            "{text}: this colon is full-width; a key ends in a plain colon and a blank",
        ),
    ),
)
_FIRST = frozenset("+-.0123456789yYnNoO")
"""What words begin with that surprise by more than a colon."""
_SURPRISES = (
    (
        re.compile(r"(y|n|yes|no|on|off)\Z", re.IGNORECASE),
        Text("很多 YAML 程序会把 {text} 读成真或假", "many YAML readers take {text} for true or false"),
    ),
    (
        re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?\Z"),
        Text("很多 YAML 程序会把 {text} 读成六十进制的数", "many YAML readers take {text} for a number of base sixty"),
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"),
        Text("很多 YAML 程序会把 {text} 读成日期", "many YAML readers take {text} for a date"),
    ),
    (
        re.compile(r"[-+]?0[0-9_]+\Z|[-+]?0[xob][0-9a-fA-F_]+\Z"),
        Text("{text} 会被有的程序读成八进制或十六进制", "some readers take {text} for an octal or hexadecimal number"),
    ),
    (
        re.compile(r"[-+]?[0-9][0-9,]*_[0-9_,]*(\.[0-9_]*)?\Z"),
        Text("{text} 里的下划线，有的程序会忽略", "some readers skip the underscores in {text}"),
    ),
    (re.compile(r"[-+]?\.(inf|nan)\Z", re.IGNORECASE), Text("{text} 不是有限的数", "{text} is not a finite number")),
    (
        re.compile(r"[-+]?[0-9]{16,}\Z|[-+]?[0-9.]+[eE][-+]?[0-9]{3,}\Z"),
        Text("这个数大得离谱", "the number is absurdly large"),
    ),
    *_COLONS,
)


def surprise(text: str, *, lenient: bool) -> Text | None:
    """Return what is surprising about a word without quotes, if anything; lenient: only a colon that is none."""
    for pattern, problem in _SURPRISES if not lenient and text[:1] in _FIRST else _COLONS:
        if pattern.match(text):
            return problem.fill(text=text if len(text) <= 40 else text[:40] + "...")
    return None


def resolved(text: str, fractions: Callable[[str], Scalar] = float) -> Scalar:
    """Return a plain scalar as the core schema of YAML 1.2 reads it; numbers beyond reason stay text.

    fractions: what a number with a fraction is made; as text it keeps the nought of 2021.10.
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > 30:
        return text
    if _INT.match(text):
        return int(text)
    return fractions(text) if _FLOAT.match(text) and abs(float(text)) < 1e15 else text
