"""What a person means by what they typed: a position by part of a name, a choice by its number or its words."""

import re
from unicodedata import normalize

from opscareer.interview import Ask, Choice, Value
from opscareer.interview.cell_names import NOTHING_CHOSEN, OUTSIDE
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.names import alike, folded, whole_number, within
from opscareer.text import Text, joined

_LIKE = 0.34  # of two names the share of pairs of letters that are the same, from which one may be meant by the other
_NEAR = 5


def matching(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the choices that a word may mean: a whole name first, then a part of one."""
    wanted = folded(said)
    whole = [c for c in choices if wanted in (folded(str(c.value)), *map(folded, c.names))]
    part = [c for c in choices if any(within(said, name) for name in (str(c.value), *c.names))]
    return whole or part


def near(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the choices of which a name is much like a word that means none, the likest first; none where none is."""
    likest = {c.value: max((alike(said, name) for name in c.names), default=0.0) for c in choices}
    found = [choice for choice in choices if likest[choice.value] >= _LIKE]
    return sorted(found, key=lambda choice: -likest[choice.value])[:_NEAR]


def numbers(said: str) -> tuple[int, ...] | None:
    """Return numbers as people list them: 1,3 or 1 3 or 1、3; None where anything else stands among them."""
    parts = [part for part in re.split(r"[\s,、;]+", normalize("NFKC", said)) if part]
    listed = [number for part in parts if (number := whole_number(part)) is not None]
    return tuple(dict.fromkeys(listed)) if parts and len(listed) == len(parts) else None


def answer_named(question: Ask, said: str) -> Value | None:
    """Return the choice that a person names: its number, its label or a part that no other has; None where none is.

    A level is numbered as it is, from 0; other choices from 1. 3, 3级, L3 and "level 3" are the same level.
    """
    told = folded(said)
    spelt = "".join(normalize("NFKC", said).casefold().split())  # not folded: -1 is not 1
    number = re.fullmatch(r"(?:l|lv|level|第)?(\d{1,2})(?:级|[.)、])?", spelt)
    if number:
        place = int(number[1]) - (0 if question.kind == "skill" else 1)
        usable = [choice for choice in question.choices if choice.value not in (NOT_SURE, NO_OPPORTUNITY)]
        return usable[place].value if 0 <= place < len(usable) else None
    named = _SHORT.get(told) if question.kind == "skill" else None
    return named or _labelled(question, told)


def _labelled(question: Ask, told: str) -> Value | None:
    labels = [(choice.value, folded(choice.label.zh), folded(choice.label.en)) for choice in question.choices]
    whole = [value for value, *names in labels if told in names or (isinstance(value, str) and told == folded(value))]
    part = [value for value, *names in labels if len(told) > 1 and any(told in name for name in names)]
    found = whole or part
    return found[0] if len(found) == 1 else None


_SHORT: dict[str, Value] = {
    **dict.fromkeys(("s", "notsure", "不知道", "不清楚", "说不准"), NOT_SURE),
    **dict.fromkeys(("n", "noopportunity", "没机会", "还没有机会做"), NO_OPPORTUNITY),
}


def answer_in_words(question: Ask, value: Value) -> Text:
    """Return an answer as the question's own choices put it; a level with its number."""
    if value == ():
        return OUTSIDE if question.kind == "positions" else NOTHING_CHOSEN
    held = value if isinstance(value, tuple) else (value,)
    labels = [choice.label for choice in question.choices if choice.value in held]
    if question.kind == "years" and isinstance(value, int | float):
        return Text(f"{value:g} 年", "1 year" if value == 1 else f"{value:g} years")
    if question.kind == "skill" and isinstance(value, int):
        labels = [Text(f"{value} {label.zh}", f"{value} {label.en}") for label in labels]
    return joined(labels) if labels else _OTHER.get(value, Text(str(value), str(value)))


_OTHER: dict[Value, Text] = {NOT_SURE: Text("跳过了", "skipped")}
