"""The texts of job ads that a command is given, and what is said of what is not read."""

from collections.abc import Iterable, Sequence

from opscareer.cli import environment
from opscareer.cli.session import Session
from opscareer.errors import FaultyAdError
from opscareer.match.once import words_alone
from opscareer.outside.ad import Found, ad_of
from opscareer.outside.files import name_of
from opscareer.text import Text, clean, first_of

_SAME = Text("{ad} 和 {first} 是同一则", "{ad} is the same ad as {first}")
_ONE_OF = Text(
    "{ad} 里像是有 {n} 则招聘，看的是第一则；其余的用 {match} 看：{others}",
    "{ad} seems to hold {n} ads, and the first is told; {match} tells the others: {others}",
)
_SHOWN = 5


def texts_of(session: Session, ads: Sequence[str]) -> tuple[list[tuple[str, str]], bool]:
    """Return the ads that can be read, with their texts, and whether there are others, which are told.

    Raises FaultyAdError if none can.
    """
    found, faults = [], []
    for ad in ads:
        try:
            told = ad_of(ad)
        except FaultyAdError as error:
            faults.append(error)
            continue
        found.append((ad, told.text))
        _tell_others(session, ad, told)
    if not found:
        raise faults[0]
    for fault in faults:
        environment.tell(fault.message, session.language)
    _tell_same(session, found)
    return found, bool(faults)


def _tell_others(session: Session, ad: str, found: Found) -> None:
    """Say that a file holds more ads than the one that is told, how each is asked for, and what of it is not read."""
    if found.unread:
        environment.tell(found.unread, session.language)
    if found.others:
        from shlex import quote

        match = "opscareer match --" if ad.startswith("-") else "opscareer match"
        each = [(quote(clean(name)), line) for name, line in found.others]
        others = first_of([Text(f"{typed}（{line}）", f"{typed} ({line})") for typed, line in each], _SHOWN)
        told = _ONE_OF.fill(ad=name_of(ad), n=len(found.others) + 1, match=match, others=others)
        environment.tell(told, session.language)


def _tell_same(session: Session, found: Iterable[tuple[str, str]]) -> None:
    """Say which ads are the same, so that nobody takes them for two."""
    first = dict[str, str]()
    for ad, text in found:
        before = first.setdefault(words_alone(text), ad)
        if before != ad:
            environment.tell(_SAME.fill(ad=name_of(ad), first=name_of(before)), session.language)
