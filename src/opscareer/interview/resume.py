"""What a résumé (JSON Resume 1.x) leads one to propose: position, years, education, and levels its words speak of.

Proposals are no answers: each is put to the person, who confirms or changes it. A résumé may lack anything and hold
anything else; what cannot be understood is passed over.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from opscareer.errors import UsageError
from opscareer.interview.answers import SKILL, Value
from opscareer.model.kb import KnowledgeBase
from opscareer.model.lookup import find_position
from opscareer.text import clean, within

_DATE = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?")
_DEGREES = (
    ("master", ("master", "mba", "phd", "doctor", "硕士", "博士", "研究生")),
    ("bachelor", ("bachelor", "本科", "学士")),
    ("college", ("college", "associate", "大专", "专科", "高职")),
    ("secondary", ("high school", "secondary", "高中", "中专")),
)
_ALONE, _HEARD = 2, 1


def proposals(kb: KnowledgeBase, resume: Mapping[str, Any], month: str) -> dict[str, Value]:
    """Return proposed answers by question; `month` is the present one, as 2026-11."""
    jobs = [job for job in _list(resume, "work") if _position(kb, job)]
    present = [job for job in jobs if not _text(job, "endDate")] or jobs[:1]
    found: dict[str, Value] = {}
    if present:
        found["current"] = tuple(dict.fromkeys(p for job in present if (p := _position(kb, job))))
        found |= _years("years", present, month)
    found |= _years("years_total", jobs, month)
    return found | _education(kb, resume) | _skills(kb, resume)


def _position(kb: KnowledgeBase, job: Mapping[str, Any]) -> str | None:
    try:
        return find_position(kb, _text(job, "position") or _text(job, "name"))
    except UsageError:
        return None


def _years(question: str, jobs: list[Mapping[str, Any]], month: str) -> dict[str, Value]:
    """Return the years since the earliest beginning of some jobs, to the half year."""
    starts = [start for job in jobs if (start := _months(_text(job, "startDate"))) is not None]
    now = _months(month)
    if not starts or now is None or now < min(starts):
        return {}
    return {question: min(60.0, round((now - min(starts)) / 6) / 2)}


def _months(date: str) -> int | None:
    found = _DATE.match(date)
    return 12 * int(found[1]) + int(found[2] or 1) if found else None


def _education(kb: KnowledgeBase, resume: Mapping[str, Any]) -> dict[str, Value]:
    """Return the highest degree that is named, where the knowledge base asks for one in these words."""
    told = " ".join(_text(school, "studyType").casefold() for school in _list(resume, "education"))
    question = kb.questions.get("education")
    for degree, words in _DEGREES:
        if question and degree in question.labels and any(word in told for word in words):
            return {"education": degree}
    return {}


def _skills(kb: KnowledgeBase, resume: Mapping[str, Any]) -> dict[str, Value]:
    """Return a low level for each skill that is spoken of: what was done counts more than what is only listed."""
    done = " ".join(_strings([_list(resume, "work"), _list(resume, "projects")]))
    listed = " ".join(_strings([_list(resume, "skills"), resume.get("basics")]))
    found: dict[str, Value] = {}
    for skill in kb.skills.values():
        names = (*skill.name, *skill.aliases.zh, *skill.aliases.en)
        for text, level in ((done, _ALONE), (listed, _HEARD)):
            if SKILL + skill.id not in found and any(within(name, text) for name in names):
                found[SKILL + skill.id] = level
    return found


def _list(resume: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    entries = resume.get(key)
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return clean(value).strip() if isinstance(value, str) else ""


def _strings(value: object) -> Iterator[str]:
    """Yield all strings in a value."""
    if isinstance(value, str):
        yield clean(value)
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)
