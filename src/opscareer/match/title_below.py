"""Where the title of an ad stands that opens with something else: its company, a greeting, a button, a place."""

import re
from collections.abc import Iterator

from opscareer.match.clauses import ABOUT, headings
from opscareer.model.post_words import CHINESE, ENGLISH, FIRM
from opscareer.model.superior import without_superior
from opscareer.wrapping import width

LONGEST = 44
"""Columns of a title."""
_COMPANY = re.compile(r"\W*(?:关于(?:我们|公司)|(?:公司|企业)(?:介绍|简介)|about (?:us|the company)|who we are)\W*")
_TITLED = re.compile(
    r"(?:专员|主管|经理|总监|运营|编辑|策划|客服|助理|负责人|组长|专家|实习生|店长|推广|投放|公关"
    r"|specialist|manager|director|editor|lead|associate|assistant|coordinator|officer|executive|intern|expert)"
    r"(?:\s*[(\[/][^\n]{0,16})?[^\w\n]*$"
)
_LOOKED, _HEAD = 30, 6  # lines; a title stands no farther down: below a company's story, and below anything else
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】\n]*[)\]】]")
_PIECES = re.compile(r"[|/·•,、;!]|[-—–]+|\s{2,}|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_NUMBER = re.compile(r"(?:招聘?)?\s*(?:\d+|[一二两三四五六七八九十]|若干|多|数)\s*[名人位个]$|\d+$|[.。~]+$")
_NO_PIECE = re.compile(  # what one does or asks, whose post it is else, what a cell is called
    r"^(?:负责|参与|协助|完成|制定|配合|熟悉|热爱|具备|有|从事|进行|执行|跟进|支持|做|会|懂|能|我们?|你|诚聘|欢迎|加入|招聘(?:者|人)|hr$)"
    r"|部$|(?:先生|女士|小姐)|直接上级|汇报|所属|^(?:we|you|our|join|posted|contact|work|reports?) "
)
_NO_LINE = re.compile(r"[。;:!?]\s*\S|[:;。]\s*$|\.\s|^\W*(?:\d{1,2}|[一二三四五六七八九十])[、.)]|^\s*[-*•●·]")
_SENTENCE = re.compile(r"[。;!?:]|[^\x00-\x7f],|\.\s|[.,]\s*$")
_DUTIES = re.compile(r"(?:职责|要求|资格|条件|responsibilities|requirements|qualifications|duties)")


def title_place(text: str, labelled: int | None) -> int:
    """Return where the title begins in an ad that opens with something else; 0 in any other.

    labelled: where what is called a title begins, if anything is.
    """
    lines = list(_lines(text))
    if not lines or not _opens_otherwise(lines[0][1]):
        return 0
    told_of_company = bool(_COMPANY.fullmatch(lines[0][1].strip()))
    looked = lines[: _LOOKED if told_of_company else _HEAD]
    if labelled is not None and labelled <= looked[-1][0] + len(looked[-1][1]):
        return labelled
    good = is_titled if told_of_company else is_post
    return next((place for place, line in _head(looked, whole=told_of_company) if good(line)), 0)


def is_titled(line: str) -> bool:
    """Return whether a line to search is short and ends as a title does."""
    return width(line.strip()) <= LONGEST and bool(_TITLED.search(line))


def is_post(line: str) -> bool:
    """Return whether a line to search is short, and it or a piece of it ends as what a post of any trade is called."""
    bare = _BRACKETS.sub(" ", line).strip()
    if width(bare) > LONGEST or _NO_LINE.search(bare) or not re.search(r"\w", without_superior(bare)):
        return False
    return any(_is_post(piece) for piece in _pieces(bare))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines in which something stands, each with where it begins."""
    place = 0
    for line in text.splitlines(keepends=True)[:_LOOKED]:
        if line.strip():
            yield place, line
        place += len(line)


def _head(lines: list[tuple[int, str]], *, whole: bool) -> Iterator[tuple[int, str]]:
    """Yield the lines after the first one that stand above all duties; whole: all of them."""
    for place, line in lines[1:]:
        if not whole and _DUTIES.search(line) and any(headings(line)):
            return
        yield place, line


def _opens_otherwise(line: str) -> bool:
    """Return whether the first line of an ad is neither a title nor what is done or asked."""
    told = line.strip()
    if _COMPANY.fullmatch(told):
        return True
    if _SENTENCE.search(_BRACKETS.sub("", told).rstrip("!~")):
        return bool(ABOUT.match(told)) and "?" not in told
    return not (_DUTIES.search(told) or _names_post(told)) and width(told) <= 2 * LONGEST


def _names_post(line: str) -> bool:
    """Return whether a line names a post, whatever stands around it."""
    bare = _BRACKETS.sub(" ", line).strip()
    return is_titled(line) or any(
        not FIRM.search(piece) and (ENGLISH.search(piece) or CHINESE.search(piece)) for piece in _pieces(bare)
    )


def _is_post(piece: str) -> bool:
    """Return whether a piece of a line is called as posts are, and is no duty and nobody else's post."""
    if _NO_PIECE.search(piece) or FIRM.search(piece) or not without_superior(piece).strip():
        return False
    ends = [found.end() for found in ENGLISH.finditer(piece)]
    return bool(CHINESE.search(piece)) or len(piece) in ends or piece.startswith("head of ")


def _pieces(line: str) -> Iterator[str]:
    """Yield the pieces of a line, without how many are sought."""
    for piece in _PIECES.split(line):
        bare = _NUMBER.sub("", piece.strip(" #.:\"'“”")).strip()
        if re.search(r"\w", bare):
            yield bare
