"""What a person means by what they typed: a position by part of a name, years as people write them."""

import re
from unicodedata import normalize

from opscareer.interview import Ask, Choice, Value
from opscareer.text import Text, folded, joined, within

NONE = Text("没有", "none")


def matching(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the choices that a word may mean: a whole name first, then a part of one."""
    wanted = folded(said)
    whole = [c for c in choices if wanted in (folded(str(c.value)), *map(folded, c.names))]
    part = [c for c in choices if any(within(said, name) for name in (str(c.value), *c.names))]
    return whole or part


def years(said: str) -> float | None:
    """Return years as people write them: 2, 2.5, 3年, 半年, 18个月, 2 years; None where it is no such thing."""
    told = "".join(normalize("NFKC", said).casefold().split())  # not folded: 2-3 is not 23, and -1 not 1
    if told in ("半年", "halfayear"):
        return 0.5
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(年半|年|years?|y|个月|月|months?)?", told)
    if found is None:
        return None
    number, unit = float(found[1]), found[2] or ""
    if unit in ("个月", "月", "month", "months"):
        return round(number / 12, 1)
    return number + (0.5 if unit == "年半" else 0.0)


def numbers(said: str) -> tuple[int, ...] | None:
    """Return numbers as people list them: 1,3 or 1 3 or 1、3; None where anything else stands among them."""
    parts = [part for part in re.split(r"[\s,、;]+", normalize("NFKC", said)) if part]
    return tuple(dict.fromkeys(map(int, parts))) if parts and all(map(str.isdecimal, parts)) else None


def answer_in_words(question: Ask, value: Value) -> Text:
    """Return an answer as the question's own choices put it."""
    if value == ():
        return NONE
    held = value if isinstance(value, tuple) else (value,)
    labels = [choice.label for choice in question.choices if choice.value in held]
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return joined(labels) if labels else Text(shown, shown)
