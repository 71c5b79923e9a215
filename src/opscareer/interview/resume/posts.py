"""The posts that a résumé tells in text: each with its title, its months, and what is said of it.

A post is where a stretch of time stands. Its title stands there too, or some lines above or below: at the same place
for most posts of one résumé, so that place is taken first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opscareer.interview.resume.dates import Span, span_in
from opscareer.interview.resume.lines import Line
from opscareer.interview.resume.ranked import is_rank, of_department
from opscareer.interview.resume.titled import labelled, pieces_of, title_in

_NEAR = (0, -1, 1, -2, 2)
"""How many lines off a title may stand; of equal places the first is taken."""
_SENTENCE = re.compile(
    r"(?:[。;!?]|(?<!\binc)(?<!\bltd)(?<!\bco)(?<!\bcorp)(?<!\bu\.s)\.)\Z", re.IGNORECASE
)  # no firm's
_LIKE_A_STRETCH = re.compile(
    r"(?:19|20)?\d\d\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2})?[月日]?\s*(?:[-~–—―到→]|至|to\b)+"
    r"\s*(?:今|now|present|现在|(?:19|20)?\d\d\s*[-./年]\s*\d{1,2}[月日]?)",
    re.IGNORECASE,
)
_AROUND = (0, -1, 1, -2, 2, -3, 3)
"""How many lines off the department of a post may stand."""
_HEAD = 100  # letters; a longer line tells what was done


class _Anchor(NamedTuple):
    """A line that tells a stretch of time: its number, the stretch, the line without it, and the titles near it."""

    number: int
    span: Span
    titles: dict[int, str]


def misdated(lines: Sequence[Line]) -> Iterator[dict[str, object]]:
    """Yield the posts whose time looks like a stretch and is none, as 2021.13-至今: their dates are not understood."""
    for line in lines:
        looks = _LIKE_A_STRETCH.search(line.text) and span_in(line.text) is None and _is_head(line)
        title = title_in(_LIKE_A_STRETCH.sub(" | ", line.text)) if looks else ""
        if title:
            yield {"position": title, "startDate": "?", "endDate": "?", "line": line.text}


def posts_of(lines: Sequence[Line]) -> Iterator[dict[str, object]]:
    """Yield the posts that some lines tell, in the words of JSON Resume, those without a title with their line."""
    numbers = _anchored(lines)
    anchored = {*numbers, *(number for number, line in enumerate(lines) if _LIKE_A_STRETCH.search(line.text))}
    anchors = [_anchor(lines, number, anchored) for number in numbers]
    votes = Counter(place for anchor in anchors for place in anchor.titles)
    order = sorted(_NEAR, key=lambda place: -votes[place])  # sorted keeps the order of equals
    for anchor, following in zip(anchors, (*numbers[1:], len(lines)), strict=False):
        title = next((anchor.titles[place] for place in order if place in anchor.titles), "")
        if is_rank(title):
            title = of_department(title, _around(lines, anchor.number, anchored)) or title
        yield {
            "position": title,
            "startDate": anchor.span.since,
            "endDate": anchor.span.until,
            "highlights": [line.text for line in lines[anchor.number + 1 : following]],
            **({} if title else {"line": lines[anchor.number].text, "head": [*_head(lines, anchor, anchored)]}),
        }


def _anchored(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the lines that tell a stretch of time; entries of lists only where no others do."""
    spans = [number for number, line in enumerate(lines) if len(line.text) <= 2 * _HEAD and span_in(line.text)]
    spans = [number for number in spans if not _SENTENCE.search(lines[number].text)]
    return [number for number in spans if not lines[number].bullet] or spans


def _anchor(lines: Sequence[Line], number: int, anchored: set[int]) -> _Anchor:
    span = span_in(lines[number].text)
    assert span
    titles: dict[int, str] = {}
    for place in _NEAR:
        if place == 0:
            text = lines[number].text
            title = title_in(f"{text[: span.start]} | {text[span.end :]}")
        else:
            title = _beside(lines, number, place, anchored)
        if title:
            titles[place] = title
    return _Anchor(number, span, titles)


def _beside(lines: Sequence[Line], number: int, place: int, anchored: set[int]) -> str:
    """Return the title that a line some places off tells, if all lines up to there are of the same head."""
    step = 1 if place > 0 else -1
    between = range(number + step, number + place + step, step)
    if not all(0 <= n < len(lines) and n not in anchored and _is_head(lines[n]) for n in between):
        return ""
    line = lines[number + place].text
    return labelled(line) or title_in(line)


def _head(lines: Sequence[Line], anchor: _Anchor, anchored: set[int]) -> Iterator[str]:
    """Yield what stands in the line of a post beside its time, and in the lines before and behind it."""
    text = lines[anchor.number].text
    yield from pieces_of(f"{text[: anchor.span.start]} | {text[anchor.span.end :]}")
    yield from _around(lines, anchor.number, anchored, off=(-1, 1))


def _around(lines: Sequence[Line], number: int, anchored: set[int], off: Sequence[int] = _AROUND) -> Iterator[str]:
    """Yield what the lines so many off tell one beside the other, without those of other posts."""
    for place in (number + step for step in off):
        other = place != number and place in anchored
        if 0 <= place < len(lines) and not other and _is_head(lines[place]):
            yield from pieces_of(lines[place].text)


def _is_head(line: Line) -> bool:
    """Return whether a line may stand in the head of a post: no sentence, and no entry of a list but of labels."""
    if labelled(line.text):
        return True
    return not line.bullet and len(line.text) <= _HEAD and not _SENTENCE.search(line.text)
