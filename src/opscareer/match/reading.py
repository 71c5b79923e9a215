"""An ad read: its clauses, its title if it has one, and its conditions."""

import re
from typing import NamedTuple

from opscareer.match.clauses import Clause, clauses
from opscareer.match.conditions import conditions_of
from opscareer.match.furniture import without_furniture
from opscareer.match.opening import opened
from opscareer.match.plain import Plain, plain
from opscareer.model.ad import Conditions
from opscareer.model.titles import LONGEST, TitleRead
from opscareer.wrapping import width

_NO_TITLE = re.compile(  # a sentence, an entry of a list, a heading
    r"[。;:!?]|[^\x00-\x7f],|,[^\x00-\x7f]|[,.]\s*\Z|\.\s|\A\W*(?:\d|[一二三四五六七八九十])+、"
    r"|(?:职责|描述|要求|内容|说明|概览|概括|亮点|诱惑|条件|资格|介绍|简介|福利|待遇|你"
    r"|responsibilities|requirements|qualifications|description|duties|us)\W*\Z"
)
_YEARS = (0, 1, 2, 3, 5, 8)
_FEW_ALONE, _MANY = 2.0, 5


class Ad(NamedTuple):
    """A job ad: the text to search, its clauses, its title (empty where it has none), what it asks besides skills."""

    plain: Plain
    clauses: tuple[Clause, ...]
    title: str
    conditions: Conditions


def read(text: str) -> Ad:
    """Return an ad read from its text; a short first line that is no sentence is its title."""
    whole = plain(text)
    whole = whole._replace(text=opened(without_furniture(whole.text)))
    found = tuple(clauses(whole.text))
    return Ad(whole, found, _title(whole.text), conditions_of(found))


def rung_cues(ad: Ad, title: TitleRead, lowest: str) -> dict[str, float]:
    """Return the cues of a rung that are no words, and what each counts.

    They are the years that an ad asks, and that its title names no rank: then a few years count more. Who asks many may
    seek an expert or somebody who leads, which they do not tell.
    """
    unranked, years = has_bare_title(ad, title, lowest), ad.conditions.years
    cues = dict.fromkeys(years_cue(years), _FEW_ALONE if unranked and (years or 0) < _MANY else 1.0)
    return cues | ({"@unranked-title": 1.0} if unranked else {})


def has_bare_title(ad: Ad, title: TitleRead, lowest: str) -> bool:
    """Return whether an ad has a title, and it names no rank."""
    return bool(ad.title.strip()) and names_lowest(lowest, title)


def names_lowest(lowest: str, title: TitleRead) -> bool:
    """Return whether a title has neither a word of rank nor a name that stands on a rung of its own."""
    return not title.rung and all(id_.endswith(f"/{lowest}") for id_, _ in title.positions[:1])


def years_cue(years: int | None) -> tuple[str, ...]:
    """Return the cue that stands for the years an ad asks, none where it does not say."""
    return () if years is None else (f"@years-{max(bound for bound in _YEARS if bound <= years)}",)


def _title(text: str) -> str:
    """Return the title with the blanks before it, so that its end is where it ends in the text.

    What stands in brackets (a number, the hours) makes no sentence of it.
    """
    line = text.lstrip().partition("\n")[0]
    bare = re.sub(r"\([^()]*\)", "", line)
    short = bare.strip() and width(bare) <= LONGEST and not _NO_TITLE.search(bare)
    return text[: text.index(line) + len(line)] if short else ""
