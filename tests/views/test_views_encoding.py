from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple

import pytest
from jsonschema import Draft7Validator

from opscareer.model.levels import LEAST, MOST
from opscareer.text import Text
from opscareer.views.encoding import encode, encode_record
from opscareer.views.shape import keys_of, shape
from opscareer.views.values import IfAsked, Key, Level, Levels, Need, OnPages, Share


class Quick(NamedTuple):
    """A view that is a named tuple."""

    start: Annotated[Need, Key("from")]
    name: Text
    shown: OnPages[str]


@dataclass(frozen=True)
class Whole:
    """A view that holds all kinds of values."""

    quick: tuple[Quick, ...]
    plain: tuple[str, ...]
    share: Share | None
    told: object
    asked: IfAsked[Level]
    by_level: Annotated[Mapping[str, Text], Levels(1)]


QUICK = Quick(1, Text("一", "one"), "hidden")
LEVELS = {str(level): Text("级", "level") for level in range(1, LEAST + 1)}
WHOLE = Whole((QUICK,), ("a", "b"), None, [1, "x", True], None, LEVELS)


def test_a_named_tuple_is_a_view_and_a_tuple_a_list() -> None:
    """A named tuple goes out by its fields, with the keys that they say; a plain tuple goes out as a list."""
    assert encode(QUICK) == {"from": 1, "name": {"zh": "一", "en": "one"}}
    assert encode(("a", QUICK)) == ["a", encode(QUICK)]


def test_a_key_that_was_not_asked_for() -> None:
    """A key that stands there only where asked is left out where there is nothing, and told where there is."""
    assert "asked" not in encode_record(WHOLE)
    assert encode_record(Whole((), (), 0.5, None, 3, LEVELS))["asked"] == 3


def test_the_order_of_keys_is_that_of_fields() -> None:
    """JSON has the keys in the order in which the view names them."""
    assert list(encode_record(WHOLE)) == ["quick", "plain", "share", "told", "by_level"]


@pytest.mark.parametrize("value", [object(), {1, 2}, b"text"])
def test_what_is_no_view(value: object) -> None:
    """What is neither a view nor a value of JSON is refused."""
    with pytest.raises(TypeError, match="is no view"):
        encode(value)


def test_the_shape_is_of_what_is_encoded() -> None:
    """The schema of a view takes what its encoding gives, and nothing with another key."""
    always, asked = keys_of(Whole)
    schema = {"type": "object", "properties": {**always, **asked}, "required": list(always)}
    Draft7Validator(schema).validate(encode_record(WHOLE))
    assert asked == {"asked": shape(Level)}
    assert not Draft7Validator(shape(Quick)).is_valid({**encode_record(QUICK), "shown": "hidden"})


def test_levels_are_keys() -> None:
    """What is told by level has a key for each that any knowledge base has, and may have one for the others."""
    told = shape(Annotated[Mapping[str, str], Levels(0)])
    assert told["required"] == [str(level) for level in range(LEAST + 1)]
    assert list(told["properties"]) == [str(level) for level in range(MOST + 1)]
