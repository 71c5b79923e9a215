"""Dates as people write them in résumés, and from when to when something lasted."""

import re
from typing import NamedTuple
from unicodedata import normalize

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_YEAR, _NUMBER, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_TIME = r"(?:[\sT]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?"  # 2018-07-01 00:00:00
_SEASON = r"spring|summer|autumn|fall|winter"
_PART = rf"[春夏秋冬][季天]?|[上下]半年|第?[一二三四1-4]季度|初(?![级中])|[底末]|q[1-4](?!\d)|{_SEASON}\b"
_BEGINS = {
    "春": 3,
    "夏": 6,
    "下": 7,
    "秋": 9,
    "冬": 12,
    "底": 12,
    "末": 12,
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "fall": 9,
}
_QUARTER = re.compile(r"[1-4一二三四]")
_FORMS = (
    rf"(?P<y1>{_YEAR})(?P<m1>0[1-9]|1[0-2])(?!\d)",  # 202103
    rf"(?P<y2>{_YEAR})\s*[-./年]\s*(?P<m2>{_NUMBER})(?!\d)"
    rf"(?:\s*[-./月]\s*{_DAY}(?!\d)(?:\s?日)?{_TIME}|\s*月)?",
    rf"(?:{_DAY}(?:st|nd|rd|th)?\s+)?(?P<n3>{_NAME})\.?(?:\s+{_DAY}(?:st|nd|rd|th)?,)?"
    rf"(?:[\s,/'’-]*(?P<y3>{_YEAR})|\s*['’](?P<y7>\d\d))(?!\d)",  # July 2021, Jul '21
    rf"(?P<m4>{_NUMBER})\s*[-./]\s*(?:{_DAY}[-./])?(?P<y4>{_YEAR})(?!\d)",  # 03/2021, 03/15/2021
    r"['’]?(?P<y6>1[3-9]|2\d)[./](?P<m6>0[1-9]|1[0-2])(?![\d.])",  # 22.03; what begins with less may be a month
    rf"(?P<y8>{_YEAR})\s?年?\s?(?P<part8>{_PART})",
    rf"(?P<part9>{_SEASON}|q[1-4]),?\s(?:of\s)?(?P<y9>{_YEAR})(?!\d)",  # Summer 2019, Q1 2019
    rf"(?P<y5>{_YEAR})(?:\s+(?P<n5>{_NAME})\.?)?(?!\d)年?",
)
_FORM = re.compile("|".join(_FORMS))
_CENTURY, _SHORT, _LAST = 2000, 2, 50  # '98 is of the century before
_FIGURES = {**{figure: str(number) for number, figure in enumerate("〇一二三四五六七八九")}, "零": "0", "○": "0"}
_IN_CHINESE = re.compile(
    r"(?P<year>[一二][〇零○一二三四五六七八九]{3})年(?:(?P<month>十[一二]?|[一二三四五六七八九])月)?"
    r"(?:(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?"
)
_ALONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
DATE = r"(?<!\d)(?:" + re.sub(r"\?P<\w+>", "?:", "|".join(_FORMS)) + ")"
NOW = (
    r"(?:至今|迄今|[现現]在|[现現]今|如今|目前|在[职職]|今(?![年天日后])"
    r"|\b(?:present|now|current|currently|today|ongoing|(?:to|till|until) (?:date|now|present)|date)\b)"
)
_LEFT = (
    r"(?:(?:现在|现)?(?:已经|已|刚|刚刚)?(?:[离離][职職]|离任|离岗|卸任|辞[职職]|被裁)(?!中|交接|手续|证明|倒计时|审批)"
    r"|(?:now |already |since )?(?:left|resigned|laid off)\b)"
)
"""That somebody is there no more, though the time before it tells no end."""
DASH = r"(?:(?:[-~–—―−到→]|至(?!今)){1,3}|\b(?:to|till|until|through|thru)\b)"
_TO = rf"\s*{DASH}\s*"
_JOINED = r"\s?(?:入[职職]|加入|到岗)"
_SPAN = re.compile(
    rf"(?P<from>{DATE})(?:{_TO}(?P<to>{DATE})|(?:{_TO}|\s*)[(\[]?(?P<now>{NOW}(?:\s{{0,9}},?\s{{0,9}}{_LEFT})?)"
    rf"|{_TO}(?P<left>{_LEFT})|{_TO}(?=$|[)\]|*_`,;，])|[-~–—―]{{1,2}}(?=\s)"
    rf"|{_JOINED}[\s,、;]{{0,3}}(?P<gone>{DATE})\s?{_LEFT})"
    rf"|\b(?:since|自|从)\s*(?P<since>{DATE})|(?P<on>{DATE})(?:\s*起|{_JOINED})"
)
_NOT_YET = re.compile(r"[待拟将未没](?:有)?\w?(?:离职|离任|离岗|卸任|辞职)|准备离职")
_SAYS_OVER = re.compile(rf"[(\[]\s{{0,9}}{_LEFT}\s{{0,9}}[)\]]")
_LASTS, _IS_OVER = re.compile(NOW), re.compile(_LEFT)


class Span(NamedTuple):
    """From when to when, as it was written (`until` may be 至今, or empty), and where it stands in its line."""

    since: str
    until: str
    start: int
    end: int


def month_of(date: str) -> int | None:
    """Return a date as months: 2021-03, 2021.3, 202103, 2021年3月, March 2021, 03/2021 2021; None of what is none."""
    told = _spelt(date)
    found = _FORM.match(told)
    if not found:
        alone = _ALONE.search(told)  # Summer 2019
        return 12 * int(alone[0]) + 1 if alone else None
    said = {key[0]: value for key, value in found.groupdict().items() if value}
    number = _NAMES.index(said["n"][:3]) + 1 if "n" in said else int(said.get("m", 1))
    return 12 * _year(said["y"]) + (_begin_of(said["p"]) if "p" in said else number)


def _begin_of(part: str) -> int:
    """Return the month in which a part of the year begins, as spring, the second half, a quarter; January of others."""
    if quarter := _QUARTER.search(part):
        return 3 * ("1一2二3三4四".index(quarter[0]) // 2) + 1
    return _BEGINS.get(part, _BEGINS.get(part[0], 1))


def in_figures(text: str) -> str:
    """Return a text with the dates in it that are in Chinese figures in ours: 二〇二一年七月 is 2021年7月."""
    return _IN_CHINESE.sub(_figured, text)


def _figured(found: re.Match[str]) -> str:
    year, month = ("".join(_FIGURES.get(one, one) for one in found[key] or "") for key in ("year", "month"))
    month = month.replace("十", "1" if len(month) > 1 else "10")
    return f"{year}年{month}月" if month else f"{year}年"


def _year(told: str) -> int:
    if len(told) > _SHORT:
        return int(told)
    return _CENTURY + int(told) - (0 if int(told) < _LAST else 100)


def never_ended(date: str) -> bool:
    """Return whether an end says that there is none: nothing, 至今, Present, now; not where it says 已离职 as well."""
    told = _spelt(date)
    return not told or (_LASTS.search(told) is not None and _IS_OVER.search(_NOT_YET.sub("", told)) is None)


def span_in(line: str) -> Span | None:
    """Return the first stretch of time that a line in one width tells, as 2020.04-至今; None where it tells none."""
    found = _SPAN.search(line.casefold())
    if not found:
        return None
    since, until = (
        next((key for key in keys if found[key]), "")
        for keys in (("from", "since", "on"), ("to", "now", "left", "gone"))
    )
    written = [line[slice(*found.span(key))].strip() if key else "" for key in (since, until)]
    over = _SAYS_OVER.search(line.casefold(), found.end()) if until == "now" else None
    return Span(written[0], written[1] + (over[0] if over else ""), *found.span())


def _spelt(date: str) -> str:
    return in_figures(normalize("NFKC", date)).casefold().strip()
