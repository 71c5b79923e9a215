"""Changing some values in a file that somebody wrote, and nothing else of it: comments, order, quotes, indentation."""

import json
import re
from collections.abc import Collection, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_INDENT = re.compile(r"\n([ \t]+)\S")
_STEP = re.compile(r"^( +)[^\s#-]", re.MULTILINE)
_DASH = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*\n(?:[ ]*(?:#[^\n]*)?\n)*( *)-", re.MULTILINE)
_WIDE = 100_000  # columns: no line of theirs is broken
_MARK = "\ufeff"


def rewritten(text: str, under: str, new: Mapping[str, Any], wanted: Collection[str]) -> str | None:
    """Return a text, YAML or JSON, with some values under a key changed or added, and all keys gone but those wanted.

    None where it cannot be read so that it could be written again.
    """
    bare = text.removeprefix(_MARK)
    changed = _json(bare, under, new, wanted) if bare.lstrip().startswith("{") else None
    changed = changed or _yaml(bare, under, new, wanted)
    return None if changed is None else text[: len(text) - len(bare)] + changed


def _json(text: str, under: str, new: Mapping[str, Any], wanted: Collection[str]) -> str | None:
    try:
        told = json.loads(text)
        _change(told[under], new, wanted)
    except (ValueError, KeyError, TypeError):
        return None
    indent = _INDENT.search(text)
    written = json.dumps(told, ensure_ascii=text.isascii(), indent=indent[1] if indent else None)
    return written + text[len(text.rstrip()) :]


def _yaml(text: str, under: str, new: Mapping[str, Any], wanted: Collection[str]) -> str | None:
    from ruamel.yaml.error import YAMLError

    yaml = _as_written(text)
    try:
        told = yaml.load(text.replace("\r\n", "\n"))
        if told[under] is None:
            told[under] = {}
        _change(told[under], {key: _listed(value) for key, value in new.items()}, wanted)
    except (YAMLError, ValueError, KeyError, TypeError, AttributeError):
        return None
    written = StringIO(newline="")
    yaml.dump(told, written)
    spaced = _spaced(written.getvalue(), text.replace("\r\n", "\n"))
    same = _loaded(spaced) == told
    return (spaced if same else written.getvalue()).replace("\n", "\r\n" if "\r\n" in text else "\n")


def _as_written(text: str) -> "YAML":
    """Return what reads and writes YAML as a text has it: quotes, indents, how lists are set off."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes, yaml.width, yaml.explicit_start = True, _WIDE, text.startswith("---")
    step, dash = _STEP.search(text), _DASH.search(text)
    offset = len(dash[2]) - len(dash[1]) if dash else 0
    yaml.indent(mapping=len(step[1]) if step else 2, sequence=offset + 2, offset=offset)
    return yaml


def _loaded(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML().load(text)
    except YAMLError:
        return None


def _spaced(text: str, before: str) -> str:
    """Return a text with each line that stood in another one, blanks apart, as it stood there."""
    stood = {" ".join(line.split()): line for line in reversed(before.split("\n"))}
    return "\n".join(stood.get(" ".join(line.split()), line) for line in text.split("\n"))


def _listed(value: Any) -> Any:
    """Return a value as YAML writes it: a list within brackets."""
    from ruamel.yaml.comments import CommentedSeq

    if not isinstance(value, list | tuple):
        return value
    row = CommentedSeq(value)
    row.fa.set_flow_style()
    return row


def _change(told: Any, new: Mapping[str, Any], wanted: Collection[str]) -> None:
    for key in [key for key in told if key not in wanted]:
        del told[key]
    for key, value in new.items():
        told[key] = int(value) if isinstance(value, float) and value.is_integer() else value
