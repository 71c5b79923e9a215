"""What a résumé leads one to propose: positions held now, years, education, and levels its words speak of.

Proposals are no answers: each is put to the person with the words that it rests on, and they confirm or change it. A
résumé may lack anything and hold anything else; what cannot be understood is passed over. Only posts of the trade
count: a present one has no end, and years are those spent in them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import NamedTuple

from opscareer.interview.answers import Value
from opscareer.interview.posts import is_post, posts_in_title
from opscareer.interview.resume.dates import month_of, never_ended
from opscareer.interview.resume.degrees import degree_of
from opscareer.interview.resume.forms import Entry, entries_of, text_of
from opscareer.interview.resume.ranked import is_rank
from opscareer.interview.resume.skills import skills_in
from opscareer.interview.resume.titled import bare, may_be_title, own_title
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import titled
from opscareer.records import dataclass

_MOST = 60.0  # years
_OF_ANY_TRADE = re.compile(
    r"(?:(?:.*\b)?general manager|(?:co-?)?founder|owner|(?:managing|executive) director"
    r"|(?:senior |assistant )?(?:vice )?president"
    r"|(?:副|常务副)?总经理|(?:联合)?创始人|(?:高级)?(?:副)?总裁|董事长)(?:[,(]|\Z)",
    re.IGNORECASE,
)
"""Titles that a restaurant, a bank and a hospital have too; an ad says which trade it is of, a résumé need not."""


@dataclass(frozen=True)
class Proposed:
    """Proposed answers by question, and the words on which each rests.

    outside: the present posts that are none of the trade, in their words; unclear: those whose title alone does not
    tell the position, each with what it may be, nothing for a bare rank. Not counted are, in their words, `backward`
    posts that end before they begin, `undated` ones of the trade of which a date is not understood, `untitled` ones.
    """

    answers: Mapping[str, Value] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    backward: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()


class _Post(NamedTuple):
    """A job: the positions that its title may be; its months; whether it lasts; its words.

    ours: whether it is sure that it is these; open: whether its title leaves the position to be asked for.
    """

    positions: tuple[str, ...]
    ours: bool
    open: bool
    start: int | None
    end: int | None
    present: bool
    titled: bool
    words: str

    @property
    def backward(self) -> bool:
        """Whether it ends before it begins."""
        return self.start is not None and self.end is not None and self.start > self.end

    @property
    def undated(self) -> bool:
        """Whether it is not told, in words that are understood, from when to when it lasted."""
        return self.start is None or self.end is None


def proposals(kb: KnowledgeBase, resume: Entry, month: str) -> Proposed:
    """Return what a résumé leads one to propose; `month` is the present one, as 2026-11."""
    now = month_of(month)
    entries = entries_of(resume)
    posts = [_post(kb, job, entries.title, now) for job in entries.jobs]
    present = [post for post in posts if post.present and post.titled]
    ours = [post for post in present if post.ours]
    unclear = {post.words: post.positions for post in present if post.open}
    found: dict[str, tuple[Value, tuple[str, ...]]] = {}
    if ours or (present and not unclear):
        found["current"] = _held(ours), _words(ours or present)
    if ours:
        found |= _years("years", _as_high(ours, posts), now)
    found |= _years("years_total", [post for post in posts if post.ours], now)
    found |= _education(kb, entries.schools)
    done = [{key: told for key, told in job.items() if key not in ("line", "head")} for job in entries.jobs]
    found |= skills_in(kb, [*done, *entries.projects], [*entries.skills, entries.about])
    return Proposed(
        {question: value for question, (value, _) in found.items()},
        {question: words for question, (_, words) in found.items()},
        _words(post for post in present if not (post.positions or post.open)),
        unclear,
        _words(post for post in posts if post.titled and post.backward),
        _words(post for post in posts if post.ours and post.undated),
        _words(post for post in posts if not post.titled),
    )


def _held(posts: Iterable[_Post]) -> tuple[str, ...]:
    """Return the positions of some posts, each once."""
    return tuple(dict.fromkeys(id_ for post in posts for id_ in post.positions))


def _post(kb: KnowledgeBase, job: Entry, title: str, now: int | None) -> _Post:
    """Return a job as it counts; a present one without a title has that which the person gives themselves."""
    start, end = _begun(month_of(text_of(job, "startDate")), now), month_of(text_of(job, "endDate"))
    lasts = never_ended(text_of(job, "endDate")) or (end is not None and now is not None and end > now)
    present = lasts and not (start is not None and now is not None and start > now) and not _unread(job)
    own = own_title(text_of(job, "position")) or _named_in(kb, job) or (title if present else "")
    time = f"{text_of(job, 'startDate')} – {'' if never_ended(text_of(job, 'endDate')) else text_of(job, 'endDate')}"
    time = time.strip() if time.strip(" –") else ""
    words = ("" if own and start is not None else text_of(job, "line")) or ", ".join(
        part for part in (own, time) if part
    )
    positions, ours = _meant(kb, bare(own), present=present) if own else ((), False)
    is_open = not ours and bool(positions or is_rank(bare(own)))
    return _Post(positions, ours, is_open, start, now if present else end, present, bool(own), words)


def _begun(start: int | None, now: int | None) -> int | None:
    """Return when a job began; what lies further back than anybody works is a slip of the figures (1921 for 2021)."""
    return None if start is not None and now is not None and now - start > _MOST * 12 else start


def _unread(job: Entry) -> bool:
    """Return whether a job tells no beginning that is understood, and no end: nobody knows whether it lasts."""
    return month_of(text_of(job, "startDate")) is None and not text_of(job, "endDate")


def _named_in(kb: KnowledgeBase, job: Entry) -> str:
    """Return the first name of a post beside the time of a job in whose text nothing looked like a title."""
    head = job.get("head")
    pieces = [piece for piece in head if isinstance(piece, str)] if isinstance(head, list) else []
    return next((piece for piece in pieces if may_be_title(piece) and is_post(kb, piece)), "")


def _meant(kb: KnowledgeBase, title: str, *, present: bool) -> tuple[tuple[str, ...], bool]:
    """Return the positions that a title may be, and whether it is sure that it is these: one, or several at once.

    Of those between which somebody moved the present one is unsure; once it is over they held them all.
    """
    several, all_held = posts_in_title(kb, title)
    if len(several) > 1:
        return several, all_held or not present
    positions = titled(kb, title)
    return positions, len(positions) == 1 and not _OF_ANY_TRADE.match(title)


def _as_high(held: list[_Post], posts: list[_Post]) -> list[_Post]:
    """Return the posts of the trade on the rung of one held now: years are asked at a level, whoever the employer."""
    rungs = {id_.partition("/")[2] for post in held for id_ in post.positions}
    return [post for post in posts if post.ours and rungs & {id_.partition("/")[2] for id_ in post.positions}]


def _words(posts: Iterable[_Post]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.words for post in posts if post.words))


def _years(question: str, posts: list[_Post], now: int | None) -> dict[str, tuple[Value, tuple[str, ...]]]:
    """Return the years spent in some posts, to the half year; what overlaps counts once."""
    counted = [p for p in posts if not (p.undated or p.backward)]
    months = reached = 0
    for start, end in sorted((p.start or 0, p.end or 0) for p in counted):
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    if not counted or now is None:
        return {}
    return {question: (min(_MOST, round(months / 6) / 2), _words(counted))}


def _education(kb: KnowledgeBase, schools: Iterable[Entry]) -> dict[str, tuple[Value, tuple[str, ...]]]:
    """Return the highest degree that is named, where the knowledge base asks for one in these words."""
    degree, words = degree_of(
        text for school in schools for key in ("studyType", "area") if (text := text_of(school, key))
    )
    question = kb.questions.get("education")
    return {"education": (degree, (words,))} if degree and question and degree in question.labels else {}
