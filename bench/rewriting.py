"""Writing sources into data/roles.yaml and data/skills.yaml, line by line: all else in them stays as it is written."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import yaml
from counted import Share

_ROLE = re.compile(r"  - id: (?P<id>[a-z0-9-]+)$")
_ROW = re.compile(r"(?P<head>      (?P<skill>[a-z0-9-]+): +)\{(?P<cells>.*)\}$")
_ROW_SOURCES = re.compile(r"(?P<gap>, *)sources: \[(?P<told>[^\]]*)\]$")
_CELL = re.compile(
    r"(?P<rung>[a-z]+): "
    r"(?P<cell>\d(?:/\d(?:\.\d+)?)?(?: must)?|\{(?P<level>level: [^{}]*?)(?:, sources: \[[^\]]*\])?\})"
)
_CONDITION = re.compile(r"(?P<head>      - \{.*fact: education,.*)sources: \[(?P<told>[^\]]*)\]\}$")
_SKILL_SOURCES = re.compile(r"    sources: \[(?P<told>[^\]]*)\]")


class Cell(NamedTuple):
    """A cell of a table."""

    role: str
    skill: str
    rung: str


class Condition(NamedTuple):
    """A degree that a role asks, at some rungs or (where none are named) at all."""

    role: str
    least: str
    rungs: tuple[str, ...]


def roles_grounded(
    text: str, row: Callable[[str, str], list[Share]], cell: Callable[[Cell], list[Share]], heads: Sequence[str]
) -> str:
    """Return the file of roles with the sources of all rows set; rows asked of heads alone cite no ads."""

    def grounded(role: str, line: str) -> str:
        found = _ROW.match(line)
        if not found:
            return line
        skill, cells = found["skill"], found["cells"]
        had = _ROW_SOURCES.search(cells)
        kept = _kept(had["told"]) if had else []
        cells = cells[: had.start()] if had else cells
        rungs = [one["rung"] for one in _CELL.finditer(cells)]
        told = [] if set(rungs) <= set(heads) else row(role, skill)
        cells = _CELL.sub(lambda one: _cell(one, kept, cell(Cell(role, skill, one["rung"]))), cells)
        return f"{found['head']}{{{cells}{had['gap'] if had else ', '}sources: {_sources(kept, told)}}}"

    return _by_role(text, grounded)


def conditions_grounded(text: str, condition: Callable[[Condition], list[Share]]) -> str:
    """Return the file of roles with the sources of what degree is asked set."""

    def grounded(role: str, line: str) -> str:
        found = _CONDITION.match(line)
        if not found:
            return line
        told = yaml.safe_load(line.partition("- ")[2])
        asked = Condition(role, told["least"], tuple(told.get("rungs", ())))
        return f"{found['head']}sources: {_sources(_kept(found['told']), condition(asked))}}}"

    return _by_role(text, grounded)


def skills_grounded(text: str, asked_by: Callable[[str], list[tuple[str, Share]]]) -> str:
    """Return the file of skills with the roles that ask most for each as its sources, and their names beside them."""

    def grounded(skill: str, line: str) -> str:
        found = _SKILL_SOURCES.match(line)
        most = asked_by(skill) if found else []
        if not found or not most:
            return line
        names = ", ".join(role for role, _ in most)
        return f"    sources: {_sources(_kept(found['told']), [share for _, share in most])}   # {names}"

    return _by_role(text, grounded)


def _by_role(text: str, grounded: Callable[[str, str], str]) -> str:
    """Return a file with each line as it is grounded, told the entry that it stands in."""
    return "".join(f"{line}\n" for line in _lines(text, grounded))


def _lines(text: str, grounded: Callable[[str, str], str]) -> Iterator[str]:
    entry = ""
    for line in text.splitlines():
        found = _ROLE.match(line)
        entry = found["id"] if found else entry
        yield grounded(entry, line)


def _cell(found: re.Match[str], row: Sequence[str], own: Sequence[Share]) -> str:
    """Return a cell spelt out where it has shares of its own, else in a word."""
    written = found["cell"]
    parts = yaml.safe_load(f"{{{found['level']}}}") if found["level"] else None
    if parts:
        weight, must = parts.get("weight"), parts.get("must")
        written = f"{parts['level']}{'' if weight is None else f'/{weight}'}{' must' if must else ''}"
    if not own:
        return f"{found['rung']}: {written}"
    level, _, weight = written.removesuffix(" must").partition("/")
    spelt = [f"level: {level}", *([f"weight: {weight}"] if weight else [])]
    spelt += ["must: true"] if written.endswith(" must") else []
    return f"{found['rung']}: {{{', '.join(spelt)}, sources: {_sources(row, own)}}}"


def _kept(told: str) -> list[str]:
    """Return the sources that are neither counted nor the lack of any."""
    sources = [source.strip().strip('"') for source in told.split(",")]
    return [source for source in sources if source and not source.startswith("ads:") and source != "judgement"]


def _sources(kept: Iterable[str], counted: Sequence[Share]) -> str:
    """Return a list of sources; judgement stands beside what few ads say, and where nothing else does."""
    told = [*kept, *(share.source for share in counted)]
    judged = all(share.few for share in counted) if counted else not told
    return "[" + ", ".join(f'"{source}"' for source in (*told, *(["judgement"] if judged else []))) + "]"
