"""The posts that a résumé tells in text: each with its title, its months, and what is said of it.

A post is where a stretch of time stands. Its title stands there too, or some lines above or below: at the same place
for most posts of one résumé, so that place is taken first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from opscareer.interview.resume.dates import Span, span_in
from opscareer.interview.resume.heads import HEAD, NEAR, is_head, is_sentence, title_beside
from opscareer.interview.resume.lines import Line
from opscareer.interview.resume.misdated import looks_like_a_stretch, misdated
from opscareer.interview.resume.ranked import is_rank, of_department
from opscareer.interview.resume.titled import pieces_of, title_in

_AROUND = (0, -1, 1, -2, 2, -3, 3)
"""How many lines off the department of a post may stand."""
_TASK = re.compile(r"负责|参与|主导|协助|组织|完成|搭建|\b(?:led|managed|ran|built|launched)\b", re.IGNORECASE)


class _Anchor(NamedTuple):
    """A line that tells a stretch of time: its number, the stretch, the line without it, and the titles near it."""

    number: int
    span: Span
    titles: dict[int, str]


def posts_of(lines: Sequence[Line]) -> Iterator[dict[str, object]]:
    """Yield the posts that some lines tell, in the words of JSON Resume, those without a title with their line."""
    numbers = _anchored(lines)
    anchored = {*numbers, *(number for number, line in enumerate(lines) if looks_like_a_stretch(line))}
    anchors = [_anchor(lines, number, anchored) for number in numbers]
    votes = Counter(place for anchor in anchors for place in anchor.titles)
    order = sorted(NEAR, key=lambda place: -votes[place])  # sorted keeps the order of equals
    read = {*numbers}
    for anchor, following in zip(anchors, (*numbers[1:], len(lines)), strict=False):
        place = next((place for place in order if place in anchor.titles), 0)
        title = anchor.titles.get(place, "")
        read.add(anchor.number + place)
        if is_rank(title):
            title = of_department(title, _around(lines, anchor.number, anchored)) or title
        yield {
            "position": title,
            "startDate": anchor.span.since,
            "endDate": anchor.span.until,
            "highlights": [line.text for line in lines[anchor.number + 1 : following]],
            **({} if title else {"line": lines[anchor.number].text, "head": [*_head(lines, anchor, anchored)]}),
        }
    yield from misdated(lines, read)


def _anchored(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the lines that tell a stretch of time; entries of lists only where no others do.

    Under a company with a time of its own and no post, entries that tell posts stand for it.
    """
    spans = [number for number, line in enumerate(lines) if len(line.text) <= 2 * HEAD and span_in(line.text)]
    spans = [number for number in spans if not is_sentence(lines[number].text)]
    under: dict[int, list[int]] = {}
    for number in spans:
        if not lines[number].bullet:
            under[number] = []
        elif under and _tells_a_post(lines[number]):
            under[next(reversed(under))].append(number)
    anchored = {*spans}
    held = ([head] if not posts or _anchor(lines, head, anchored).titles else posts for head, posts in under.items())
    return [*chain.from_iterable(held)] or spans


def _tells_a_post(entry: Line) -> bool:
    """Return whether an entry of a list is a stretch of time beside a title, and no task that was done."""
    span = span_in(entry.text)
    assert span
    rest = f"{entry.text[: span.start]} | {entry.text[span.end :]}"
    return bool(title_in(rest)) and not _TASK.search(rest)


def _anchor(lines: Sequence[Line], number: int, anchored: set[int]) -> _Anchor:
    span = span_in(lines[number].text)
    assert span
    titles: dict[int, str] = {}
    for place in NEAR:
        if place == 0:
            text = lines[number].text
            title = title_in(f"{text[: span.start]} | {text[span.end :]}")
        else:
            title = title_beside(lines, number, place, anchored)
        if title:
            titles[place] = title
    return _Anchor(number, span, titles)


def _head(lines: Sequence[Line], anchor: _Anchor, anchored: set[int]) -> Iterator[str]:
    """Yield what stands in the line of a post beside its time, and in the lines before and behind it."""
    text = lines[anchor.number].text
    yield from pieces_of(f"{text[: anchor.span.start]} | {text[anchor.span.end :]}")
    yield from _around(lines, anchor.number, anchored, off=(-1, 1))


def _around(lines: Sequence[Line], number: int, anchored: set[int], off: Sequence[int] = _AROUND) -> Iterator[str]:
    """Yield what the lines so many off tell one beside the other, without those of other posts."""
    for place in (number + step for step in off):
        other = place != number and place in anchored
        if 0 <= place < len(lines) and not other and is_head(lines[place]):
            yield from pieces_of(lines[place].text)
