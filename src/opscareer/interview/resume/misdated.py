"""Posts of a résumé in text whose time is not understood: they are told, not passed over."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from opscareer.interview.resume.dates import DATE, span_in
from opscareer.interview.resume.heads import HEAD, NEAR, is_head, title_beside
from opscareer.interview.resume.lines import Line
from opscareer.interview.resume.titled import title_in

_LIKE_A_STRETCH = re.compile(
    r"(?:19|20)?\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?[月日]?\s*(?:[-~–—―到→]|至|to\b)+"
    r"\s*(?:今|now|present|现在|(?:19|20)?\d\d\s*[-./年]\s*\d{1,2}[月日]?)",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(
    rf"\A[(\[]?(?:{DATE}\W{{0,4}}){{1,2}}(?=[\W至到])|(?<=[\s|,(])(?:{DATE}\W{{0,4}}){{1,2}}\Z", re.IGNORECASE
)
_ALONE = re.compile(rf"\W*{DATE}\W*(?P<second>{DATE}\W*)?\w{{0,4}}\W*", re.IGNORECASE)


def looks_like_a_stretch(line: Line) -> bool:
    """Return whether a line tells what has the look of a stretch of time, as 2021.13-至今."""
    return _LIKE_A_STRETCH.search(line.text) is not None


def misdated(lines: Sequence[Line], read: Set[int]) -> Iterator[dict[str, object]]:
    """Yield the posts that stand beside dates that tell no stretch of time; read: the lines of those that do."""
    titles = {number: _title(lines, number, read) for number in range(len(lines)) if number not in read}
    found = [number for number, title in titles.items() if title is not None]
    begins = sorted({*found, *read, len(lines)})
    for number in found:
        following = begins[bisect_right(begins, number)]
        yield {
            "position": titles[number],
            "startDate": "?",
            "endDate": "?",
            "line": lines[number].text,
            "highlights": [line.text for line in lines[number + 1 : following]],
        }


def _title(lines: Sequence[Line], number: int, read: Set[int]) -> str | None:
    """Return the title beside dates that are no stretch of time, empty where there is none; None of other lines."""
    line = lines[number]
    if line.bullet or len(line.text) > HEAD or span_in(line.text):
        return None
    if alone := _ALONE.fullmatch(line.text):
        places = (place for place in NEAR if place and number + place not in read)
        title = next((told for place in places if (told := title_beside(lines, number, place, read))), "")
        return title or ("" if alone["second"] else None)
    dates = _LIKE_A_STRETCH if looks_like_a_stretch(line) else _AT_AN_END
    apart = dates.sub(" | ", line.text)
    return (title_in(apart) or None) if apart != line.text and is_head(line) else None
