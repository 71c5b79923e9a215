"""Résumés in the forms that people have, made up: what a generator of people tells, written as each form writes it.

Forms and their shares are those at the root of public repositories (docs/files.md), text and Markdown as most.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

from made_people import Job, Lang, Person, person
from made_texts import markdown, plain

SEED = 20261127
_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DEGREES: Mapping[Lang, Mapping[str, str]] = {
    "en": {"BA": "bachelor", "B.S.": "bachelor", "Bachelor of Science": "bachelor", "MBA": "master", "M.A.": "master"}
    | {"Associate of Arts": "college", "High School Diploma": "secondary", "Ph.D.": "master"},
    "zh": {"本科": "bachelor", "学士": "bachelor", "硕士": "master", "大专": "college", "研究生": "master"},
}


class Resume(NamedTuple):
    """A résumé: the name of its form and of a file of it, its text, whose it is, and the degree that it tells."""

    form: str
    file: str
    text: str
    of: Person
    degree: str


def resumes(count: int, seed: int = SEED) -> Iterator[Resume]:
    """Yield so many résumés, the same for the same seed."""
    rng = Random(seed)  # noqa: S311
    forms = [form for form, (share, *_) in _FORMS.items() for _ in range(share)]
    for number in range(count):
        form = forms[number % len(forms)]
        _, file, lang, write = _FORMS[form]
        of = person(rng, rng.choice(_LANGUAGES) if lang is None else lang)
        told = rng.choice(sorted(_DEGREES[of.lang]))
        yield Resume(form, file, write(rng, of, told), of, _DEGREES[of.lang][told])


def _date(rng: Random, lang: Lang, month: int) -> str:
    """Return a month as a field of a file may tell it."""
    year, number = divmod(month - 1, 12)
    number += 1
    name = _MONTHS[number - 1]
    iso = (f"{year}-{number:02}", f"{year}-{number:02}", f"{year}-{number:02}-01", f"{year}/{number:02}")
    own = (f"{year}年{number}月", f"{year}.{number:02}", f"{year}.{number}")
    english = (f"{name} {year}", f"{number:02}/{year}", f"{name}. {year}", f"{year}")
    forms: tuple[str, ...] = (*iso, *(own if lang == "zh" else english))
    return rng.choice(forms)


def _end(rng: Random, of: Person, job: Job) -> dict[str, Any]:
    """Return the end of a job, where it has one to tell."""
    if job.end is not None:
        return {"endDate": _date(rng, of.lang, job.end)}
    words = ("至今", "现在", "Present") if of.lang == "zh" else ("Present", "Current", "present", "Now")
    told: list[dict[str, Any]] = [{}, {"endDate": None}, {"endDate": ""}, *({"endDate": word} for word in words)]
    return rng.choice(told)


def _json_resume(company: str) -> Callable[[Random, Person, str], str]:
    def write(rng: Random, of: Person, degree: str) -> str:
        work = [
            {company: "Company Name", "position": job.title, "startDate": _date(rng, of.lang, job.start)}
            | _end(rng, of, job)
            for job in of.jobs
        ]
        rng.shuffle(work)
        school = {"institution": "University", "area": "Arts", "studyType": degree, "endDate": "2012-06"}
        told = {"basics": {"name": "A B", "label": ""}, "work": work, "education": [school]}
        return json.dumps(told, ensure_ascii=False, indent=2)

    return write


def _visiky(rng: Random, of: Person, degree: str) -> str:
    """Return the Chinese form; its newer files have a title for each post, its older ones the latest in the profile."""
    titled = rng.random() < 0.5
    work = []
    for job in of.jobs:
        end = rng.choice((None, "", "至今")) if job.end is None else _date(rng, "zh", job.end)
        one: dict[str, Any] = {
            "company_name": "某公司",
            "department_name": job.title if titled else "市场部",
            "work_time": [_date(rng, "zh", job.start), end],
            "work_desc": "日常工作和协作",
        }
        work.append(one)
    profile = {"name": "甲", "positionTitle": of.jobs[0].title, "workExpYear": "5 年"}
    school = {"edu_time": ["2008.09", "2012.06"], "school": "某大学", "major": "新闻学", "academic_degree": degree}
    told = {"profile": profile, "educationList": [school], "workExpList": work, "skillList": []}
    return json.dumps(told, ensure_ascii=False)


def _rendercv(rng: Random, of: Person, degree: str) -> str:
    lines = ["cv:", "  name: A B", "  sections:", "    experience:"]
    for job in of.jobs:
        lines += [
            "      - company: Company Name",
            f"        position: {json.dumps(job.title, ensure_ascii=False)}",
            f"        start_date: {_date(rng, 'en', job.start)}",
            *([] if job.end is None and rng.random() < 0.3 else [f"        end_date: {_over(rng, job)}"]),
            "        highlights:",
            "          - Worked with others",
        ]
    lines += ["    education:", "      - institution: U", f"        degree: {degree}", "        start_date: 2008-09"]
    return "\n".join([*lines, "        end_date: 2012-06", "design:", "  theme: classic", ""])


def _over(rng: Random, job: Job) -> str:
    return "present" if job.end is None else _date(rng, "en", job.end)


_FORMS: Mapping[str, tuple[int, str, Lang | None, Callable[[Random, Person, str], str]]] = {
    "Markdown": (6, "resume.md", "en", markdown),
    "Markdown, Chinese": (4, "简历.md", "zh", markdown),
    "plain text": (4, "resume.txt", None, plain),
    "JSON Resume v1": (4, "resume.json", None, _json_resume("name")),
    "JSON Resume v0": (1, "resume.json", "en", _json_resume("company")),
    "visiky": (3, "resume.json", "zh", _visiky),
    "RenderCV": (3, "cv.yaml", None, _rendercv),
}
"""How often of 25, the name of a file, the language where it has one, and who writes it."""
