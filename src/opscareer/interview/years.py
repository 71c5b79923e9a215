"""Years as people write them: in figures or in words, halves, months, and a little more or less."""

import re
from unicodedata import normalize

_CHINESE = {**{word: number for number, word in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2, "俩": 2}
_COUNTED = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_ENGLISH = {
    **{word: number for number, word in enumerate(_COUNTED)},
    **_TENS,
    **{tens + dash + _COUNTED[n]: ten + n for tens, ten in _TENS.items() for n in range(1, 10) for dash in ("", "-")},
    **{"a": 1, "an": 1},
}

_NUMBER = rf"\d+(?:\.\d+)?|[{''.join(_CHINESE)}十]+|{'|'.join(sorted(_ENGLISH, key=len, reverse=True))}"
_YEARS, _MONTHS = "(?:个?年头?|years?|yrs?|y)", "(?:个月|月|months?|mos?|mths?)"
_HALF = "半|andahalf|½"
_FORMS = (
    rf"(?P<years>{_NUMBER})(?P<half>andahalf|½)?{_YEARS}?(?:的)?(?P<halves>{_HALF})?",
    rf"(?P<months>{_NUMBER})(?P<part>个半|andahalf)?{_MONTHS}",
    rf"(?P<years>{_NUMBER}){_YEARS}(?:零|又|and|,)?(?P<months>{_NUMBER})(?P<part>个半|andahalf)?(?:{_MONTHS}|m)",
    rf"(?P<half>半|half|half-?an?|ahalf|andahalf){_YEARS}",
    r"(?P<part>半)个?月",
)
_HEDGES = "将近|大概|大约|差不多|左右|出头|不到|多|来|快|近|约|about|almost|nearly|over|morethan|plus|orso|[+~]"
_MOST_CHARACTERS = 40


def years(said: str) -> float | None:
    """Return years as people write them: 2, 3.5, 3年, 两年半, 十年, 18个月, 4 yrs, a year and a half; None if none.

    What is a little more or less (两年多) counts as it is written: some months decide nothing.
    """
    halves = re.sub(r"½|(?<!\d)1/2(?!\d)", " and a half", said)
    told = "".join(normalize("NFKC", halves).casefold().split())
    if len(told) > _MOST_CHARACTERS:
        return None
    bare = re.sub(_HEDGES, "", told)  # blanks and hedges go, nothing else: 2-3 is not 23, and -1 not 1
    found = next((match.groupdict() for form in _FORMS if (match := re.fullmatch(form, bare))), None)
    return None if found is None else _sum(found)


def _sum(found: dict[str, str | None]) -> float | None:
    parts = [_number(found[name] or "") for name in ("years", "months") if found.get(name)]
    if None in parts:
        return None
    whole, months = (_number(found.get(name) or "") or 0.0 for name in ("years", "months"))
    half = 0.5 if found.get("half") or found.get("halves") else 0.0
    months += 0.5 if found.get("part") else 0.0
    return round(whole + half + months / 12, 1) if months else whole + half


def _number(word: str) -> float | None:
    """Return a number in figures or in words; None where it is none."""
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return float(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        known = {**_ENGLISH, **_CHINESE}
        return float(known[word]) if word in known else None
    if any(part and part not in _CHINESE for part in (tens, ones)):
        return None
    return 10.0 * _CHINESE.get(tens, 1) + _CHINESE.get(ones, 0)
