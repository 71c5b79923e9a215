"""What a person means by what they typed: a position by part of a name, a choice by its number or its words."""

import re
from functools import lru_cache
from unicodedata import normalize

from opscareer.interview import Ask, Choice, Value
from opscareer.interview.cell_names import NOTHING_CHOSEN, OUTSIDE
from opscareer.model.profile import NO_OPPORTUNITY, NOT_SURE
from opscareer.names import alike, folded, whole_number, within
from opscareer.text import Text, joined

_LIKE = 0.34  # of two names the share of pairs of letters that are the same, from which one may be meant by the other
_NEAR = 5


def matching(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the positions that a word may mean: called so, then of the same line, then with it as a part of a name."""
    whole, part = _called(choices, said), _bearing(choices, said)
    lines = {_line(choice) for choice in whole}
    return [*dict.fromkeys((*whole, *(choice for choice in choices if _line(choice) in lines), *part))]


def meant(choices: tuple[Choice, ...], said: str) -> Choice | None:
    """Return the only position that a word means: whose title it is, or alone is called so; None where none is."""
    titled = [choice for choice in choices if folded(said) in _folded(str(choice.value), *choice.label)]
    called = titled or _called(choices, said)
    found = called or _bearing(choices, said)
    one = found[0] if len(found) == 1 else None
    return None if one and called and not titled and _names_a_line(choices, one, said) else one


def of_several_rungs(choices: tuple[Choice, ...], said: str) -> bool:
    """Return whether a word means no single position, but several rungs of one line."""
    fitting = dict.fromkeys((*_called(choices, said), *_bearing(choices, said)))
    return len({_line(choice) for choice in fitting}) < len(fitting) and meant(choices, said) is None


def _names_a_line(choices: tuple[Choice, ...], one: Choice, said: str) -> bool:
    """Return whether a name is that of a position's line: those of its other rungs begin so (品牌 of 品牌经理)."""
    others = (choice for choice in choices if _line(choice) == _line(one) and choice != one)
    return any(name.startswith(folded(said)) for choice in others for name in _folded(*choice.names))


@lru_cache(maxsize=8)  # each key asks several times, and there are a thousand names
def _called(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the positions one of whose names a word is."""
    wanted = folded(said)
    return [choice for choice in choices if wanted in _folded(str(choice.value), *choice.names)]


@lru_cache(maxsize=8)
def _bearing(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the positions with a word as a part of a name, a line at a time, titles before other names.

    A line goes first where one of its titles begins so, then one with it in a title.
    """
    far = {c: _far(c, said) for c in choices if any(within(said, name) for name in (str(c.value), *c.names))}
    lines: dict[str, int] = {}
    for choice, how in far.items():
        lines[_line(choice)] = min(how, lines.get(_line(choice), how))
    return sorted(far, key=lambda choice: (lines[_line(choice)], far[choice] == _IN_A_NAME))


_AT_THE_BEGINNING, _IN_A_TITLE, _IN_A_NAME = range(3)


def _far(choice: Choice, said: str) -> int:
    if any(name.startswith(folded(said)) for name in _folded(*choice.label)):
        return _AT_THE_BEGINNING
    return _IN_A_TITLE if any(within(said, name) for name in (str(choice.value), *choice.label)) else _IN_A_NAME


def _line(choice: Choice) -> str:
    return str(choice.value).partition("/")[0]


def _folded(*names: str) -> list[str]:
    return [*map(folded, names)]


def near(choices: tuple[Choice, ...], said: str) -> list[Choice]:
    """Return the choices of which a name is much like a word that means none, the likest first; none where none is."""
    likest = {c.value: max((alike(said, name) for name in c.names), default=0.0) for c in choices}
    found = [choice for choice in choices if likest[choice.value] >= _LIKE]
    return sorted(found, key=lambda choice: -likest[choice.value])[:_NEAR]


def emptied(question: Ask, said: str) -> Value | None:
    """Return what somebody answers who empties an answer: none, or that they leave it open; None of any other line."""
    if said.strip() not in ("-", "－", "—") or question.kind == "skill":
        return None
    if question.kind in ("positions", "choices"):
        return ()
    return None if question.required else NOT_SURE


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
