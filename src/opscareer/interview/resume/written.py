"""A résumé in text or Markdown, brought to the words of JSON Resume."""

import re
from collections.abc import Mapping

from opscareer.interview.resume.lines import Line, Part, parts_of
from opscareer.interview.resume.posts import misdated, posts_of

_SCHOOL = re.compile(r"大学|学院|\b(?:university|college|institute of technology)\b", re.IGNORECASE)
_DEGREE = re.compile(r"学历\s*[::]?\s*(?P<degree>\S+)")


def written(text: str) -> dict[str, object]:
    """Return what a résumé in text tells, in the words of JSON Resume; nothing of what it does not tell."""
    parts = parts_of(text)
    work = [
        post for post in posts_of(parts.get("work", parts.get("top", []))) if post["position"] or _is_work(parts, post)
    ]
    work += misdated(parts.get("work", []))
    found = {
        "basics": {"summary": _texts(parts, "about")} if "about" in parts else None,
        "work": work,
        "projects": [{"highlights": _texts(parts, "project")}] if "project" in parts else None,
        "education": [{"studyType": told} for told in _schooling(parts)],
        "skills": [{"keywords": _texts(parts, "skill")}] if "skill" in parts else None,
    }
    return {key: value for key, value in found.items() if value}


def _is_work(parts: dict[Part, list[Line]], post: Mapping[str, object]) -> bool:
    """Return whether a stretch of time without a title is one of work all the same: there it stands, at no school."""
    return "work" in parts and not _SCHOOL.search(str(post.get("line")))


def _schooling(parts: dict[Part, list[Line]]) -> list[str]:
    """Return what is told of schools: all of their part, else lines that name one, and what is called a degree."""
    top = _texts(parts, "top")
    named = [found["degree"] for line in top if (found := _DEGREE.search(line))]
    return [*named, *(_texts(parts, "school") or [line for line in top if _SCHOOL.search(line)])]


def _texts(parts: dict[Part, list[Line]], part: Part) -> list[str]:
    return [line.text for line in parts.get(part, ())]
