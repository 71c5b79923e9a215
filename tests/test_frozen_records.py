import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from functools import cached_property

import pytest
from pydantic import TypeAdapter

from opscareer.records import dataclass


@dataclass(frozen=True)
class Place:
    """A record with all that fields can have."""

    name: str
    height: float = 0.5
    marks: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def loud(self) -> str:
        """What is worked out once."""
        return self.name.upper()


@dataclass(frozen=True)
class Town(Place):
    """A record of more fields."""

    people: int = 0


@dataclass(frozen=True, eq=False)
class Alone:
    """A record that equals itself alone."""

    name: str


@dataclass(frozen=True)
class Nothing:
    """A record without fields."""


@dataclass(frozen=True)
class Told:
    """A record that tells itself how it is equal, hashed and shown."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "told"


def test_fields_are_kept_in_order_and_by_name() -> None:
    """A record holds what it was made of, and what was left out by its default."""
    assert vars(Place("hill")) == {"name": "hill", "height": 0.5, "marks": {}}
    assert vars(Town("ham", 2, people=3)) == {"name": "ham", "height": 2, "marks": {}, "people": 3}
    assert [one.name for one in fields(Town)] == ["name", "height", "marks", "people"]
    assert Nothing() == Nothing()


def test_a_default_is_made_for_each() -> None:
    """What a default makes is no other record's."""
    first, second = Place("a"), Place("a")
    assert first.marks == second.marks
    assert first.marks is not second.marks


@pytest.mark.parametrize("given", [(), ("a", 1, {}, "more")])
def test_too_few_and_too_many_values_are_refused(given: tuple[object, ...]) -> None:
    """As any function, a record refuses what it does not take and misses what it needs."""
    with pytest.raises(TypeError, match="__init__"):
        Place(*given)  # type: ignore[arg-type]


def test_a_record_stays_as_it_is() -> None:
    """Fields are neither set nor deleted; a copy with a change is another record."""
    place = Place("hill")
    with pytest.raises(FrozenInstanceError, match="name"):
        place.name = "dale"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="name"):
        del place.name
    assert replace(place, name="dale") == Place("dale")
    assert place.loud == "HILL"


def test_records_are_equal_by_what_they_hold_and_of_what_they_are() -> None:
    """Equal records have equal hashes; of another class, of other values or told so they are not equal."""
    assert Alone("a") != Alone("a")
    assert Place("a", marks={"x": 1}) == Place("a", marks={"x": 1})
    assert Place("a") != Town("a")
    assert Place("a").__eq__("a") is NotImplemented
    assert hash(Place("a", marks=())) == hash(Place("a", marks=()))  # type: ignore[arg-type]
    assert (Told("a") == Told("b"), hash(Told("a")), repr(Told("a"))) == (True, 7, "told")


def test_a_record_is_a_dataclass_to_others() -> None:
    """It is shown, copied, pickled, matched and described as a dataclass is."""
    place = Place("hill", 1.0, {"x": 1})
    assert repr(place) == "Place(name='hill', height=1.0, marks={'x': 1})"
    assert pickle.loads(pickle.dumps(place)) == copy.deepcopy(place) == place
    assert is_dataclass(Place)
    assert Place.__match_args__ == ("name", "height", "marks")
    plain = dataclasses.make_dataclass("Place", [("name", str), ("height", float, 0.5)], frozen=True)
    schema = TypeAdapter(Place).json_schema()
    assert schema["required"] == TypeAdapter(plain).json_schema()["required"]
    assert list(schema["properties"]) == ["name", "height", "marks"]
