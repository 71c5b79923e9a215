"""An ad taken apart into clauses: what one does, what is asked, what is only wished for, what is about the company."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from opscareer.match.denials import is_denied

Section = Literal["duty", "demand", "other"]

_HEADINGS: tuple[tuple[Section, str], ...] = (
    (
        "duty",
        r"(?:岗位|工作|职位|主要|具体|职业)?(?:职责|描述|内容|介绍)(?:及职责|与职责)?|你(?:将|要)(?:负责|做)(?:什么|的事)?"
        r"|(?:(?:job|key|main|your) )?(?:responsibilities|duties)|what you(?:['’]ll| will) do|the role|job description",
    ),
    (
        "demand",
        r"(?:任职|岗位|职位|应聘|招聘|能力|技能|基本|必备)?(?:要求|资格|条件)(?:要求|条件)?|任职资格(?:要求)?|我们(?:希望|期待|需要)(?:的)?你?"
        r"|你需要(?:具备)?|优先条件|加分项?|(?:(?:job|key|minimum|basic|preferred) )?(?:requirements?|qualifications?)"
        r"|what we(?:['’]re| are) looking for|who you are|must have|nice to have|bonus points",
    ),
    (
        "other",
        r"(?:薪资|薪酬|福利|公司|企业|团队|部门|晋升|工作)(?:待遇|福利|介绍|简介|优势|时间|地点|地址|空间|机制|文化)"
        r"|福利|待遇|薪资|我们提供|关于我们|联系(?:方式|人|电话)|上班(?:时间|地点)"
        r"|benefits|perks|what we offer|about us|about the company|salary|location",
    ),
)
_HEADING = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _HEADINGS),
)
# A heading begins a line or a sentence, or stands in brackets; a Chinese one may also follow a blank.
_OPENS = re.compile(r"(?:^|[\n。;!?】\]]|\.\s)[\s【\[(《■●◆#*一二三四五六、.:\d]*\Z")
_CLOSES = re.compile(r"\s{0,3}[】\])》*]{0,3}\s{0,3}[:\n]|\s{0,3}[】\]]|\s*\Z")
_COLON = re.compile(r"\s*:")
_FAR = 24  # letters that are looked at before a heading
WITHIN = re.compile(r" ?\((?:(?:不?含|包[含括])[^(),]{0,6}|[或及]?以上|\d{1,2})\)")
"""What stands in brackets and cuts nothing apart: 3年(含)以上, five (5) years."""

_BREAK = re.compile(
    r"[\n。;!?]+|(?<=[^\d])\.(?=\s|$)|(?<![\d\-~至])"
    r"(?=\d{1,2}[、.)](?!\d| ?(?:years?|yrs?|or more|年(?:以上|及以上|经验|工作))))"
)
_PART = re.compile(rf"(?P<within>{WITHIN.pattern})|[,()]|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_WISH = re.compile(r"优先(?!级|处理)|加分|更佳|最好(?!的)|者佳|preferred|a plus|nice to have|bonus|ideally|desirable")


ABOUT = re.compile(
    r"\W*(?:我们|我司|(?:本|我们)?公司)(?:是|成立|专注|致力|拥有|现有|主营)|\W*(?:we are an? |our company |founded )"
)


class Clause(NamedTuple):
    """A stretch of an ad: where it stands, in which section, and whether it is a mere wish."""

    text: str
    start: int
    section: Section
    wish: bool

    def denies(self, start: int, end: int) -> bool:
        """Return whether the clause says that something between two places of the ad is not needed, done or wanted."""
        return is_denied(self.text, start - self.start, end - self.start)

    def asked(self) -> list[str]:
        """Return its parts, between commas and brackets, but those that are only wished for."""
        return [self.text[part.begin : part.end] for part in parts_of(self.text, self.wish) if not part.wish]

    def wishes(self, start: int) -> bool:
        """Return whether what begins at a place within the clause is only wished for, by its own part of it."""
        parts = parts_of(self.text, self.wish)
        return parts[bisect_right(parts, start - self.start, key=lambda part: part.end)].wish


class Part(NamedTuple):
    """A part of a clause: where it stands in it, and whether it is a wish."""

    begin: int
    end: int
    wish: bool


@lru_cache(maxsize=8)  # asked for every word that a clause says: an ad in one line has thousands
def parts_of(text: str, wish: bool) -> tuple[Part, ...]:
    """Return the parts of a clause; wish: whether it is one, by its own words or, all of it, by its heading."""
    by_heading = wish and not _WISH.search(text)
    edges = [edge.span() for edge in _PART.finditer(text) if not edge["within"]]
    begins, ends = (0, *(after for _, after in edges)), (*(end for end, _ in edges), len(text))
    spans = zip(begins, ends, strict=True)
    return tuple(Part(begin, end, by_heading or bool(_WISH.search(text[begin:end]))) for begin, end in spans)


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text to search. What stands before any heading counts as duties."""
    for start, end, section, wish in _sections(text):
        place = start
        for stop in (*(m.start() for m in _BREAK.finditer(text, start, end)), end):
            told = text[place:stop]
            if told.strip():
                about: Section = "other" if ABOUT.match(told) else section
                yield Clause(told, place, about, wish or bool(_WISH.search(told)))
            place = stop


class Heading(NamedTuple):
    """A heading of an ad: where it stands, its words, and what stands under it."""

    start: int
    end: int
    words: str
    section: Section


def headings(text: str) -> Iterator[Heading]:
    """Yield the headings of a text to search."""
    for found in _HEADING.finditer(text):
        if _is_heading(text, *found.span()):
            yield Heading(*found.span(), found[0], _section_of(found))


def _sections(text: str) -> Iterator[tuple[int, int, Section, bool]]:
    """Yield where each section stands, and whether its heading calls all of it a wish."""
    section: Section = "duty"
    begin, wish = 0, False
    for found in headings(text):
        yield begin, found.start, section, wish
        section, wish = found.section, bool(_WISH.search(found.words))
        begin = found.end
    yield begin, len(text), section, wish


def _is_heading(text: str, start: int, end: int) -> bool:
    """Return whether the words of a heading are one: alone on a line, before a colon, or in brackets."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (before, after) in (("【", "】"), ("[", "]")):
        return True
    if before.isspace() and not text[start].isascii() and _COLON.match(text, end):
        return True
    return bool(_OPENS.search(text, max(0, start - _FAR), start) and _CLOSES.match(text, end))


def _section_of(found: re.Match[str]) -> Section:
    return next(name for name, _ in _HEADINGS if found.group(name))
