"""A résumé in a form that programs write."""

from collections.abc import Mapping
from typing import Any

from opscareer.errors import UsageError
from opscareer.outside.files import Expected, text
from opscareer.outside.kinds import Kind
from opscareer.outside.objects import json_object
from opscareer.text import Text

RESUME = Expected(
    Text("简历", "résumé"),
    Text("要 JSON Resume（见 jsonresume.org）", "JSON Resume (jsonresume.org) is expected"),
    UsageError,
    (Kind.RESUME,),
)


def resume_of(name: str) -> Mapping[str, Any]:
    """Return what a résumé holds, in the words of its own form; - is standard input. Raises UsageError."""
    return json_object(name, text(name, RESUME), RESUME)
