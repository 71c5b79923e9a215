"""Commands that list what there is, typed so that they list what this call was given: its knowledge base."""

import re
from pathlib import Path
from shlex import quote

from opscareer.errors import FaultyFileError, OpscareerError
from opscareer.text import Text, clean

_LISTS = r"opscareer (?:ladder|roles|skills|form)\b(?! --kb)"


def listed_of(told: Text, kb: Path | None) -> Text:
    """Return what is told, the commands in it with the knowledge base."""
    if kb is None or "opscareer" not in told.en:
        return told
    given = f" --kb {quote(clean(str(kb)))}"
    return Text(*(re.sub(_LISTS, lambda command: command[0] + given, one) for one in told))


def with_kb(error: OpscareerError, kb: Path) -> None:
    """Give the commands that an error names the knowledge base."""
    error.message, error.hint = listed_of(error.message, kb), listed_of(error.hint, kb)
    if isinstance(error, FaultyFileError):
        error.faults = tuple(fault._replace(hint=listed_of(fault.hint, kb)) for fault in error.faults)
