"""Several posts in a list or a table, each with what it asks: numbered, labelled one by one, or a row each."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from opscareer.match.plain import plain
from opscareer.match.title_below import is_post

_MOST = 1000  # entries of a list that are looked at
_ENTRY = re.compile(
    r"^[^\S\n]*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）、.．][^\S\n]*"
    r"(?P<post>[^\s,，、;；][^\n,，、;；(（]{1,40}(?:[(（][^()（）\n]*[)）])?)[^\S\n]*$",
    re.MULTILINE,
)
_LABELLED = re.compile(
    r"^[^\S\n]*(?:招聘)?(?:岗位|职位)(?:名称)?[^\S\n]*[:：\t|][^\S\n]*(?P<post>[^\n\t|]{2,40})", re.MULTILINE
)
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_COUNT = re.compile(r"\s*(?:招聘?)?\s*(?:\d+|[一二两三四五六七八九十]|若干|多|数)\s*[名人位个]\s*$")
_ASKS = re.compile(
    r"(?:\d|[一两二三四五六七八九十])\s*(?:年|\+?\s*years?)|本科|大专|专科|硕士|学历|经验不限|\bdegree\b|\bbachelor",
    re.IGNORECASE,
)
_TITLE_CELL = re.compile(r"(?:招聘)?(?:岗位|职位|职务)(?:名称)?|(?:job )?title|position|role", re.IGNORECASE)
_TEXT_CELL = re.compile(r"职责|要求|描述|内容|条件|资格|responsib|requir|qualif|description|duties", re.IGNORECASE)
_RULE = re.compile(r"[-:|\s]+")


def ads_listed(text: str) -> tuple[str, ...]:
    """Return the ads that a text lists, each with its title first; none where it lists no two."""
    return _rows(text) or _entries(text, _ENTRY) or _entries(text, _LABELLED)


def _entries(text: str, entry: re.Pattern[str]) -> tuple[str, ...]:
    """Return what stands under each post that is listed, if two are and each asks years or a degree."""
    posts = [found for found in islice(entry.finditer(text), _MOST) if _names_post(found["post"])]
    ends = [*(found.start() for found in posts), len(text)]
    ads = [text[found.start("post") : end].strip() for found, end in zip(posts, ends[1:], strict=True)]
    whole = all(_ASKS.search(ad) and "\n" in ad for ad in ads)
    return tuple(ads) if whole and len({found["post"] for found in posts}) > 1 else ()


def _names_post(words: str) -> bool:
    """Return whether words are a post and no more than how many are sought for it."""
    bare = _COUNT.sub("", _BRACKETS.sub("", words))
    return not re.search(r"\d", bare) and not _ASKS.search(bare) and is_post(plain(bare).text)


def _rows(text: str) -> tuple[str, ...]:
    """Return the rows of a table of posts, each as an ad: its title, and what else there is under its heading."""
    lines = [_cells(line) for line in text.splitlines() if not _RULE.fullmatch(line)]
    for number, heading in enumerate(lines):
        at = next((place for place, cell in enumerate(heading) if _TITLE_CELL.fullmatch(cell)), None)
        if at is not None and any(_TEXT_CELL.search(cell) for cell in heading):
            return tuple(_below(heading, at, lines[number + 1 :]))
    return ()


def _below(heading: Sequence[str], at: int, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows below a heading as ads, if there are two: the title stands in one place of each."""
    good = [row for row in rows if len(row) > max(at, 1) and row[at]]
    for row in good if len(good) > 1 else ():
        told = (f"{name}：{cell}" for name, cell in zip(heading, row, strict=False) if cell and cell != row[at])
        yield "\n".join([row[at], *told])


def _cells(line: str) -> list[str]:
    """Return the cells of a line of a table, with tabs or strokes between them."""
    told = line.strip()
    cells = told.strip("|").split("|") if told.startswith("|") else line.split("\t")
    return [cell.strip() for cell in cells]
