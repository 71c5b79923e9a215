"""Degrees in the words and letters that résumés have for them."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from opscareer.model.index import indexed
from opscareer.model.words import Hit, longest
from opscareer.names import searched

HIGHEST_FIRST = ("master", "bachelor", "college", "secondary")
_WORDS = {
    "master": "master|masters|doctor|doctors|doctoral|doctorate|postgraduate|graduate degree|硕士|研究生|博士",
    "bachelor": "bachelor|bachelors|baccalaureate|undergraduate|undergrad|licentiate|本科|学士|专升本",
    "college": "college|associate|associates|foundation degree|大专|专科|高职|高专",
    "secondary": "high school|secondary|secondary school|高中|中专|职高|技校|中技|初中",
}
_LETTERS = {
    "master": "mba emba msc ma ms meng mfa mph mphil msw mpa mres llm med mcom mtech mca phd dphil md jd edd dba",
    "bachelor": "ba bs ab bsc beng be bba bfa bed btech bcom bsn bca llb",
    "college": "aa aas as hnd",
    "secondary": "ged gcse",
}
_DEGREES = indexed(
    [(word, degree) for degree, words in _WORDS.items() for word in words.split("|")]
    + [(letters, degree) for degree, words in _LETTERS.items() for letters in words.split()]
)
_IN_LETTERS = frozenset(" ".join(_LETTERS.values()).split())
_INITIALS = re.compile(  # B.A., B. Sc. and Ph.D.
    r"(?<=\b[A-Za-z])\.(?:\s(?=(?:Sc|Eng|Phil|Ed|Com|Tech|[A-Z])\b)|(?=[A-Za-z]))|(?<=\b[A-Za-z]{2})\.\s?(?=[A-Za-z]\b)"
)
_STATE = re.compile(r"(?<=[A-Za-z]), (?:MA|MS)(?= *(?:\d|[,;|)]|$))")
_UNFINISHED = re.compile(
    r"在读|就读(?!于)|在学|肄业|辍学|退学|未毕业|未完成|预计|结业|待毕业|至今|攻读"
    r"|\b(?:candidate|expected|pursuing|in progress|ongoing|present|current(?:ly)?|enrolled|studying|incomplete"
    r"|dropped out|did not (?:complete|finish|graduate)|not completed|unfinished)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;|/，；、。\n]")
_SHORT = 12  # letters; what is no longer says nothing but the degree, whatever its case


def degree_of(told: Iterable[str]) -> tuple[str, str]:
    """Return the highest degree that some texts name, and the text that names it; two empty ones where none does."""
    spelt = [(_INITIALS.sub("", normalize("NFKC", text).strip()), text) for text in told]
    named = [(degree, text) for one, text in spelt for degree in _held(_STATE.sub("", one))]
    # what may be a state is a degree where nothing else is
    named = named or [(degree, text) for one, text in spelt for degree in _held(one)]
    return min(named, key=lambda one: HIGHEST_FIRST.index(one[0]), default=("", ""))


def _held(spelt: str) -> list[str]:
    """Return the degrees that a text names but those that it says are not finished; of several each by its own part."""
    if not _UNFINISHED.search(spelt):
        return _found(spelt)
    parts = [part for part in _APART.split(spelt) if _found(part)]
    return [degree for part in parts if len(parts) > 1 and not _UNFINISHED.search(part) for degree in _found(part)]


def _found(spelt: str) -> list[str]:
    low = searched(spelt)
    return [hit.means for hit in longest(_DEGREES, low) if len(spelt) <= _SHORT or _is_degree(spelt, hit)]


def _is_degree(spelt: str, hit: Hit[str]) -> bool:
    """Return whether letters are written as those of a degree are: med and be are words as well."""
    return hit.word not in _IN_LETTERS or spelt[hit.start : hit.end][:1].isupper()
