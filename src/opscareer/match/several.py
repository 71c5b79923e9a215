"""Several ads in one text, one below another: read as one they would ask the years of one and the degree of another.

They show by duties and requirements that come twice, each under its own heading, by titles below a dividing line, by
titles on lines of their own under each of which years or a degree are asked, or as the entries of a list or a table.
An ad that tells itself once more in another language is one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opscareer.match.clauses import Heading, headings
from opscareer.match.listed import ads_listed
from opscareer.match.plain import plain
from opscareer.match.title_below import is_titled

_DIVIDER = re.compile(r"[^\S\n]*([-=*_—–~·#])(?:[^\S\n]*\1){2,}[^\S\n]*")
_NO_HEAD = re.compile(r"[。;;.!?]\s*\Z|\A\s*(?:[-*•·●]|\d{1,2}[.、)])")
_HEAD = 3  # lines of an ad above its first heading
_AN_AD = 40  # letters; less below a dividing line is no ad
_BESIDE = re.compile(r"[:：,，、;；\t|]")  # in a line that tells more than a title
_ASKS = re.compile(
    r"(?:\d|[一两二三四五六七八九十])\s*(?:年|\+?\s*years?)|本科|大专|专科|硕士|学历|经验不限|\bdegree\b|\bbachelor",
    re.IGNORECASE,
)


def ads_in(text: str) -> tuple[str, ...]:
    """Return the ads that a text holds one below another, in their order; the text as it is where it holds one."""
    if listed := ads_listed(text):
        return listed
    places = _by_headings(text) or _by_dividers(text) or _by_titles(text)
    first, *others = (text[begin:end] for begin, end in pairwise((0, *places, len(text))))
    return (first, *(other.strip() for other in others))  # the first stands where it stood


def _by_headings(text: str) -> list[int]:
    """Return where further ads begin, each with duties and requirements of its own."""
    whole = plain(text)
    told = [*_told(whole.text)]
    begins = _complete(told)
    lines = [0, *(whole.at[told[number - 1].end - 1] for number in begins)]
    return [
        _head_above(text, after, whole.at[told[number].start]) for number, after in zip(begins, lines[1:], strict=True)
    ]


def _told(text: str) -> Iterator[Heading]:
    """Yield the headings of duties and requirements under which something stands."""
    found = [*headings(text)]
    for one, end in zip(found, (*(after.start for after in found), len(text))[1:], strict=True):
        if one.section != "other" and re.search(r"\w", text[one.end : end]):
            yield one


def _complete(told: Sequence[Heading]) -> list[int]:
    """Return the numbers of the headings with which further ads begin, each as whole as the first."""
    begins, here, first = list[int](), set[str](), told[0] if told else None
    for number, one in enumerate(told):
        if first and len(here) > 1 and one.section == first.section and one.words.isascii() == first.words.isascii():
            begins.append(number)
            here = set()
        here.add(one.section)
    return begins if len(here) > 1 else begins[:-1]


def _head_above(text: str, after: int, heading: int) -> int:
    """Return where an ad begins whose first heading stands at a place: at its title, or what else stands above."""
    begin = text.rfind("\n", 0, heading) + 1
    if begin <= after:  # an ad in one line
        return heading
    head = list[tuple[int, str]]()
    for start, line in _lines_above(text, after, begin):
        if _DIVIDER.fullmatch(line) or (head and not line.strip()) or _NO_HEAD.search(line) or len(head) == _HEAD:
            break
        head += [(start, line)] if line.strip() else []
    titles = [start for start, line in head if is_titled(plain(line).text)]
    return titles[-1] if titles else head[0][0] if head else begin


def _lines_above(text: str, after: int, begin: int) -> Iterator[tuple[int, str]]:
    """Yield the whole lines between two places, the last one first, each with where it begins."""
    while (start := text.rfind("\n", 0, begin - 1) + 1) > after:
        yield start, text[start : begin - 1]
        begin = start


def _by_dividers(text: str) -> list[int]:
    """Return where further ads begin: at titles that stand below dividing lines, as one stands above them all."""
    places, place = [0], 0
    for line in text.splitlines(keepends=True):
        place += len(line)
        if _DIVIDER.fullmatch(line.rstrip("\n")):
            places.append(place)
    titled = [is_titled(plain(text[place:].lstrip().partition("\n")[0]).text) for place in places]
    long = [len(text[begin:end].strip()) >= _AN_AD for begin, end in pairwise((*places, len(text)))]
    begins = [place for place, good in zip(places, map(all, zip(titled, long, strict=True)), strict=True) if good]
    return begins[1:] if begins[:1] == [0] else []


def _by_titles(text: str) -> list[int]:
    """Return where further ads begin: at titles on lines of their own, if all of them ask years or a degree."""
    places = [*_titles(text)]
    parts = [text[begin:end] for begin, end in pairwise((*places, len(text)))]
    whole = [len(part.strip()) >= _AN_AD and bool(_ASKS.search(part)) for part in parts]
    return places[1:] if whole and all(whole) and not text[: places[0]].strip() else []


def _titles(text: str) -> Iterator[int]:
    """Yield where lines begin that are a title and no more, and no entry of a list."""
    place, above = 0, ""
    for line in text.splitlines(keepends=True):
        alone = not (_BESIDE.search(line.strip()) or _NO_HEAD.search(line)) and above.strip()[-1:] not in (":", "：")
        if alone and is_titled(plain(line).text):
            yield place
        place, above = place + len(line), line
