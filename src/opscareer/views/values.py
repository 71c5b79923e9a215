"""The kinds of values that views hold, each with what its JSON Schema says of it.

A field of a view is a key of the JSON by its own name, unless it is marked otherwise here. Marks are plain words and
numbers with a name: every start of the program defines them.
"""

from typing import Annotated, TypeVar

from opscareer.model.levels import MOST

Anything = TypeVar("Anything")


class Within(dict[str, object]):
    """What a JSON Schema says of a value besides its type."""

    def __hash__(self) -> int:  # type: ignore[override]
        """By what it names: types are told apart by their hash where one of several is meant."""
        return hash(tuple(self))


class Key(str):
    """The name of a field in JSON, where Python has taken that for itself."""


class Levels(int):
    """A mapping that has a key for each level, from this one on."""


class Mark(str):
    """Where a field is told."""


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
