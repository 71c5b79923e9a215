"""Whether a text is no ad but a file of ads, as other programs write them: JSON lines, a JSON array, CSV."""

import json
from typing import Any

from opscareer.outside.tables import columns_of

_SEPARATORS = ",;"  # a table with tabs is what one copies out of a page or a document


def is_many(text: str) -> bool:
    """Return whether a text is a file of ads; a single object in JSON is none."""
    told = text.lstrip("\ufeff \t\r\n")
    if told.startswith("["):
        return _is_array(told)
    return _is_json_lines(told) if told.startswith("{") else _is_csv(told)


def _is_array(text: str) -> bool:
    found = _parsed(text)
    return isinstance(found, list) and any(_is_ad(one) for one in found)


def _is_json_lines(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()][:2]
    return len(lines) > 1 and all(_is_ad(_parsed(line)) for line in lines)


def _is_csv(text: str) -> bool:
    heading, _, rows = text.partition("\n")
    columns = columns_of([cell.strip(' "\r') for cell in heading.split(max(_SEPARATORS, key=heading.count))])
    return "text" in columns and len({*columns} - {""}) > 1 and bool(rows.strip())


def _is_ad(found: Any) -> bool:
    """Return whether something in JSON is an ad under the keys that are read."""
    return isinstance(found, dict) and "text" in columns_of([*found])


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
