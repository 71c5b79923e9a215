"""What an ad asks besides skills: years of work, and education."""

import re
from collections.abc import Iterable

from opscareer.match.clauses import Clause
from opscareer.model.ad import Conditions, Education

_WORDS = "one two three four five six seven eight nine ten"
_DIGITS = (
    {c: n for n, c in enumerate("零一二三四五六七八九十")}
    | {"两": 2, "半": 0}
    | {word: n for n, word in enumerate(_WORDS.split(), 1)}
)
_NUMBER = rf"(?:\d{{1,2}}|[一二两三四五六七八九十半]{{1,3}}|{_WORDS.replace(' ', '|')})"
_YEARS = re.compile(
    rf"(?<![\d.a-z一二三四五六七八九十第])(?P<least>{_NUMBER})(?:\.\d)? ?\+? ?(?:年|years?)?"
    rf"(?P<range> ?(?:[-~—–〜至到]{{1,2}}|to) ?[\da-z一二两三四五六七八九十半]{{1,5}})? ?\+? ?"
    r"(?:年(?!龄|薪|底|终|假|前|初|会|轻|度|内(?!容)|规划|计划|战略|以[内下])|years?|yrs?)"
)
_ITEM = re.compile(r"\A\W*\d{1,2}[、.)]\s*")
_BEFORE = ["经验", "经历", "年限", "从事", "从业", "至少", "不少于", "least", "minimum", "experience"]
_AFTER = ["以上", "左右", "经验", "经历", "从业", "工作", "背景", "experience", "more"]
_NOT_OF_WORK = re.compile(
    r"玩龄|球龄|成立|创立|上市(?!场)|历史|合同|出生|保修|入职|(?:工作|服务)满|未来|经验的(?:公司|企业)|founded|since"
)
_OF_COMPANY = re.compile(r"\W*(?:我们|我司|本?公司|our |we )(?!.{0,4}(?:要求|希望|需要|期待|期望|need|ask|look))")
_NONE = re.compile(
    r"(?<!非)(?<!不接受)(?<!不招)应届|20\d\d届|(?:经验|年限) ?:? ?不限|不限(?:工作)?(?:经验|年限)"
    r"|(?:无需|不需要?|不要求|没有|无)(?:任何|相关|工作)*经验"
    r"|no (?:prior |previous )?experience|experience (?:is )?not (?:required|necessary|needed)"
    r"|entry[- ]level|graduates? welcome"
)
_EDUCATION: tuple[tuple[Education, str], ...] = (
    ("secondary", r"高中(?!生|教育|课)|中专|中技|职高|初中(?!生|教育|课)|high school"),
    ("college", r"大专|专科(?!医)|associate(?:['’]s)? degree|college diploma"),
    ("bachelor", r"本科|学士|统招|bachelor|(?:university|college) degree|\bundergraduate"),
    ("master", r"硕士|研究生|\bmaster['’]s|\bmasters? degree|\bmba\b|博士|\bphd|postgraduate"),
)
_ANY = re.compile(
    r"学历 ?:? ?(?:不限|不[作做]?要求|无要求)|(?:不限|不看|不要求|无)学历"
    r"|education does(?: not|n['’]t) matter|no degree|degree (?:is )?not (?:required|necessary|needed)"
)
_MOST = 20  # years; more are a company's


def conditions_of(found: Iterable[Clause]) -> Conditions:
    """Return what an ad asks of years and education; what it only wishes for does not count."""
    found = tuple(found)
    parts = [part for clause in found for part in clause.asked()]
    demands = [part for clause in found if clause.section == "demand" for part in clause.asked()]
    return Conditions(_years(parts), _education(demands) or _education(parts))


def _years(parts: Iterable[str]) -> int | None:
    told = [years for part in parts for years in _years_in(part)]
    if told:
        return max(told)
    return 0 if any(_NONE.search(part) for part in parts) else None


def _years_in(part: str) -> Iterable[int]:
    part = _ITEM.sub("", part)
    if _OF_COMPANY.match(part):
        return
    for match in _YEARS.finditer(part):
        if _of_work(part, match) and (years := _number(match["least"])) <= _MOST:
            yield years


def _of_work(part: str, match: re.Match[str]) -> bool:
    """Return whether years are told to be of work; a range that stands alone is."""
    before, after = part[max(0, match.start() - 12) : match.start()], part[match.end() : match.end() + 40]
    if _NOT_OF_WORK.search(before + after[:16]):
        return False
    alone = bool(match["range"]) and not before[-1:].isalnum() and not after[:1].isalnum()
    return alone or any(word in before for word in _BEFORE) or any(word in after for word in _AFTER)


def _number(told: str) -> int:
    """Return a number as ads write it: in digits, in letters, in Chinese up to 39; of a range as 三五 the lower end."""
    if told.isdigit():
        return int(told)
    tens, ten, ones = told.partition("十")
    if not ten:
        return _DIGITS[told if told in _DIGITS else told[0]]
    return 10 * (_DIGITS[tens[0]] if tens else 1) + (_DIGITS[ones[0]] if ones else 0)


def _education(parts: Iterable[str]) -> Education | None:
    told = " \n".join(parts)
    if _ANY.search(told):
        return "any"
    return next((level for level, pattern in _EDUCATION if re.search(pattern, told)), None)
