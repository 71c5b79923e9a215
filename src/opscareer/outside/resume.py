"""A résumé in a form that programs write: JSON Resume and others in JSON, RenderCV in YAML."""

from collections.abc import Mapping
from typing import Any

from opscareer.errors import UsageError
from opscareer.outside.files import Expected, name_of, text
from opscareer.outside.kinds import Kind
from opscareer.outside.objects import json_object
from opscareer.text import Text

RESUME = Expected(
    Text("简历", "résumé"),
    Text(
        "要 JSON Resume（见 jsonresume.org）或 RenderCV 的 YAML（见 rendercv.com）",
        "JSON Resume (jsonresume.org) or the YAML of RenderCV (rendercv.com) is expected",
    ),
    UsageError,
    (Kind.RESUME,),
)
_PARTS = {
    *("basics", "work", "projects", "education", "skills", "cv"),
    *("profile", "workExpList", "projectList", "educationList", "skillList"),
}
"""What the forms that are understood have at their top: JSON Resume, RenderCV, and the most used Chinese one."""


def resume_of(name: str) -> Mapping[str, Any]:
    """Return what a résumé holds, in the words of its own form; - is standard input. Raises UsageError."""
    told = text(name, RESUME)
    found = json_object(name, told, RESUME) if told.lstrip().startswith(("{", "[")) else _yaml(name, told)
    if not _PARTS & found.keys():
        raise RESUME.wrong(name_of(name), Text("里面没有认得的部分", "it holds no part that is known"))
    return found


def _yaml(name: str, told: str) -> Mapping[str, Any]:
    """Return what a YAML text holds; what else may be doubted in it stays the text that it is."""
    from opscareer.written.yaml_reader import RefusedError, plain, read

    try:
        root, _ = read(told.encode(), name_of(name), lenient=True)
    except RefusedError as refused:
        fault = refused.fault
        raise RESUME.wrong(fault.place, fault.message) from None
    found = plain(root)
    if not isinstance(found, dict):
        raise RESUME.wrong(name_of(name), Text("里面没有键和值", "it holds no keys with values"))
    return found
