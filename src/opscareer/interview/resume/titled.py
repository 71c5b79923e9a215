"""What in a line of a résumé is the title of a post, beside the company, the place and the department."""

import re
from collections.abc import Sequence

from opscareer.interview.resume.ranked import is_rank, of_department, with_rank
from opscareer.model.post_words import CHINESE, ENGLISH, FIRM
from opscareer.model.superior import without_superior

_LABELLED = re.compile(
    r"\A(?:职位|岗位|职务|职称|担任(?:职务|职位)?|任职(?:岗位)?|(?:job )?title|position|role)(?:名称)?"
    r"\s*[::]\s*(?P<title>.+)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\A(?:公司|单位|企业|行业|部门|地点|城市|(?:工作|在职|起止)?时间|日期|薪资|汇报对象|下属|规模|company|employer|location"
    r"|dates?|period|duration|industry|department|team)(?:名称)?\s*[::]",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\s*[|•·;@()\[\]【】《》<>]\s*|,\s*|\s{2,}|\s+at\s+|\s+[-–—―]{1,2}\s+|[–—―]|(?<=[\u4e00-\u9fff])\s+"
    r"|\s*/\s*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])"
)
_ANONYMOUS = re.compile(r"\s*\bcompany name\b.*", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s+of\s+\w+")
_ALSO = re.compile(r"\s+兼(?!职)任?\s*|(?<=兼)任?\s+")
_LONGEST = 60
_TERMS = re.compile(
    r"\A(?:(?:full|part)[- ]time|temporary|temp|seasonal|interim|acting|freelance|contract)\s+(?=\S)"
    r"|\s+(?:i{1,3}|iv|[1-4])\Z"
    r"|\s*[-–—(|]\s*[^-–—(|]*(?:事业部|部门|部|中心|组|大区|区)\)?\Z",
    re.IGNORECASE,
)


def own_title(title: str) -> str:
    """Return a title, nothing where it only tells whom its holder helps or answers to."""
    return title if re.search(r"\w", without_superior(title)) else ""


def bare(title: str) -> str:
    """Return a title without the terms of the contract, a grade, and the department, none of which tells the post."""
    return _TERMS.sub("", title).strip()


def may_be_title(piece: str) -> bool:
    """Return whether a piece of a line is some English words and no firm: it may be a post's name, as User Growth."""
    return piece.isascii() and " " in piece and len(piece) <= _LONGEST and not FIRM.search(piece)


def labelled(line: str) -> str:
    """Return the title of a line that calls it one, as 职位：新媒体运营; empty where it does not."""
    found = _LABELLED.match(line)
    return found["title"].strip() if found else ""


def title_in(line: str) -> str:
    """Return the title that a line tells, empty where nothing in it looks like one."""
    pieces = [] if _OTHER_LABEL.match(line) else pieces_of(_ALSO.sub("兼", line))
    for number, piece in enumerate(pieces):
        title = labelled(piece) or _title(piece)
        if title and is_rank(title):
            return _of_what(title, pieces[:number], pieces[number + 1 :], line)
        if title:
            return with_rank(title, pieces[number + 1 :])
    return ""


def pieces_of(line: str) -> list[str]:
    """Return what a line tells one beside the other: a company, a department, a title."""
    return [piece.strip(" -–—:") for piece in _APART.split(line) if piece and piece.strip(" -–—:")]


def _of_what(rank: str, before: Sequence[str], after: Sequence[str], line: str) -> str:
    """Return a rank with what it is the rank of: a department, what stands before its brackets, else what follows."""
    if department := of_department(rank, [*before[::-1], *after]):
        return department
    if before and f"({rank})" in line and not FIRM.search(before[-1]):
        return f"{before[-1]} ({rank})"
    return ", ".join([rank, *after[:1]]) if rank.isascii() else rank


def _title(piece: str) -> str:
    """Return the title that a piece of a line is, or begins with where a company follows it."""
    own = without_superior(_ANONYMOUS.sub("", piece)).strip()
    if len(own) > _LONGEST:
        return ""
    if FIRM.search(own):
        ends = [found.end() for found in ENGLISH.finditer(own)]
        if not ends or ends[-1] == len(own):
            return ""
        of = _OF_WHAT.match(own, ends[-1])
        return own[: of.end() if of else ends[-1]]
    return own if ENGLISH.search(own) or CHINESE.search(own) else ""
