"""One text in which somebody wrote several posts, taken apart: at the signs of a list, and around ids.

A comma stands in titles as well (Manager, Content Operations; 内容运营，上海), and what is in brackets is an aside.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from opscareer.errors import UsageError
from opscareer.model.ids import ids_within
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import titled
from opscareer.model.title_words import title_words
from opscareer.model.titles import is_rank, read_title
from opscareer.text import clean

SEPARATORS = ";；|\n、,，"
_MOST_PARTS = 60
_NO_TITLE_HAS = ";；\n、"
_COMMAS = ",，|"
_BETWEEN = r"(?:[(（][^()（）]*[)）]|[^{signs}])+"  # what is in brackets stays whole
_JOINING = " \t+＋&＆/／和与及兼任()（）"


def parted(said: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    """Yield what several answers are called, each as the longest run of pieces that is a name."""
    pieces = re.split(f"([{SEPARATORS}])", said)[: 2 * _MOST_PARTS]
    at = 0
    while at < len(pieces):
        ends = range(len(pieces), at, -1)
        end = next((end for end in ends if is_name("".join(pieces[at:end]))), at + 1)
        part = "".join(pieces[at:end]).strip()
        if part and part not in SEPARATORS:
            yield part
        at = end


def listed(kb: KnowledgeBase, said: str, is_post: Callable[[str], bool]) -> Sequence[str]:
    """Return the pieces of a text that is a list of posts; the text alone where it is one title."""
    always = _split(said, _NO_TITLE_HAS)
    perhaps = [piece for part in always for piece in _ranked(kb, _split(part, _COMMAS))]
    several = ids_within(kb, said) or sum(map(is_post, perhaps)) > 1
    return [piece for part in (perhaps if several else always) for piece in _around_ids(kb, part)] or [said]


def is_ranked(kb: KnowledgeBase, said: str) -> bool:
    """Return whether a text is one post: a rank and a line of work, with a comma between them."""
    told = [*map(str.strip, re.split(f"[{_COMMAS}]", said))]
    if len(told) != 2 or not all(told) or re.search(f"[{_NO_TITLE_HAS}]", said):
        return False
    words = title_words(kb)
    lines = [part for part in told if not is_rank(words, part)]
    return len(lines) == 1 and not read_title(words, lines[0]).rung and all(titled(kb, one) for one in (*lines, said))


def _ranked(kb: KnowledgeBase, pieces: Sequence[str]) -> Iterator[str]:
    """Yield pieces between commas, a rank with the line of work beside it as one."""
    ahead = [*pieces][::-1]
    while ahead:
        piece = ahead.pop()
        yield f"{piece}, {ahead.pop()}" if ahead and is_ranked(kb, f"{piece}, {ahead[-1]}") else piece


def _split(said: str, signs: str) -> list[str]:
    pieces = re.findall(_BETWEEN.format(signs=signs), said)
    return [part for part in map(str.strip, pieces) if part]


def _around_ids(kb: KnowledgeBase, part: str) -> Iterator[str]:
    """Yield the ids of a piece, and what stands before, between and behind them."""
    at = 0
    for id_ in ids_within(kb, part):
        start = part.index(id_, at)
        yield from filter(None, (part[at:start].strip(_JOINING), id_))
        at = start + len(id_)
    if rest := part[at:].strip(_JOINING) if at else part:
        yield rest


def contradicting(called: str, id_: str) -> UsageError:
    """Return what is told of a title that stands before the id of another position."""
    return UsageError(
        f"前面写的是 {clean(called).strip()}，方括号里却是 {id_}",
        f"it says {clean(called).strip()}, with {id_} in brackets",
        ("留一个", "leave one of them"),
    )
