"""Times of a résumé brought to one line and to figures: a narrow column breaks them, and some write them in Chinese."""

import re
from unicodedata import normalize

from opscareer.interview.resume.dates import DASH, DATE, NOW, in_figures, month_of

_BLANK, _CELL = r"[ \t]{0,9}", r"[ \t]{0,9}[|\t][ \t|]{0,9}"  # bounded: a line of a million blanks is read once
_BREAK, _ENDS = r"\s{0,9}\n\s{0,9}", r"(?=[ \t|]{0,9}$)"
_BROKEN = re.compile(
    rf"(?P<from>{DATE})"
    rf"(?:(?:{_BLANK}{DASH}{_BREAK}|{_CELL}{DASH}[ \t|]{{0,9}}|{_BLANK}{DASH}{_CELL})(?P<to>{DATE}|{NOW})"
    rf"|{_BREAK}{DASH}\s{{0,9}}(?P<alone>{DATE}|{NOW}){_ENDS}|{_BREAK}(?P<now>{NOW}){_ENDS})"  # else a dash lists
    rf"(?!{_BLANK}{DASH}\s{{0,9}}(?:{DATE}|{NOW}))",
    re.IGNORECASE | re.MULTILINE,
)
_STACKED = re.compile(
    rf"^[ \t]{{0,9}}(?P<from>{DATE}){_BREAK}(?P<to>{DATE})(?P<ends>[ \t]{{0,9}})$(?!{_BREAK}(?:{DATE}|{DASH}|{NOW}))",
    re.IGNORECASE | re.MULTILINE,
)
_COLUMNS = re.compile(
    rf"(?P<from>{DATE})(?:[ ]{{2,40}}|{_CELL})(?P<to>{DATE}|{NOW})"
    rf"(?=[ \t]{{0,9}}(?:[|\t(]|$)|[ ]{{2}})(?![ \t|]{{1,9}}(?:{DATE}|{DASH}))",
    re.IGNORECASE | re.MULTILINE,
)
_OPENS_A_CELL = re.compile(r"(?:\A|[|\t]|[ ]{2})[ ]*\Z")
_GOES_ON = re.compile(rf"(?:{DATE}|{DASH})[ \t|]*\Z", re.IGNORECASE)
_BEFORE = 40  # letters


def whole_times(text: str) -> str:
    """Return a text in one width with each stretch of time on one line, in figures.

    A date that begins a stretch of its own, or lies before the other, is not the end of what the line above began.
    """
    joined = _BROKEN.sub(_joined, in_figures(normalize("NFKC", text)))
    return _COLUMNS.sub(_beside, _STACKED.sub(_stacked, joined))


def _joined(found: re.Match[str]) -> str:
    since, until = found["from"], found["to"] or found["alone"] or found["now"]
    return found[0] if _backward(since, until) else f"{since} - {until}"


def _stacked(found: re.Match[str]) -> str:
    """Return a beginning and an end that stand each on a line of its own as one stretch."""
    return found[0] if _backward(found["from"], found["to"]) else f"{found['from']} - {found['to']}{found['ends']}"


def _beside(found: re.Match[str]) -> str:
    """Return a beginning and an end that stand in two columns as one stretch; others as they are.

    A third date makes a row of dates of them, and two bare years that open no row may be figures of anything.
    """
    before = found.string[max(0, found.start() - _BEFORE) : found.start()].rpartition("\n")[2]
    bare = found["from"].isdecimal() and found["to"].isdecimal()
    if not _OPENS_A_CELL.search(before) or _GOES_ON.search(before) or (bare and before.strip(" \t|")):
        return found[0]
    return found[0] if _backward(found["from"], found["to"]) else f"{found['from']} - {found['to']}"


def _backward(since: str, until: str) -> bool:
    begins, ends = month_of(since), month_of(until)
    return bool(begins and ends and begins > ends)
