"""A résumé in text or Markdown, brought to the words of JSON Resume."""

import re

from opscareer.interview.resume.broken import whole_times
from opscareer.interview.resume.lines import Line, Part, parts_of
from opscareer.interview.resume.posts import posts_of

_SCHOOL = re.compile(r"大学|学院|\b(?:university|college|institute of technology)\b", re.IGNORECASE)
_DEGREE = re.compile(r"学历\s*[::]?\s*(?P<degree>\S+)")


def written(text: str) -> dict[str, object]:
    """Return what a résumé in text tells, in the words of JSON Resume; nothing of what it does not tell."""
    parts = parts_of(whole_times(text))
    work = [*posts_of(parts.get("work", parts.get("top", [])))]
    is_work = "work" in parts or any(post["position"] for post in work)
    work = [post for post in work if post["position"] or (is_work and not _SCHOOL.search(str(post["line"])))]
    found = {
        "basics": {"summary": _texts(parts, "about")} if "about" in parts else None,
        "work": work,
        "projects": [{"highlights": _texts(parts, "project")}] if "project" in parts else None,
        "education": [{"studyType": told} for told in _schooling(parts)],
        "skills": [{"keywords": _texts(parts, "skill")}] if "skill" in parts else None,
    }
    return {key: value for key, value in found.items() if value}


def _schooling(parts: dict[Part, list[Line]]) -> list[str]:
    """Return what is told of schools: all of their part, else lines that name one, and what is called a degree."""
    top = _texts(parts, "top")
    named = [found["degree"] for line in top if (found := _DEGREE.search(line))]
    return [*named, *(_texts(parts, "school") or [line for line in top if _SCHOOL.search(line)])]


def _texts(parts: dict[Part, list[Line]], part: Part) -> list[str]:
    return [line.text for line in parts.get(part, ())]
