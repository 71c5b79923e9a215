"""The forms in which résumés come, brought to the words of JSON Resume.

The others are RenderCV, and the most used Chinese one (workExpList, educationList).
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from opscareer.interview.resume.dates import in_figures, month_of, span_in
from opscareer.interview.resume.lines import Part, part_named
from opscareer.interview.resume.titled import title_in
from opscareer.text import clean

Entry = Mapping[str, object]


_RENDERCV = {"start_date": "startDate", "end_date": "endDate"}
_DATES = ("startDate", "endDate")
_NOT_UNDERSTOOD = "?"


class Entries(NamedTuple):
    """What a résumé holds, in the words of JSON Resume; title: what the person calls themselves."""

    jobs: list[Entry]
    projects: list[Entry]
    schools: list[Entry]
    skills: list[Entry]
    about: Entry
    title: str


def entries_of(resume: Entry) -> Entries:
    """Return what a résumé of any of the known forms holds."""
    sections = _under(_under(resume, "cv"), "sections")
    about = _under(resume, "basics") or _under(resume, "profile") or _under(resume, "cv")
    return Entries(
        jobs=[
            *(_dated(job) for job in _list(resume, "work")),
            *(_dated(_as(job, _RENDERCV)) for job in _in_sections(sections, "work")),
            *(_dated(_timed(job)) for job in _list(resume, "workExpList")),
        ],
        projects=[*_list(resume, "projects"), *_in_sections(sections, "project"), *_list(resume, "projectList")],
        schools=[
            *_list(resume, "education"),
            *(_as(school, {"degree": "studyType"}) for school in _in_sections(sections, "school")),
            *(_as(school, {"academic_degree": "studyType"}) for school in _list(resume, "educationList")),
        ],
        skills=[*_list(resume, "skills"), *_in_sections(sections, "skill"), *_list(resume, "skillList")],
        about={key: value for key, value in about.items() if key != "sections"},
        title=text_of(about, "label") or text_of(about, "positionTitle"),
    )


def text_of(entry: Entry, key: str) -> str:
    """Return a text of an entry, cleaned; empty where there is none. A number is a year."""
    value = entry.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return clean(value).strip() if isinstance(value, str) else ""


def _timed(job: Entry) -> Entry:
    """Return a job of the Chinese form: its beginning and end are a pair, its department may be a title."""
    times = job.get("work_time")
    start, end = (*times, None, None)[:2] if isinstance(times, list) else (None, None)
    return {**job, "startDate": start, "endDate": end, "position": title_in(text_of(job, "department_name"))}


def _in_sections(sections: Entry, part: Part) -> Iterator[Entry]:
    """Yield the entries of RenderCV of a part: people name the sections, so what is in them tells it as well."""
    for name in sections:
        called = part_named(clean(name).replace("_", " "))
        for entry in _list(sections, name):
            if (called or _part_of(entry)) == part:
                yield entry


def _part_of(entry: Entry) -> Part | None:
    """Return the part to which an entry belongs by what it tells."""
    told: tuple[tuple[str, Part], ...] = (("company", "work"), ("position", "work"), ("institution", "school"))
    return next((part for key, part in told if key in entry), None)


def _dated(job: Entry) -> Entry:
    """Return a job with its beginning and end: a stretch may stand in one date, or as `date`, a single one is both.

    What stands there and is no text, as an object of year and month, is a date that is not understood.
    """
    told = {key: _NOT_UNDERSTOOD for key in _DATES if job.get(key) and not text_of(job, key)}
    dated = {**job, **told}
    start, end = (text_of(dated, key) for key in _DATES)
    if start and end:
        return dated
    if span := span_in(in_figures(normalize("NFKC", start or end or text_of(job, "date")))):
        return {**dated, "startDate": span.since, "endDate": span.until}
    return {**dated, **(dict.fromkeys(_DATES, _single(job)) if not (start or end) and job.get("date") else {})}


def _single(job: Entry) -> str:
    """Return the date of a job that tells one as `date`; a sign where it is none."""
    date = text_of(job, "date")
    return _NOT_UNDERSTOOD if month_of(date) is None else date


def _as(entry: Entry, names: Mapping[str, str]) -> Entry:
    """Return an entry with some of its keys called otherwise."""
    return {names.get(key, key): value for key, value in entry.items()}


def _under(resume: Entry, key: str) -> Entry:
    value = resume.get(key)
    return value if isinstance(value, Mapping) else {}


def _list(resume: Entry, key: str) -> list[Entry]:
    entries = resume.get(key)
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []
