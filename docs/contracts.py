"""The page of the answers in JSON: what each command's answer holds, and a real one, from the program itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from running import nobodys_home, said

from opscareer.cli.app import MODULES
from opscareer.text import Text
from opscareer.views.contract import VIEWS
from opscareer.views.encoding import entries_of, types_of
from opscareer.views.faults import FailureView
from opscareer.views.held import HeldView
from opscareer.views.match import MatchView
from opscareer.views.shape import shape

HEAD = """# Answers in JSON

Every command takes `--json` and then prints one object in UTF-8 on standard output, both languages in it whatever the
language of the terminal. Its shape is a contract: `opscareer kb schema COMMAND` prints it as JSON Schema (draft-07),
and every answer is held against it in the tests. Keys are only ever added; one that meant something else would be
another schema, with another number in `schema`. Here stands what each key is; where nothing is said, its name says
it. The examples are real answers, each list cut to its first entry, long texts cut short (…), and `kb` left empty.

Every answer begins with `schema`, as `opscareer/gap/1`, and `kb`: the name, version and SHA-256 of the knowledge base
it rests on. *text* is an object with `zh` and `en`; *share* a number from 0 to 1; a position is an id such as
`product-ops/manager`.

Errors are JSON too, on standard error, with the exit code in them. `jq` reads all of it:

```sh
opscareer gap coo --answers me.yaml --json | jq -r '.gaps[] | [.gain, .name.en] | @tsv'
```"""
RUNS: Mapping[str, str] = {
    "ladder": "ladder new-media-ops",
    "roles": "roles",
    "role": "role bd",
    "skills": "skills",
    "skill": "skill data-analysis",
    "kb": "kb check",
    "assess": "assess --answers ME",
    "gap": "gap --answers ME",
    "what-if": "what-if data-analysis=3 --answers ME",
    "path": "path coo --answers ME",
    "plan": "plan --answers ME",
    "compare": "compare new-media-ops/senior content-ops/senior --answers ME",
    "demand": "demand ADS",
    "report": "report --answers ME",
    "history": "history --import KEPT",
    "match": "match AD --answers ME",
}
"""A real run of each command: ME is a file of answers, AD a job ad, ADS several, KEPT what was exported before."""

SHOWN: Mapping[str, tuple[type[Any], ...]] = {**VIEWS, "match": (MatchView, HeldView), "error": (FailureView,)}
_LONGEST = 60  # letters of a text in an example
_FEWEST = 3  # keys of an object that may have any
_NAMES = {"string": "string", "number": "number", "integer": "whole number", "boolean": "true or false"}
Row = tuple[str, str, str]


def contracts() -> str:
    """Return the page."""
    parts = [HEAD]
    with nobodys_home() as files:
        for name, views in SHOWN.items():
            parts += [f"## {name}", _sentence(name), *(_table(view) for view in views)]
            if name in RUNS:
                words = [files.get(word, word) for word in RUNS[name].split()]
                parts += [
                    f"`opscareer {RUNS[name]} --json`",
                    _block(_shortened(json.loads(said(*words, "--json")) | {"kb": {}})),
                ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sentence(name: str) -> str:
    return MODULES[name].sentence if name in MODULES else ""


def _table(view: type[Any]) -> str:
    rows = [("key", "holds", "what it is"), ("---", "---", "---"), *_rows(view, "")]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def _rows(view: type[Any], above: str) -> Iterator[Row]:
    """Yield the keys of a view, and below each those of what it holds; an answer of its own has a table of its own."""
    own = {one: name for name, views in VIEWS.items() for one in views}
    types = types_of(view)
    for entry in entries_of(view):
        kind, trail, null = _unwrapped(types[entry.field])
        key = f"{above}{entry.key}{trail}"
        held, told = _held(kind), " ".join((kind.__doc__ or "").split()) if _is_view(kind) else ""
        asked = " (where there is something to tell)" if entry.asked else " or null" if null else ""
        if kind in own and above == "" and view is not kind and own[kind] != "history":
            yield f"`{key}`", f"as the answer of `{own[kind]}`{asked}", ""
            continue
        yield f"`{key}`", f"{held}{asked}", told
        if _is_view(kind):
            yield from _rows(kind, f"{key}.")


def _unwrapped(kind: Any, trail: str = "", null: bool = False) -> tuple[Any, str, bool]:
    """Return what is held at last, how it is reached ([] a list, {} an object of many), and whether it may be null."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated and (is_dataclass(parts[0]) or get_origin(parts[0]) is not None):
        return _unwrapped(parts[0], trail, null)
    if origin in (Union, UnionType):
        rest = [part for part in parts if part is not NoneType]
        return _unwrapped(rest[0], trail, null or len(rest) < len(parts)) if len(rest) == 1 else (kind, trail, null)
    if origin is tuple:
        return _unwrapped(parts[0], f"{trail}[]", null)
    if origin is Mapping:
        return _unwrapped(parts[1], f"{trail}.*", null)
    return kind, trail, null


def _is_view(kind: Any) -> bool:
    return kind is not Text and isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields"))


def _held(kind: Any) -> str:
    if kind is Text:
        return "text"
    if _is_view(kind):
        return "object"
    told = shape(kind)
    if "enum" in told:
        return ", ".join(f"`{json.dumps(one)}`" for one in told["enum"])
    if told.get("maximum") == 1.000001:
        return "share"
    if "pattern" in told:
        return "position"
    return _NAMES.get(str(told.get("type")), "any")


def _shortened(told: Any) -> Any:
    """Return an answer with each list cut to its first entry, and what is long cut short."""
    if isinstance(told, list):
        return [_shortened(one) for one in told[:1]] + (["…"] if told[1:] else [])
    if isinstance(told, dict):
        few = list(told.items())[:_FEWEST] if _is_catalogue(told) else list(told.items())
        return {key: _shortened(value) for key, value in few} | ({"…": "…"} if len(few) < len(told) else {})
    return f"{told[:_LONGEST]}…" if isinstance(told, str) and len(told) > _LONGEST else told


def _is_catalogue(told: Mapping[str, Any]) -> bool:
    """Return whether an object has many keys that are ids, each with a value of one kind."""
    return len(told) > 2 * _FEWEST and len({type(value) for value in told.values()}) == 1


def _block(told: Any) -> str:
    return f"```json\n{json.dumps(told, ensure_ascii=False, indent=1)}\n```"
