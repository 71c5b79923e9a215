"""How many years of work an ad asks at the least: whose years it tells, and which of several count."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from opscareer.match.clauses import WITHIN, Clause, Section
from opscareer.match.speakers import of_others, turns_of

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_DIGITS = (
    {c: n for n, c in enumerate("零一二三四五六七八九十")}
    | {"两": 2, "半": 0}
    | {word: n for n, word in enumerate(_WORDS.split(), 1)}
)
_NUMBER = rf"(?:\d{{1,2}}|[一二两三四五六七八九十半]{{1,3}}|{_WORDS.replace(' ', '|')})"
_BEGINS = r"(?<![\d.a-z一二三四五六七八九十第])"
_YEARS = re.compile(
    rf"{_BEGINS}(?P<least>{_NUMBER})(?:\.\d)? ?\+? ?(?:年|years?)?"
    rf"(?P<range> ?(?:[-~—–〜至到]{{1,2}}|to) ?[\da-z一二两三四五六七八九十半]{{1,5}})?"
    r" ?(?:\+|[- ]?plus\b|or more\b)?[- ]?"
    r"(?:年(?!龄|薪|底|终|假|前|初|会|轻|度|内(?!容)|规划|计划|战略|以[内下])|(?:years?|yrs?|(?P<work>yoe))\b)"
)
_AT_MOST = re.compile(
    r"(?:不超过|不多于|不高于|最多|至多|up to|(?:less|no more|fewer) than|under|at most)"
    rf" ?{_NUMBER} ?(?:年|(?:years?|yrs?)\b)"
    rf"|{_BEGINS}{_NUMBER} ?年(?:以|之)?(?:内(?!容)|下)"
)
_BETWEEN = re.compile(rf"\bbetween ({_NUMBER})(?:[- ]?years?)? and (?={_NUMBER}\b)")
_MONTHS = re.compile(rf"{_BEGINS}(?P<least>\d{{1,2}}) ?\+? ?(?:(?:[-~—–至到]|to) ?\d{{1,2}} ?)?(?:个月|months?\b)")
_OF_MONTHS = re.compile(r"(?:经验|经历|experience)")
_ITEM = re.compile(r"(?:\A|(?<=,))[^\w,]{0,9}\d{1,2}[、.)]\s*")
_BEFORE = ["经验", "经历", "年限", "从事", "从业", "至少", "不少于", "least", "minimum", "experience", "required"]
_AFTER = ["以上", "左右", "经验", "经历", "从业", "工作", "背景", "experience", "more", "track record", "background"]
_SPENT = re.compile(r"['’]? ?(?:(?:in|of|as|at|with)\b|[a-z]{2,}ing\b)")  # what English years are spent in
_NOT_OF_WORK = re.compile(
    r"玩龄|球龄|司龄|已(?:运营|经营|有|走过)|成立|创立|上市(?!场|公司)|历史|合同|出生|保修|入职|(?:工作|服务)满|未来|founded|since"
    r"|\bold\b|of age|warrant|college|stud(?:y|ies)|in business|combined"
    r"|(?:next|past|last|first|coming|every|within) \Z"
)
_OF_LATE = re.compile(r"近|过去|未来|毕业|入职|成立")
_NONE = re.compile(
    r"(?<!非)(?<!不接受)(?<!不招)应届(?!.{0,4}(?:勿|除外|谢绝|不))|20\d\d届"
    r"|(?:经验|年限) ?:? ?不限|不限(?:工作)?(?:经验|年限)"
    r"|(?:无需|不需要?|不要求|没有|无)(?:任何|相关|工作)*经验"
    r"|no (?:prior |previous )?experience|experience (?:is )?not (?:required|necessary|needed)"
    r"|entry[- ]level|graduates? welcome|(?:fresh|recent|new) grad(?:uate)?s?"
)
_TOO = re.compile(  # who has none may come too
    r"应届(?:毕业)?生?者?(?:也|亦)(?:可|行|能|欢迎|考虑)|(?:均|都|皆)可|(?<!不)(?:接受|欢迎|考虑)(?:优秀|有潜力的)?应届"
    r"|(?:graduates?|grads?)(?: are)?(?: also)? welcome"
)
_OR = re.compile(r"(?:或(?!以上|更|多)|/|\bor (?!more|above|over|higher))(?:(?!\band\b|[且并及和与,]|同时).)*\Z")
_NEAR, _CLOSE, _AFTER_MONTHS = 40, 12, 16  # letters
_MOST = 20  # years; more are a company's


class _Years(NamedTuple):
    """Years that are asked, and where in the text of a clause."""

    start: int
    end: int
    least: int


def years_of(found: Iterable[Clause]) -> int | None:
    """Return the years asked at the least, 0 where none are, None where nothing is said.

    Of several demands the larger counts, of alternatives the smaller.
    """
    found = tuple(found)
    told = [years for clause in found if (years := _asked_in(clause)) is not None]
    if told:
        return max(told)
    return 0 if any(_NONE.search(part) for clause in found for part in clause.asked()) else None


def _asked_in(clause: Clause) -> int | None:
    text = WITHIN.sub("", ",".join(clause.asked()))
    text = _BETWEEN.sub(r"\1-", _ITEM.sub(lambda item: " " * len(item[0]), text))
    told = [*_least(clause, text), *_most(text), *_in_months(clause, text)]
    if not told:
        return None
    none = [_Years(*none.span(), 0) for none in _NONE.finditer(text)]
    return 0 if none and _TOO.search(text) else _counting(text, sorted((*told, *none)))


def _counting(text: str, told: list[_Years]) -> int:
    """Return the largest of some years, but of two with an "or" between them the smaller."""
    reached, most = told[0].least, 0
    for before, after in pairwise(told):
        either = _OR.search(text[before.end : after.start][-_NEAR:])
        most, reached = (most, min(reached, after.least)) if either else (max(most, reached), after.least)
    return max(most, reached)


def _least(clause: Clause, text: str) -> Iterator[_Years]:
    """Yield the years at the least that a person is to have."""
    text = _AT_MOST.sub(lambda most: " " * len(most[0]), text)
    turns = turns_of(text)
    for match in _YEARS.finditer(text):
        speaker = turns.at(match.start())
        section: Section = "demand" if speaker == "person" else clause.section
        if speaker != "company" and _of_work(section, text, match) and (years := _number(match["least"])) <= _MOST:
            yield _Years(*match.span(), years)


def _most(text: str) -> Iterator[_Years]:
    """Yield 0 for each experience that may be no more than some years."""
    for match in _AT_MOST.finditer(text):
        before, after = _around(text, match)
        said = before + match[0] + after
        if re.search(r"经验|经历|年限|从业|experience", said) and not _OF_LATE.search(before[-_CLOSE:]):
            yield _Years(*match.span(), 0)


def _in_months(clause: Clause, text: str) -> Iterator[_Years]:
    """Yield the whole years of each experience that is told in months."""
    for match in _MONTHS.finditer(text):
        before, after = _around(text, match)
        if (
            _OF_MONTHS.search(before[-_CLOSE:] + after[:_AFTER_MONTHS])
            and clause.section != "other"
            and not _NOT_OF_WORK.search(before[-_CLOSE:] + after[:_AFTER_MONTHS])
        ):
            yield _Years(*match.span(), int(match["least"]) // 12)


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and after some years, within its part of the clause."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    return before.rpartition(",")[2], after.partition(",")[0]


def _of_work(section: Section, text: str, match: re.Match[str]) -> bool:
    """Return whether years are told to be of work; a range that stands alone is, and a
    demand that is no more than years."""
    before, after = _around(text, match)
    near = before[-_CLOSE:]
    if (
        _NOT_OF_WORK.search(near)
        or _NOT_OF_WORK.search(after[:16])
        or of_others(before, after, asked=section == "demand")
    ):
        return False
    alone = bool(match["range"]) and not before[-1:].isalnum() and not after[:1].isalnum()
    bare = section == "demand" and not re.search(r"\w", before + after)
    return alone or bare or (section != "other" and _says_so(match, near, after))


def _says_so(match: re.Match[str], near: str, after: str) -> bool:
    """Return whether the words around some years say that they are of work: in English what they are spent in."""
    more = "+" in match[0] or after.startswith("+") or match["work"] is not None
    spent = match[0][-1].isascii() and bool(_SPENT.match(after))
    return more or spent or any(word in near for word in _BEFORE) or any(word in after for word in _AFTER)


def _number(told: str) -> int:
    """Return a number as ads write it: in digits, in letters, in Chinese up to 39; of a range as 三五 the lower end."""
    if told.isdigit():
        return int(told)
    tens, ten, ones = told.partition("十")
    if not ten:
        return _DIGITS[told if told in _DIGITS else told[0]]
    return 10 * (_DIGITS[tens[0]] if tens else 1) + (_DIGITS[ones[0]] if ones else 0)
