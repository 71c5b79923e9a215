"""The kinds of values that views hold, each with what its JSON Schema says of it.

A field of a view is a key of the JSON by its own name, unless it is marked otherwise here.
"""

from collections.abc import Mapping
from typing import Annotated, NamedTuple, TypeVar

from opscareer.model.skill import MOST

Anything = TypeVar("Anything")


class Within(NamedTuple):
    """What a JSON Schema says of a value besides its type."""

    keywords: Mapping[str, object]

    def __hash__(self) -> int:
        """By what it names: types are told apart by their hash where one of several is meant."""
        return hash(tuple(self.keywords))


class Key(NamedTuple):
    """The name of a field in JSON, where Python has taken that for itself."""

    name: str


class Mark(NamedTuple):
    """Where a field is told."""

    name: str


PAGES = Mark("pages")
ASKED = Mark("asked")

OnPages = Annotated[Anything, PAGES]
"""Told on pages and not in JSON: words made of what JSON tells in figures."""
IfAsked = Annotated[Anything | None, ASKED]
"""A key that stands in JSON only where there is something to tell."""

Share = Annotated[float, Within({"minimum": 0, "maximum": 1.000001})]
"""0 to 1."""
Level = Annotated[int, Within({"minimum": 0, "maximum": MOST})]
Need = Annotated[int, Within({"minimum": 1, "maximum": MOST})]
Natural = Annotated[int, Within({"minimum": 0})]
Months = Annotated[float, Within({"minimum": 0})]
PositionId = Annotated[str, Within({"pattern": "^[a-z0-9-]+/[a-z0-9-]+$"})]
