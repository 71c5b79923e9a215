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


def whole_times(text: str) -> str:
    """Return a text in one width with each stretch of time on one line, in figures.

    A date that begins a stretch of its own, or lies before the other, is not the end of what the line above began.
    """
    return _BROKEN.sub(_joined, in_figures(normalize("NFKC", text)))


def _joined(found: re.Match[str]) -> str:
    since, until = found["from"], found["to"] or found["alone"] or found["now"]
    begins, ends = month_of(since), month_of(until)
    return found[0] if begins and ends and begins > ends else f"{since} - {until}"
