"""What a résumé leads one to propose: positions held now, years, education, and levels its words speak of.

Proposals are no answers: each is put to the person, who confirms or changes it. A résumé may lack anything and hold
anything else; what cannot be understood is passed over. Only posts of the trade count: a present one has no end, and
years are those spent in them.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from opscareer.errors import UsageError
from opscareer.interview.answers import SKILL, Value
from opscareer.interview.resume_forms import entries_of, month_of, never_ended, text_of
from opscareer.model.index import Index, indexed
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position
from opscareer.model.words import longest
from opscareer.text import clean, searched

_DEGREES = indexed(
    (word, degree)
    for degree, words in (
        (
            "master",
            ("master", "masters", "mba", "msc", "ma", "ms", "meng", "phd", "doctor", "doctorate", "硕士", "博士"),
        ),
        ("master", ("研究生",)),
        ("bachelor", ("bachelor", "bachelors", "ba", "bs", "bsc", "beng", "bba", "本科", "学士")),
        ("college", ("college", "associate", "大专", "专科", "高职")),
        ("secondary", ("high school", "secondary", "高中", "中专")),
    )
    for word in words
)
_HIGHEST_FIRST = ("master", "bachelor", "college", "secondary")
_ALONE, _HEARD = 2, 1


class _Post(NamedTuple):
    """A job: the position that its title names (empty where it is none of the trade), its months, whether it lasts."""

    position: str
    start: int | None
    end: int | None
    present: bool


def proposals(kb: KnowledgeBase, resume: Mapping[str, Any], month: str) -> dict[str, Value]:
    """Return proposed answers by question; `month` is the present one, as 2026-11."""
    now = month_of(month)
    entries = entries_of(resume)
    posts = [_post(kb, job, entries.title, now) for job in entries.jobs]
    present = [post for post in posts if post.present]
    found: dict[str, Value] = {}
    if present:
        found["current"] = tuple(dict.fromkeys(post.position for post in present if post.position))
    found |= _years("years", [post for post in present if post.position], now)
    found |= _years("years_total", [post for post in posts if post.position], now)
    done, listed = _words(entries.jobs, entries.projects), _words(entries.skills, [entries.about])
    return found | _education(kb, entries.schools) | _skills(kb, done, listed)


def _post(kb: KnowledgeBase, job: Mapping[str, Any], title: str, now: int | None) -> _Post:
    """Return a job as it counts; a present one without a title has that which the person gives themselves."""
    end = month_of(text_of(job, "endDate"))
    present = never_ended(text_of(job, "endDate")) or (end is not None and now is not None and end > now)
    own = text_of(job, "position") or (title if present else "")
    return _Post(_position(kb, own), month_of(text_of(job, "startDate")), now if present else end, present)


def _position(kb: KnowledgeBase, title: str) -> str:
    try:
        return find_position(kb, title)
    except UsageError:
        return ""


def _years(question: str, posts: list[_Post], now: int | None) -> dict[str, Value]:
    """Return the years spent in some posts, to the half year; what overlaps counts once."""
    spans = sorted((p.start, p.end) for p in posts if p.start is not None and p.end is not None and p.start <= p.end)
    months = reached = 0
    for start, end in spans:
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    return {question: min(60.0, round(months / 6) / 2)} if spans and now is not None else {}


def _education(kb: KnowledgeBase, schools: list[Mapping[str, Any]]) -> dict[str, Value]:
    """Return the highest degree that is named, where the knowledge base asks for one in these words."""
    told = " , ".join(text_of(school, key) for school in schools for key in ("studyType", "area"))
    named = {hit.means for hit in longest(_DEGREES, searched(told.replace(".", "")))}
    question = kb.questions.get("education")
    known = [degree for degree in _HIGHEST_FIRST if degree in named and question and degree in question.labels]
    return {"education": known[0]} if known else {}


def _skills(kb: KnowledgeBase, done: str, listed: str) -> dict[str, Value]:
    """Return a low level for each skill that is spoken of: what was done counts more than what is only listed."""
    heard = {skill: _HEARD for hit in longest(_names(kb), listed) for skill in hit.means}
    alone = {skill: _ALONE for hit in longest(_names(kb), done) for skill in hit.means}
    levels = heard | alone
    return {SKILL + skill: levels[skill] for skill in kb.skills if skill in levels}


@lru_cache(maxsize=8)
def _names(kb: KnowledgeBase) -> Index[tuple[str, ...]]:
    """Return the names of all skills, and the words that hold one of them and mean something else."""
    found: dict[str, dict[str, None]] = {}
    for skill in kb.skills.values():
        for name in (*skill.name, *skill.aliases.zh, *skill.aliases.en):
            found.setdefault(searched(name), {})[skill.id] = None
        for other in skill.lookalikes:
            found.setdefault(searched(other), {})
    return indexed((name, tuple(skills)) for name, skills in found.items())


def _words(*values: object) -> str:
    """Return all that is told in some entries, as words are looked for in it."""
    return searched("\n".join(_strings(values)))


def _strings(value: object) -> Iterator[str]:
    """Yield all strings in a value, however deep it is."""
    ahead = [value]
    while ahead:
        here = ahead.pop()
        if isinstance(here, str):
            yield clean(here)
        elif isinstance(here, Mapping):
            ahead += reversed(list(here.values()))
        elif isinstance(here, list | tuple):
            ahead += reversed(here)
