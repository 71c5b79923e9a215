"""Writing what was counted into data/roles.yaml and data/skills.yaml: only the sources that differ are replaced."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import yaml
from counted import Share
from spans import Change, added, changed, composed, ended, entries, fields, instead_of, words

from opscareer.knowledge.table import parts_of

_TO_THE_END = re.compile(r" *(?:#.*)?$", re.MULTILINE)


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


Rows = Callable[[str, str], Sequence[Share]]
Cells = Callable[[Cell], Sequence[Share]]


def roles_grounded(text: str, row: Rows, cell: Cells, heads: Sequence[str]) -> str:
    """Return the file of roles with the sources of all rows set; rows asked of heads alone cite no ads."""

    def found() -> Iterator[Change]:
        for role in entries(fields(composed(text)).get("roles")):
            id_ = fields(role)["id"].value
            for skill, asked in fields(fields(role).get("asks")).items():
                rungs = {*fields(asked)} - {"sources"}
                yield from _row(asked, [] if rungs <= {*heads} else row(id_, skill))
                yield from _cells(asked, id_, skill, cell)

    return changed(text, found())


def conditions_grounded(text: str, condition: Callable[[Condition], Sequence[Share]]) -> str:
    """Return the file of roles with the sources of what degree is asked set."""

    def found() -> Iterator[Change]:
        for role in map(fields, entries(fields(composed(text)).get("roles"))):
            for told in map(fields, entries(role.get("conditions"))):
                if "fact" in told and told["fact"].value == "education":
                    asked = Condition(role["id"].value, told["least"].value, tuple(words(told.get("rungs"))))
                    yield from _sources(told["sources"], condition(asked))

    return changed(text, found())


def skills_grounded(text: str, asked_by: Callable[[str], Sequence[tuple[str, Share]]]) -> str:
    """Return the file of skills with the roles that ask most for each as its sources, and their names beside them."""

    def found() -> Iterator[Change]:
        for skill in map(fields, entries(fields(composed(text)).get("skills"))):
            most, sources = asked_by(skill["id"].value), skill.get("sources")
            if most and sources is not None:
                yield from _sources(sources, [share for _, share in most])
                yield from _beside(text, sources, ", ".join(role for role, _ in most))

    return changed(text, found())


def _row(asked: yaml.Node, counted: Sequence[Share]) -> Iterator[Change]:
    """Yield what changes in the sources of a row."""
    sources = fields(asked).get("sources")
    if sources is None:
        yield added(asked, "sources", _written(_cited([], counted)))
    else:
        yield from _sources(sources, counted)


def _cells(asked: yaml.Node, role: str, skill: str, cell: Cells) -> Iterator[Change]:
    """Yield the cells of a row that have other shares of their own than before, spelt out, or in a word without any."""
    of_row = _kept(words(fields(asked).get("sources")))
    for rung, told in fields(asked).items():
        if rung == "sources":
            continue
        own, had = cell(Cell(role, skill, rung)), fields(told).get("sources")
        cited = _cited(_kept(words(had)) if had is not None else of_row, own) if own else []
        if cited != words(had):
            yield instead_of(told, _cell(told, cited))


def _cell(told: yaml.Node, cited: Sequence[str]) -> str:
    """Return a cell in a word, or with its sources spelt out."""
    spelt_out = {key: yaml.safe_load(value.value) for key, value in fields(told).items() if key != "sources"}
    parts = spelt_out or parts_of(told.value) or {}
    weight, must = parts.get("weight"), parts.get("must")
    if not cited:
        return f"{parts['level']}{'' if weight is None else f'/{weight:g}'}{' must' if must else ''}"
    spelt = [f"level: {parts['level']}", *([] if weight is None else [f"weight: {weight:g}"])]
    spelt += ["must: true"] if must else []
    return f"{{{', '.join(spelt)}, sources: {_written(cited)}}}"


def _sources(sources: yaml.Node, counted: Sequence[Share]) -> Iterator[Change]:
    """Yield what changes in a list of sources."""
    now = _cited(_kept(words(sources)), counted)
    if now != words(sources):
        yield instead_of(sources, _written(now))


def _beside(text: str, sources: yaml.Node, names: str) -> Iterator[Change]:
    """Yield what changes in the remark that stands beside a list."""
    found = _TO_THE_END.match(text, ended(sources))
    if found and found[0].strip() != f"# {names}":
        yield Change(*found.span(), f"   # {names}")


def _kept(told: Iterable[str]) -> list[str]:
    """Return the sources that are neither counted nor the lack of any."""
    return [source for source in told if not source.startswith("ads:") and source != "judgement"]


def _cited(kept: Sequence[str], counted: Sequence[Share]) -> list[str]:
    """Return all sources; judgement stands beside what few ads say, and where nothing else does."""
    told = [*kept, *(share.source for share in counted)]
    judged = all(share.few for share in counted) if counted else not told
    return [*told, *(["judgement"] if judged else [])]


def _written(sources: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{source}"' for source in sources) + "]"
