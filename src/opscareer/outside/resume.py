"""A résumé: in a form that programs write (JSON Resume and others, RenderCV in YAML), as text, or as a document."""

import re
from collections.abc import Callable, Mapping

from opscareer.errors import UsageError
from opscareer.interview.resume import written
from opscareer.outside.documents import DOCUMENTS, MOST, unread_in, words_of
from opscareer.outside.encodings import either
from opscareer.outside.files import Expected, name_of, undecoded, whole
from opscareer.outside.kinds import Kind, kind_of
from opscareer.outside.objects import json_object
from opscareer.text import Text

RESUME = Expected(
    Text("简历", "résumé"),
    Text(
        "要一份简历：文字或 Markdown、Word（.docx）、PDF、网页，JSON Resume、RenderCV 的 YAML",
        "a résumé is expected: text or Markdown, Word (.docx), PDF, a web page, JSON Resume, or the YAML of RenderCV",
    ),
    UsageError,
    (Kind.RESUME, *DOCUMENTS),
    most=MOST,
)
_TEXT_MOST = 2_000_000
"""Bytes of a résumé that is no document; what somebody has written of themselves is a hundredth of that."""

_WORDS_MOST = 200_000  # letters of a document; beyond, it tells of more than one person
_PARTS = {
    *("basics", "work", "projects", "education", "skills", "cv"),
    *("profile", "workExpList", "projectList", "educationList", "skillList"),
}
"""What the forms that are understood have at their top: JSON Resume, RenderCV, and the most used Chinese one."""
_KEYS = re.compile(rf"^(?:{'|'.join(sorted(_PARTS))}) *:(?: *\[.*\])? *\r?$", re.MULTILINE)


_MONTH = re.compile(r"(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\Z")


def resume_of(name: str, note: Callable[[Text], object] = lambda _: None) -> Mapping[str, object]:
    """Return what a résumé holds, in the words of its own form; - is standard input. Raises UsageError.

    note: takes what is to be said of pages that are not read.
    """
    data = whole(name, RESUME)
    kind = kind_of(data)
    if kind in DOCUMENTS:
        told = words_of(name, kind, data, RESUME, whole=True)[:_WORDS_MOST]
        if unread := unread_in(name, kind, data):
            note(unread)
        return _known(name, written(told))
    if len(data) > _TEXT_MOST:
        raise RESUME.too_large(name, _TEXT_MOST)
    try:
        told = either(data)
    except UnicodeDecodeError as error:
        raise undecoded(name, RESUME, data, error) from None
    return _known(name, _read(name, told))


def _read(name: str, told: str) -> Mapping[str, object]:
    if told.lstrip().startswith(("{", "[")):
        return json_object(name, told, RESUME, number=_fraction)
    return _yaml(name, told) if name.lower().endswith((".yaml", ".yml")) or _KEYS.search(told) else written(told)


def _fraction(told: str) -> str | float:
    """Return a number with a fraction; in its words where it is a month: 2021.10 would lose its nought."""
    return told if _MONTH.match(told) else float(told)


def _known(name: str, found: Mapping[str, object]) -> Mapping[str, object]:
    if not _PARTS & found.keys():
        reason = Text(
            "里面没有认得的部分：带起止时间的工作、学校、技能",
            "it holds no part that is known: posts with their dates, schools, skills",
        )
        raise RESUME.wrong(name_of(name), reason)
    return found


def _yaml(name: str, told: str) -> Mapping[str, object]:
    """Return what a YAML text holds; what may be doubted in it stays the text that it is, and so does 2021.10."""
    from opscareer.written.yaml_faults import RefusedError
    from opscareer.written.yaml_nodes import plain
    from opscareer.written.yaml_reader import read

    try:
        root, _ = read(told.encode(), name_of(name), lenient=True, fractions=_fraction)
    except RefusedError as refused:
        fault = refused.fault
        raise RESUME.wrong(fault.place, fault.message) from None
    found = plain(root)
    if not isinstance(found, dict):
        raise RESUME.wrong(name_of(name), Text("里面没有键和值", "it holds no keys with values"))
    return found
