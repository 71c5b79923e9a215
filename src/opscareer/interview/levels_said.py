"""A level as a form or a person writes it: 3, 3.0, L3, 3级, or the number with the text of the level after it."""

import re
from unicodedata import normalize

from opscareer.errors import UsageError
from opscareer.interview.both import words_of
from opscareer.model.skill import Skill
from opscareer.names import alike, folded
from opscareer.text import Text

_NUMBERED = re.compile(r"(?:level|lv|l|第)?\.?\s*(\d{1,2})(?:\.0+)?\s*级?\s*[:.、)]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_ALIKE = 0.5  # of two texts the share of pairs of letters that are the same; of two levels, .24 in the median
_MOST = 2000  # letters; no level is described in so many


def level_said(skill: Skill, said: str) -> int | None:
    """Return the level that words stand for, which may be higher than there is; None where they name none.

    The text of a level counts by itself too. After a number it is only checked: one that has been worded anew since the
    form was handed out will do, one of another level will not. Raises UsageError.
    """
    told = normalize("NFKC", said).strip()
    if re.fullmatch(r"\d+(?:\.0*[1-9]\d*|[-~/]\d+|\s*(?:[到至或]|or)\s*\d+)", told):
        raise UsageError(f"{told} 不是一个级别", f"{told} is no level", _which(skill))
    numbered = _NUMBERED.fullmatch(told[:_MOST])
    if numbered is None:
        return _described(skill, told)
    number, rest = int(numbered[1]), numbered[2]
    whole = folded(told[numbered.end(1) :])  # of a text that begins with a sign, as one between a number and its text
    if rest and number < len(skill.levels) and whole not in _texts(skill.levels[number]):
        _check(skill, number, rest)
    return None if rest and number >= len(skill.levels) else number


def _described(skill: Skill, said: str) -> int | None:
    """Return the only level that has this text."""
    wanted = folded(said)
    found = [level for level, told in enumerate(skill.levels) if wanted and wanted in _texts(told)]
    return found[0] if len(found) == 1 else None


def _check(skill: Skill, number: int, rest: str) -> None:
    """Raise UsageError where what stands after a level is not its text, or is more like that of another."""
    if folded(rest) in _texts(skill.levels[number]):
        return
    likeness = [max(alike(rest, part) for part in words_of(told)) for told in skill.levels]
    best = max(likeness)
    if best < _ALIKE:
        raise UsageError(
            f"{number} 后面写的不是这一级的说明",
            f"what stands after {number} is not the text of that level",
            _only(number),
        )
    if likeness[number] < best:
        other = likeness.index(best)
        raise UsageError(
            f"写的是 {number}，后面却是第 {other} 级的说明",
            f"it says {number}, with the text of level {other}",
            _which(skill),
        )


def _texts(told: Text) -> tuple[str, ...]:
    return tuple(map(folded, words_of(told)))


def _only(number: int) -> Text:
    return Text(f"只写数字就行，如 {number}", f"the number is enough, as {number}")


def _which(skill: Skill) -> Text:
    return Text(f"写一个数字，0 到 {len(skill.levels) - 1}", f"write one number from 0 to {len(skill.levels) - 1}")
