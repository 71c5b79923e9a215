"""How many levels a knowledge base has, and whether what it says keeps to them.

The highest level is read off the files before they are checked (`top_of`), and handed to the checks as their context;
without one, as where an editor's schema is all there is, any level up to the highest possible will do.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticKnownError

from opscareer.knowledge.table import entries
from opscareer.knowledge.trail import child_of
from opscareer.model.levels import LEAST, MOST, TOP
from opscareer.written.yaml_nodes import Node

UNPLACED = -1_000_000
"""The height of a rung that tells none."""

T = TypeVar("T")


def top_of(root: Node) -> int:
    """Return the highest level: as many as have a name, else that of most skills, so that a slip in one is a fault."""
    names = entries(child_of(root, "levels"))
    tops = Counter(_highest(root))
    told = len(names) or max(tops, key=lambda top: (tops[top], top), default=TOP)
    return min(max(told, LEAST), MOST)


def within(level: int, info: ValidationInfo) -> int:
    """Return a level that there is. Raises PydanticKnownError."""
    top = _top(info)
    if level > top:
        raise PydanticKnownError("less_than_equal", {"le": top})
    return level


def from_one(key: str, info: ValidationInfo) -> str:
    """Return a key that names a level from 1. Raises PydanticKnownError."""
    return _named(key, [str(level) for level in range(1, _top(info) + 1)])


def from_nothing(key: str, info: ValidationInfo) -> str:
    """Return a key that names a level from 0. Raises PydanticKnownError."""
    return _named(key, [str(level) for level in range(_top(info) + 1)])


def all_there(levels: dict[str, T], info: ValidationInfo) -> dict[str, T]:
    """Return levels of which none is missing but 0, which needs no words.

    Raises PydanticKnownError where there are none, and ValidationError.
    """
    known = [str(level) for level in range(1, _top(info) + 1)] if info.context else []
    if known and not levels:
        raise PydanticKnownError("missing")
    missing = [InitErrorDetails(type="missing", loc=(key,), input=levels) for key in known if key not in levels]
    if missing:
        raise ValidationError.from_exception_data("levels", missing)
    return levels


def in_a_group(group: str | None, info: ValidationInfo) -> str | None:
    """Return the group of a skill; it has to have one where there are any. Raises PydanticKnownError."""
    if info.context and group is None:
        raise PydanticKnownError("missing")
    return group


def placed(order: int, info: ValidationInfo) -> int:
    """Return how high a rung stands; it has to say so where another one does. Raises PydanticKnownError."""
    if info.context and order == UNPLACED:
        raise PydanticKnownError("missing")
    return order


def _highest(root: Node) -> Iterator[int]:
    """Yield the highest level that each skill describes."""
    for skill in entries(child_of(root, "skills")):
        levels = child_of(skill, "levels")
        told = levels.value if levels is not None and isinstance(levels.value, dict) else {}
        yield from [max(numbers)] if (numbers := [int(key) for key in told if key.isdecimal()]) else []


def _named(key: str, known: list[str]) -> str:
    if key not in known:
        listed = [f"'{one}'" for one in known]
        raise PydanticKnownError("literal_error", {"expected": f"{', '.join(listed[:-1])} or {listed[-1]}"})
    return key


def _top(info: ValidationInfo) -> int:
    context: Mapping[str, Any] = info.context or {}
    return int(context.get("top", MOST))
